"""Which rules may leave the house as an RRULE: those that every calendar client reads alike.

Weekly with INTERVAL and BYDAY, monthly with INTERVAL and one ordinal BYDAY (contract §5.4).
Everything else leaves as single events. A fifth weekday is among the rest: Exchange and Outlook
know "5" only as "last" ([MS-OXOCAL] PatternTypeSpecific MonthNth).
"""

from dataclasses import dataclass
from datetime import datetime

from kohtaamo.model.repeat import OnWeekday, Repeat, Unit
from kohtaamo.schedule.moments import Moment, day_of
from kohtaamo.schedule.recurrence import named_days
from kohtaamo.schedule.series import Series
from kohtaamo.schedule.zone import CHANGING_HOUR, is_doubled_hour, is_missing_hour, utc

CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
SAFE_ORDINALS = (1, 2, 3, 4, -1)


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportedRule:
    """A rule in the words of RFC 5545 §3.3.10, weeks from Monday (its default, WKST=MO).

    `dtstart` is the first date of the rule and `until` the last, both included and both before
    skips; local time, or dates for all-day events. The rule between them gives `Series.dates`,
    neither more nor less.
    """

    freq: str
    interval: int
    byday: tuple[str, ...]
    dtstart: Moment
    until: Moment


def exported_rule(series: Series) -> ExportedRule | None:
    """The series' rule if it may leave as an RRULE; None when its dates leave as single events."""
    repeat = series.event.repeat
    if repeat is None or len(series.dates) < 2:
        return None
    words = _words(repeat, series)
    if words is None or _meets_clock_change(series):
        return None
    freq, interval, byday = words
    return ExportedRule(
        freq=freq,
        interval=interval,
        byday=byday,
        dtstart=series.start_on(series.dates[0]),
        until=series.start_on(series.dates[-1]),
    )


def _words(repeat: Repeat, series: Series) -> tuple[str, int, tuple[str, ...]] | None:
    every = repeat.every
    ons = set(named_days(repeat, day_of(series.event.start)))
    weekdays = {on for on in ons if isinstance(on, OnWeekday)}
    if every.parity is not None or weekdays != ons:
        return None
    if every.unit is Unit.MONTH and len(weekdays) == 1:
        (on,) = weekdays
        return ("MONTHLY", every.count, (_ordinal(on),)) if on.nth in SAFE_ORDINALS else None
    if any(on.nth is not None for on in weekdays):
        return None
    if every.unit is Unit.WEEK:
        return "WEEKLY", every.count, _byday(weekdays)
    if every.unit is Unit.DAY and every.count == 1:
        return "WEEKLY", 1, _byday(weekdays) or CODES
    return None


def _meets_clock_change(series: Series) -> bool:
    """A date of the rule begins, or the first one ends, when clocks show no such time, or it twice.

    Engines disagree about such a start, even when it is skipped, and about one that is the last:
    whether it comes before UNTIL. The first end gives every date its length (RFC 5545 §3.8.2.2):
    a doubtful one, or a first night in which the clocks change, would be an hour too much or too
    little on all of them.
    """
    if series.all_day:
        return False
    nights = series.dates if series.time.hour == CHANGING_HOUR else ()
    doubtful = [datetime.combine(day, series.time) for day in nights]
    if series.length is not None:
        first = datetime.combine(series.dates[0], series.time)
        doubtful.append(first + series.length)
        if utc(doubtful[-1]) - utc(first) != series.length:
            return True
    return any(is_missing_hour(each) or is_doubled_hour(each) for each in doubtful)


def _byday(weekdays: set[OnWeekday]) -> tuple[str, ...]:
    return tuple(CODES[weekday] for weekday in sorted(on.weekday for on in weekdays))


def _ordinal(on: OnWeekday) -> str:
    return f"{on.nth}{CODES[on.weekday]}"
