"""What is doubtful in a series: changes of a date that it does not have, two starts on one date.

The checks word these; here they are only found.
"""

from collections import Counter
from datetime import date

from kohtaamo.schedule.moments import day_of
from kohtaamo.schedule.occurrence import Occurrence
from kohtaamo.schedule.series import Series


def unmatched_changes(series: Series) -> tuple[int, ...]:
    """The indexes of the entries of `changes` whose date the series would not have had.

    A skipped date is none of its dates; the date of an extra start is one.
    """
    repeat = series.event.repeat
    if repeat is None:
        return ()
    extra_days = {day_of(extra) for extra in series.extras}
    return tuple(
        index
        for index, change in enumerate(repeat.changes)
        if change.date not in extra_days
        and (change.date in series.skipped or not series.has_date(change.date))
    )


def crowded_dates(occurrences: tuple[Occurrence, ...]) -> tuple[date, ...]:
    """The dates with two starts, in one series: as planned, or after changes.

    A cancelled occurrence does not crowd the date to which another was moved.
    """
    planned = Counter(day_of(each.by_rule) for each in occurrences)
    actual = Counter(each.first_day for each in occurrences if each.takes_place)
    twice = {day for days in (planned, actual) for day, count in days.items() if count > 1}
    return tuple(sorted(twice))
