"""What a search finds on a day: by the week, so that no night within it makes another index."""

from bisect import bisect_left
from collections.abc import Iterator
from datetime import date, timedelta

from kohtaamo.listings.edition import Edition
from kohtaamo.listings.facts import Facts
from kohtaamo.listings.in_use import municipalities_on

# A site that nobody has built for a week still knows a next date of what goes on.
DAYS_TOLD = 7


def monday_of(day: date) -> date:
    """The first day of its week."""
    return day - timedelta(days=day.weekday())


def found_events(edition: Edition) -> tuple[str, ...]:
    """The slugs of the open events that go on, or have a date, on Monday of this week or later.

    Neither closed groups nor those for members are among them.
    """
    monday = monday_of(edition.today).toordinal()
    return tuple(slug for slug, each in edition.facts.items() if _is_found(each, monday))


def found_places(edition: Edition) -> tuple[str, ...]:
    """The slugs of the places that were not over on Monday of this week."""
    monday, places = monday_of(edition.today), edition.known.places
    return tuple(slug for slug, each in places.items() if municipalities_on(each, monday))


def found_organisers(edition: Edition) -> tuple[str, ...]:
    """The slugs of the organisers that were not over on Monday of this week."""
    monday, organisers = monday_of(edition.today), edition.known.organisers
    return tuple(slug for slug, each in organisers.items() if municipalities_on(each, monday))


def found_notices(edition: Edition) -> tuple[str, ...]:
    """The slugs of the notices that were on the board on Monday of this week, or are since."""
    monday, notices = monday_of(edition.today), edition.network.notices
    return tuple(slug for slug, each in notices.items() if each.until >= monday)


def week_of_event(facts: Facts, today: date) -> tuple[int, ...]:
    """What a week makes of the record of an event: which of its dates are told."""
    monday = monday_of(today).toordinal()
    return tuple(bisect_left(facts.days, day) for day in (monday, monday + DAYS_TOLD))


def week_of_places(edition: Edition) -> Iterator[tuple[str, ...]]:
    """What a week makes of places: where they still come to."""
    monday = monday_of(edition.today)
    return (municipalities_on(each, monday) for each in edition.known.places.values())


def _is_found(facts: Facts, monday: int) -> bool:
    return facts.is_listed and any(end >= monday for _, end in facts.spans)
