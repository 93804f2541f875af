"""A checked network and a day → its edition: every date and every listing, each made once."""

from collections.abc import Container, Mapping
from dataclasses import replace
from datetime import date, datetime
from functools import cache
from types import MappingProxyType

from kohtaamo.listings.declared import declared_changes
from kohtaamo.listings.edition import Edition
from kohtaamo.listings.facts import Facts, ListingKey, umbrellas_of
from kohtaamo.listings.known import Known, known_of
from kohtaamo.listings.languages import EverTranslated, all_told_in
from kohtaamo.listings.lazy import Lazy, LazySequence
from kohtaamo.listings.listing import Listing
from kohtaamo.listings.selections import event_listings, listing_keys
from kohtaamo.listings.table import BOARD, CHANGES
from kohtaamo.model.network import Network
from kohtaamo.schedule.occurrences import expand
from kohtaamo.schedule.windows import calendar_window
from kohtaamo.words.words import Words

# Of a whole country's events, but not of five times as many: lists ask for them again and again.
_MOST = 12_000


def make_edition(
    network: Network,
    *,
    today: date,
    site_url: str,
    changed: Mapping[str, datetime],
    words: Mapping[str, Words],
    begun: Mapping[str, datetime] = MappingProxyType({}),
    translated: EverTranslated = MappingProxyType({}),
    known: Known | None = None,
) -> Edition:
    """An edition whose dates and listings are made when they are asked for.

    With `known` no event is looked into that says nothing of a change.
    """
    first, last = calendar_window(today)
    known = known or known_of(network)
    # What lies beyond the window is in no calendar yet; pages tell of it.
    ahead = Lazy(known.events, lambda slug: expand(network.events[slug], first, date.max), _MOST)
    umbrellas = umbrellas_of(known.events)
    return Edition(
        network=network,
        today=today,
        site_url=site_url.rstrip("/"),
        changed=changed,
        begun=begun,
        translated=translated,
        known=known,
        ahead=ahead,
        occurrences=Lazy(
            known.events,
            lambda slug: tuple(each for each in ahead[slug] if each.first_day <= last),
            _MOST,
        ),
        umbrellas=umbrellas,
        listed=_listed(network, known.events, umbrellas, today, translated, ()),
        words=words,
    )


def with_near(edition: Edition, near: Container[ListingKey]) -> Edition:
    """The same; these listings are made without all the others."""
    known, translated = edition.known.events, edition.translated
    listed = _listed(edition.network, known, edition.umbrellas, edition.today, translated, near)
    return replace(edition, listed=listed)


def _listed(
    network: Network,
    facts: Mapping[str, Facts],
    umbrellas: frozenset[str],
    today: date,
    translated: EverTranslated,
    near: Container[ListingKey],
) -> Mapping[ListingKey, Listing]:
    keys: dict[ListingKey, None] = dict.fromkeys(listing_keys(network))

    @cache
    def together(*, is_near: bool) -> Mapping[ListingKey, Listing]:
        asked = near if is_near else keys
        return event_listings(network, facts, umbrellas, today, translated, asked)

    def listing(key: ListingKey) -> Listing:
        if key == (BOARD, ""):
            return _board(network, today, translated)
        if key == (CHANGES, ""):
            return _changes(network, facts, today, translated)
        return together(is_near=key in near)[key]

    return Lazy({**keys, (BOARD, ""): None, (CHANGES, ""): None}, listing)


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


def _changes(
    network: Network, facts: Mapping[str, Facts], today: date, translated: EverTranslated
) -> Listing:
    """What is declared to have changed and has not passed."""
    listed = [each for each in facts.values() if each.is_listed]
    declaring = [each.slug for each in listed if each.declares]
    changes = LazySequence(
        lambda: declared_changes((network.events[slug] for slug in declaring), today)
    )
    return Listing(
        kind=CHANGES,
        key="",
        changes=changes,
        languages=all_told_in(listed, translated),
        announced=tuple(declaring),
        told=LazySequence(lambda: dict.fromkeys(each.event for each in changes)),
    )
