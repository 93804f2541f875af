"""Which calendar and feed files an edition has, and at which addresses.

Old addresses (`formerly`) keep serving the new bytes: a calendar that somebody subscribed to years
ago follows no redirect that a static site could give (contract §2).
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain

from kohtaamo.addresses import file_of
from kohtaamo.listings.facts import Basics
from kohtaamo.listings.listing import Listing
from kohtaamo.publish.about_event import addresses_in
from kohtaamo.publish.about_listing import feed_languages, former_keys, own_languages
from kohtaamo.publish.feeds import opml
from kohtaamo.publish.ics.cut import Cut, calendar_of
from kohtaamo.publish.ics.hours import HOURS_FILE, hours_address
from kohtaamo.publish.ics.listing import EVENT_FILE, event_calendar
from kohtaamo.publish.ics.rooms import room_address
from kohtaamo.publish.osm.file import HOURS_TEXT_FILE, hours_text, hours_text_address
from kohtaamo.publish.output import CALENDAR, EVERYTHING, Output, Subject, of_event, of_listing
from kohtaamo.publish.parts import Parts
from kohtaamo.publish.scope import WHOLE, Scope


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """`file` lies at a listing's address; `label_key` is a key of the words files.

    `make` gives the bytes for a listing in a language, made of an edition's parts; `told_as` says
    whether they are a calendar or a feed.
    """

    name: str
    file: str
    media_type: str
    label_key: str
    told_as: str
    make: Callable[[Parts, Listing, str], bytes]
    applies: Callable[[Listing], bool]


@dataclass(frozen=True, slots=True)
class _File:
    """An address, what is to be found there, and where it was to be found before."""

    address: str
    render: Callable[[], bytes]
    subject: Subject
    before: tuple[str, ...] = ()

    def at(self, address: str) -> Output:
        kind = self.address.rpartition("/")[2]
        return Output(file_of(address), self.render, kind, (self.subject,))


def feed_files(
    parts: Parts,
    formats: Sequence[Format],
    makes: Callable[[str], bool] = lambda file: True,
    scope: Scope = WHOLE,
) -> Iterator[Output]:
    """Every calendar and feed of a scope, then all of them at their old addresses.

    An address that something has now wins over the same one that something else had.
    """
    files = (
        *_of_listings(parts, [each for each in formats if makes(each.file)], scope),
        *(_of_events(parts, scope) if makes(EVENT_FILE) else ()),
        *_of_rooms(parts, scope),
        *(_of_hours(parts, scope) if makes(HOURS_FILE) else ()),
        *(_of_hours_texts(parts, scope) if makes(HOURS_TEXT_FILE) else ()),
        *([_opml(parts, formats)] if makes(opml.FILE) else ()),
    )
    taken: set[str] = set()
    now = ((file.address, file) for file in files)
    before = ((address, file) for file in files for address in file.before)
    for address, file in chain(now, before):
        if address not in taken:
            taken.add(address)
            yield file.at(address)


def _of_listings(parts: Parts, formats: Iterable[Format], scope: Scope) -> Iterator[_File]:
    edition = parts.edition
    for listing in (edition.listed[key] for key in edition.listed if key in scope.listings):
        keys = (listing.key, *former_keys(edition, listing))
        applying = [each for each in formats if each.applies(listing)]
        for language in feed_languages(edition, listing):
            addresses = addresses_in(edition, language)
            folders = [addresses.listing(listing.kind, key) for key in keys]
            for each in applying:
                address, *before = (folder + each.file for folder in folders)
                make = partial(each.make, parts, listing, language)
                subject = of_listing(listing.kind, listing.key, each.told_as)
                yield _File(address, make, subject, tuple(before))


def _of_events(parts: Parts, scope: Scope) -> Iterator[_File]:
    """The own file of every event that has a page."""
    edition = parts.edition
    for slug, facts in edition.facts.items():
        if slug not in scope.events or facts.is_closed:
            continue
        for language in own_languages(edition, facts):
            at = addresses_in(edition, language).event
            address, *before = (at(slug) + EVENT_FILE for slug in (facts.slug, *facts.formerly))
            make = partial(_event_calendar, parts, facts.slug, language)
            yield _File(address, make, of_event(facts.slug, CALENDAR), tuple(before))


def _event_calendar(parts: Parts, slug: str, language: str) -> bytes:
    return event_calendar(parts, parts.edition.network.events[slug], language)


def _of_rooms(parts: Parts, scope: Scope) -> Iterator[_File]:
    """A file for every room, taken or not: whoever subscribes wants to see it free too."""
    edition = parts.edition
    for place in _places(parts, scope):
        for room in place.rooms:
            address, *before = (
                room_address(edition, slug, room) for slug in (place.slug, *place.formerly)
            )
            render = partial(_calendar, parts.places.room, place.slug, room)
            yield _File(address, render, ("rooms", place.slug), tuple(before))


def _of_hours(parts: Parts, scope: Scope) -> Iterator[_File]:
    """The opening hours of every place: who takes them out of a file goes on being followed."""
    edition = parts.edition
    for place in _places(parts, scope):
        for language in own_languages(edition, place):
            slugs = (place.slug, *place.formerly)
            address, *before = (hours_address(edition, slug, language) for slug in slugs)
            render = partial(_calendar, parts.places.hours, place.slug, language)
            yield _File(address, render, ("hours", place.slug), tuple(before))


def _of_hours_texts(parts: Parts, scope: Scope) -> Iterator[_File]:
    """The hours of every place for maps; the file stays, like the calendar of them."""
    edition = parts.edition
    for place in _places(parts, scope):
        slugs = (place.slug, *place.formerly)
        address, *before = (hours_text_address(edition, slug) for slug in slugs)
        render = partial(_hours_text, parts, place.slug)
        yield _File(address, render, ("hours", place.slug), tuple(before))


def _hours_text(parts: Parts, slug: str) -> bytes:
    return hours_text(parts.edition, parts.edition.network.places[slug], parts.places.plans(slug))


def _places(parts: Parts, scope: Scope) -> Iterator[Basics]:
    places = parts.edition.known.places
    return (places[slug] for slug in places if ("place", slug) in scope.listings)


def _calendar(cut: Callable[[str, str], Cut], slug: str, which: str) -> bytes:
    return calendar_of(cut(slug, which))


def _opml(parts: Parts, formats: Iterable[Format]) -> _File:
    """All feeds in the first format that is a feed for all listings."""
    return _File(f"/{opml.FILE}", partial(_opml_of, parts, formats), EVERYTHING)


def _opml_of(parts: Parts, formats: Iterable[Format]) -> bytes:
    of_all = next(each for each in formats if all(map(each.applies, parts.edition.listings)))
    return opml.opml(parts.edition, of_all.file)
