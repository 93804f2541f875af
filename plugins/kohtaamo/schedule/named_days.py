"""Which days `on` names: weekdays, ordinal weekdays, days of the month, its last weekday."""

from calendar import monthrange
from collections.abc import Iterator
from datetime import date

from kohtaamo.model.repeat import On, OnDay, OnLastWeekday, OnWeekday

LAST = -1
FRIDAY = 4


def is_plain_weekday(on: On) -> bool:
    """True for a weekday without an ordinal: "mon", not "1st mon"."""
    return isinstance(on, OnWeekday) and on.nth is None


def is_named(ons: tuple[On, ...], day: date) -> bool:
    """True when any of `ons` names this day, or when there are none."""
    return not ons or any(_names(on, day) for on in ons)


def named_in_month(ons: tuple[On, ...], year: int, month: int) -> tuple[date, ...]:
    """All days that `ons` name in a month, in order, each once.

    A day that the month lacks (the 31st of April, a fifth Monday) is left out, as RFC 5545 §3.3.10
    says of invalid dates.
    """
    days = {day for on in ons for day in _days(on, year, month)}
    return tuple(date(year, month, day) for day in sorted(days))


def _names(on: On, day: date) -> bool:
    if isinstance(on, OnWeekday) and on.nth is None:
        return day.weekday() == on.weekday
    return day.day in _days(on, day.year, day.month)


def _days(on: On, year: int, month: int) -> Iterator[int]:
    first_weekday, length = monthrange(year, month)
    match on:
        case OnDay(day):
            yield from (length,) if day == LAST else _within(day, length)
        case OnLastWeekday():
            weekday = (first_weekday + length - 1) % 7
            yield length - max(0, weekday - FRIDAY)
        case OnWeekday(weekday, nth):
            all_of_it = range(1 + (weekday - first_weekday) % 7, length + 1, 7)
            yield from all_of_it if nth is None else _nth(all_of_it, nth)


def _within(day: int, length: int) -> tuple[int, ...]:
    return (day,) if 1 <= day <= length else ()


def _nth(days: range, nth: int) -> range:
    """The nth of these days, counted from 1, or the last; nothing when there are fewer."""
    return days[-1:] if nth == LAST else days[nth - 1 : nth]
