"""Hours of several modes at the same time, and a travelling place at two stops at once."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import combinations

from kohtaamo.content.build.draft import Draft
from kohtaamo.content.rules.rule import problem_at, written
from kohtaamo.content.rules.weekly import Rows, clock, minutes_apart, rows_of
from kohtaamo.model.place import Hours, Mode, Place, Stop
from kohtaamo.problems.problem import Problem
from kohtaamo.schedule.opening import closing_minute
from kohtaamo.schedule.regular_hours import on_weekday, stops_on

# The first cannot be true while the second lasts. Staff within self-service hours is what libraries
# have, and guidance may be given at any time: it says who is there besides.
_CONTRADICTING = frozenset(
    {
        (Mode.SELF_SERVICE, Mode.STAFFED),
        (Mode.SELF_SERVICE, Mode.GUIDANCE),
        (Mode.BY_APPOINTMENT, Mode.STAFFED),
    }
)
# Of these each may lie within the other, but both cannot be all there is to say.
_NEVER_ALIKE = frozenset({(Mode.BY_APPOINTMENT, Mode.SELF_SERVICE)})
_DAYS_OF_A_WEEK = 7


def check_hours_modes(draft: Draft, today: date) -> Iterator[Problem]:
    """No two modes that contradict each other, no two stops at once."""
    for place in draft.network.places.values():
        for at, hours in rows_of(place):
            yield from _contradictions(place, at, hours)
        yield from _at_once(place, today)


def _contradictions(place: Place, at: str, hours: Rows) -> Iterator[Problem]:
    """Each row is told once, with the first one that contradicts it."""
    for index, each in enumerate(hours):
        for number, other in enumerate(hours):
            day = _shared_day(each, other)
            if day is None:
                continue
            yield problem_at(
                place.origin,
                f"{at}[{max(index, number)}]",
                "modes-contradict",
                weekday=str(day),
                first=clock(other),
                first_mode=other.mode,
                second=clock(each),
                second_mode=each.mode,
            )
            break


def _shared_day(inner: Hours, outer: Hours) -> int | None:
    """The first weekday on which `inner` lies within `outer` and contradicts it."""
    modes = (inner.mode, outer.mode)
    is_same = (inner.from_, closing_minute(inner)) == (outer.from_, closing_minute(outer))
    if modes not in _CONTRADICTING and not (is_same and modes in _NEVER_ALIKE):
        return None
    length = closing_minute(inner) - inner.from_
    room = closing_minute(outer) - outer.from_
    for day in inner.days or range(_DAYS_OF_A_WEEK):
        for begun in outer.days or range(_DAYS_OF_A_WEEK):
            if minutes_apart(begun, outer, day, inner) + length <= room:
                return day
    return None


def _at_once(place: Place, today: date) -> Iterator[Problem]:
    """Each stop is told once, with the first other one and the first day from today on."""
    told: set[str] = set()
    for one, other in combinations(place.stops, 2):
        day = None if other.id in told else _day_of_both(place, one, other, today)
        if day is not None:
            told.add(other.id)
            yield problem_at(
                place.origin,
                f"stops[{place.stops.index(other)}]",
                "stops-at-once",
                day=written(day),
                other=one.name,
                value=other.name,
            )


def _day_of_both(place: Place, one: Stop, other: Stop, today: date) -> date | None:
    for day in _days_to_see(one, other, today):
        halting = stops_on(place, day)
        if one in halting and other in halting and _meet(one, other, day):
            return day
    return None


def _days_to_see(one: Stop, other: Stop, today: date) -> Sequence[date]:
    """The dates of either, or a week from the day on which both are kept."""
    dates = {*one.dates, *other.dates}
    if dates:
        return sorted(day for day in dates if day >= today)
    begin = max(day for day in (one.from_, other.from_, today) if day is not None)
    return [begin + timedelta(number) for number in range(_DAYS_OF_A_WEEK)]


def _meet(one: Stop, other: Stop, day: date) -> bool:
    return any(
        a.from_ < closing_minute(b) and b.from_ < closing_minute(a)
        for a in on_weekday(one.hours, day)
        for b in on_weekday(other.hours, day)
    )
