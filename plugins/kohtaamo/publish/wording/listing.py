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

# Kinds of listings that sentences name in an inflected form: in a place, for people.
_INFLECTED = frozenset({"municipality", "audience"})


def title(edition: Edition, listing: Listing, language: str) -> str:
    """`Tapahtumat Rautjärvellä`, `Tapahtumat ikääntyneille`, `Tapahtumat: Käsityöt`."""
    form, names = _named(edition, listing, language)
    return edition.words[language](f"wording.listing.{form}", **names)


def what_it_holds(edition: Edition, listing: Listing, language: str) -> str:
    """One sentence about what a reader or subscriber will find in it."""
    form, names = _named(edition, listing, language)
    return edition.words[language](f"wording.holds.{form}", **names)


def _named(edition: Edition, listing: Listing, language: str) -> tuple[str, dict[str, str]]:
    """Which sentence says what a listing is about, and the names that it may need.

    It has the name in the form that it needs; a term without such a form is only named.
    """
    words, form = edition.words[language], listing.kind
    names = {
        "name": _quoted(words, name_of(edition, listing, language)),
        "network": _quoted(words, said(edition.network.identity, "name", language)),
    }
    term = term_of(edition.network, listing)
    if term is not None and form in _INFLECTED:
        inflected = term.in_ if form == "municipality" else term.for_
        names["in_"] = names["for_"] = _quoted(words, inflected.said(language))
        form = form if inflected.has(language) else f"{form}_named"
    return form, names


def _quoted(words: Words, text: Said) -> str:
    return words.quoted(text.text, text.language)


def name_of(edition: Edition, listing: Listing, language: str) -> Said:
    """The name of what the listing is about, "" when it is about everything."""
    term = term_of(edition.network, listing)
    if term is not None:
        return term.label.said(language)
    if listing.kind == "place":
        return edition.known.places[listing.key].name_in(language)
    if listing.kind == "organiser":
        return edition.known.organisers[listing.key].name_in(language)
    return Said("", language)


def term_of(network: Network, listing: Listing) -> Term | None:
    """The vocabulary term that a listing of municipality, audience, topic or need is about."""
    vocabulary = _VOCABULARY.get(listing.kind)
    return network.vocabularies[vocabulary].get(listing.key) if vocabulary else None
