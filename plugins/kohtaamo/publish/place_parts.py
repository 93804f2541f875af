"""What calendars and pages hold alike of a place: its hours, and when its rooms are taken."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache

from kohtaamo.listings.edition import Edition
from kohtaamo.listings.rooms import Busy, most_spans, rooms_of, users_of_rooms
from kohtaamo.publish.ics.block import MOST_EVENTS
from kohtaamo.publish.ics.cut import Cut
from kohtaamo.publish.ics.hours import cut_hours, hours_in_window, may_be_cut
from kohtaamo.publish.ics.rooms import cut_room
from kohtaamo.schedule.hours_plan import Plans, hours_plans
from kohtaamo.schedule.windows import whole_months, year_of_months

# Places whose days are remembered: a place's pages are made soon after one another.
_FEW = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceParts:
    """`hours` is what the calendar of a place's hours holds, by slug and language.

    `room` is the same of one of its rooms, by slug and id. `hours_until` and `room_until` say how
    far they are complete, None when nothing was left out: pages ask that of every place. `busy` is
    that of `rooms_of`. `plans` are a place's hours of `year_of_months`, for data.
    """

    hours: Callable[[str, str], Cut]
    room: Callable[[str, str], Cut]
    hours_until: Callable[[str, str], date | None]
    room_until: Callable[[str, str], date | None]
    busy: Callable[[str, date, date], Busy]
    plans: Callable[[str], Plans]


def place_parts(edition: Edition) -> PlaceParts:
    """The parts of all places; nothing is made before it is asked for."""
    places = edition.network.places
    users = users_of_rooms(edition)
    busy = cache(rooms_of(edition, users))
    months = whole_months(edition.today)
    week = cache(lambda slug: hours_in_window(edition, places[slug]))

    @cache
    def hours(slug: str, language: str) -> Cut:
        return cut_hours(edition, places[slug], language, week(slug))

    @cache
    def room(slug: str, room_id: str) -> Cut:
        (of_id,) = (each for each in places[slug].rooms if each.id == room_id)
        return cut_room(edition, places[slug], of_id, busy(slug, *months).get(room_id, ()))

    def hours_until(slug: str, language: str) -> date | None:
        return hours(slug, language).until if may_be_cut(places[slug]) else None

    def room_until(slug: str, room_id: str) -> date | None:
        # A calendar may hold that many of these few lines each.
        if most_spans(edition, users, slug) <= MOST_EVENTS:
            return None
        return room(slug, room_id).until

    @lru_cache(maxsize=_FEW)
    def plans(slug: str) -> Plans:
        return hours_plans(places[slug], *year_of_months(edition.today))

    return PlaceParts(
        hours=hours,
        room=room,
        hours_until=hours_until,
        room_until=room_until,
        busy=busy,
        plans=plans,
    )
