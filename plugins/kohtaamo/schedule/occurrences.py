"""One event × a window → its occurrences."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from datetime import date, timedelta

from kohtaamo.model.event import Event
from kohtaamo.schedule.changes import occurrence_at
from kohtaamo.schedule.moments import Moment
from kohtaamo.schedule.occurrence import Occurrence, State
from kohtaamo.schedule.series import Series, plan

__all__ = ["Occurrence", "State", "expand", "occurrences"]


def expand(event: Event, first: date, last: date) -> tuple[Occurrence, ...]:
    """The event's occurrences that touch a day from `first` to `last`, both included, by start.

    Cancelled and postponed ones are among them; skipped dates are not. A changed date counts where
    it has been moved to.
    """
    return occurrences(plan(event), first, last)


def occurrences(
    series: Series, first: date = date.min, last: date = date.max
) -> tuple[Occurrence, ...]:
    """`expand` for a series that is planned already; without a window, all its occurrences."""
    found = [occurrence_at(series, start) for start in _starts(series, first, last)]
    if _is_even(series):
        # In order, begun in time, and not over before they begin.
        return tuple(each for each in found if each.first_day >= first or each.last_day >= first)
    found += [occurrence_at(series, start, is_extra=True) for start in series.extras]
    inside = [each for each in found if each.first_day <= last and first <= each.last_day]
    return tuple(sorted(inside, key=lambda each: each.sort_key))


def _is_even(series: Series) -> bool:
    """True for most: every date is the rule's own, and none ends before its start."""
    is_sound = series.length is None or series.length >= timedelta(0)
    return is_sound and not (series.changes or series.extras)


def _starts(series: Series, first: date, last: date) -> Iterator[Moment]:
    """The rule's starts that may touch the window, in order; the rest of a long series is left.

    Dates with a change are always among them: it may bring them here from anywhere.
    """
    longest = 1 if series.length is None else max(0, series.length.days) + 1
    earliest = date.fromordinal(max(1, first.toordinal() - longest))
    near = series.dates[bisect_left(series.dates, earliest) : bisect_right(series.dates, last)]
    changed = [day for day in series.changes if series.has_date(day)]
    for day in sorted({*near, *changed}) if changed else near:
        if day not in series.skipped:
            yield series.start_on(day)
