"""When an event begins and ends, before anything about its repetition."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from kohtaamo.content.build.draft import Draft
from kohtaamo.content.rules.rows import Ruling
from kohtaamo.content.rules.rule import problem_at, written
from kohtaamo.content.rules.table import EVENT_TIMES
from kohtaamo.model.event import Event
from kohtaamo.problems.problem import Problem
from kohtaamo.schedule.moments import Moment
from kohtaamo.schedule.series import end_of

_TIMES = Ruling(EVENT_TIMES)


def check_event_times(draft: Draft, _today: date) -> Iterator[Problem]:
    """A time of day unless `all_day`, and then dates only; an end after the start, said once.

    An end at or before the start never means the next day. A room needs an end.
    """
    for event in draft.network.events.values():
        yield from _TIMES.of(event, event.origin)
        if not event.all_day and isinstance(event.start, datetime):
            yield from _clock_times(event, event.start)


def is_readable(event: Event) -> bool:
    """False when the start misses its time of day, so that no later rule can rely on it."""
    return event.all_day or isinstance(event.start, datetime)


def _clock_times(event: Event, start: datetime) -> Iterator[Problem]:
    end = end_of(event)
    if isinstance(end, datetime) and end <= start:
        if isinstance(event.end, time):
            yield not_after_start(event, "end", start, end)
        else:
            yield _before_start(event, start, end)


def not_after_start(event: Event, at: str, start: datetime, end: datetime) -> Problem:
    """An end given as a time of day, which would have to lie on the next day to be one."""
    return problem_at(
        event.origin,
        at,
        "end-not-after-start",
        start=written(start.time()),
        end=written(end.time()),
        suggestion=written(end + timedelta(days=1)),
    )


def _before_start(event: Event, start: Moment, end: Moment) -> Problem:
    return problem_at(
        event.origin, "end", "end-before-start", start=written(start), end=written(end)
    )
