"""When the rooms of a place are taken, found without looking into events that are elsewhere."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from itertools import chain

from kohtaamo.listings.edition import Edition
from kohtaamo.schedule.rooms import BusySpan, busy_rooms

# By the id of a room.
Busy = Mapping[str, tuple[BusySpan, ...]]
# The slugs of the events that take rooms, by the slug of a place.
Users = Mapping[str, Sequence[str]]


def users_of_rooms(edition: Edition) -> Users:
    """The events that may take a room of each place; umbrellas take none.

    Nor does what a place has not let in: it is in none of its lists either. Reservations are its
    own.
    """
    users: dict[str, list[str]] = defaultdict(list)
    for slug, facts in edition.facts.items():
        if facts.has_rooms and slug not in edition.umbrellas:
            there = {*facts.listings, *chain.from_iterable(keys for _, keys in facts.visits)}
            for place in facts.places:
                if facts.is_closed or ("place", place) in there:
                    users[place].append(slug)
    return users


def most_spans(edition: Edition, users: Users, place: str) -> int:
    """No room of a place is taken more often than this, ever."""
    return sum(len(edition.facts[slug].spans) for slug in users.get(place, ()))


def rooms_of(edition: Edition, users: Users) -> Callable[[str, date, date], Busy]:
    """A function of a place's slug and two days, both included: when each of its rooms is taken.

    Rooms that are never taken are not in it; see `busy_rooms`.
    """

    def busy(place: str, first: date, last: date) -> Busy:
        events = (edition.network.events[slug] for slug in users.get(place, ()))
        taken = busy_rooms(events, first, last)
        return {room: spans for (where, room), spans in taken.items() if where == place}

    return busy
