"""A place's hours by the days of the calendar: what is after midnight belongs to the next day.

Programs that read opening hours disagree about what is left of a night when the day after it has
hours of its own, or is closed. Of hours that never leave their day they all read the same.
All minutes count from the midnight that begins the day, by the clock on the wall.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from typing import NamedTuple

from kohtaamo.model.place import Hours, Mode, Place
from kohtaamo.schedule.moments import ONE_DAY, clock_of
from kohtaamo.schedule.opening import WHOLE_DAY, closing_minute, day_hours, is_common
from kohtaamo.schedule.regular_hours import on_weekday, regular_hours, season_on, stops_on

# Spans of minutes by their start; none touches another.
Spans = tuple[tuple[int, int], ...]
_MINUTE = timedelta(minutes=1)
# Any Monday: hours go by weekdays.
_MONDAY = date(2024, 1, 1)


class CivilDay(NamedTuple):
    """When a place is open on one day of the calendar, and when nobody has said whether it is."""

    open: Spans = ()
    unknown: Spans = ()


CLOSED, UNKNOWN = CivilDay(), CivilDay(unknown=((0, WHOLE_DAY),))
# From Monday to Sunday.
Week = tuple[CivilDay, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which hours are asked for: of these modes, at this stop or, with None, wherever it is."""

    modes: frozenset[Mode]
    stop: str | None = None


class _Piece(NamedTuple):
    """Hours of a day; `to` may lie on the next one."""

    from_: int
    to: int
    mode: Mode
    stop: str | None


class _Day(NamedTuple):
    """All that begins on a day; `unknown` are the hours that it would have on another day."""

    open: tuple[_Piece, ...]
    unknown: tuple[_Piece, ...] = ()
    stops: frozenset[str] = frozenset()


def civil_days(place: Place, first: date, last: date) -> Callable[[Wanted], tuple[CivilDay, ...]]:
    """A function that gives each day from `first` to `last`; the place is looked up once for all.

    What began on the evening before `first` is on the first day too.
    """
    common: dict[tuple[int, object], _Day] = {}
    every = [
        _common(place, day, common) or _of_day(place, day)
        for day in map(date.fromordinal, range(first.toordinal() - 1, last.toordinal() + 1))
    ]

    def days(wanted: Wanted) -> tuple[CivilDay, ...]:
        # By the two days that make it: common days of a weekday and season are one and the same.
        made: dict[tuple[int, int], CivilDay] = {}
        found = []
        for before, own in pairwise(every):
            key = id(before), id(own)
            if key not in made:
                made[key] = _joined(_told(before, wanted), _told(own, wanted))
            found.append(made[key])
        return tuple(found)

    return days


def week_of(hours: Iterable[Hours], modes: frozenset[Mode]) -> Week:
    """What these hours make of a week when nothing special is the matter."""
    rows = [each for each in hours if each.mode in modes]
    of_days = [
        [
            (each.from_, closing_minute(each))
            for each in on_weekday(rows, _MONDAY + number * ONE_DAY)
        ]
        for number in range(7)
    ]
    return tuple(
        CivilDay(merged((*_after(of_days[number - 1]), *_until(of_days[number]))))
        for number in range(7)
    )


def merged(spans: Iterable[tuple[int, int]]) -> Spans:
    """The same minutes, by their start; what touches or overlaps is one."""
    found: list[tuple[int, int]] = []
    for begin, end in sorted(spans):
        if found and begin <= found[-1][1]:
            found[-1] = found[-1][0], max(end, found[-1][1])
        else:
            found.append((begin, end))
    return tuple(found)


def _joined(before: CivilDay, own: CivilDay) -> CivilDay:
    """What a day has of the night before it and, up to midnight, of its own."""
    unknown = merged((*_after(before.unknown), *_until(own.unknown)))
    is_open = merged((*_after(before.open), *_until(own.open)))
    return CivilDay(is_open, _without(unknown, is_open)) if is_open or unknown else CLOSED


def _common(place: Place, day: date, known: dict[tuple[int, object], _Day]) -> _Day | None:
    """A common day of a place without stops: of a weekday and season all are alike."""
    if place.stops or not is_common(place, day):
        return None
    season = season_on(place, day) if place.seasons else None
    key = day.weekday(), season and (season.from_, season.to)
    if key not in known:
        known[key] = _of_day(place, day)
    return known[key]


def _of_day(place: Place, day: date) -> _Day:
    hours, midnight = day_hours(place, day), clock_of(day)
    found = tuple(
        _Piece(
            (each.start - midnight) // _MINUTE,
            (each.end - midnight) // _MINUTE,
            each.mode,
            each.stop,
        )
        for each in hours.spans
    )
    regular = regular_hours(place, day) if hours.unknown else ()
    unknown = tuple(
        _Piece(each.hours.from_, closing_minute(each.hours), each.hours.mode, each.stop)
        for each in regular
    )
    stops = frozenset(each.id for each in stops_on(place, day)) if place.stops else frozenset()
    return _Day(found, unknown, stops)


def _told(day: _Day, wanted: Wanted) -> CivilDay:
    """The spans of what begins on a day and is asked for, beyond midnight as well.

    A holiday of which nothing is known is unknown as a whole. So are hours that a travelling place
    has out of the ordinary when it halts at several stops: nobody has said at which.
    """
    unknown = [
        (0, max(WHOLE_DAY, each.to))
        for each in day.unknown
        if each.mode in wanted.modes and wanted.stop in {None, each.stop}
    ]
    is_open = []
    for each in day.open:
        if each.mode in wanted.modes:
            if wanted.stop in {None, each.stop}:
                is_open.append((each.from_, each.to))
            elif each.stop is None and wanted.stop in day.stops:
                unknown.append((each.from_, each.to))
    return CivilDay(tuple(is_open), tuple(unknown))


def _until(spans: Iterable[tuple[int, int]]) -> Spans:
    return tuple((begin, min(end, WHOLE_DAY)) for begin, end in spans)


def _after(spans: Iterable[tuple[int, int]]) -> Spans:
    return tuple((0, end - WHOLE_DAY) for _, end in spans if end > WHOLE_DAY)


def _without(spans: Spans, others: Spans) -> Spans:
    for begin, end in others:
        cut = (
            (a, b)
            for one in spans
            for a, b in ((one[0], min(one[1], begin)), (max(one[0], end), one[1]))
        )
        spans = tuple((a, b) for a, b in cut if a < b)
    return spans
