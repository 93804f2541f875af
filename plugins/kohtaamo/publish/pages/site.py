"""What all pages of all languages look up: each index is made once for an edition."""

from collections import defaultdict
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache, lru_cache, partial
from pathlib import Path
from urllib.parse import urlsplit

from markupsafe import Markup

from kohtaamo.content.source.files import images_below
from kohtaamo.listings.agenda import Agenda
from kohtaamo.listings.board import notices_by_organiser, notices_by_place
from kohtaamo.listings.changes import network_changed_at
from kohtaamo.listings.edition import Edition
from kohtaamo.listings.facts import Facts
from kohtaamo.listings.in_use import listed_by_municipality
from kohtaamo.listings.listing import Listing
from kohtaamo.listings.members import members_events
from kohtaamo.listings.months import Month
from kohtaamo.model.event import is_part
from kohtaamo.publish.html.nest import Nest, nest_of
from kohtaamo.publish.html.qr import QrCode, qr_code
from kohtaamo.publish.pages.outline import Outline
from kohtaamo.publish.pages.plan import Plan
from kohtaamo.publish.pages.shown import listings_shown
from kohtaamo.publish.parts import Parts
from kohtaamo.publish.pictures.size import Size, size_of
from kohtaamo.publish.scope import WHOLE, Scope
from kohtaamo.publish.texts.html import page_to_html, with_base
from kohtaamo.schedule.moments import ONE_DAY
from kohtaamo.schedule.occurrence import Occurrence
from kohtaamo.schedule.open_now import StateFrom, states
from kohtaamo.schedule.opening import OpenSpan, day_hours
from kohtaamo.schedule.room_days import RoomDay, room_days
from kohtaamo.schedule.staffing import SpansOn
from kohtaamo.schedule.windows import rooms_shown

Occurrences = tuple[Occurrence, ...]
OpenStates = Callable[[str, date, date], tuple[StateFrom, ...]]
# The days of a place's rooms, by the id of a room.
Rooms = Mapping[str, tuple[RoomDay, ...]]
# Opening hours and rooms, day by day, are shown for this calendar week and the next.
DAYS_SHOWN = 14
_FRIDAY = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """Looked up by slug, by listing (kind, key), by month or by (place, room).

    - `scope` says which pages are made.
    - `base` is the path of the site's address, "" at the root of a host.
    - `coming` holds the dates from today to the window's last whole month of all events that have
      a page; `dates` gives all dates of one event from today on, beyond the window too, and
      `agenda` knows the order of dates without looking into them.
    - `dates_in` says how many dates each event has in a month.
    - `plans` holds what the pages of a listing show, `outlines` how long they are; `counts` says
      how many events of a listing are still to come.
    - `months` and `month_outlines` are the same of the open events of a month, past days of this
      month left out.
    - `places_in` holds the places that still come to a municipality.
    - `rooms` has the days of each room of a place, by slug and room, from Monday of this week to
      the end of next month.
    - `parts` are what calendars are made of: only they know how much of a listing fits in one.
    - `html` converts contributors' Markdown, its highest heading at the level that is given;
      `page_html` that of the network's own pages. Each text is converted once.
    - `qr` draws the QR code of an address, each once; `nest` the nest of a slug.
    - `size` knows how large a picture will be, by its file in `content/images/`; `pictures` lists
      these files, None where nobody said where they lie.
    - `members` are the events for members of places and organisers.
    - `notices_of` are the notices on the board of an organiser, `notices_at` those that may stand
      on the page of a place, newest first.
    - `spans_on` gives the open spans of a place, by its slug, on one day; `open_states` what is
      true of it from one day to another.
    - `changed` is an event's last change, `changed_network` that of `network.yml`.
    """

    edition: Edition
    scope: Scope
    base: str
    listings: Mapping[tuple[str, str], Listing]
    coming: Mapping[str, Occurrences]
    plans: Mapping[tuple[str, str], Plan]
    outlines: Mapping[tuple[str, str], Outline]
    counts: Mapping[tuple[str, str], int]
    months: Mapping[Month, Plan]
    dates_in: Mapping[Month, Mapping[str, int]]
    month_outlines: Mapping[Month, Outline]
    changed: Mapping[str, datetime]
    parts_of: Mapping[str, tuple[str, ...]]
    members: Mapping[tuple[str, str], tuple[str, ...]]
    places_in: Mapping[str, tuple[str, ...]]
    organisers_in: Mapping[str, tuple[str, ...]]
    notices_of: Callable[[str], tuple[str, ...]]
    notices_at: Callable[[str], tuple[str, ...]]
    rooms: Callable[[str], Rooms]
    parts: Parts
    html: Callable[[str, int], Markup]
    page_html: Callable[[str], Markup]
    qr: Callable[[str], QrCode]
    nest: Callable[[str], Nest]
    size: Callable[[str], Size | None]
    pictures: Callable[[], Collection[str] | None]
    dates: Callable[[str], Occurrences]
    agenda: Agenda
    spans_on: SpansOn
    open_states: OpenStates
    changed_network: datetime

    @property
    def monday(self) -> date:
        """The first day of this week: weeks, not days, keep a quiet night's pages unchanged."""
        return self.edition.today - timedelta(days=self.edition.today.weekday())

    @property
    def looks_ahead(self) -> bool:
        """True from Friday on, when the next week is what people come for."""
        return self.edition.today.weekday() >= _FRIDAY


