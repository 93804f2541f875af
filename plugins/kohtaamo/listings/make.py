"""A checked network and a day → its edition: every date and every listing, each made once."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime
from types import MappingProxyType

from kohtaamo.listings.declared import declared_changes
from kohtaamo.listings.edition import Edition
from kohtaamo.listings.listing import Listing
from kohtaamo.listings.table import LISTING_KINDS
from kohtaamo.model.event import Access, Event, umbrella_slugs
from kohtaamo.model.network import Network
from kohtaamo.model.notice import Notice
from kohtaamo.schedule.moments import clock_of
from kohtaamo.schedule.occurrences import Occurrence, expand
from kohtaamo.schedule.windows import calendar_window
from kohtaamo.words.words import Words

BOARD = "board"
CHANGES = "changes"

# Kind and key of a listing.
_Key = tuple[str, str]


def make_edition(
    network: Network,
    *,
    today: date,
    site_url: str,
    changed: Mapping[str, datetime],
    words: Mapping[str, Words],
    begun: Mapping[str, datetime] = MappingProxyType({}),
) -> Edition:
    """Expand every event over the calendar window and index it under all its listings."""
    first, last = calendar_window(today)
    occurrences = {slug: expand(event, first, last) for slug, event in network.events.items()}
    umbrellas = umbrella_slugs(network.events.values())
    return Edition(
        network=network,
        today=today,
        site_url=site_url.rstrip("/"),
        changed=changed,
        begun=begun,
        occurrences=occurrences,
        umbrellas=umbrellas,
        listings=(
            *_event_listings(network, occurrences, umbrellas),
            _board(network, today),
            _changes(network, today),
        ),
        words=words,
    )


def is_listed(event: Event) -> bool:
    """Closed groups never leave the house; groups for members are left out until asked for."""
    return event.access is Access.OPEN


def _event_listings(
    network: Network,
    occurrences: Mapping[str, tuple[Occurrence, ...]],
    umbrellas: Collection[str],
) -> list[Listing]:
    """One pass over the events, whatever the number of listings."""
    found: dict[_Key, list[str]] = defaultdict(list)
    guests: dict[_Key, list[Occurrence]] = defaultdict(list)
    languages: dict[_Key, set[str]] = defaultdict(set)
    for slug, event in network.events.items():
        if not is_listed(event):
            continue
        for listing in _listings_of(event, network):
            languages[listing] |= _languages_of(event)
            if occurrences[slug]:
                found[listing].append(slug)
        if slug in umbrellas:
            continue
        for place, listings in _elsewhere(event, network).items():
            visits = [each for each in occurrences[slug] if each.place == place]
            for listing in listings:
                languages[listing] |= _languages_of(event)
                guests[listing] += visits
    return [
        Listing(
            kind=kind.name,
            key=key,
            events=tuple(found[kind.name, key]),
            guests=tuple(sorted(guests[kind.name, key], key=_by_event)),
            languages=frozenset(languages[kind.name, key]),
        )
        for kind in LISTING_KINDS
        for key in kind.members(network)
    ]


def _by_event(date_: Occurrence) -> tuple[str, datetime]:
    return date_.event, clock_of(date_.start)


def _listings_of(event: Event, network: Network) -> Iterator[_Key]:
    return ((kind.name, key) for kind in LISTING_KINDS for key in kind.keys_of(event, network))


def _languages_of(item: Event | Notice) -> set[str]:
    return {item.written_in, *item.translations}


def _elsewhere(event: Event, network: Network) -> Mapping[str, set[_Key]]:
    """The places to which changes move dates, and the listings that only this adds.

    They are those in which the event would be if it were always there.
    """
    changes = event.repeat.changes if event.repeat else ()
    places = {each.place for each in changes if each.place and each.place != event.place}
    own = set(_listings_of(event, network))
    return {
        place: {
            *_listings_of(replace(event, place=place, stop=None, location=None), network),
        }
        - own
        for place in sorted(places)
    }


def _board(network: Network, today: date) -> Listing:
    """Notices whose last day has not passed, newest first."""
    languages = frozenset[str]().union(*map(_languages_of, network.notices.values()))
    current = [notice for notice in network.notices.values() if notice.until >= today]
    current.sort(key=lambda notice: notice.slug)
    current.sort(key=lambda notice: notice.published or date.min, reverse=True)
    notices = tuple(notice.slug for notice in current)
    return Listing(kind=BOARD, key="", notices=notices, languages=languages)


def _changes(network: Network, today: date) -> Listing:
    """What is declared to have changed and has not passed."""
    changes = declared_changes(network.events.values(), today)
    events = filter(is_listed, network.events.values())
    languages = frozenset[str]().union(*map(_languages_of, events))
    return Listing(kind=CHANGES, key="", changes=changes, languages=languages)
