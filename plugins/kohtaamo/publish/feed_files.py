"""Which calendar and feed files an edition has, and at which addresses.

Old addresses (`formerly`) keep serving the new bytes: a calendar that somebody subscribed to years
ago follows no redirect that a static site could give (contract §2).
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain

from kohtaamo.addresses import file_of
from kohtaamo.listings.listing import Listing
from kohtaamo.publish.about_event import addresses_in
from kohtaamo.publish.about_listing import feed_languages, former_keys, own_languages
from kohtaamo.publish.feeds import opml
from kohtaamo.publish.ics.cut import Cut, calendar_of
from kohtaamo.publish.ics.hours import hours_address
from kohtaamo.publish.ics.listing import EVENT_FILE, event_calendar
from kohtaamo.publish.ics.rooms import room_address
from kohtaamo.publish.output import Output
from kohtaamo.publish.parts import Parts


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """`file` lies at a listing's address; `label_key` is a key of the words files.

    `make` gives the bytes for a listing in a language, made of an edition's parts.
    """

    name: str
    file: str
    media_type: str
    label_key: str
    make: Callable[[Parts, Listing, str], bytes]
    applies: Callable[[Listing], bool]


@dataclass(frozen=True, slots=True)
class _File:
    """An address, what is to be found there, and where it was to be found before."""

    address: str
    render: Callable[[], bytes]
    before: tuple[str, ...] = ()


def feed_files(parts: Parts, formats: Sequence[Format]) -> Iterator[Output]:
    """Every calendar and feed, then all of them at their old addresses.

    An address that something has now wins over the same one that something else had.
    """
    files = (
        *_of_listings(parts, formats),
        *_of_events(parts),
        *_of_rooms(parts),
        *_of_hours(parts),
        _opml(parts, formats),
    )
    taken: set[str] = set()
    now = ((file.address, file.render) for file in files)
    before = ((address, file.render) for file in files for address in file.before)
    for address, render in chain(now, before):
        if address not in taken:
            taken.add(address)
            yield Output(file_of(address), render)


def _of_listings(parts: Parts, formats: Iterable[Format]) -> Iterator[_File]:
    edition = parts.edition
    for listing in edition.listings:
        keys = (listing.key, *former_keys(edition, listing))
        applying = [each for each in formats if each.applies(listing)]
        for language in feed_languages(edition, listing):
            addresses = addresses_in(edition, language)
            folders = [addresses.listing(listing.kind, key) for key in keys]
            for each in applying:
                address, *before = (folder + each.file for folder in folders)
                yield _File(address, partial(each.make, parts, listing, language), tuple(before))


def _of_events(parts: Parts) -> Iterator[_File]:
    """The own file of every event that has a page."""
    edition = parts.edition
    for event in edition.network.events.values():
        if event.is_closed:
            continue
        for language in own_languages(edition, event):
            at = addresses_in(edition, language).event
            address, *before = (at(slug) + EVENT_FILE for slug in (event.slug, *event.formerly))
            yield _File(address, partial(event_calendar, parts, event, language), tuple(before))


def _of_rooms(parts: Parts) -> Iterator[_File]:
    """A file for every room, taken or not: whoever subscribes wants to see it free too."""
    edition = parts.edition
    for place in edition.network.places.values():
        for room in place.rooms:
            address, *before = (
                room_address(edition, slug, room.id) for slug in (place.slug, *place.formerly)
            )
            render = partial(_calendar, parts.room, place.slug, room.id)
            yield _File(address, render, tuple(before))


def _of_hours(parts: Parts) -> Iterator[_File]:
    """The opening hours of every place: who takes them out of a file goes on being followed."""
    edition = parts.edition
    for place in edition.network.places.values():
        for language in own_languages(edition, place):
            slugs = (place.slug, *place.formerly)
            address, *before = (hours_address(edition, slug, language) for slug in slugs)
            render = partial(_calendar, parts.hours, place.slug, language)
            yield _File(address, render, tuple(before))


def _calendar(cut: Callable[[str, str], Cut], slug: str, which: str) -> bytes:
    return calendar_of(cut(slug, which))


def _opml(parts: Parts, formats: Iterable[Format]) -> _File:
    """All feeds in the first format that is a feed for all listings."""
    of_all = next(each for each in formats if all(map(each.applies, parts.edition.listings)))
    return _File(f"/{opml.FILE}", partial(opml.opml, parts.edition, of_all.file))
