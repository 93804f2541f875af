"""Which dates of a rule are left out, and why."""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from datetime import date

from kohtaamo.model.common import DateSpan
from kohtaamo.model.repeat import HolidaySkip, Repeat, Skip
from kohtaamo.schedule.public_holidays import eves, public_holidays

# The writer's own words, a kind of holiday that the pages have words for, or "" for no reason.
Reason = str | HolidaySkip


def skipped_dates(repeat: Repeat, dates: Sequence[date]) -> Mapping[date, Reason]:
    """The dates that are skipped, in order, each with its reason.

    `dates` are the rule's, in order. Of several entries that skip one date, a reason in words wins
    over a kind of holiday, and that over none.
    """
    reasons: dict[date, Reason] = {}
    for skip in sorted(repeat.skip, key=_says_more, reverse=True):
        reason = skip if isinstance(skip, HolidaySkip) else skip.reason or ""
        for day in _matched(skip, dates):
            reasons.setdefault(day, reason)
    return {day: reasons[day] for day in sorted(reasons)}


def unmatched_skips(repeat: Repeat, dates: Sequence[date]) -> tuple[int, ...]:
    """The indexes of the entries of `skip` with dates of their own that match no date of the rule.

    `public-holidays` and `eves` may well match nothing.
    """
    return tuple(
        index
        for index, skip in enumerate(repeat.skip)
        if isinstance(skip, DateSpan) and not _matched(skip, dates)
    )


def _says_more(skip: Skip) -> int:
    if isinstance(skip, HolidaySkip):
        return 1
    return 2 if skip.reason else 0


def _matched(skip: Skip, dates: Sequence[date]) -> Sequence[date]:
    if isinstance(skip, DateSpan):
        return dates[bisect_left(dates, skip.from_) : bisect_right(dates, skip.last)]
    years = {day.year for day in dates}
    free = eves(years) if skip is HolidaySkip.EVES else public_holidays(years)
    return [day for day in dates if day in free]
