"""Room × window → when it is taken, and by which event."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from kohtaamo.model.event import Event, umbrella_slugs
from kohtaamo.schedule.moments import INSTANT, ONE_DAY, clock_of, last_day_of
from kohtaamo.schedule.occurrence import Occurrence
from kohtaamo.schedule.occurrences import expand
from kohtaamo.schedule.zone import CHANGING_HOUR, utc
from kohtaamo.text.zone import HELSINKI

# Of a span that overlaps more than these, the rest is found once these have been mended.
MOST_CLASHES = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class BusySpan:
    """A room is taken from `start` to `end` (Europe/Helsinki local), setup and teardown included.

    `event` is the slug; `closed` says that nothing but the times may be shown. `end` is None when
    nobody has said how long the event lasts: then only its start is known to be taken.
    """

    start: datetime
    end: datetime | None
    event: str
    closed: bool

    @property
    def taken_until(self) -> datetime:
        """The end, never before the span has begun."""
        begun = self.start + INSTANT
        return begun if self.end is None else max(self.end, begun)

    @property
    def sort_key(self) -> tuple[datetime, datetime, str]:
        """By start, then by end, then by slug."""
        return (self.start, self.taken_until, self.event)


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

    One may begin when the other ends; `turnaround` is the room's minutes that have to lie between.
    Each span is paired with the first MOST_CLASHES of those that begin during it, so that any
    number of spans gives no more than so many pairs each.
    """
    ordered = sorted(spans, key=lambda span: span.sort_key)
    between = timedelta(minutes=turnaround)
    found = []
    for at, span in enumerate(ordered):
        free_from = span.taken_until + between
        for later in ordered[at + 1 : at + 1 + MOST_CLASHES]:
            if later.start >= free_from:
                break
            found.append((span, later))
    return tuple(found)


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
    if end is not None:
        end = clock_of(end) + (ONE_DAY if occurrence.all_day else timedelta(0))
        end = minutes_after(end, event.teardown)
    return BusySpan(
        start=minutes_before(clock_of(occurrence.start), event.setup),
        end=end,
        event=event.slug,
        closed=event.is_closed,
    )


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
