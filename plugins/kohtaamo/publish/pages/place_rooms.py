"""A place's rooms, and when they are taken this week and the next."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from itertools import groupby

from kohtaamo.model.event import Access
from kohtaamo.model.place import Place, Room
from kohtaamo.publish.ics.rooms import room_address
from kohtaamo.publish.pages.follow import reach
from kohtaamo.publish.pages.moments import Moments
from kohtaamo.publish.pages.reader import Reader
from kohtaamo.publish.pages.site import DAYS_SHOWN
from kohtaamo.publish.pages.texts import Link, Text
from kohtaamo.schedule.rooms import BusySpan
from kohtaamo.words.dates import clock, clock_span
from kohtaamo.words.words import Words


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

    `bookable` and `capacity` are whole phrases; `calendar` holds the same times for a calendar, and
    `reach` says how far, where it does not hold them all.
    """

    name: Text
    capacity: str
    equipment: Text
    bookable: str
    price: Text
    terms: Text
    calendar: str
    reach: str
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
        reach=reach(reader, reader.site.parts.places.room_until(place.slug, room.id)),
        taken=tuple(_taken(reader, reader.site.busy(place.slug).get(room.id, ()))),
    )


def _taken(reader: Reader, spans: tuple[BusySpan, ...]) -> Iterator[TakenDay]:
    """The days from today to the end of next week on which the room is taken."""
    last = reader.site.monday + timedelta(days=DAYS_SHOWN - 1)
    parts = (part for span in spans for part in _by_day(span))
    shown = (part for part in parts if reader.edition.today <= part.start.date() <= last)
    in_order = sorted(shown, key=lambda part: part.sort_key)
    for day, group in groupby(in_order, key=lambda part: part.start.date()):
        yield TakenDay(
            day=Moments(day.isoformat(), reader.day(day, "on_weekday")),
            lines=tuple(_line(reader, part) for part in group),
        )


def _by_day(span: BusySpan) -> Iterator[BusySpan]:
    """The span cut at midnights: what each of its days has of it."""
    start, midnight = span.start, _next_midnight(span.start)
    while span.end is not None and span.end > midnight:
        yield replace(span, start=start, end=midnight)
        start, midnight = midnight, _next_midnight(midnight)
    yield replace(span, start=start)


def _next_midnight(moment: datetime) -> datetime:
    return datetime.combine(moment.date() + timedelta(days=1), time())


def _line(reader: Reader, part: BusySpan) -> TakenLine:
    """Only what is open to all is named; groups for members are just taken."""
    event = reader.network.events[part.event]
    link = None
    if event.access is Access.OPEN:
        title = reader.field(event, "title")
        link = Link(reader.link(reader.addresses.event(event.slug)), title)
    return TakenLine(hours=_hours(reader.words, part), event=link)


def _hours(words: Words, part: BusySpan) -> str:
    if part.end is None:
        return words("site.room.from_", start=clock(words, part.start))
    if part.start.time() == time() and part.end == _next_midnight(part.start):
        return words("dates.all_day")
    return clock_span(words, part.start, part.end)
