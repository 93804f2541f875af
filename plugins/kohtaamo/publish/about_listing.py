"""Facts about one listing that all its calendars and feeds need alike."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from kohtaamo.ids import item_id
from kohtaamo.listings.edition import Edition
from kohtaamo.listings.listing import Listing
from kohtaamo.model.organiser import Organiser
from kohtaamo.model.place import Place
from kohtaamo.model.translation import Translated, said
from kohtaamo.publish.about_event import addresses_in
from kohtaamo.publish.wording.listing import term_of, title


def speaks(item: Translated, language: str) -> bool:
    """True when an event, notice or place was written in a language or translated into it."""
    return item.written_in == language or language in item.translations


def feed_languages(edition: Edition, listing: Listing) -> tuple[str, ...]:
    """The languages in which a listing has calendars and feeds of its own (contract §4).

    The first language always, another one where an item of the listing can be read in it, one that
    has passed or is still far ahead too.
    """
    first, *others = edition.languages
    return first, *(tag for tag in others if tag in listing.languages)


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
    named: Mapping[str, Mapping[str, Place | Organiser]] = {
        "place": edition.network.places,
        "organiser": edition.network.organisers,
    }
    thing = named.get(listing.kind, {}).get(listing.key)
    return thing.formerly if thing is not None else ()
