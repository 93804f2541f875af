"""The listings that are selections of events: one pass over the events, whatever their number."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from kohtaamo.listings.languages import EverTranslated, told_in
from kohtaamo.listings.listing import Listing
from kohtaamo.listings.table import LISTING_KINDS
from kohtaamo.model.event import Access, Event
from kohtaamo.model.network import Network
from kohtaamo.schedule.moments import clock_of
from kohtaamo.schedule.occurrences import Occurrence

# Kind and key of a listing.
_Key = tuple[str, str]
# By event slug.
Dates = Mapping[str, tuple[Occurrence, ...]]


@dataclass(frozen=True, slots=True)
class _Selection:
    """What is found of one listing; as in `Listing`. Dicts are ordered sets."""

    events: dict[str, None] = field(default_factory=dict)
    guests: list[Occurrence] = field(default_factory=list)
    languages: set[str] = field(default_factory=set)
    announced: dict[str, None] = field(default_factory=dict)
    told: dict[str, None] = field(default_factory=dict)

    def announce(self, event: Event, languages: Iterable[str], *, is_told: bool) -> None:
        self.languages.update(languages)
        self.announced[event.slug] = None
        if is_told:
            self.told[event.slug] = None


def is_listed(event: Event) -> bool:
    """Closed groups never leave the house; groups for members are left out until asked for."""
    return event.access is Access.OPEN


def event_listings(
    network: Network,
    occurrences: Dates,
    ahead: Dates,
    umbrellas: Collection[str],
    today: date,
    translated: EverTranslated,
) -> Iterator[Listing]:
    """Every listing of the table, with events or none.

    `occurrences` are the dates in the calendar window, `ahead` these and all later ones.
    """
    found: dict[_Key, _Selection] = defaultdict(_Selection)
    for slug, event in network.events.items():
        if not is_listed(event):
            continue
        languages = told_in(event, translated)
        for listing in _listings_of(event, network):
            found[listing].announce(event, languages, is_told=_is_told(event, ahead[slug], today))
            if occurrences[slug]:
                found[listing].events[slug] = None
        for place, listings in () if slug in umbrellas else _elsewhere(event, network):
            visits = [each for each in occurrences[slug] if each.place == place]
            is_told = _is_told(event, (each for each in ahead[slug] if each.place == place), today)
            for listing in listings:
                found[listing].announce(event, languages, is_told=is_told)
                found[listing].guests.extend(visits)
    for kind in LISTING_KINDS:
        for key in kind.members(network):
            yield _listing(kind.name, key, found[kind.name, key])


def _listing(kind: str, key: str, found: _Selection) -> Listing:
    return Listing(
        kind=kind,
        key=key,
        events=tuple(found.events),
        guests=tuple(sorted(found.guests, key=_by_event)),
        languages=frozenset(found.languages),
        announced=tuple(found.announced),
        told=tuple(found.told),
    )


def _by_event(date_: Occurrence) -> tuple[str, datetime]:
    return date_.event, clock_of(date_.start)


def _is_told(event: Event, ahead: Iterable[Occurrence], today: date) -> bool:
    """Until a month after its last date; of what is off as a whole, to the last date itself."""
    return any(not event.is_off or each.last_day >= today for each in ahead)


def _listings_of(event: Event, network: Network) -> Iterator[_Key]:
    return ((kind.name, key) for kind in LISTING_KINDS for key in kind.keys_of(event, network))


def _elsewhere(event: Event, network: Network) -> Iterator[tuple[str, set[_Key]]]:
    """The places to which changes move dates, and the listings that only this adds.

    They are those in which the event would be if it were always there.
    """
    changes = event.repeat.changes if event.repeat else ()
    places = {each.place for each in changes if each.place and each.place != event.place}
    own = set(_listings_of(event, network)) if places else set()
    for place in sorted(places):
        there = replace(event, place=place, stop=None, location=None)
        yield place, set(_listings_of(there, network)) - own
