"""Room × window → when it is taken, and by which event."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from kohtaamo.model.event import Event, umbrella_slugs
from kohtaamo.model.place import Place
from kohtaamo.schedule.moments import INSTANT, ONE_DAY, clock_of, last_day_of
from kohtaamo.schedule.occurrence import Occurrence
from kohtaamo.schedule.occurrences import expand


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


def busy_spans(
    events: Iterable[Event], place: Place, room: str, first: date, last: date
) -> tuple[BusySpan, ...]:
    """When events take the room, for all spans that touch a day from `first` to `last`, by start.

    `events` may be all of the network's. Cancelled and postponed dates take no room, nor does an
    umbrella event: its parts do.
    """
    return busy_rooms(events, first, last).get((place.slug, room), ())


def busy_rooms(
    events: Iterable[Event], first: date, last: date
) -> Mapping[tuple[str, str], tuple[BusySpan, ...]]:
    """`busy_spans` of every room that is taken at all, by slug of the place and id of the room."""
    every = tuple(events)
    umbrellas = umbrella_slugs(every)
    rooms: dict[tuple[str, str], list[BusySpan]] = {}
    for event in every:
        if event.slug not in umbrellas and _takes_rooms(event):
            for place, room, span in _spans(event, first, last):
                rooms.setdefault((place, room), []).append(span)
    return {key: tuple(sorted(rooms[key], key=lambda span: span.sort_key)) for key in sorted(rooms)}


def clashes(
    spans: Iterable[BusySpan], turnaround: int = 0
) -> tuple[tuple[BusySpan, BusySpan], ...]:
    """The pairs of spans of one room that overlap, the earlier first.

    One may begin when the other ends; `turnaround` is the room's minutes that have to lie between.
    """
    ordered = sorted(spans, key=lambda span: span.sort_key)
    between = timedelta(minutes=turnaround)
    found = []
    for at, span in enumerate(ordered):
        free_from = span.taken_until + between
        for later in range(at + 1, len(ordered)):
            if ordered[later].start >= free_from:
                break
            found.append((span, ordered[later]))
    return tuple(found)


def _takes_rooms(event: Event) -> bool:
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
        end = clock_of(end) + timedelta(minutes=event.teardown)
        end += ONE_DAY if occurrence.all_day else timedelta(0)
    return BusySpan(
        start=clock_of(occurrence.start) - timedelta(minutes=event.setup),
        end=end,
        event=event.slug,
        closed=event.is_closed,
    )
