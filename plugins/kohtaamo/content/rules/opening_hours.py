"""A place's opening hours: of the week, of seasons, of exceptions and holidays."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from kohtaamo.content.build.draft import Draft
from kohtaamo.content.rules.rows import Ruling
from kohtaamo.content.rules.rule import problem_at, written, written_span
from kohtaamo.content.rules.table import OPENING
from kohtaamo.content.rules.weekly import DAY, WEEK, clock, minutes_apart, rows_of
from kohtaamo.model.place import Hours, HoursException, Place
from kohtaamo.problems.problem import Problem

# More rows than these in a week, or at all stops, are a slip, and would keep a build busy for long.
_MOST_ROWS = 50
_MOST_ROWS_OF_STOPS = 200
# Minutes: an evening may go on so long; what ends later was hardly meant to begin the day before.
_END_OF_NIGHT = 6 * 60
_OPENING = Ruling(OPENING)


def check_opening_hours(draft: Draft, _today: date) -> Iterator[Problem]:
    """Hours of one kind never overlap, spans run forwards, every day has at most one answer."""
    for place in draft.network.places.values():
        yield from _too_many(place)
        for at, hours in rows_of(place):
            yield from _overlaps(place, at, hours[:_MOST_ROWS])
            yield from _nights(place, at, hours[:_MOST_ROWS])
        yield from _OPENING.of(place, place.origin)
        yield from _seasons(place)
        for index, exception in enumerate(place.exceptions):
            yield from _exception(place, f"exceptions[{index}]", exception)
        yield from _same_exceptions(place)
        if place.holiday_hours is None and _has_week_at_stops_alone(place):
            yield problem_at(place.origin, "hours", "holiday-hours-missing")


def _has_week_at_stops_alone(place: Place) -> bool:
    return not (place.hours or place.seasons) and any(stop.hours for stop in place.stops)


def _too_many(place: Place) -> Iterator[Problem]:
    rows = [(at, len(hours), _MOST_ROWS) for at, hours in rows_of(place)]
    rows.append(("stops", sum(len(stop.hours) for stop in place.stops), _MOST_ROWS_OF_STOPS))
    for at, count, limit in rows:
        if count > limit:
            yield problem_at(place.origin, at, "hours-too-many", limit=str(limit))


def _overlaps(place: Place, at: str, hours: Sequence[Hours]) -> Iterator[Problem]:
    for index, each in enumerate(hours):
        for before in hours[:index]:
            day = _shared_day(before, each) if before.mode is each.mode else None
            if day is not None:
                yield problem_at(
                    place.origin,
                    f"{at}[{index}]",
                    "hours-overlap",
                    weekday=str(day),
                    first=clock(before),
                    second=clock(each),
                    mode=each.mode,
                )
                break


def _nights(place: Place, at: str, hours: Sequence[Hours]) -> Iterator[Problem]:
    """Ask about `16:00–12:00` and `12:00–12:00`: they mean the next day, and are mostly a slip."""
    for index, each in enumerate(hours):
        is_same = each.to == each.from_ != 0
        if is_same or (each.to < each.from_ and each.to > _END_OF_NIGHT):
            yield problem_at(
                place.origin, f"{at}[{index}]", "hours-through-night", value=clock(each)
            )


def _shared_day(one: Hours, other: Hours) -> int | None:
    """The first weekday (0 = Monday) on which `other` begins while `one` lasts, or around."""
    for day in range(7):
        if day in other.days:
            for begun in one.days:
                apart = minutes_apart(begun, one, day, other)
                if apart < _length(one) or WEEK - apart < _length(other):
                    return day
    return None


def _length(hours: Hours) -> int:
    """Minutes; an end not after the start lies on the next day."""
    return hours.to - hours.from_ + (DAY if hours.to <= hours.from_ else 0)


def _seasons(place: Place) -> Iterator[Problem]:
    for index, season in enumerate(place.seasons):
        at = f"seasons[{index}]"
        for other, before in enumerate(place.seasons[:index]):
            if before.from_ <= season.to and season.from_ <= before.to:
                yield problem_at(
                    place.origin,
                    f"{at}.from",
                    "seasons-overlap",
                    value=written(season.from_),
                    other=f"seasons[{other}]",
                    line=str(place.origin.line(f"seasons[{other}]")),
                )
                break


def _exception(place: Place, at: str, exception: HoursException) -> Iterator[Problem]:
    if bool(exception.closed) is not bool(exception.hours):
        yield from _missed_days(place, at, exception)


def _missed_days(place: Place, at: str, exception: HoursException) -> Iterator[Problem]:
    """Hours of an exception name a weekday that lies within it: others would never hold."""
    first = exception.date or exception.from_
    if first is None:
        return
    last = exception.date or exception.to or first
    length = min(7, (last - first).days + 1)
    weekdays = {(first + timedelta(days)).weekday() for days in range(length)}
    for index, hours in enumerate(exception.hours):
        if weekdays.isdisjoint(hours.days):
            yield problem_at(
                place.origin,
                f"{at}.hours[{index}].days",
                "exception-misses-its-day",
                days=written_span(first, last),
            )


def _same_exceptions(place: Place) -> Iterator[Problem]:
    seen: dict[tuple[date | None, date | None], int] = {}
    for index, each in enumerate(place.exceptions):
        first = each.date or each.from_
        span = (first, each.date or each.to or first)
        before = seen.setdefault(span, index)
        if before != index and first is not None:
            line = str(place.origin.line(f"exceptions[{before}]"))
            yield problem_at(place.origin, f"exceptions[{index}]", "exception-twice", line=line)
