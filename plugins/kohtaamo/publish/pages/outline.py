"""How long a listing's pages are and when they last changed, found without making its dates."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from kohtaamo.listings.agenda import MOST_ROWS, last_near_day
from kohtaamo.listings.facts import Facts
from kohtaamo.listings.paging import pages_for


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


def items_of(facts: Facts, today: date, last: date, *, folds: bool = False) -> int:
    """How many items `Agenda.of_listing` makes of an event; `last` is the last day pages show.

    With `folds` in a listing of `FOLDING`.
    """
    first_day, last_day = today.toordinal(), last.toordinal()
    coming = [
        (at, begin)
        for at, (begin, end) in enumerate(facts.spans)
        if end >= first_day and begin <= last_day
    ]
    if not coming:
        return 0
    near_until = last_near_day(today).toordinal()
    near = [at for at, begin in coming if begin <= near_until]
    on = sum(at not in facts.off for at in near)
    if folds and on > MOST_ROWS:
        return 1 + len(near) - on
    return len(near) or 1


def outline_of_month(dates: Mapping[str, int], changed: Mapping[str, datetime]) -> Outline:
    """The outline of a month of `dates_by_month`."""
    return outline(dates, dates, changed)