def make_site(edition: Edition, parts: Parts, images: Path = Path(), scope: Scope = WHOLE) -> Site:
    """Every index of an edition; what it takes dates to know is made when it is asked for.

    `images` is where the contributors' pictures lie.
    """
    base = urlsplit(edition.site_url).path.rstrip("/")
    shown = listings_shown(edition, edition.listed)
    return Site(
        edition=edition,
        scope=scope,
        base=base,
        listings=edition.listed,
        coming=shown.coming,
        plans=shown.plans,
        outlines=shown.outlines,
        counts=shown.counts,
        months=shown.months,
        dates_in=shown.dates_in,
        month_outlines=shown.month_outlines,
        changed=shown.changed,
        parts_of=_parts_of(edition.facts),
        members=members_events(edition.facts.values(), edition.umbrellas),
        places_in=listed_by_municipality(edition.known.places.values(), edition.today),
        organisers_in=listed_by_municipality(edition.known.organisers.values(), edition.today),
        notices_of=_looked_up(partial(notices_by_organiser, edition)),
        notices_at=_looked_up(partial(notices_by_place, edition)),
        rooms=_rooms(edition, parts),
        parts=parts,
        html=_converter(parts, base),
        page_html=cache(lambda text: Markup(page_to_html(text, base=base))),  # noqa: S704 - as above
        qr=cache(qr_code),
        nest=nest_of,
        size=cache(lambda file: size_of(images / file)),
        pictures=lambda: images_below(images) if images.parts else None,
        dates=lru_cache(maxsize=1_000)(partial(_dates_from, edition)),
        agenda=shown.agenda,
        spans_on=lru_cache(maxsize=4_000)(partial(_spans_on, edition)),
        open_states=lru_cache(maxsize=1_000)(partial(_open_states, edition)),
        changed_network=network_changed_at(edition),
    )


def _dates_from(edition: Edition, slug: str) -> Occurrences:
    today = edition.today
    # Nothing that is published ends before it begins.
    return tuple(
        each for each in edition.ahead[slug] if each.first_day >= today or each.last_day >= today
    )


def _spans_on(edition: Edition, slug: str, day: date) -> tuple[OpenSpan, ...]:
    return day_hours(edition.network.places[slug], day).spans


def _open_states(edition: Edition, slug: str, first: date, last: date) -> tuple[StateFrom, ...]:
    return states(edition.network.places[slug], first, last)


def _rooms(edition: Edition, parts: Parts) -> Callable[[str], Rooms]:
    first, last = rooms_shown(edition.today)

    def rooms(place: str) -> Rooms:
        # A use of the day before or after may need the room emptied within these days.
        taken = parts.places.busy(place, first - ONE_DAY, last + ONE_DAY)
        return room_days(edition.network.places[place], taken, first, last)

    return cache(rooms)


def _converter(parts: Parts, base: str) -> Callable[[str, int], Markup]:
    def html(markdown: str, top: int) -> Markup:
        return Markup(with_base(parts.html(markdown, top), base))  # noqa: S704 - sanitised there

    return html


def _parts_of(events: Mapping[str, Facts]) -> Mapping[str, tuple[str, ...]]:
    """The parts of each umbrella event that have a page; groups for members stay unlisted."""
    found: dict[str, list[str]] = defaultdict(list)
    for event in events.values():
        umbrella = events.get(event.part_of or "")
        if event.part_of and umbrella and event.is_listed and is_part(event, umbrella):
            found[event.part_of].append(event.slug)
    return {umbrella: tuple(slugs) for umbrella, slugs in found.items()}


def _looked_up(
    make: Callable[[], Mapping[str, tuple[str, ...]]],
) -> Callable[[str], tuple[str, ...]]:
    """Made when somebody looks up the first of them."""
    made = cache(make)
    return lambda key: made().get(key, ())
