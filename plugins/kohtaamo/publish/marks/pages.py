"""The marks of single pages of listings and months: of the dates that stand on them."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import NamedTuple

from kohtaamo.listings.agenda import Dated, last_near_day
from kohtaamo.listings.changes import changed_at, network_changed_at
from kohtaamo.listings.facets import NARROWED
from kohtaamo.listings.facts import ListingKey
from kohtaamo.listings.listing import Listing
from kohtaamo.listings.months import dates_by_month, days_of_month, has_any
from kohtaamo.listings.paging import page_slice
from kohtaamo.publish.few_events import fit_by_town
from kohtaamo.publish.found import monday_of
from kohtaamo.publish.ics.near import is_heavy
from kohtaamo.publish.marks.listings import ListingMarks
from kohtaamo.publish.marks.mark import Mark, mark_of
from kohtaamo.publish.output import PAGE
from kohtaamo.schedule.windows import last_shown

# By month, how many dates each event has in it.
Months = Mapping[tuple[int, int], Mapping[str, int]]


# Listings that are shown by municipality too, or by how they are joined.
_BY_TOWN = frozenset({"audience", "topic", "need", "afar"})
# Listings whose first page says when somebody is at places, this week and the next.
_OF_THE_WEEK = frozenset({"need", "afar"})


class Ordered(NamedTuple):
    """All dates of a listing or a month in order, and the newest change of their events."""

    dated: Sequence[Dated]
    newest: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PageMarks:
    """`of_listings` are the marks of whole listings, which pages with guests share.

    `dated` gives the dates of a listing, `of_days` those of a month, `months` how many there are
    in each.
    """

    listings: Mapping[ListingKey, Listing]
    of_listings: ListingMarks
    dated: Callable[[ListingKey], Ordered]
    of_days: Callable[[tuple[int, int]], Ordered]
    months: Callable[[], Months]

    def of_page(self, kind: str, key: str, number: str) -> Mark:
        """The mark of one page of a listing; its first page tells of the listing too."""
        listing = self.listings[kind, key]
        if listing.guests:
            return self.of_listings.mark(listing, PAGE)
        edition = self.of_listings.things.edition
        first: tuple[object, ...] = ()
        if number == "1":
            heavy = is_heavy(edition.facts[slug] for slug in listing.events)
            counts = self._counts() if kind == "all" else None
            first = (
                *(sorted(listing.languages), edition.today if heavy else None, counts),
                self._by_town(listing) if kind in _BY_TOWN else None,
                monday_of(edition.today) if kind in _OF_THE_WEEK else None,
                *self._narrowed(listing),
            )
        return mark_of(
            network_changed_at(edition),
            self.of_listings.around(kind, key),
            first,
            self._on_page(self.dated((kind, key)), int(number)),
        )

    def of_month(self, year: str, month: str, number: str) -> Mark:
        """The mark of one page of a month, which leads to the months before and after."""
        found = self.of_days((int(year), int(month)))
        return mark_of(list(self.months()), self._on_page(found, int(number)))

    def _on_page(self, found: Ordered, number: int) -> Mark:
        shown = found.dated[page_slice(number)]
        event = self.of_listings.event
        return mark_of(
            len(found.dated),
            found.newest,
            [tuple(each) for each in shown],
            "".join([event(each.slug, PAGE) for each in shown]),
        )

    def _by_town(self, listing: Listing) -> Mark | None:
        """Of all events, as long as their first page shows each once more by municipality."""
        edition = self.of_listings.things.edition
        if not fit_by_town((edition.facts[slug] for slug in listing.events), edition.today):
            return None
        return "".join([self.of_listings.event(slug, PAGE) for slug in listing.events])

    def _narrowed(self, listing: Listing) -> Iterator[object]:
        """By what the list can be narrowed, and until when it tells of every day."""
        things = self.of_listings.things
        found, events = things.edition.agenda.offer(listing)
        if listing.kind not in NARROWED or not events:
            return
        places = [key.removeprefix("place/") for key in found if key.startswith("place/")]
        yield last_near_day(things.edition.today)
        yield from (sorted(found.items()), events, things.named(sorted(places), ()))
        yield [month for month, dates in self.months().items() if has_any(listing, dates)]
        yield any(each.is_folded for each in self.dated((listing.kind, listing.key)).dated)

    def _counts(self) -> list[tuple[tuple[int, int], int]]:
        return [(month, sum(dates.values())) for month, dates in self.months().items()]


def page_marks(listings: Mapping[ListingKey, Listing], of_listings: ListingMarks) -> PageMarks:
    """The marks of all pages of an edition's listings."""
    edition = of_listings.things.edition
    facts, today = edition.facts, edition.today
    agenda = edition.agenda

    def months() -> Months:
        listed = (facts[slug] for slug in listings["all", ""].events)
        return dates_by_month(listed, today, last_shown(today))

    changed = cache(lambda slug: changed_at(edition, facts[slug]))
    known_months = cache(months)

    def ordered(dated: Sequence[Dated]) -> Ordered:
        return Ordered(dated, max(map(changed, {each.slug for each in dated}), default=None))

    def of_days(month: tuple[int, int]) -> Ordered:
        return ordered(agenda.of_days(known_months()[month], *days_of_month(month)))

    return PageMarks(
        listings=listings,
        of_listings=of_listings,
        dated=cache(lambda key: ordered(agenda.of_listing(listings[key]))),
        of_days=cache(of_days),
        months=known_months,
    )
