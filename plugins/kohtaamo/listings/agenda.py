"""The dates of events in the order of pages, found without looking into the events."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property
from itertools import chain
from typing import NamedTuple

from kohtaamo.listings.facets import facets_of
from kohtaamo.listings.facts import Facts, ListingKey
from kohtaamo.listings.listing import Listing
from kohtaamo.schedule.windows import last_shown

# To a Sunday: a list whose far edge moved daily would change in every night.
NEAR_WEEKS = 4
# A date without a day of its own: one of the later events.
LATER = 0
# Who asks by these kinds asks what there is, not when: a series that meets more often than this in
# the near weeks is one row there, so that a daily one does not hide all others.
FOLDING = frozenset({"audience", "topic", "need"})
MOST_ROWS = 8


class Dated(NamedTuple):
    """A date of an event, in the order of pages: by the day it stands under, then by start.

    Days count as `date.toordinal` does, LATER for none; `number` counts the event's dates that
    pages show, `at` all its dates, both from 0. With `is_folded` it stands for all of its series
    that take place in the near weeks.
    """

    day: int
    first: int
    clock: int
    is_timed: bool
    slug: str
    number: int
    at: int
    is_folded: bool = False


class Offer(NamedTuple):
    """How many of so many coming events have each facet: by what a list can be narrowed."""

    facets: Counter[str]
    events: int


@dataclass(frozen=True, kw_only=True)
class Agenda:
    """The dates that pages show on `today`, of the events with these `facts`, by slug.

    What it has found it remembers: pages and their marks ask for the same.
    """

    facts: Mapping[str, Facts]
    today: date
    coming: dict[str, Sequence[Dated]] = field(default_factory=dict)
    listed: dict[ListingKey, Sequence[Dated]] = field(default_factory=dict)
    facets: dict[str, frozenset[str]] = field(default_factory=dict)
    offers: dict[ListingKey, Offer] = field(default_factory=dict)

    def of_days(self, events: Iterable[str], first: date, last: date) -> list[Dated]:
        """All dates that stand under these days; what has begun before today stands under it."""
        begin, end = first.toordinal(), last.toordinal()
        return sorted(
            each for slug in events for each in self._coming(slug) if begin <= each.day <= end
        )

    def of_listing(self, listing: Listing) -> Sequence[Dated]:
        """All dates of the near weeks, then every later event once, at its next date.

        That is the next one that takes place, or any where none does. Guests are left out. In
        listings of `FOLDING` a series of more than `MOST_ROWS` near dates stands once too, with
        those that are off.
        """
        key = (listing.kind, listing.key)
        if key not in self.listed:
            self.listed[key] = self._ordered(listing.events, folds=listing.kind in FOLDING)
        return self.listed[key]

    def is_coming(self, slug: str) -> bool:
        """True for an event with a date that pages show."""
        return bool(self._coming(slug))

    def offer(self, listing: Listing) -> Offer:
        """The facets of a listing's coming events; none of its own kind, by which all are alike."""
        key = (listing.kind, listing.key)
        if key not in self.offers:
            coming = [slug for slug in listing.events if self.is_coming(slug)]
            found = Counter(chain.from_iterable(map(self._facets, coming)))
            others = {each: n for each, n in found.items() if not each.startswith(f"{key[0]}/")}
            self.offers[key] = Offer(Counter(others), len(coming))
        return self.offers[key]

    def _facets(self, slug: str) -> frozenset[str]:
        if slug not in self.facets:
            self.facets[slug] = frozenset(facets_of(self.facts[slug]))
        return self.facets[slug]

    def _ordered(self, events: Iterable[str], *, folds: bool) -> Sequence[Dated]:
        near_until = last_near_day(self.today).toordinal()
        near: list[Dated] = []
        later: list[Dated] = []
        for slug in events:
            dates = self._coming(slug)
            soon = [each for each in dates if each.first <= near_until]
            near += self._folded(slug, soon) if folds and len(soon) > MOST_ROWS else soon
            if dates and not soon:
                later.append(self._next(slug, dates)._replace(day=LATER))
        return [*sorted(near), *sorted(later)]

    def _folded(self, slug: str, dates: Sequence[Dated]) -> Sequence[Dated]:
        off = self.facts[slug].off
        on = [each for each in dates if each.at not in off]
        if len(on) <= MOST_ROWS:
            return dates
        return [on[0]._replace(is_folded=True), *(each for each in dates if each.at in off)]

    @cached_property
    def _last(self) -> int:
        return last_shown(self.today).toordinal()

    def _next(self, slug: str, dates: Sequence[Dated]) -> Dated:
        facts = self.facts[slug]
        if not facts.off:
            return dates[0]
        on = (each for each in dates if each.at not in facts.off)
        return next(on, dates[0])

    def _coming(self, slug: str) -> Sequence[Dated]:
        if slug not in self.coming:
            self.coming[slug] = self._made(self.facts[slug])
        return self.coming[slug]

    def _made(self, facts: Facts) -> Sequence[Dated]:
        now, shown = self.today.toordinal(), self._last
        clocks = facts.clocks
        found: list[Dated] = []
        for at, (begin, end) in enumerate(facts.spans):
            if end >= now and begin <= shown:
                clock = clocks[at if len(clocks) > 1 else 0] if clocks else 0
                day = max(begin, now)
                found.append(Dated(day, begin, clock, bool(clocks), facts.slug, len(found), at))
        return found


def last_near_day(today: date) -> date:
    """The last day that is shown day by day: the Sunday that ends the near weeks."""
    return today + timedelta(days=7 * NEAR_WEEKS - 1 - today.weekday())
