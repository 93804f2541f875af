"""Room × window → when it is taken, and by which event."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from kohtaamo.model.event import Event, umbrella_slugs
from kohtaamo.schedule.moments import INSTANT, ONE_DAY, Moment, clock_of, last_day_of
from kohtaamo.schedule.occurrence import Occurrence
from kohtaamo.schedule.occurrences import expand
from kohtaamo.schedule.zone import CHANGING_HOUR, clocks_change, utc
from kohtaamo.text.zone import HELSINKI

# Of a span that overlaps more than these, the rest is found once these have been mended.
MOST_CLASHES = 20
_HOUR = timedelta(hours=1)


class Use(NamedTuple):
    """What a file says of a busy span: its event's own times, and the minutes around them.

    `by_rule` is the start before any change (see `Occurrence`).
    """

    start: Moment
    end: Moment | None
    by_rule: Moment
    setup: int
    teardown: int


@dataclass(frozen=True, slots=True, kw_only=True)
class BusySpan:
    """A room is taken from `start` to `end` (Europe/Helsinki local), setup and teardown included.

    `event` is the slug; `closed` says that nothing but the times may be shown. `end` is None when
    nobody has said how long the event lasts: then only its start is known to be taken. `use` is
    where the times come from; spans of the same times are equal.
    """

    start: datetime
    end: datetime | None
    event: str
    closed: bool
    use: Use | None = field(default=None, compare=False, repr=False)

    @property
    def taken_until(self) -> datetime:
        """The end, never before the span has begun."""
        begun = self.start + INSTANT
        return begun if self.end is None else max(self.end, begun)

    @property
    def sort_key(self) -> tuple[datetime, datetime, str]:
        """By start, then by end, then by slug."""
        return (self.start, self.taken_until, self.event)

    @property
    def exact(self) -> tuple[datetime, datetime]:
        """Start and end in UTC, true also where clocks show an hour twice."""
        if self.use is None:
            return utc(self.start), utc(self.taken_until)
        begun = utc(clock_of(self.use.start))
        ended = begun + INSTANT
        if self.use.end is not None:
            ended = max(ended, utc(_closing(self.use.end)))
        before, after = self.use.setup, self.use.teardown
        return begun - timedelta(minutes=before), ended + timedelta(minutes=after)


def busy_rooms(
    events: Iterable[Event], first: date, last: date
) -> Mapping[tuple[str, str], tuple[BusySpan, ...]]:
    """When each room is taken, by slug of the place and id of the room; rooms never taken are not.

    All spans that touch a day from `first` to `last`, by start. Cancelled and postponed dates take
    no room, nor does an umbrella event: its parts do.
    """
    every = tuple(events)
    umbrellas = umbrella_slugs(every)
    rooms: dict[tuple[str, str], list[BusySpan]] = {}
    for event in every:
        if event.slug not in umbrellas and takes_rooms(event):
            for place, room, span in _spans(event, first, last):
                rooms.setdefault((place, room), []).append(span)
    return {key: tuple(sorted(rooms[key], key=lambda span: span.sort_key)) for key in sorted(rooms)}


def clashes(
    spans: Iterable[BusySpan], turnaround: int = 0
) -> tuple[tuple[BusySpan, BusySpan], ...]:
    """The pairs of spans of one room that overlap, the earlier first.

    One may begin when the other ends; `turnaround` is the room's minutes that have to lie between,
    in real time, as setup and teardown are. Each span is paired with the first MOST_CLASHES of
    those that begin during it, so that any number of spans gives no more than so many pairs each.
    """
    ordered = sorted(spans, key=lambda span: span.sort_key)
    between = timedelta(minutes=turnaround)
    found = []
    for at, span in enumerate(ordered):
        free_from = span.taken_until + between
        for later in ordered[at + 1 : at + 1 + MOST_CLASHES]:
            if later.start >= free_from + _HOUR:
                break
            if _collide(span, later, between):
                found.append((span, later))
    return tuple(found)


def overlap(one: BusySpan, other: BusySpan) -> bool:
    """True when there is a moment at which both take the room."""
    first, second = sorted((one, other), key=lambda span: span.sort_key)
    return _collide(first, second, timedelta(0))


def _collide(span: BusySpan, later: BusySpan, between: timedelta) -> bool:
    """The clock on the wall tells it, but in the nights when it is set to another time."""
    free_from = span.taken_until + between
    if later.start < free_from - _HOUR:
        return True
    if not (clocks_change(later.start.date()) or clocks_change(free_from.date())):
        return later.start < free_from
    (begun, ended), (begun_too, ended_too) = span.exact, later.exact
    return begun_too < ended + between and begun < ended_too + between


def takes_rooms(event: Event) -> bool:
    """True when the event, or a changed date of it, names a room."""
    changes = event.repeat.changes if event.repeat else ()
    return event.room is not None or any(change.room is not None for change in changes)


def _spans(event: Event, first: date, last: date) -> Iterator[tuple[str, str, BusySpan]]:
    """Place, room and span of each occurrence; setup and teardown may reach into the window."""
    margin = ONE_DAY + timedelta(minutes=max(event.setup, event.teardown))
    for occurrence in expand(event, first - margin, last + margin):
        if occurrence.takes_place and occurrence.place and occurrence.room:
            span = _span(event, occurrence)
            if span.start.date() <= last and first <= last_day_of(span.start, span.end):
                yield occurrence.place, occurrence.room, span


def _span(event: Event, occurrence: Occurrence) -> BusySpan:
    end = occurrence.end
    return BusySpan(
        start=minutes_before(clock_of(occurrence.start), event.setup),
        end=None if end is None else minutes_after(_closing(end), event.teardown),
        event=event.slug,
        closed=event.is_closed,
        use=Use(occurrence.start, end, occurrence.by_rule, event.setup, event.teardown),
    )


def _closing(end: Moment) -> datetime:
    """The moment of an end; a last day lasts until its midnight."""
    return end if isinstance(end, datetime) else clock_of(end + ONE_DAY)


def minutes_before(moment: datetime, minutes: int) -> datetime:
    """What the clock shows so many real minutes before; of an hour shown twice, the first."""
    return _shifted(moment, -minutes).replace(tzinfo=None, fold=0) if minutes else moment


def minutes_after(moment: datetime, minutes: int) -> datetime:
    """What the clock shows so many real minutes after; of an hour shown twice, its second end.

    A time without a zone means the first of the two: it would come out an hour too early.
    """
    if not minutes:
        return moment
    shifted = _shifted(moment, minutes)
    if shifted.fold:
        return datetime.combine(shifted.date(), time(CHANGING_HOUR + 1))
    return shifted.replace(tzinfo=None)


def _shifted(moment: datetime, minutes: int) -> datetime:
    return (utc(moment) + timedelta(minutes=minutes)).astimezone(HELSINKI)
