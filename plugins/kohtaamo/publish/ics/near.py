"""Of a listing with more events than a calendar may hold, those that it may: the nearest ones."""

from collections.abc import Iterable, Sequence
from datetime import date

from kohtaamo.listings.edition import Edition
from kohtaamo.listings.facts import Facts
from kohtaamo.listings.listing import Listing
from kohtaamo.publish.ics.block import MOST_BYTES, MOST_EVENTS
from kohtaamo.schedule.windows import calendar_window


def near_events(edition: Edition, listing: Listing) -> tuple[Sequence[str], Sequence[date]]:
    """The slugs of the events to be made, in their order, and the days of all others.

    Each event but an umbrella takes one place at least, so no more than MOST_EVENTS of them can be
    in the calendar; those that may take none (something of them is off) are not counted. The
    day of an event is its next one, or its last when all have passed. None is left out when all
    may find room.
    """
    if len(listing.events) <= MOST_EVENTS:
        return listing.events, ()
    facts, today = edition.facts, edition.today.toordinal()
    first, last = (day.toordinal() for day in calendar_window(edition.today))
    days = {slug: _day(facts[slug], first, last, today) for slug in listing.events}
    by_distance = sorted(days, key=lambda slug: abs(days[slug] - today))
    places = 0
    for number, slug in enumerate(by_distance):
        if places == MOST_EVENTS:
            kept = frozenset(by_distance[:number])
            beyond = [date.fromordinal(days[slug]) for slug in by_distance[number:]]
            return [slug for slug in listing.events if slug in kept], beyond
        places += slug not in edition.umbrellas and not facts[slug].declares
    return listing.events, ()


def _day(facts: Facts, first: int, last: int, today: int) -> int:
    """The next first day in the window, or the last one of those that have passed."""
    days = [begin for begin, end in facts.spans if begin <= last and end >= first]
    return next((day for day in days if day >= today), days[-1])


def is_heavy(shown: Iterable[Facts]) -> bool:
    """True when events together may be more than a calendar holds; False, and they never are.

    What is cut off a calendar changes from day to day; what is not cut does not.
    """
    every = tuple(shown)
    vevents, weight = sum(each.vevents for each in every), sum(each.weight for each in every)
    return vevents > MOST_EVENTS // 2 or weight > MOST_BYTES // 2
