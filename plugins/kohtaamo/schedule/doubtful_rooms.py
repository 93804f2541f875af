"""Which events may take a room that another has: a quick look, before busy times are laid out.

Most rooms are never taken twice. Rough times are enough to see that, and cost a fraction.
"""

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime, timedelta
from itertools import pairwise

from kohtaamo.model.event import Event, umbrella_slugs
from kohtaamo.schedule.moments import INSTANT, ONE_DAY, clock_of
from kohtaamo.schedule.occurrences import occurrences
from kohtaamo.schedule.rooms import takes_rooms
from kohtaamo.schedule.series import Series, plan
from kohtaamo.schedule.zone import clocks_change

# Place and room; the rough first and last moment at which the room is taken.
Room = tuple[str, str]
Rough = tuple[datetime, datetime]

# Setup, teardown and turnaround are real time: over a change of clocks they reach an hour further.
_CLOCK_CHANGE = timedelta(hours=1)


def doubtful_events(
    events: Iterable[Event], turnaround: Callable[[str, str], int]
) -> tuple[Event, ...]:
    """The events that take a room in which two spans may clash, on any day.

    `turnaround` gives the minutes that a room (place, id) needs between two uses. No event of
    these rooms is missing, and all that clash are among them; umbrella events take no rooms.
    """
    every = tuple(events)
    umbrellas = umbrella_slugs(every)
    spans: dict[Room, list[Rough]] = {}
    takers: dict[Room, dict[str, Event]] = {}
    for event in every:
        if takes_rooms(event) and event.slug not in umbrellas:
            for room, rough in _rough_spans(event):
                spans.setdefault(room, []).extend(rough)
                takers.setdefault(room, {})[event.slug] = event
    found: dict[str, Event] = {}
    for room, taken in spans.items():
        if _overlap(taken, timedelta(minutes=turnaround(*room))):
            found |= takers[room]
    return tuple(found.values())


def _overlap(spans: list[Rough], between: timedelta) -> bool:
    """True when a span begins before the last one has ended, `between` included."""
    spans.sort()
    return any(_is_near(span[1], later[0], between) for span, later in pairwise(spans))


def _is_near(ended: datetime, begun: datetime, between: timedelta) -> bool:
    if begun < ended + between:
        return True
    if not between or begun >= ended + between + _CLOCK_CHANGE:
        return False
    return clocks_change(ended.date()) or clocks_change(begun.date())


def _rough_spans(event: Event) -> Iterator[tuple[Room, list[Rough]]]:
    """The rooms that an event takes, and when: rather longer than shorter."""
    if event.repeat is None and not (event.place and event.room):
        return
    series = plan(event)
    before, after = _margins(event, series)
    if series.changes:
        for each in occurrences(series):
            if each.place and each.room:
                start, end = clock_of(each.start), clock_of(each.end or each.start)
                yield (each.place, each.room), [(start - before, max(start + INSTANT, end) + after)]
    elif event.place and event.room:
        after += max(series.length or INSTANT, INSTANT)
        starts = [*map(series.start_on, series.kept), *series.extras]
        moments = map(clock_of, starts)
        yield (event.place, event.room), [(start - before, start + after) for start in moments]


def _margins(event: Event, series: Series) -> tuple[timedelta, timedelta]:
    """How much longer than it lasts an event takes its room at the most, before and after."""
    before = timedelta(minutes=event.setup) + (_CLOCK_CHANGE if event.setup else timedelta(0))
    after = timedelta(minutes=event.teardown) + (_CLOCK_CHANGE if event.teardown else timedelta(0))
    return before, after + (ONE_DAY if series.all_day else timedelta(0))
