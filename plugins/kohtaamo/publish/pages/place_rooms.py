"""A place's rooms in short: what they are, when they are free next, and the way to their pages."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, islice

from kohtaamo.model.place import Place, Room
from kohtaamo.publish.pages.moments import Moments
from kohtaamo.publish.pages.reader import Reader
from kohtaamo.publish.pages.texts import Link
from kohtaamo.publish.wording.repeats import joined
from kohtaamo.schedule.free import FreeSpan
from kohtaamo.schedule.room_days import RoomDay
from kohtaamo.words.dates import clock_span

# Of the free times to come a place's page names so many.
MOST_NEXT = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class NextDay:
    """A day on which a room is free, and its hours then."""

    day: Moments
    hours: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RoomView:
    """`page` leads to the room's own page; `capacity` is a whole phrase.

    `next` are the days on which the room is free next; `state` says why there are none, if it is
    known.
    """

    page: Link
    capacity: str
    next: tuple[NextDay, ...]
    state: str


def room_views(reader: Reader, place: Place) -> tuple[RoomView, ...]:
    """The rooms in written order."""
    return tuple(_room(reader, place, room) for room in place.rooms)


def room_link(reader: Reader, place: Place, room: Room) -> Link:
    """A link to a room's page, by its name."""
    address = reader.addresses.room(place.slug, room.id)
    return Link(reader.link(address), reader.own(place, room.name))


def capacity(reader: Reader, room: Room) -> str:
    """How many fit in, as a phrase; "" when nobody has said."""
    return reader.words.several("room.capacity", room.capacity) if room.capacity else ""


def free_ahead(reader: Reader, days: Sequence[RoomDay]) -> Iterator[FreeSpan]:
    """What is free from today on, by start."""
    today = reader.edition.today
    return (span for each in days if each.day >= today for span in each.free)


def _room(reader: Reader, place: Place, room: Room) -> RoomView:
    days = tuple(_next(reader, reader.site.rooms(place.slug)[room.id]))
    return RoomView(
        page=room_link(reader, place, room),
        capacity=capacity(reader, room),
        next=days,
        state=_state(reader, room) if not days else "",
    )


def _next(reader: Reader, days: Sequence[RoomDay]) -> Iterator[NextDay]:
    spans = islice(free_ahead(reader, days), MOST_NEXT)
    for day, group in groupby(spans, key=lambda span: span.day):
        hours = (clock_span(reader.words, span.start, span.end) for span in group)
        yield NextDay(
            day=Moments(day.isoformat(), reader.day(day, "on_weekday")),
            hours=joined(reader.words, hours),
        )


def _state(reader: Reader, room: Room) -> str:
    if room.bookable is None:
        return ""
    return reader.words("room.next.none" if room.bookable else "room.next.never")
