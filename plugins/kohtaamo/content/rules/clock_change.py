"""The two nights in which clocks change: hours that no clock shows, hours that come twice."""

from collections.abc import Iterator
from datetime import datetime

from kohtaamo.content.rules.case import Case
from kohtaamo.content.rules.rule import written
from kohtaamo.problems.problem import Problem
from kohtaamo.schedule.moments import day_of
from kohtaamo.schedule.occurrence import Occurrence
from kohtaamo.schedule.zone import CHANGING_HOUR, is_doubled_hour, is_missing_hour


def check_clock_change(case: Case) -> Iterator[Problem]:
    """A start or end that no clock shows is an error; one that clocks show twice only warns.

    Nobody is warned of what has been.
    """
    if case.is_even and CHANGING_HOUR not in _hours(case):
        return
    for each in case.occurrences:
        for key, moment in (("start", each.start), ("end", each.end)):
            if (
                not isinstance(moment, datetime)
                or moment.hour != CHANGING_HOUR
                or not each.takes_place
            ):
                continue
            if is_missing_hour(moment):
                yield case.problem(_field(case, each, key), "missing-hour", value=written(moment))
            elif is_doubled_hour(moment) and moment.date() >= case.today:
                yield case.problem(_field(case, each, key), "doubled-hour", value=written(moment))


def _hours(case: Case) -> tuple[int, ...]:
    """The hours of the day in which every plain date begins and ends."""
    start = case.series.start_on(day_of(case.event.start))
    end = None if case.series.length is None else start + case.series.length
    return tuple(moment.hour for moment in (start, end) if isinstance(moment, datetime))


def _field(case: Case, occurrence: Occurrence, key: str) -> str:
    """Where this start or end was written."""
    event = case.event
    by_rule = day_of(occurrence.by_rule)
    repeat = event.repeat
    if repeat is not None:
        for index, change in enumerate(repeat.changes):
            if change.date == by_rule and getattr(change, key) is not None:
                return f"repeat.changes[{index}].{key}"
        for index, extra in enumerate(repeat.extra):
            if occurrence.is_extra and day_of(extra) == by_rule and key == "start":
                return f"repeat.extra[{index}]"
    return "duration" if key == "end" and event.end is None else key
