"""A checked network and a day → its edition: every date and every listing, each made once."""

from collections.abc import Mapping
from datetime import date, datetime
from types import MappingProxyType

from kohtaamo.listings.declared import declared_changes, declares_changes
from kohtaamo.listings.edition import Edition
from kohtaamo.listings.languages import EverTranslated, all_told_in
from kohtaamo.listings.listing import Listing
from kohtaamo.listings.selections import event_listings, is_listed
from kohtaamo.listings.table import BOARD, CHANGES
from kohtaamo.model.event import umbrella_slugs
from kohtaamo.model.network import Network
from kohtaamo.schedule.occurrences import expand
from kohtaamo.schedule.windows import calendar_window
from kohtaamo.words.words import Words


def make_edition(
    network: Network,
    *,
    today: date,
    site_url: str,
    changed: Mapping[str, datetime],
    words: Mapping[str, Words],
    begun: Mapping[str, datetime] = MappingProxyType({}),
    translated: EverTranslated = MappingProxyType({}),
) -> Edition:
    """Expand every event over the calendar window and index it under all its listings."""
    first, last = calendar_window(today)
    # What lies beyond the window is in no calendar yet; feeds tell of it when it is announced.
    ahead = {slug: expand(event, first, date.max) for slug, event in network.events.items()}
    occurrences = {
        slug: tuple(each for each in dates if each.first_day <= last)
        for slug, dates in ahead.items()
    }
    umbrellas = umbrella_slugs(network.events.values())
    return Edition(
        network=network,
        today=today,
        site_url=site_url.rstrip("/"),
        changed=changed,
        begun=begun,
        translated=translated,
        occurrences=occurrences,
        umbrellas=umbrellas,
        listings=(
            *event_listings(network, occurrences, ahead, umbrellas, today, translated),
            _board(network, today, translated),
            _changes(network, today, translated),
        ),
        words=words,
    )


def _board(network: Network, today: date, translated: EverTranslated) -> Listing:
    """Notices whose last day has not passed, newest first."""
    every = sorted(network.notices.values(), key=lambda notice: notice.slug)
    every.sort(key=lambda notice: notice.published or date.min, reverse=True)
    current = tuple(notice.slug for notice in every if notice.until >= today)
    return Listing(
        kind=BOARD,
        key="",
        notices=current,
        languages=all_told_in(every, translated),
        announced=tuple(notice.slug for notice in every),
        told=current,
    )


def _changes(network: Network, today: date, translated: EverTranslated) -> Listing:
    """What is declared to have changed and has not passed."""
    changes = declared_changes(network.events.values(), today)
    events = [event for event in network.events.values() if is_listed(event)]
    return Listing(
        kind=CHANGES,
        key="",
        changes=changes,
        languages=all_told_in(events, translated),
        announced=tuple(event.slug for event in events if declares_changes(event)),
        told=tuple(dict.fromkeys(each.event for each in changes)),
    )
