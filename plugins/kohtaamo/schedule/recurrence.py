"""The dates of a recurrence rule, from its first start on.

A date is on the rule when its period (day, week, month or year) is one that the interval meets,
counted from the period of the first start, and when it is one of the days named by `on`. Weeks
begin on Monday (RFC 5545's WKST=MO). Even and odd weeks go by the ISO 8601 number of each week:
"every second week" would flip their parity after a year of 53 weeks.

Periods are counted as whole numbers, so every rule ends, also one that no date satisfies (the 31st,
every twelve months from February), where a general RRULE engine walks on to the year 9999.
"""

from collections.abc import Callable, Iterable, Iterator
from datetime import MAXYEAR, date
from itertools import islice

from kohtaamo.model.repeat import Every, On, OnDay, OnWeekday, Parity, Repeat, Unit
from kohtaamo.schedule.named_days import is_named, is_plain_weekday, named_in_month

# No series reaches further, whatever its `until` or `times` say: 27 years of every day, a century.
MAX_DATES = 10_000
MAX_YEARS = 100


def rule_dates(repeat: Repeat, first: date) -> tuple[date, ...]:
    """The rule's dates in order, before skips; `first` is the date of the event's own start.

    `until` is inclusive, `times` counts the dates returned here (RFC 5545 COUNT). When `first` is
    off the rule, the dates begin with the next one that is on it. At most MAX_DATES dates within
    MAX_YEARS years.
    """
    last = _last_possible(repeat, first)
    wanted = MAX_DATES if repeat.times is None else min(repeat.times, MAX_DATES)
    days = _DAYS[repeat.every.unit](repeat.every, named_days(repeat, first), first, last)
    return tuple(islice((day for day in days if first <= day <= last), wanted))


def is_on_rule(repeat: Repeat, first: date) -> bool:
    """True when the rule itself would give its first start; `until` and `times` do not matter."""
    return _has_parity(repeat.every, first) and is_named(named_days(repeat, first), first)


def named_days(repeat: Repeat, first: date) -> tuple[On, ...]:
    """What `on` says, or what the first start implies where nothing is said.

    A week repeats on the weekday of the first start, a month on its day of the month, a year on
    its day and month. Empty means every day.
    """
    if repeat.on or repeat.every.unit is Unit.DAY:
        return repeat.on
    if repeat.every.unit is Unit.WEEK:
        return (OnWeekday(first.weekday()),)
    return (OnDay(first.day),)


def _last_possible(repeat: Repeat, first: date) -> date:
    # 28 for 29 February: the bound has to be certain, not exact.
    bound = date(min(first.year + MAX_YEARS, MAXYEAR), first.month, min(first.day, 28))
    return bound if repeat.until is None else min(repeat.until, bound)


def _has_parity(every: Every, day: date) -> bool:
    if every.parity is None:
        return True
    return (day.isocalendar().week % 2 == 0) is (every.parity is Parity.EVEN)


def _daily(every: Every, ons: tuple[On, ...], first: date, last: date) -> Iterator[date]:
    for ordinal in range(first.toordinal(), last.toordinal() + 1, every.count):
        day = date.fromordinal(ordinal)
        if is_named(ons, day):
            yield day


def _weekly(every: Every, ons: tuple[On, ...], first: date, last: date) -> Iterable[date]:
    end = last.toordinal() + 1
    match ons:
        case (OnWeekday(weekday, None),) if every.parity is None:
            # What nearly every series is: one weekday, in steps of whole weeks.
            monday = first.toordinal() - first.weekday()
            return map(date.fromordinal, range(monday + weekday, end, 7 * every.count))
    return _on_weekdays(every, ons, first, end)


def _on_weekdays(every: Every, ons: tuple[On, ...], first: date, end: int) -> Iterator[date]:
    plain = all(is_plain_weekday(on) for on in ons)
    weekdays = (
        sorted({on.weekday for on in ons if isinstance(on, OnWeekday)}) if plain else range(7)
    )
    for monday in range(first.toordinal() - first.weekday(), end, 7 * every.count):
        if not _has_parity(every, date.fromordinal(monday)):
            continue
        days = (
            date.fromordinal(monday + weekday) for weekday in weekdays if monday + weekday < end
        )
        yield from days if plain else (day for day in days if is_named(ons, day))


def _monthly(every: Every, ons: tuple[On, ...], first: date, last: date) -> Iterator[date]:
    start = first.year * 12 + first.month - 1
    for number in range(start, last.year * 12 + last.month, every.count):
        year, month = divmod(number, 12)
        yield from named_in_month(ons, year, month + 1)


def _yearly(every: Every, ons: tuple[On, ...], first: date, last: date) -> Iterator[date]:
    for year in range(first.year, last.year + 1, every.count):
        yield from named_in_month(ons, year, first.month)


_Days = Callable[[Every, tuple[On, ...], date, date], Iterable[date]]
_DAYS: dict[Unit, _Days] = {
    Unit.DAY: _daily,
    Unit.WEEK: _weekly,
    Unit.MONTH: _monthly,
    Unit.YEAR: _yearly,
}
