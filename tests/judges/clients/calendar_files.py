"""Every calendar file of an edition, with what a calendar program has to show of it."""

from collections.abc import Iterator
from dataclasses import dataclass

from kohtaamo.addresses import file_of
from kohtaamo.listings.edition import Edition
from kohtaamo.listings.table import BOARD, CHANGES
from kohtaamo.publish.about_event import addresses_in
from kohtaamo.publish.about_listing import feed_languages, own_languages
from tests.judges.clients import days
from tests.judges.clients.days import Shown

ALL, PLACE, EVENT, ROOM, HOURS = "all", "place", "event", "room", "hours"


@dataclass(frozen=True, slots=True, kw_only=True)
class Calendar:
    """A published file by its path in the output folder; `kind` is a listing's, or what it tells
    of: event, room, hours.
    """

    path: str
    kind: str
    shown: list[Shown]


def calendars(edition: Edition) -> Iterator[Calendar]:
    """In the order of listings, events, rooms, hours."""
    yield from _of_listings(edition)
    yield from _of_events(edition)
    yield from _of_rooms(edition)
    yield from _of_hours(edition)


def _of_listings(edition: Edition) -> Iterator[Calendar]:
    for listing in edition.listings:
        if listing.kind in {BOARD, CHANGES}:
            continue
        for language in feed_languages(edition, listing):
            folder = addresses_in(edition, language).listing(listing.kind, listing.key)
            yield Calendar(
                path=file_of(f"{folder}calendar.ics"),
                kind=listing.kind,
                shown=days.of_listing(edition, listing, language),
            )


def _of_events(edition: Edition) -> Iterator[Calendar]:
    for event in edition.network.events.values():
        if event.is_closed:
            continue
        for language in own_languages(edition, event):
            address = addresses_in(edition, language).event(event.slug)
            yield Calendar(
                path=file_of(f"{address}event.ics"),
                kind=EVENT,
                shown=days.of_one(edition, event, language),
            )


def _of_rooms(edition: Edition) -> Iterator[Calendar]:
    for place in edition.network.places.values():
        for room in place.rooms:
            address = addresses_in(edition, edition.first_language).place(place.slug)
            yield Calendar(
                path=file_of(f"{address}rooms/{room.id}.ics"),
                kind=ROOM,
                shown=days.of_room(edition, place, room.id),
            )


def _of_hours(edition: Edition) -> Iterator[Calendar]:
    for place in edition.network.places.values():
        for language in own_languages(edition, place):
            address = addresses_in(edition, language).place(place.slug)
            yield Calendar(
                path=file_of(f"{address}hours.ics"),
                kind=HOURS,
                shown=days.of_hours(edition, place, language),
            )
