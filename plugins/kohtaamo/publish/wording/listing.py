"""What a listing is called, and what it holds, wherever it is named: page, calendar, feeds."""

from kohtaamo.listings.edition import Edition
from kohtaamo.listings.listing import Listing
from kohtaamo.model.network import Network
from kohtaamo.model.terms import Term
from kohtaamo.model.translation import Said, said
from kohtaamo.words.words import Words

# Where the things that listings are about are found in the network, by kind of listing.
_VOCABULARY = {
    "municipality": "municipalities",
    "audience": "audiences",
    "topic": "topics",
    "need": "needs",
}


def title(edition: Edition, listing: Listing, language: str) -> str:
    """`Tapahtumat Rautjärvellä`, `Tapahtumat ikääntyneille`, `Tapahtumat: Käsityöt`."""
    words = edition.words[language]
    term = term_of(edition.network, listing)
    if listing.kind == "municipality" and term is not None and term.in_.has(language):
        return words("wording.listing.municipality", in_=_quoted(words, term.in_.said(language)))
    if listing.kind == "audience" and term is not None and term.for_.has(language):
        return words("wording.listing.audience", for_=_quoted(words, term.for_.said(language)))
    named = "_named" if listing.kind in ("municipality", "audience") else ""
    name = _quoted(words, name_of(edition, listing, language))
    return words(f"wording.listing.{listing.kind}{named}", name=name)


def what_it_holds(edition: Edition, listing: Listing, language: str) -> str:
    """One sentence about what a reader or subscriber will find in it."""
    words = edition.words[language]
    return words(
        f"wording.holds.{listing.kind}",
        name=_quoted(words, name_of(edition, listing, language)),
        network=_quoted(words, said(edition.network.identity, "name", language)),
    )


def _quoted(words: Words, text: Said) -> str:
    return words.quoted(text.text, text.language)


def name_of(edition: Edition, listing: Listing, language: str) -> Said:
    """The name of what the listing is about, "" when it is about everything."""
    term = term_of(edition.network, listing)
    if term is not None:
        return term.label.said(language)
    if listing.kind == "place":
        return said(edition.network.places[listing.key], "name", language)
    if listing.kind == "organiser":
        return said(edition.network.organisers[listing.key], "name", language)
    return Said("", language)


def term_of(network: Network, listing: Listing) -> Term | None:
    """The vocabulary term that a listing of municipality, audience, topic or need is about."""
    vocabulary = _VOCABULARY.get(listing.kind)
    return network.vocabularies[vocabulary].get(listing.key) if vocabulary else None
