"""The rule of a series: that it ends, that its start is on it, what it skips."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from kohtaamo.content.rules.case import Case
from kohtaamo.content.rules.rows import Ruling
from kohtaamo.content.rules.rule import written, written_span
from kohtaamo.content.rules.sight import LONGEST_MONTHS
from kohtaamo.content.rules.table import SERIES_BOUNDS
from kohtaamo.model.common import DateSpan
from kohtaamo.model.repeat import OnWeekday, Repeat, Unit
from kohtaamo.problems.problem import Problem
from kohtaamo.schedule.moments import day_of
from kohtaamo.schedule.recurrence import MAX_DATES, MAX_YEARS, is_on_rule, named_days
from kohtaamo.schedule.skips import unmatched_skips

# Every day that a rule can name comes within a year, in even and in odd weeks too.
_SEARCH_DAYS = 366
_BOUNDS = Ruling(SERIES_BOUNDS)


def check_recurrence(case: Case) -> Iterator[Problem]:
    """A series says until when, and once; starts on its own rule; and skips dates that it has."""
    repeat = case.event.repeat
    if repeat is None:
        return
    first = day_of(case.event.start)
    bounds = tuple(_BOUNDS.of(case.event, case.event.origin))
    yield from bounds
    if not is_on_rule(repeat, first):
        yield _off_rule(case, repeat, first)
    elif not bounds:
        yield from _length(case, repeat, first)
        yield from _skips(case, repeat)


def nearest_day(day: date, days: tuple[date, ...]) -> date | None:
    """The date nearest to `day`, of `days` in order; of two as near, the later."""
    at = bisect_left(days, day)
    around = days[max(at - 1, 0) : at + 1]
    return min(around, key=lambda each: (abs(each - day), each < day), default=None)


def _off_rule(case: Case, repeat: Repeat, first: date) -> Problem:
    """The nearest day that the rule names, on the weekday or day that it means without `on`."""
    rule = replace(repeat, on=named_days(repeat, first))
    near = (
        first + timedelta(days)
        for distance in range(1, _SEARCH_DAYS)
        for days in (distance, -distance)
    )
    guess = next((day for day in near if is_on_rule(rule, day)), first)
    facts = {"start": written(first), "guess": written(guess)}
    days = [on.weekday for on in repeat.on if isinstance(on, OnWeekday) and on.nth is None]
    if len(days) < len(repeat.on) or not days or first.weekday() in days:
        return case.problem("start", "start-off-rule", **facts)
    facts |= {"weekday": str(first.weekday()), "days": ", ".join(map(str, days))}
    return case.problem("start", "start-other-weekday", **facts)


def _length(case: Case, repeat: Repeat, first: date) -> Iterator[Problem]:
    """Counted from the start, or from today for a series that has long been running."""
    dates = case.series.dates
    at = "repeat.times" if repeat.until is None else "repeat.until"
    wanted = len(dates) if repeat.times is None else repeat.times
    if wanted > len(dates) or len(dates) >= MAX_DATES:
        limits = {"dates": str(MAX_DATES), "years": str(MAX_YEARS)}
        yield case.problem(at, "series-beyond-limits", **limits)
        return
    latest = max(first, case.today) + relativedelta(months=LONGEST_MONTHS)
    last = repeat.until or (dates[-1] if dates else first)
    if repeat.every.unit is not Unit.YEAR and last > latest:
        yield case.problem(
            at,
            "series-long",
            last=written(last),
            months=str(LONGEST_MONTHS),
            latest=written(latest),
        )


def _skips(case: Case, repeat: Repeat) -> Iterator[Problem]:
    dates = case.series.dates
    swapped = {
        index
        for index, skip in enumerate(repeat.skip)
        if isinstance(skip, DateSpan) and skip.last < skip.from_
    }
    for index in sorted(swapped):
        skip = repeat.skip[index]
        if isinstance(skip, DateSpan):
            yield case.problem(
                f"repeat.skip[{index}].to",
                "span-swapped",
                start=written(skip.from_),
                end=written(skip.last),
            )
    late: dict[int, DateSpan] = {}
    for index in unmatched_skips(repeat, dates):
        skip = repeat.skip[index]
        if not isinstance(skip, DateSpan) or index in swapped:
            continue
        if dates and skip.from_ > dates[-1]:
            late[index] = skip
        else:
            yield _unmatched(case, index, skip)
    if late:
        yield _after_end(case, late)
    if dates and not case.series.kept:
        yield case.problem("repeat.skip", "all-skipped")


def _after_end(case: Case, late: dict[int, DateSpan]) -> Problem:
    """One problem for all that is skipped behind the last date."""
    days = ", ".join(written_span(skip.from_, skip.last) for skip in late.values())
    last = written(case.series.dates[-1])
    return case.problem(f"repeat.skip[{min(late)}]", "skip-after-end", last=last, days=days)


def _unmatched(case: Case, index: int, skip: DateSpan) -> Problem:
    at = f"repeat.skip[{index}]"
    near = nearest_day(skip.from_, case.series.dates)
    if skip.to is not None or near is None:
        return case.problem(at, "skip-span-without-date", days=written_span(skip.from_, skip.last))
    return case.problem(at, "skip-without-date", value=written(skip.from_), guess=written(near))
