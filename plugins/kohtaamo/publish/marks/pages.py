"""The marks of single pages of listings and months: of the dates that stand on them."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache

from kohtaamo.listings.agenda import Agenda, Dated
from kohtaamo.listings.changes import changed_at, network_changed_at
from kohtaamo.listings.facts import ListingKey
from kohtaamo.listings.listing import Listing
from kohtaamo.listings.months import dates_by_month, days_of_month
from kohtaamo.listings.paging import page_slice
from kohtaamo.publish.ics.near import is_heavy
from kohtaamo.publish.marks.listings import ListingMarks
from kohtaamo.publish.marks.mark import Mark, mark_of
from kohtaamo.publish.output import PAGE
from kohtaamo.schedule.windows import last_shown

# By month, how many dates each event has in it.
Months = Mapping[tuple[int, int], Mapping[str, int]]


@dataclass(frozen=True, slots=True, kw_only=True)
class PageMarks:
    """`of_listings` are the marks of whole listings, which pages with guests share.

    `dated` gives all dates of a listing in order, `months` how many there are in each.
    """

    listings: Mapping[ListingKey, Listing]
    of_listings: ListingMarks
    agenda: Agenda
    dated: Callable[[ListingKey], Sequence[Dated]]
    months: Callable[[], Months]
    changed: Callable[[str], datetime]

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
            first = (sorted(listing.languages), edition.today if heavy else None, counts)
        return mark_of(
            network_changed_at(edition),
            self.of_listings.around(kind, key),
            first,
            self._on_page(self.dated((kind, key)), int(number)),
        )

    def of_month(self, year: str, month: str, number: str) -> Mark:
        """The mark of one page of a month, which leads to the months before and after."""
        of_month = (int(year), int(month))
        events = self.months()[of_month]
        dated = self.agenda.of_days(events, *days_of_month(of_month))
        return mark_of(list(self.months()), self._on_page(dated, int(number)))

    def _on_page(self, dated: Sequence[Dated], number: int) -> Mark:
        shown = dated[page_slice(number)]
        event = self.of_listings.event
        return mark_of(
            len(dated),
            self._newest(each.slug for each in dated),
            [tuple(each) for each in shown],
            b"".join([event(each.slug, PAGE) for each in shown]),
        )

    def _newest(self, events: Iterable[str]) -> datetime | None:
        return max(map(self.changed, set(events)), default=None)

    def _counts(self) -> list[tuple[tuple[int, int], int]]:
        return [(month, sum(dates.values())) for month, dates in self.months().items()]


def page_marks(listings: Mapping[ListingKey, Listing], of_listings: ListingMarks) -> PageMarks:
    """The marks of all pages of an edition's listings."""
    edition = of_listings.things.edition
    facts, today = edition.facts, edition.today
    agenda = Agenda(facts=facts, today=today)

    def months() -> Months:
        listed = (facts[slug] for slug in listings["all", ""].events)
        return dates_by_month(listed, today, last_shown(today))

    return PageMarks(
        listings=listings,
        of_listings=of_listings,
        agenda=agenda,
        dated=cache(lambda key: agenda.of_listing(listings[key].events)),
        months=cache(months),
        changed=cache(lambda slug: changed_at(edition, facts[slug])),
    )
