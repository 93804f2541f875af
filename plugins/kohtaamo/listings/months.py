"""How many dates there are in each month, found without looking into the events."""

from bisect import bisect_right
from collections.abc import Container, Iterable, Mapping, Sequence
from datetime import date, timedelta

from kohtaamo.listings.facts import Facts
from kohtaamo.listings.listing import Listing
from kohtaamo.schedule.moments import ONE_DAY

Month = tuple[int, int]
# From the 28th of any month into the next.
_FOUR_DAYS = timedelta(days=4)


def dates_by_month(
    facts: Iterable[Facts], today: date, last: date
) -> Mapping[Month, Mapping[str, int]]:
    """How many dates each event has in every month that has any, from today to `last`, in order."""
    first_day, last_day = today.toordinal(), last.toordinal()
    starts = _starts_of_months(today, last)
    ordinals = [start.toordinal() for start in starts]
    found: list[dict[str, int]] = [{} for _ in starts]
    for each in facts:
        for begin, end in each.spans:
            if end >= first_day and begin <= last_day:
                month = found[bisect_right(ordinals, max(begin, first_day)) - 1]
                month[each.slug] = month.get(each.slug, 0) + 1
    return {
        (start.year, start.month): dates
        for start, dates in zip(starts, found, strict=True)
        if dates
    }


def has_any(listing: Listing, dates: Container[str]) -> bool:
    """True when any event of a listing is among those that have dates in a month."""
    return any(slug in dates for slug in listing.events)


def _starts_of_months(today: date, last: date) -> Sequence[date]:
    starts = [today.replace(day=1)]
    while (after := (starts[-1].replace(day=28) + _FOUR_DAYS).replace(day=1)) <= last:
        starts.append(after)
    return starts


def days_of_month(month: Month) -> tuple[date, date]:
    """Its first and last day."""
    first = date(*month, 1)
    return first, (first.replace(day=28) + _FOUR_DAYS).replace(day=1) - ONE_DAY
