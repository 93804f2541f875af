"""Everything known about one event's times before any window is looked through.

Times are local wall-clock times without a zone. Lengths are wall-clock lengths: an event of
22:00–06:00, or of 22:00 and 8 hours, ends when the clock on the wall shows 06:00, also in the
night when the clocks change. A series that begins at 18:00 does so all year.
"""

from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from types import MappingProxyType
from typing import Any

from kohtaamo.model.event import Event
from kohtaamo.model.repeat import Change, Repeat
from kohtaamo.schedule.moments import ONE_DAY, Moment, clock_of, day_of, ending_at
from kohtaamo.schedule.recurrence import rule_dates
from kohtaamo.schedule.skips import Reason, skipped_dates

# Most events have neither skips nor changes.
_NONE: Mapping[date, Any] = MappingProxyType({})


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """An event's dates; a single event is a series of one.

    `dates` are the rule's, before skips; `skipped` says which of them are left out and why, `kept`
    are the others, changes not applied; `extras` are further starts, in order; `changes` go by the
    date that they change. `time` is the time of day of every start (midnight for all-day events).
    `length` runs from start to end on the wall clock, for all-day events from the first day to the
    last (zero for one day); None when the end is not known.
    """

    event: Event
    all_day: bool
    time: time
    length: timedelta | None
    dates: tuple[date, ...]
    skipped: Mapping[date, Reason]
    kept: tuple[date, ...]
    extras: tuple[Moment, ...]
    changes: Mapping[date, Change]

    def start_on(self, day: date) -> Moment:
        """The start that the rule gives on one of its dates."""
        return day if self.all_day else datetime.combine(day, self.time)

    def has_date(self, day: date) -> bool:
        """True for a date of the rule, skipped or not."""
        at = bisect_left(self.dates, day)
        return at < len(self.dates) and self.dates[at] == day


@lru_cache(maxsize=12_000)
def plan(event: Event) -> Series:
    """The series of an event, with rule, skips and extras resolved.

    Rules, facts, pages, calendars and feeds ask for the same; a whole country's are remembered.
    """
    first = day_of(event.start)
    all_day = is_all_day(event)
    start_time = time.min if all_day else clock_of(event.start).time()
    repeat = event.repeat
    dates = (first,) if repeat is None else rule_dates(repeat, first)
    skipped = _NONE if repeat is None else skipped_dates(repeat, dates) or _NONE
    changes = () if repeat is None else repeat.changes
    return Series(
        event=event,
        all_day=all_day,
        time=start_time,
        length=length_of(event),
        dates=dates,
        skipped=skipped,
        kept=tuple(day for day in dates if day not in skipped) if skipped else dates,
        extras=() if repeat is None else _extras(repeat, None if all_day else start_time),
        changes={change.date: change for change in changes} or _NONE,
    )


def is_all_day(event: Event) -> bool:
    """True when the event has dates and no time of day."""
    return event.all_day or not isinstance(event.start, datetime)


def end_of(event: Event) -> Moment | None:
    """When the event, or the first date of its series, ends; None when nobody has said.

    A time of day means the start's date (`moments.ending_at`). All-day events end on a day that is
    included, by default their first. `duration` counts on the wall clock. Nothing is mended: an
    end written before its start comes out before it, a bare date is no end of an event with times.
    """
    if is_all_day(event):
        return _last_day(event)
    start = clock_of(event.start)
    match event.end:
        case datetime():
            return event.end
        case time():
            return ending_at(event.end, start)
        case None if event.duration is not None:
            return start + event.duration
    return None


def length_of(event: Event) -> timedelta | None:
    """From start to end on the wall clock; see `Series.length`."""
    end = end_of(event)
    if end is None:
        return None
    start = day_of(event.start) if is_all_day(event) else event.start
    return clock_of(end) - clock_of(start)


def _last_day(event: Event) -> date:
    first = day_of(event.start)
    if isinstance(event.end, date):
        return day_of(event.end)
    if event.duration is None:
        return first
    # "2 d" from Monday is Monday and Tuesday; a part of a day takes the whole day.
    return first + max(ONE_DAY, -(-event.duration // ONE_DAY) * ONE_DAY) - ONE_DAY


def _extras(repeat: Repeat, start_time: time | None) -> tuple[Moment, ...]:
    """Extra starts in order; a bare date takes the series' own time of day, if it has one."""

    def start(extra: Moment) -> Moment:
        if start_time is None:
            return day_of(extra)
        return extra if isinstance(extra, datetime) else datetime.combine(extra, start_time)

    return tuple(sorted(start(extra) for extra in repeat.extra))
