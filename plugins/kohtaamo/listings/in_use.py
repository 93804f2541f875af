"""Which places and organisers are listed on a day, and where: those that are not over."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date

from kohtaamo.listings.edition import Edition
from kohtaamo.listings.facts import Basics

# What `Basics.lasts` holds where there is no end.
_NO_END = 0


def municipalities_on(place: Basics, today: date) -> tuple[str, ...]:
    """The municipalities to which a place still comes; none when it is over.

    Of an organiser, all of its own until its last day has passed.
    """
    now = today.toordinal()
    return tuple(key for key, last in place.lasts.items() if last == _NO_END or last >= now)


def is_over(place: Basics, today: date) -> bool:
    """True when it is over for good."""
    return not municipalities_on(place, today)


def over_since(place: Basics, today: date) -> date | None:
    """The last day of a place that is over; None of any other."""
    return date.fromordinal(max(place.lasts.values())) if is_over(place, today) else None


def opens_on(place: Basics, today: date) -> date | None:
    """The first day of a place that has not been opened yet; None of any other."""
    return date.fromordinal(place.opens) if place.opens > today.toordinal() else None


def is_listed(edition: Edition, slug: str) -> bool:
    """True for a place that is not over on the edition's day."""
    return not is_over(edition.known.places[slug], edition.today)


def is_active(edition: Edition, slug: str) -> bool:
    """True for an organiser whose last day has not passed."""
    return not is_over(edition.known.organisers[slug], edition.today)


def is_offered(edition: Edition, kind: str, key: str) -> bool:
    """True for listings that somebody new may follow: not of a place or organiser that is over.

    Their calendars and feeds go on for those who follow them.
    """
    if kind == "place":
        return is_listed(edition, key)
    return kind != "organiser" or is_active(edition, key)


def active_organisers(edition: Edition) -> tuple[str, ...]:
    """Their slugs."""
    return tuple(slug for slug in edition.known.organisers if is_active(edition, slug))


def listed_by_municipality(places: Iterable[Basics], today: date) -> Mapping[str, tuple[str, ...]]:
    """Slugs by municipality; what comes to several, or works there, stands in each."""
    found: dict[str, list[str]] = defaultdict(list)
    for place in places:
        for municipality in municipalities_on(place, today):
            found[municipality].append(place.slug)
    return {municipality: tuple(slugs) for municipality, slugs in found.items()}


def state_of(place: Basics, today: date) -> tuple[object, ...]:
    """What a day makes of a place in lists: it is another one when lists have to change."""
    now = today.toordinal()
    kept = [last == _NO_END or last >= now for last in place.stops_until]
    return municipalities_on(place, today), opens_on(place, today), kept
