"""Changes of single dates and extra starts: each belongs to a date of the series and says what."""

from collections.abc import Iterator
from datetime import date, datetime

from kohtaamo.content.rules.case import Case
from kohtaamo.content.rules.event_times import not_after_start
from kohtaamo.content.rules.recurrence import nearest_day
from kohtaamo.content.rules.rows import Ruling
from kohtaamo.content.rules.rule import written
from kohtaamo.content.rules.table import CHANGES
from kohtaamo.model.repeat import Repeat
from kohtaamo.problems.problem import Problem
from kohtaamo.schedule.doubts import crowded_dates, unmatched_changes
from kohtaamo.schedule.moments import day_of
from kohtaamo.schedule.occurrence import Occurrence

_CHANGES = Ruling(CHANGES)


def check_changes(case: Case) -> Iterator[Problem]:
    """Each change names a date that the series has, once, and changes something.

    No date has two starts, neither by the rule and the extras nor after the changes.
    """
    repeat = case.event.repeat
    if repeat is None:
        return
    yield from _CHANGES.of(case.event, case.event.origin)
    if case.is_even:
        return
    yield from _unmatched(case, repeat)
    yield from _ends(case, repeat)
    for day in crowded_dates(case.occurrences):
        yield case.problem(_crowded_by(case, repeat, day), "two-starts", value=written(day))


def _unmatched(case: Case, repeat: Repeat) -> Iterator[Problem]:
    for index in unmatched_changes(case.series):
        day = repeat.changes[index].date
        at = f"repeat.changes[{index}].date"
        near = nearest_day(day, case.series.kept)
        if day in case.series.skipped:
            yield case.problem(at, "change-of-skipped", value=written(day))
        elif near is None:
            yield case.problem(at, "change-of-no-series", value=written(day))
        else:
            yield case.problem(at, "change-of-no-date", value=written(day), guess=written(near))


def _ends(case: Case, repeat: Repeat) -> Iterator[Problem]:
    indexes = {change.date: index for index, change in enumerate(repeat.changes)}
    for each in case.occurrences:
        index = indexes.get(day_of(each.by_rule))
        if index is None:
            continue
        at = f"repeat.changes[{index}].end"
        if not isinstance(each.start, datetime):
            if each.end is not None and each.end < each.start:
                yield case.problem(
                    at, "end-before-start", start=written(each.start), end=written(each.end)
                )
        elif isinstance(each.end, datetime) and each.end <= each.start and _is_new(each):
            yield not_after_start(case.event, at, each.start, each.end)


def _is_new(occurrence: Occurrence) -> bool:
    """Its time differs from the series', so that the fault is the change's own."""
    return occurrence.was_start is not None


def _crowded_by(case: Case, repeat: Repeat, day: date) -> str:
    """The field that puts a second start on this date."""
    for index, extra in enumerate(repeat.extra):
        if day_of(extra) == day:
            return f"repeat.extra[{index}]"
    for each in case.occurrences:
        if each.first_day == day and day_of(each.by_rule) != day:
            for index, change in enumerate(repeat.changes):
                if change.date == day_of(each.by_rule):
                    return f"repeat.changes[{index}].start"
    return "repeat"
