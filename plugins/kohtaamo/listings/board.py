"""The notices on the board by whom they are from, and by the place at which they stand."""

from collections import defaultdict
from collections.abc import Mapping

from kohtaamo.listings.edition import Edition
from kohtaamo.listings.table import BOARD

# Slugs, newest first.
Slugs = tuple[str, ...]


def notices_by_organiser(edition: Edition) -> Mapping[str, Slugs]:
    """Those of each organiser that has any."""
    found: dict[str, list[str]] = defaultdict(list)
    for slug in edition.listed[BOARD, ""].notices:
        for organiser in edition.network.notices[slug].organisers:
            found[organiser].append(slug)
    return {organiser: tuple(slugs) for organiser, slugs in found.items()}


def notices_by_place(edition: Edition) -> Mapping[str, Slugs]:
    """Those that name a place, where that has agreed to one of those whom they are from."""
    network, found = edition.network, defaultdict[str, list[str]](list)
    for slug in edition.listed[BOARD, ""].notices:
        notice = network.notices[slug]
        place = network.places.get(notice.place or "")
        if place is not None and place.has_agreed_to(notice.organisers):
            found[place.slug].append(slug)
    return {place: tuple(slugs) for place, slugs in found.items()}
