"""The days of the made-up network: its year, its holidays, its breaks, its series."""

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

import holidays

# The day the network is looked at, and what lies around it.
TODAY = date(2026, 12, 1)
FIRST, LAST = date(2026, 11, 1), date(2027, 11, 30)
SUMMER = date(2027, 6, 21), date(2027, 8, 8)
BREAK = date(2026, 12, 28), date(2026, 12, 31)
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
ORDINALS = ("1st", "2nd", "3rd", "4th")


@cache
def closed_days() -> frozenset[date]:
    """Public holidays and the two eves of 2026 and 2027."""
    return frozenset(holidays.country_holidays("FI", years=[2026, 2027]))


@dataclass(frozen=True, slots=True)
class Rhythm:
    """How a series repeats: every so many weeks, or on an ordinal weekday of the month."""

    weeks: int
    ordinal: int
    weekday: int

    def dates(self, start: date, until: date) -> Iterator[date]:
        """Its dates, holidays included, from the first one on or after `start`."""
        if self.weeks:
            day = start + timedelta(days=(self.weekday - start.weekday()) % 7)
            while day <= until:
                yield day
                day += timedelta(weeks=self.weeks)
            return
        year, month = start.year, start.month
        while date(year, month, 1) <= until:
            ahead = (self.weekday - monthrange(year, month)[0]) % 7
            day = date(year, month, 1 + ahead + 7 * self.ordinal)
            if start <= day <= until:
                yield day
            year, month = (year, month + 1) if month < 12 else (year + 1, 1)


def within(day: date, span: tuple[date, date]) -> bool:
    """Whether the day lies in the span, both ends included."""
    return span[0] <= day <= span[1]
