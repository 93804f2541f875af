"""The days that an event's dates touch, as plain numbers: enough to know where it is listed."""

from dataclasses import dataclass
from datetime import timedelta

from kohtaamo.model.event import Event
from kohtaamo.schedule.exported_rule import exported_rule
from kohtaamo.schedule.moments import INSTANT, ONE_DAY, Moment, day_of, last_day_of
from kohtaamo.schedule.occurrences import occurrences
from kohtaamo.schedule.series import Series, plan

# First and last day of a date of an event, as `date.toordinal` counts them.
Span = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Days:
    """`spans` are first and last day of every occurrence, whenever it is, by first day.

    `days` are these, and all others of which the file speaks, skipped dates and those from which a
    date was moved: what is said of an event changes when one of them passes, and on no other day.
    `vevents` is how many VEVENTs its calendar may hold.
    """

    spans: tuple[Span, ...]
    days: tuple[int, ...]
    vevents: int


def days_of(event: Event) -> Days:
    """The days of an event, without making the occurrences of a series."""
    series = plan(event)
    found = _spans(series)
    written = (*series.dates, *series.changes, *(day_of(each) for each in series.extras))
    days = {day for span in found for day in span} | {day.toordinal() for day in written}
    alone = len(series.changes) + len(series.extras)
    in_rule = 1 if exported_rule(series) is not None else len(series.dates)
    return Days(spans=found, days=tuple(sorted(days)), vevents=in_rule + alone)


def _spans(series: Series) -> tuple[Span, ...]:
    if series.changes:
        found = [(each.first_day, each.last_day) for each in occurrences(series)]
        return tuple(sorted((first.toordinal(), last.toordinal()) for first, last in found))
    longer = _days_after_the_first(series)
    days = [day.toordinal() for day in series.kept]
    of_rule = [(day, day + longer) for day in days]
    return tuple(sorted([*of_rule, *(_of_extra(series, each) for each in series.extras)]))


def _days_after_the_first(series: Series) -> int:
    """How many days later than it begins a date of the rule ends."""
    length = series.length
    if length is None:
        return 0
    if series.all_day:
        return length.days
    if length <= timedelta(0):
        return 0
    into_day = timedelta(hours=series.time.hour, minutes=series.time.minute)
    return (into_day + length - INSTANT) // ONE_DAY


def _of_extra(series: Series, start: Moment) -> Span:
    end = None if series.length is None else start + series.length
    return day_of(start).toordinal(), last_day_of(start, end).toordinal()
