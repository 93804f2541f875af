"""The days that an event's dates touch, as plain numbers: enough to know where it is listed."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import time, timedelta

from kohtaamo.model.event import Event
from kohtaamo.schedule.exported_rule import exported_rule
from kohtaamo.schedule.moments import INSTANT, ONE_DAY, clock_of, day_of, last_day_of
from kohtaamo.schedule.occurrences import occurrences
from kohtaamo.schedule.series import Series, plan

# First and last day of a date of an event, as `date.toordinal` counts them.
Span = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Days:
    """`spans` are first and last day of every occurrence, whenever it is, by start.

    `clocks` are the minutes of the day at which they start: one for all when they are alike, none
    when all day long. `days` are all these days, and all others of which the file speaks, skipped
    dates and those from which a date was moved: what is said of an event changes when one of them
    passes, and on no other day. `off` counts, from 0, the occurrences that do not take place.
    `vevents` is how many VEVENTs its calendar may hold.
    """

    spans: tuple[Span, ...]
    clocks: tuple[int, ...]
    days: tuple[int, ...]
    off: tuple[int, ...]
    vevents: int


def days_of(event: Event) -> Days:
    """The days of an event, without making the occurrences of a series."""
    series = plan(event)
    found = sorted(_starts(series))
    spans = tuple((first, last) for first, _, last, _ in found)
    clocks = () if series.all_day else tuple(clock for _, clock, _, _ in found)
    written = (*series.dates, *series.changes, *(day_of(each) for each in series.extras))
    days = {day for span in spans for day in span} | {day.toordinal() for day in written}
    alone = len(series.changes) + len(series.extras)
    in_rule = 1 if exported_rule(series) is not None else len(series.dates)
    return Days(
        spans=spans,
        clocks=clocks[:1] if len(set(clocks)) == 1 else clocks,
        days=tuple(sorted(days)),
        off=tuple(number for number, (*_, is_off) in enumerate(found) if is_off),
        vevents=in_rule + alone,
    )


def _starts(series: Series) -> Iterator[tuple[int, int, int, bool]]:
    """First day, minute of the day and last day of every occurrence, and whether it is off."""
    if series.changes:
        for each in occurrences(series):
            first, last = each.first_day.toordinal(), each.last_day.toordinal()
            yield first, _minutes(clock_of(each.start).time()), last, not each.takes_place
        return
    is_off = series.event.is_off
    longer, minutes = _days_after_the_first(series), _minutes(series.time)
    for kept in series.kept:
        day = kept.toordinal()
        yield day, minutes, day + longer, is_off
    for extra in series.extras:
        end = None if series.length is None else extra + series.length
        last = last_day_of(extra, end).toordinal()
        yield day_of(extra).toordinal(), _minutes(clock_of(extra).time()), last, is_off


def _minutes(clock: time) -> int:
    return clock.hour * 60 + clock.minute


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
