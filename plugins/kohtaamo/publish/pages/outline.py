"""How long a listing's pages are and when they last changed, found without making its dates."""

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from kohtaamo.listings.facts import Facts
from kohtaamo.publish.pages.plan import last_near_day, pages_for

Month = tuple[int, int]
# From the 28th of any month into the next.
_FOUR_DAYS = timedelta(days=4)


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """`items` stand on all pages of a listing; `changed` is the newest of their changes."""

    items: int
    changed: datetime | None

    @property
    def pages(self) -> int:
        return pages_for(self.items)


def outline(
    events: Iterable[str], items: Mapping[str, int], changed: Mapping[str, datetime]
) -> Outline:
    """The outline of these events; `items` says how many a listing shows of each (`items_of`)."""
    shown = [slug for slug in events if items[slug]]
    return Outline(
        items=sum(items[slug] for slug in shown),
        changed=max((changed[slug] for slug in shown), default=None),
    )


def items_of(facts: Facts, today: date, last: date) -> int:
    """How many items `make_plan` makes of an event; `last` is the last day that pages show."""
    first_day, last_day = today.toordinal(), last.toordinal()
    coming = [begin for begin, end in facts.spans if end >= first_day and begin <= last_day]
    if not coming:
        return 0
    near = last_near_day(today).toordinal()
    return sum(begin <= near for begin in coming) or 1


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


def _starts_of_months(today: date, last: date) -> Sequence[date]:
    starts = [today.replace(day=1)]
    while (after := (starts[-1].replace(day=28) + _FOUR_DAYS).replace(day=1)) <= last:
        starts.append(after)
    return starts


def outline_of_month(dates: Mapping[str, int], changed: Mapping[str, datetime]) -> Outline:
    """The outline of a month of `dates_by_month`."""
    return outline(dates, dates, changed)
