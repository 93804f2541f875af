"""Facts about one listing that all its calendars and feeds need alike."""

from collections.abc import Container, Mapping, Sequence
from uuid import UUID

from kohtaamo.ids import item_id
from kohtaamo.listings.edition import Edition
from kohtaamo.listings.facts import Basics, Facts
from kohtaamo.listings.languages import told_in
from kohtaamo.listings.listing import Listing
from kohtaamo.model.event import Event
from kohtaamo.model.place import Place
from kohtaamo.model.translation import said
from kohtaamo.publish.about_event import addresses_in
from kohtaamo.publish.wording.listing import term_of, title
from kohtaamo.text.languages import broader


def own_languages(edition: Edition, item: Basics | Event | Facts | Place) -> tuple[str, ...]:
    """The languages in which an event or place has calendar files of its own (contract §4).

    The first language always, another one where the item can be read in it, or once could.
    """
    return _with_first(edition, told_in(item, edition.translated))


def feed_languages(edition: Edition, listing: Listing) -> tuple[str, ...]:
    """The languages in which a listing has calendars and feeds of its own (contract §4).

    The first language always, another one where an item of the listing can be read in it or once
    could, one that has passed or is still far ahead too.
    """
    return _with_first(edition, listing.languages)


def own_or_first(language: str, languages: Sequence[str]) -> str:
    """The language of the files for readers of `language`: theirs, or a broader one, or the first.

    Whoever reads easy Finnish gets the Finnish files where there are no easy ones.
    """
    return next((tag for tag in broader(language) if tag in languages), languages[0])


def _with_first(edition: Edition, languages: Container[str]) -> tuple[str, ...]:
    first, *others = edition.languages
    return first, *(tag for tag in others if tag in languages)


def feed_title(edition: Edition, listing: Listing, language: str) -> str:
    """What subscribers see in their list: `Tapahtumat Rautjärvellä – Verkoston nimi`."""
    return edition.words[language](
        "feeds.name",
        listing=title(edition, listing, language),
        network=said(edition.network.identity, "name", language).text,
    )


def listing_url(edition: Edition, listing: Listing, language: str) -> str:
    """The absolute address of a listing's page; its calendar and feeds lie below it."""
    return edition.site_url + addresses_in(edition, language).listing(listing.kind, listing.key)


def listing_identity(edition: Edition, listing: Listing) -> UUID:
    """The identity of a listing's feeds, one for all formats and languages."""
    network_id = edition.network.identity.id
    kind = f"listing/{listing.kind}"
    return item_id(network_id, kind, listing.key, former_keys(edition, listing))


def former_keys(edition: Edition, listing: Listing) -> Sequence[str]:
    """Under which keys the listing was to be found before (`formerly`), the oldest first."""
    term = term_of(edition.network, listing)
    if term is not None:
        return term.formerly
    named: Mapping[str, Mapping[str, Basics]] = {
        "place": edition.known.places,
        "organiser": edition.known.organisers,
    }
    thing = named.get(listing.kind, {}).get(listing.key)
    return thing.formerly if thing is not None else ()
