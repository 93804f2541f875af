"""When an event begins and ends, before anything about its repetition."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from kohtaamo.content.build.draft import Draft
from kohtaamo.content.rules.rule import problem_at, written
from kohtaamo.model.event import Event
from kohtaamo.problems.problem import Problem
from kohtaamo.schedule.moments import ONE_DAY, Moment, day_of
from kohtaamo.schedule.series import end_of


def check_event_times(draft: Draft, _today: date) -> Iterator[Problem]:
    """A time of day unless `all_day`, and then dates only; an end after the start, said once.

    An end at or before the start never means the next day. A room needs an end.
    """
    for event in draft.network.events.values():
        yield from _only_one_end(event)
        if event.all_day:
            yield from _whole_days(event)
        elif not isinstance(event.start, datetime):
            start = written(event.start)
            yield problem_at(event.origin, "start", "start-without-time", value=start)
        else:
            yield from _clock_times(event, event.start)


def is_readable(event: Event) -> bool:
    """False when the start misses its time of day, so that no later rule can rely on it."""
    return event.all_day or isinstance(event.start, datetime)


def _only_one_end(event: Event) -> Iterator[Problem]:
    if event.end is not None and event.duration is not None:
        yield problem_at(event.origin, "duration", "end-and-duration")


def _whole_days(event: Event) -> Iterator[Problem]:
    times: list[tuple[str, Moment | time | None]] = [("start", event.start), ("end", event.end)]
    if event.repeat is not None:
        for index, extra in enumerate(event.repeat.extra):
            times.append((f"repeat.extra[{index}]", extra))
        for index, change in enumerate(event.repeat.changes):
            times.append((f"repeat.changes[{index}].start", change.start))
            times.append((f"repeat.changes[{index}].end", change.end))
    for at, moment in times:
        if isinstance(moment, datetime | time):
            yield problem_at(event.origin, at, "all-day-with-time", value=written(moment))
    if event.duration is not None and event.duration % ONE_DAY:
        yield problem_at(event.origin, "duration", "all-day-duration")
    if isinstance(event.end, date) and day_of(event.end) < day_of(event.start):
        yield _before_start(event, event.start, event.end)


def _clock_times(event: Event, start: datetime) -> Iterator[Problem]:
    end = end_of(event)
    if isinstance(event.end, date) and not isinstance(event.end, datetime):
        yield problem_at(event.origin, "end", "end-without-time", value=written(event.end))
    elif isinstance(end, datetime) and end <= start:
        if isinstance(event.end, time):
            yield not_after_start(event, "end", start, end)
        else:
            yield _before_start(event, start, end)
    elif end is None and event.room is not None:
        yield problem_at(event.origin, "room", "room-without-end")


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
