"""What listings show of their events: which dates, on how many pages, how many there are."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from kohtaamo.listings.agenda import FOLDING, Agenda
from kohtaamo.listings.changes import changed_at
from kohtaamo.listings.edition import Edition
from kohtaamo.listings.facts import ListingKey
from kohtaamo.listings.lazy import Late, Lazy
from kohtaamo.listings.listing import Listing
from kohtaamo.listings.months import Month, dates_by_month, days_of_month
from kohtaamo.publish.pages.outline import Outline, items_of, outline, outline_of_month
from kohtaamo.publish.pages.plan import Plan, by_event, make_plan, plan_of
from kohtaamo.schedule.occurrence import Occurrence
from kohtaamo.schedule.windows import last_shown

Occurrences = tuple[Occurrence, ...]
# As in `make_edition`.
_MOST = 12_000
Listings = Mapping[ListingKey, Listing]


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """As in `Site`; every value is made when it is asked for."""

    agenda: Agenda
    coming: Mapping[str, Occurrences]
    changed: Mapping[str, datetime]
    plans: Mapping[ListingKey, Plan]
    outlines: Mapping[ListingKey, Outline]
    counts: Mapping[ListingKey, int]
    months: Mapping[Month, Plan]
    dates_in: Mapping[Month, Mapping[str, int]]
    month_outlines: Mapping[Month, Outline]


def listings_shown(edition: Edition, listings: Listings) -> Shown:
    """All of it; `listings` are those of the edition."""
    today, facts, last = edition.today, edition.facts, last_shown(edition.today)
    paged = {slug: each for slug, each in facts.items() if not each.is_closed}
    coming = Lazy(paged, lambda slug: _shown(edition.occurrences[slug], today, last), _MOST)
    changed = Lazy(paged, lambda slug: changed_at(edition, facts[slug]))
    items = Lazy(paged, lambda slug: items_of(facts[slug], today, last))
    folded = Lazy(paged, lambda slug: items_of(facts[slug], today, last, folds=True))
    by_month, agenda = Late(lambda: _by_month(edition, listings)), edition.agenda

    def guests(key: ListingKey) -> Mapping[str, Sequence[Occurrence]]:
        return by_event(_shown(listings[key].guests, today, last))

    def outline_of(key: ListingKey) -> Outline:
        if not listings[key].guests:
            of_each = folded if key[0] in FOLDING else items
            return outline(listings[key].events, of_each, changed)
        return Outline(items=len(plans[key].items), changed=plans[key].changed)

    def count(key: ListingKey) -> int:
        return sum(1 for slug in listings[key].events if items[slug]) + len(guests(key))

    def plan(key: ListingKey) -> Plan:
        listing = listings[key]
        if listing.guests:
            return make_plan(listing.events, coming, today, changed, guests(key))
        return plan_of(agenda.of_listing(listing), coming, outlines[key].changed)

    plans = Lazy(listings, plan)
    outlines = Lazy(listings, outline_of)
    return Shown(
        agenda=agenda,
        coming=coming,
        changed=changed,
        plans=plans,
        outlines=outlines,
        counts=Lazy(listings, count),
        months=_months(by_month, agenda, coming),
        dates_in=by_month,
        month_outlines=_outlines(by_month, changed),
    )


def _by_month(edition: Edition, listings: Listings) -> Mapping[Month, Mapping[str, int]]:
    everything = (edition.facts[slug] for slug in listings["all", ""].events)
    return dates_by_month(everything, edition.today, last_shown(edition.today))


def _months(
    by_month: Mapping[Month, Mapping[str, int]],
    agenda: Agenda,
    coming: Mapping[str, Occurrences],
) -> Mapping[Month, Plan]:
    def plan(month: Month) -> Plan:
        return plan_of(agenda.of_days(by_month[month], *days_of_month(month)), coming)

    return Lazy(by_month, plan)


def _outlines(
    by_month: Mapping[Month, Mapping[str, int]], changed: Mapping[str, datetime]
) -> Mapping[Month, Outline]:
    return Lazy(by_month, lambda month: outline_of_month(by_month[month], changed))


def _shown(dates: Iterable[Occurrence], today: date, last: date) -> Occurrences:
    """Those that are not over and begin by the last day that pages show."""
    return tuple(
        each
        for each in dates
        if (day := each.first_day) <= last and (day >= today or each.last_day >= today)
    )
