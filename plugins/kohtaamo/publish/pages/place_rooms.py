"""A place's rooms, and when they are taken this week and the next."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from kohtaamo.model.event import Access
from kohtaamo.model.place import Place, Room
from kohtaamo.publish.ics.rooms import room_address
from kohtaamo.publish.pages.moments import Moments
from kohtaamo.publish.pages.reader import Reader
from kohtaamo.publish.pages.texts import Link, Text
from kohtaamo.schedule.rooms import BusySpan
from kohtaamo.words.dates import clock, clock_span


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenLine:
    """Taken by an open event, or just taken: of closed groups nothing but the hours is known."""

    hours: str
    event: Link | None


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenDay:
    """One day on which a room is taken."""

    day: Moments
    lines: tuple[TakenLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RoomView:
    """A room and its taken times.

    `bookable` and `capacity` are whole phrases; `calendar` holds the same times for a calendar.
    """

    name: Text
    capacity: str
    equipment: Text
    bookable: str
    price: Text
    terms: Text
    calendar: str
    taken: tuple[TakenDay, ...]


def room_views(reader: Reader, place: Place) -> tuple[RoomView, ...]:
    """The rooms in written order."""
    return tuple(_room(reader, place, room) for room in place.rooms)


def _room(reader: Reader, place: Place, room: Room) -> RoomView:
    words = reader.words
    bookable = "site.room.bookable" if room.bookable else "site.room.not_bookable"
    return RoomView(
        name=reader.own(place, room.name),
        capacity=words.several("site.room.capacity", room.capacity) if room.capacity else "",
        equipment=reader.own(place, room.equipment),
        bookable="" if room.bookable is None else words(bookable),
        price=reader.own(place, room.price),
        terms=reader.own(place, room.terms),
        calendar=reader.link(room_address(reader.edition, place.slug, room.id)),
        taken=tuple(_taken(reader, reader.site.busy.get((place.slug, room.id), ()))),
    )


def _taken(reader: Reader, spans: tuple[BusySpan, ...]) -> Iterator[TakenDay]:
    for day, group in groupby(spans, key=lambda span: span.start.date()):
        yield TakenDay(
            day=Moments(day.isoformat(), reader.day(day, "on_weekday")),
            lines=tuple(_line(reader, span) for span in group),
        )


def _line(reader: Reader, span: BusySpan) -> TakenLine:
    """Only what is open to all is named; groups for members are just taken."""
    event = reader.network.events[span.event]
    link = None
    if event.access is Access.OPEN:
        title = reader.field(event, "title")
        link = Link(reader.link(reader.addresses.event(event.slug)), title)
    if span.end is None:
        return TakenLine(
            hours=reader.words("site.room.from_", start=clock(reader.words, span.start)), event=link
        )
    return TakenLine(hours=clock_span(reader.words, span.start, span.end), event=link)
