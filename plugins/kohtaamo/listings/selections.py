"""The listings that are selections of events: one pass over the events, whatever their number."""

from collections import defaultdict
from collections.abc import Callable, Collection, Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from kohtaamo.listings.facts import Facts, ListingKey
from kohtaamo.listings.languages import EverTranslated, told_in
from kohtaamo.listings.listing import Listing
from kohtaamo.listings.table import LISTING_KINDS
from kohtaamo.model.event import Event
from kohtaamo.model.network import Network
from kohtaamo.schedule.moments import clock_of
from kohtaamo.schedule.occurrences import Occurrence, expand
from kohtaamo.schedule.spans import Span
from kohtaamo.schedule.windows import calendar_window


@dataclass(frozen=True, slots=True)
class _Selection:
    """What is found of one listing; as in `Listing`. Dicts are ordered sets."""

    events: dict[str, None] = field(default_factory=dict)
    guests: list[Occurrence] = field(default_factory=list)
    languages: set[str] = field(default_factory=set)
    announced: dict[str, None] = field(default_factory=dict)
    told: dict[str, None] = field(default_factory=dict)

    def announce(self, slug: str, languages: Iterable[str], *, is_told: bool) -> None:
        self.languages.update(languages)
        self.announced[slug] = None
        if is_told:
            self.told[slug] = None


def event_listings(
    network: Network,
    facts: Mapping[str, Facts],
    umbrellas: Collection[str],
    today: date,
    translated: EverTranslated,
    asked: Container[ListingKey],
) -> Mapping[ListingKey, Listing]:
    """The listings of the table that are `asked` for, with events or none, by kind and key.

    Only guests are looked into.
    """
    found: dict[ListingKey, _Selection] = defaultdict(_Selection)
    first, last = (day.toordinal() for day in calendar_window(today))
    for slug, each in facts.items():
        if not each.is_listed:
            continue
        languages = told_in(each, translated)
        is_told = _is_told(each.is_off, each.spans, first, today.toordinal())
        has_dates = any(begin <= last and end >= first for begin, end in reversed(each.spans))
        for listing in each.listings:
            if listing in asked:
                found[listing].announce(slug, languages, is_told=is_told)
                if has_dates:
                    found[listing].events[slug] = None
        if slug not in umbrellas and any(key in asked for _, keys in each.visits for key in keys):
            _add_visits(network.events[slug], each, today, languages, found.__getitem__)
    return {key: _listing(*key, found[key]) for key in listing_keys(network) if key in asked}


def listing_keys(network: Network) -> Iterable[ListingKey]:
    """Kind and key of every listing of the table, in their order."""
    return ((kind.name, key) for kind in LISTING_KINDS for key in kind.members(network))


def _add_visits(
    event: Event,
    facts: Facts,
    today: date,
    languages: Iterable[str],
    selection: Callable[[ListingKey], _Selection],
) -> None:
    """The single dates of an event that changes bring to the listings of other places."""
    first, last = calendar_window(today)
    ahead = expand(event, first, date.max)
    for place, listings in facts.visits:
        here = [each for each in ahead if each.place == place]
        days = [(each.first_day.toordinal(), each.last_day.toordinal()) for each in here]
        is_told = _is_told(facts.is_off, days, first.toordinal(), today.toordinal())
        for key in listings:
            selection(key).announce(event.slug, languages, is_told=is_told)
            selection(key).guests.extend(each for each in here if each.first_day <= last)


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


def _is_told(is_off: bool, days: Sequence[Span], first: int, today: int) -> bool:
    """Until a month after its last date; of what is off as a whole, to the last date itself."""
    since = today if is_off else first
    return any(end >= since for _, end in reversed(days))
