"""What all pages of all languages look up: each index is made once for an edition."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache
from urllib.parse import urlsplit

from markupsafe import Markup

from kohtaamo.listings.changes import changed_at, network_changed_at
from kohtaamo.listings.edition import Edition
from kohtaamo.listings.listing import Listing
from kohtaamo.listings.table import BOARD
from kohtaamo.model.event import Event
from kohtaamo.model.organiser import Organiser
from kohtaamo.model.place import Place
from kohtaamo.publish.html.qr import QrCode, qr_code
from kohtaamo.publish.pages.plan import Item, Plan, by_event, make_plan
from kohtaamo.publish.parts import Parts
from kohtaamo.publish.texts.html import page_to_html, to_html
from kohtaamo.schedule.occurrence import Occurrence
from kohtaamo.schedule.occurrences import expand
from kohtaamo.schedule.rooms import BusySpan, busy_rooms
from kohtaamo.schedule.windows import calendar_window

Occurrences = tuple[Occurrence, ...]
Months = dict[tuple[int, int], list[Item]]
# Opening hours and booked rooms are shown for this calendar week and the next.
DAYS_SHOWN = 14
_FRIDAY = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """Looked up by slug, by listing (kind, key), by month or by (place, room).

    - `base` is the path of the site's address, "" at the root of a host.
    - `coming` holds the dates from today to the window's last whole month of all events that have
      a page; `dates` gives all dates of one event from today on, beyond the window too.
    - `counts` says how many events of a listing are still to come.
    - `months` holds the dates of open events by (year, month), past days of this month left out.
    - `parts` are what calendars are made of: only they know how much of a listing fits in one.
    - `html` converts contributors' Markdown, its highest heading at the level that is given;
      `page_html` that of the network's own pages. Each text is converted once.
    - `qr` draws the QR code of an address, each once.
    - `changed` is an event's last change, `changed_network` that of `network.yml`.
    """

    edition: Edition
    base: str
    listings: Mapping[tuple[str, str], Listing]
    coming: Mapping[str, Occurrences]
    plans: Mapping[tuple[str, str], Plan]
    counts: Mapping[tuple[str, str], int]
    months: Mapping[tuple[int, int], Plan]
    changed: Mapping[str, datetime]
    parts_of: Mapping[str, tuple[str, ...]]
    places_in: Mapping[str, tuple[str, ...]]
    organisers_in: Mapping[str, tuple[str, ...]]
    notices_of: Mapping[str, tuple[str, ...]]
    busy: Mapping[tuple[str, str], tuple[BusySpan, ...]]
    parts: Parts
    html: Callable[[str, int], Markup]
    page_html: Callable[[str], Markup]
    qr: Callable[[str], QrCode]
    dates: Callable[[str], Occurrences]
    changed_network: datetime

    @property
    def monday(self) -> date:
        """The first day of this week: weeks, not days, keep a quiet night's pages unchanged."""
        return self.edition.today - timedelta(days=self.edition.today.weekday())

    @property
    def looks_ahead(self) -> bool:
        """True from Friday on, when the next week is what people come for."""
        return self.edition.today.weekday() >= _FRIDAY


