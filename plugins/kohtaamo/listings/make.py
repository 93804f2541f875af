"""A checked network and a day → its edition: every date and every listing, each made once."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import date, datetime

from kohtaamo.listings.edition import Edition
from kohtaamo.listings.listing import Listing
from kohtaamo.listings.table import LISTING_KINDS
from kohtaamo.model.event import Access, Event, umbrella_slugs
from kohtaamo.model.network import Network
from kohtaamo.schedule.occurrences import Occurrence, expand
from kohtaamo.schedule.windows import calendar_window
from kohtaamo.words.words import Words

BOARD = "board"


def make_edition(
    network: Network,
    *,
    today: date,
    site_url: str,
    changed: Mapping[str, datetime],
    words: Mapping[str, Words],
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
        occurrences=occurrences,
        umbrellas=umbrellas,
        listings=(*_event_listings(network, occurrences), _board(network, today)),
        words=words,
    )


def is_listed(event: Event) -> bool:
    """Closed groups never leave the house; groups for members are left out until asked for."""
    return event.access is Access.OPEN


def _event_listings(
    network: Network, occurrences: Mapping[str, tuple[Occurrence, ...]]
) -> list[Listing]:
    """One pass over the events, whatever the number of listings."""
    found: dict[tuple[str, str], list[str]] = defaultdict(list)
    for slug, event in network.events.items():
        if is_listed(event) and occurrences[slug]:
            for kind in LISTING_KINDS:
                for key in kind.keys_of(event, network):
                    found[kind.name, key].append(slug)
    return [
        Listing(kind=kind.name, key=key, events=tuple(found[kind.name, key]))
        for kind in LISTING_KINDS
        for key in kind.members(network)
    ]


def _board(network: Network, today: date) -> Listing:
    """Notices whose last day has not passed, newest first."""
    current = [notice for notice in network.notices.values() if notice.until >= today]
    current.sort(key=lambda notice: notice.slug)
    current.sort(key=lambda notice: notice.published or date.min, reverse=True)
    return Listing(kind=BOARD, key="", notices=tuple(notice.slug for notice in current))
