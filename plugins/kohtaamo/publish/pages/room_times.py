"""When a room is free and when it is taken, in words: as a list to ask from, and as tables."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cache
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
from kohtaamo.publish.wording.repeats import joined
from kohtaamo.schedule.free import FreeSpan
from kohtaamo.schedule.moments import ONE_DAY
from kohtaamo.schedule.room_days import RoomDay
from kohtaamo.schedule.rooms import BusySpan
from kohtaamo.words.dates import clock, clock_span
from kohtaamo.words.words import Words

# By the key of the words around them, hours from a start to an end, if that is known.
_Say = Callable[[str, datetime, datetime | None], str]
_WEEKS = ("this_week", "next_week", "third_week")
# From Monday of this week on, so many days are looked at for free times.
DAYS_LISTED = len(_WEEKS) * WEEK


@dataclass(frozen=True, slots=True, kw_only=True)
class FreeSlot:
    """Hours, and a mail that asks for them."""

    hours: str
    ask: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FreeDay:
    """`slots` where they can be asked for by mail, else all `hours` in words.

    `press` is said behind every link: whoever hears links alone needs the day.
    """

    day: Moments
    slots: tuple[FreeSlot, ...]
    press: str
    hours: str


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

    for week, spans in groupby(free_ahead(reader, days[:DAYS_LISTED]), key=week_of):
        name = reader.words(f"room.free.{_WEEKS[week]}")
        yield FreeWeek(name=name, days=tuple(_free_days(reader, spans, ask)))


def week_tables(
    reader: Reader, place: Place, days: Sequence[RoomDay], has_free: bool
) -> Iterator[RoomTable]:
    """The table of this week from its Monday, with days that have passed, and of the next."""
    say = _sayer(reader.words)
    for at, name in zip(range(0, DAYS_SHOWN, WEEK), _WEEKS, strict=False):
        week = days[at : at + WEEK]
        first, last = (reader.day(each.day) for each in (week[0], week[-1]))
        rows = (_row(reader, say, each, day_line(reader, place, each.hours)) for each in week)
        yield RoomTable(
            name=reader.words(f"room.table.{name}", first=first, last=last),
            rows=tuple(rows),
            has_hours=True,
            has_free=has_free,
        )


def month_tables(reader: Reader, days: Sequence[RoomDay], has_free: bool) -> Iterator[RoomTable]:
    """The rest of the month from this week's Monday on, and the next month."""
    say = _sayer(reader.words)
    begun = reader.edition.today.replace(day=1)
    ahead = (each for each in days if each.day >= begun)
    for month, group in groupby(ahead, key=lambda each: (each.day.year, each.day.month)):
        yield RoomTable(
            name=capital(month_name(reader.words, month)),
            rows=tuple(_row(reader, say, each) for each in group),
            has_hours=False,
            has_free=has_free,
        )


def _free_days(
    reader: Reader, spans: Iterator[FreeSpan], ask: Callable[[FreeSpan], str] | None
) -> Iterator[FreeDay]:
    words = reader.words
    for day, group in groupby(spans, key=lambda span: span.day):
        on_day = reader.day(day, "on_weekday")
        free = [(_free_hours(words, span), span) for span in group]
        yield FreeDay(
            day=Moments(day.isoformat(), on_day),
            slots=tuple(FreeSlot(hours=hours, ask=ask(span)) for hours, span in free if ask),
            press=words("room.free.press", date=on_day) if ask else "",
            hours="" if ask else joined(words, (hours for hours, _ in free)),
        )


def _free_hours(words: Words, span: FreeSpan) -> str:
    """Hours, and that they take an appointment: `13–16 (avataan sopimuksesta)`."""
    hours = clock_span(words, span.start, span.end)
    return words("room.free.agreed", hours=hours) if span.by_appointment else hours


def _row(reader: Reader, say: _Say, day: RoomDay, hours: DayLine | None = None) -> RoomRow:
    return RoomRow(
        day=Moments(day.day.isoformat(), reader.day(day.day, "on_weekday")),
        hours=hours,
        taken=tuple(_taken(reader, say, part) for part in day.taken),
        free=tuple(say("room.free.span", span.start, span.end) for span in day.free),
    )


def _taken(reader: Reader, say: _Say, part: BusySpan) -> TakenLine:
    """Only what is open to all is named; groups for members are just taken."""
    event = reader.network.events[part.event]
    link = None
    if event.access is Access.OPEN:
        title = reader.field(event, "title")
        link = Link(reader.link(reader.addresses.event(event.slug)), title)
    return TakenLine(words=say("room.taken.span", part.start, part.end), event=link)


def _sayer(words: Words) -> _Say:
    """A function that says hours by a key: a room's days say the same few all the time."""

    @cache
    def said(key: str, begins: time, length: timedelta | None) -> str:
        start = datetime.combine(date.min, begins)
        return unbroken(words(key, hours=_hours(words, start, length)))

    return lambda key, start, end: said(key, start.time(), end - start if end else None)


def _hours(words: Words, start: datetime, length: timedelta | None) -> str:
    if length is None:
        return words("room.taken.from_", start=clock(words, start))
    if length == ONE_DAY and start.time() == time():
        return words("dates.all_day")
    return clock_span(words, start, start + length)
