"""When a room is free and when it is taken, in words: as a list to ask from, and as tables."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, time
from itertools import groupby

from kohtaamo.model.event import Access
from kohtaamo.model.place import Place
from kohtaamo.publish.pages.hours_words import WEEK
from kohtaamo.publish.pages.moments import Moments, month_name
from kohtaamo.publish.pages.place_hours import DayLine, day_line
from kohtaamo.publish.pages.place_rooms import free_ahead
from kohtaamo.publish.pages.reader import Reader
from kohtaamo.publish.pages.site import DAYS_SHOWN
from kohtaamo.publish.pages.texts import Link, capital, unbroken
from kohtaamo.schedule.free import FreeSpan
from kohtaamo.schedule.moments import ONE_DAY
from kohtaamo.schedule.room_days import RoomDay
from kohtaamo.schedule.rooms import BusySpan
from kohtaamo.words.dates import clock, clock_span

_WEEKS = ("this_week", "next_week", "third_week")


@dataclass(frozen=True, slots=True, kw_only=True)
class FreeSlot:
    """`ask` leads to a mail about it, "" where nobody takes mails; `note` is said of it."""

    hours: str
    ask: str
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FreeDay:
    """`press` is said behind every time that is a link: whoever hears links alone needs the day."""

    day: Moments
    slots: tuple[FreeSlot, ...]
    press: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FreeWeek:
    """The days of one week on which a room is free."""

    name: str
    days: tuple[FreeDay, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenLine:
    """Taken by an open event, or just taken: of closed groups nothing but the hours is known."""

    words: str
    event: Link | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RoomRow:
    """One day; every cell says itself what it says, as on a phone no heading stands above it.

    `hours` are those of the place.
    """

    day: Moments
    hours: DayLine | None
    taken: tuple[TakenLine, ...]
    free: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RoomTable:
    """The rows of a week or a month; `has_free` for a room that can be booked.

    A month has no `hours`: with them it would be too much for a glance.
    """

    name: str
    rows: tuple[RoomRow, ...]
    has_hours: bool
    has_free: bool


def free_weeks(
    reader: Reader, days: Sequence[RoomDay], ask: Callable[[FreeSpan], str] | None
) -> Iterator[FreeWeek]:
    """What is free from today to the end of the second week after this one, by weeks."""
    monday = reader.site.monday

    def week_of(span: FreeSpan) -> int:
        return (span.day - monday).days // WEEK

    for week, spans in groupby(free_ahead(reader, days[: len(_WEEKS) * WEEK]), key=week_of):
        name = reader.words(f"room.free.{_WEEKS[week]}")
        yield FreeWeek(name=name, days=tuple(_free_days(reader, spans, ask)))


def week_tables(
    reader: Reader, place: Place, days: Sequence[RoomDay], has_free: bool
) -> Iterator[RoomTable]:
    """The table of this week from its Monday, with days that have passed, and of the next."""
    for at, name in zip(range(0, DAYS_SHOWN, WEEK), _WEEKS, strict=False):
        week = days[at : at + WEEK]
        first, last = (reader.day(each.day) for each in (week[0], week[-1]))
        rows = (_row(reader, each, day_line(reader, place, each.hours)) for each in week)
        yield RoomTable(
            name=reader.words(f"room.table.{name}", first=first, last=last),
            rows=tuple(rows),
            has_hours=True,
            has_free=has_free,
        )


def month_tables(reader: Reader, days: Sequence[RoomDay], has_free: bool) -> Iterator[RoomTable]:
    """The rest of the month from this week's Monday on, and the next month."""
    begun = reader.edition.today.replace(day=1)
    ahead = (each for each in days if each.day >= begun)
    for month, group in groupby(ahead, key=lambda each: (each.day.year, each.day.month)):
        yield RoomTable(
            name=capital(month_name(reader.words, month)),
            rows=tuple(_row(reader, each) for each in group),
            has_hours=False,
            has_free=has_free,
        )


def _free_days(
    reader: Reader, spans: Iterator[FreeSpan], ask: Callable[[FreeSpan], str] | None
) -> Iterator[FreeDay]:
    for day, group in groupby(spans, key=lambda span: span.day):
        date = reader.day(day, "on_weekday")
        yield FreeDay(
            day=Moments(day.isoformat(), date),
            slots=tuple(_slot(reader, span, ask(span) if ask else "") for span in group),
            press=reader.words("room.free.press", date=date) if ask else "",
        )


def _slot(reader: Reader, span: FreeSpan, ask: str) -> FreeSlot:
    return FreeSlot(
        hours=clock_span(reader.words, span.start, span.end),
        ask=ask,
        note=reader.words("room.free.by_appointment") if span.by_appointment else "",
    )


def _row(reader: Reader, day: RoomDay, hours: DayLine | None = None) -> RoomRow:
    words = reader.words
    return RoomRow(
        day=Moments(day.day.isoformat(), reader.day(day.day, "on_weekday")),
        hours=hours,
        taken=tuple(_taken(reader, part) for part in day.taken),
        free=tuple(
            unbroken(words("room.free.span", hours=clock_span(words, span.start, span.end)))
            for span in day.free
        ),
    )


def _taken(reader: Reader, part: BusySpan) -> TakenLine:
    """Only what is open to all is named; groups for members are just taken."""
    event = reader.network.events[part.event]
    link = None
    if event.access is Access.OPEN:
        title = reader.field(event, "title")
        link = Link(reader.link(reader.addresses.event(event.slug)), title)
    said = reader.words("room.taken.span", hours=_hours(reader, part))
    return TakenLine(words=unbroken(said), event=link)


def _hours(reader: Reader, part: BusySpan) -> str:
    words, start, end = reader.words, part.start, part.end
    if end is None:
        return words("room.taken.from_", start=clock(words, start))
    if start.time() == time() and end == datetime.combine(start.date() + ONE_DAY, time()):
        return words("dates.all_day")
    return clock_span(words, start, end)
