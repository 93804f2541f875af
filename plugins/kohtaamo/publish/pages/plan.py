"""Which dates a listing's pages show, in which order: the same in every language.

This week and the three after it day by day, then every later event once, at its next date.
"""

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby
from types import MappingProxyType

from kohtaamo.listings.agenda import LATER, Dated, last_near_day
from kohtaamo.listings.lazy import Mapped
from kohtaamo.listings.paging import page_count, page_slice
from kohtaamo.schedule.occurrence import Occurrence


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """`day` is the day under which it stands; None when it is one of the later events.

    With `is_folded` it stands for its whole series (`Dated`).
    """

    occurrence: Occurrence
    day: date | None
    is_folded: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """The dates of one day; `day` is None for the later events.

    `folded` are the events whose date stands for the whole series.
    """

    day: date | None
    occurrences: tuple[Occurrence, ...]
    folded: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What a listing shows on all its pages; `changed` is the newest change of what it lists."""

    items: Sequence[Item]
    changed: datetime | None = None

    @property
    def pages(self) -> int:
        return page_count(self.items)

    def groups(self, page: int) -> tuple[Group, ...]:
        """The days of one page, counted from 1; a day may go on over the page's end."""
        return grouped(self.items[page_slice(page)])


def make_plan(
    events: Iterable[str],
    coming: Mapping[str, Sequence[Occurrence]],
    today: date,
    changed: Mapping[str, datetime],
    guests: Mapping[str, Sequence[Occurrence]] = MappingProxyType({}),
) -> Plan:
    """The plan of a listing; `coming` holds each event's dates from today on, by start.

    `guests` are the dates of other events that only visit (`Listing.guests`), by event.
    """
    last_near = last_near_day(today)
    near: list[Item] = []
    later: list[Item] = []
    newest: datetime | None = None
    here = {slug: coming[slug] for slug in events if coming.get(slug)}
    for slug, dates in (*here.items(), *guests.items()):
        soon = dates[: bisect_right(dates, last_near, key=_first_day)]
        near += [Item(occurrence=each, day=max(each.first_day, today)) for each in soon]
        if not soon:
            later.append(Item(occurrence=next_of(dates), day=None))
        moment = changed.get(slug)
        newest = moment if newest is None or (moment and moment > newest) else newest
    near.sort(key=lambda item: (item.day, item.occurrence.sort_key))
    later.sort(key=lambda item: item.occurrence.sort_key)
    return Plan(items=(*near, *later), changed=newest)


def by_event(dates: Iterable[Occurrence]) -> Mapping[str, Sequence[Occurrence]]:
    """Dates by their event, in their order."""
    found: dict[str, list[Occurrence]] = {}
    for each in dates:
        found.setdefault(each.event, []).append(each)
    return found


def next_of(dates: Sequence[Occurrence]) -> Occurrence:
    """The next date that takes place, or the next one at all."""
    return next((each for each in dates if each.takes_place), dates[0])


def grouped(items: Iterable[Item]) -> tuple[Group, ...]:
    """Neighbours of one day together."""
    return tuple(
        _group(day, tuple(group)) for day, group in groupby(items, key=lambda item: item.day)
    )


def _group(day: date | None, items: Sequence[Item]) -> Group:
    return Group(
        day=day,
        occurrences=tuple(item.occurrence for item in items),
        folded=frozenset(item.occurrence.event for item in items if item.is_folded),
    )


def _first_day(occurrence: Occurrence) -> date:
    return occurrence.first_day


def plan_of(
    dated: Sequence[Dated],
    coming: Mapping[str, Sequence[Occurrence]],
    changed: datetime | None = None,
) -> Plan:
    """The plan of dates in their order; each is looked into when its page is made."""

    def item(each: Dated) -> Item:
        day = None if each.day == LATER else date.fromordinal(each.day)
        occurrence = coming[each.slug][each.number]
        return Item(occurrence=occurrence, day=day, is_folded=each.is_folded)

    return Plan(items=Mapped(dated, item), changed=changed)