def make_site(edition: Edition, parts: Parts) -> Site:
    """Every index of an edition, in a few passes over its events."""
    today = edition.today
    last = _last_shown(today)
    events = edition.network.events
    coming = _coming(edition, last)
    changed = {slug: changed_at(edition, events[slug]) for slug in coming}
    listings = {(listing.kind, listing.key): listing for listing in edition.listings}
    guests = {key: by_event(_shown(each.guests, today, last)) for key, each in listings.items()}
    monday = today - timedelta(days=today.weekday())
    base = urlsplit(edition.site_url).path.rstrip("/")
    return Site(
        edition=edition,
        base=base,
        listings=listings,
        coming=coming,
        plans={
            key: make_plan(listing.events, coming, today, changed, guests[key])
            for key, listing in listings.items()
        },
        counts={
            key: sum(1 for slug in listing.events if coming[slug]) + len(guests[key])
            for key, listing in listings.items()
        },
        months=_months(listings["all", ""].events, coming, changed, today),
        changed=changed,
        parts_of=_parts_of(events.values()),
        places_in=_by_municipality(edition.network.places.values()),
        organisers_in=_by_municipality(edition.network.organisers.values()),
        notices_of=_notices_of(edition, listings[BOARD, ""]),
        busy=busy_rooms(events.values(), monday, monday + timedelta(days=DAYS_SHOWN - 1)),
        parts=parts,
        html=_converter(base),
        page_html=cache(lambda text: Markup(page_to_html(text, base=base))),  # noqa: S704 - as above
        qr=cache(qr_code),
        dates=cache(lambda slug: expand(events[slug], today, date.max)),
        changed_network=network_changed_at(edition),
    )


def _coming(edition: Edition, last: date) -> Mapping[str, Occurrences]:
    return {
        slug: _shown(edition.occurrences.get(slug, ()), edition.today, last)
        for slug, event in edition.network.events.items()
        if not event.is_closed
    }


def _shown(dates: Iterable[Occurrence], today: date, last: date) -> Occurrences:
    """Those that are not over and begin by the last day that pages show."""
    return tuple(each for each in dates if each.last_day >= today and each.first_day <= last)


def _last_shown(today: date) -> date:
    """The end of the window's last whole month: a month's page is whole, and no night moves it."""
    return calendar_window(today)[1].replace(day=1) - timedelta(days=1)


def _converter(base: str) -> Callable[[str, int], Markup]:
    @cache
    def html(markdown: str, top: int) -> Markup:
        return Markup(to_html(markdown, base=base, top=top))  # noqa: S704 - sanitised there

    return html


def _months(
    events: Iterable[str],
    coming: Mapping[str, Occurrences],
    changed: Mapping[str, datetime],
    today: date,
) -> Mapping[tuple[int, int], Plan]:
    """The open dates of each month, in order; only months with dates."""
    found: Months = defaultdict(list)
    newest: dict[tuple[int, int], datetime] = {}
    for slug in events:
        for each in coming[slug]:
            day = max(each.first_day, today)
            month = (day.year, day.month)
            found[month].append(Item(occurrence=each, day=day))
            newest[month] = max(newest.get(month, changed[slug]), changed[slug])
    return {
        month: Plan(
            items=tuple(
                sorted(found[month], key=lambda item: (item.day, item.occurrence.sort_key))
            ),
            changed=newest[month],
        )
        for month in sorted(found)
    }


def _parts_of(events: Iterable[Event]) -> Mapping[str, tuple[str, ...]]:
    """The parts of each umbrella event that have a page; groups for members stay unlisted."""
    found: dict[str, list[str]] = defaultdict(list)
    for event in events:
        if event.part_of and event.access == "open":
            found[event.part_of].append(event.slug)
    return {umbrella: tuple(slugs) for umbrella, slugs in found.items()}


def _by_municipality(things: Iterable[Organiser | Place]) -> Mapping[str, tuple[str, ...]]:
    """Slugs by municipality; what works in several stands in each."""
    found: dict[str, list[str]] = defaultdict(list)
    for thing in things:
        for municipality in thing.municipalities:
            found[municipality].append(thing.slug)
    return {municipality: tuple(slugs) for municipality, slugs in found.items()}


def _notices_of(edition: Edition, board: Listing) -> Mapping[str, tuple[str, ...]]:
    """The notices on the board by organiser, newest first."""
    found: dict[str, list[str]] = defaultdict(list)
    for slug in board.notices:
        for organiser in edition.network.notices[slug].organisers:
            found[organiser].append(slug)
    return {organiser: tuple(slugs) for organiser, slugs in found.items()}
