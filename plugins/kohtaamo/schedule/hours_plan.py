"""A place's hours over some months → weeks that hold from day to day, and the days apart from them.

As short as may be, for formats that say "Mo-Fr 10-16, but not on 24 December". What is written here
gives exactly the hours of `schedule.opening` on every day of the window, whatever the weeks make of
it: the days apart are those on which they do not.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Protocol

from kohtaamo.model.place import HolidayHours, Hours, HoursException, Place, Season, Stop
from kohtaamo.schedule.civil_hours import (
    CLOSED,
    UNKNOWN,
    CivilDay,
    Wanted,
    Week,
    civil_days,
    week_of,
)
from kohtaamo.schedule.moments import ONE_DAY
from kohtaamo.schedule.public_holidays import eves, public_holidays
from kohtaamo.schedule.regular_hours import travels

# No day is like this one.
_UNSURE = CivilDay(open=((-1, -1),))
# Exceptions that last longer have a week of their own.
_DAYS_APART = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class Layer:
    """A week that holds from `first` to `last`, both included; None where there is no end.

    With `on_holidays` it holds on public holidays only.
    """

    first: date | None
    last: date | None
    week: Week
    on_holidays: bool = False

    def __contains__(self, day: date) -> bool:
        begun = self.first is None or self.first <= day
        return begun and (self.last is None or day <= self.last)


@dataclass(frozen=True, slots=True)
class Apart:
    """From `first` to `last`, both included, every day is this one."""

    first: date
    last: date
    day: CivilDay


@dataclass(frozen=True, slots=True, kw_only=True)
class HoursPlan:
    """The hours from `first` to `last`: a later layer replaces what an earlier one says of a day.

    `apart` wins over all layers; none of them overlap.
    """

    first: date
    last: date
    layers: tuple[Layer, ...]
    apart: tuple[Apart, ...]

    def until(self, last: date) -> "HoursPlan":
        """The same up to an earlier day."""
        return replace(
            self,
            last=last,
            layers=tuple(each for each in self.layers if not each.first or each.first <= last),
            apart=tuple(
                replace(each, last=min(each.last, last))
                for each in self.apart
                if each.first <= last
            ),
        )


class Plans(Protocol):
    """A place's hours that are asked for; `by_holidays` when all holidays may be told in one."""

    def __call__(self, wanted: Wanted, *, by_holidays: bool = False) -> HoursPlan: ...


def hours_plans(place: Place, first: date, last: date) -> Plans:
    """A function that gives a place's hours from `first` to `last`, both included."""
    days = civil_days(place, first, last)

    def plan(wanted: Wanted, *, by_holidays: bool = False) -> HoursPlan:
        layers = tuple(
            each
            for each in _layers(place, wanted, by_holidays=by_holidays)
            if (each.first is None or each.first <= last)
            and (each.last is None or each.last >= first)
        )
        apart = tuple(_apart(days(wanted), _said(layers, first, last), first))
        return HoursPlan(first=first, last=last, layers=layers, apart=apart)

    return plan


def _layers(place: Place, wanted: Wanted, *, by_holidays: bool) -> Iterator[Layer]:
    """The weeks in the order in which they replace each other, as long as the place is in use."""
    yield from _within(place, wanted, _rows(place, wanted))
    holiday = _holiday(place, wanted) if by_holidays else None
    if holiday is not None:
        yield Layer(first=None, last=None, week=(holiday,) * 7, on_holidays=True)
    if not travels(place):
        long = ((each.from_, each.to, each.hours) for each in _long(place.exceptions))
        yield from _within(place, wanted, long)


def _holiday(place: Place, wanted: Wanted) -> CivilDay | None:
    """What a public holiday is on whatever weekday it falls; None when that cannot be said."""
    if place.holiday_hours is HolidayHours.CLOSED:
        return CLOSED
    is_for_good = place.open_from is None and place.open_until is None and not travels(place)
    if place.holiday_hours is HolidayHours.NORMAL or not is_for_good:
        return None
    if place.holiday_hours is None:
        return UNKNOWN
    week = week_of(place.holiday_hours, wanted.modes)
    return week[0] if len(set(week)) == 1 else None


_Rows = tuple[date | None, date | None, tuple[Hours, ...]]


def _within(place: Place, wanted: Wanted, rows: Iterable[_Rows]) -> Iterator[Layer]:
    for first, last, hours in rows:
        begin = max(filter(None, (first, place.open_from)), default=None)
        end = min(filter(None, (last, place.open_until)), default=None)
        if begin is None or end is None or begin <= end:
            yield Layer(first=begin, last=end, week=week_of(hours, wanted.modes))


def _rows(place: Place, wanted: Wanted) -> Iterator[_Rows]:
    stop = place.stop(wanted.stop)
    if stop is not None:
        yield from _of_stop(place, stop)
    elif not travels(place):
        yield None, None, place.hours
        yield from ((each.from_, each.to, each.hours) for each in _by_length(place.seasons))


def _of_stop(place: Place, stop: Stop) -> Iterator[_Rows]:
    """Stops that halt on dates have no week."""
    if stop.dates:
        return
    yield stop.from_, stop.to, stop.hours or place.hours
    if stop.hours:
        return
    for season in _by_length(place.seasons):
        begin = max(filter(None, (season.from_, stop.from_)))
        end = min(filter(None, (season.to, stop.to)))
        if begin <= end:
            yield begin, end, season.hours


def _by_length(seasons: Sequence[Season]) -> list[Season]:
    """The one that counts last: the shortest, of those alike the one written first."""
    return sorted(seasons, key=lambda each: each.to - each.from_)[::-1]


def _long(exceptions: Iterable[HoursException]) -> Iterator[HoursException]:
    for each in exceptions:
        if each.date is not None or each.from_ is None or each.to is None:
            continue
        if each.hours and (each.to - each.from_).days >= _DAYS_APART:
            yield each


def _said(layers: Sequence[Layer], first: date, last: date) -> list[CivilDay]:
    """What the layers make of each day.

    On the eves that are no public holidays, and that some programs count as such, nothing is sure.
    """
    said = [CLOSED] * ((last - first).days + 1)
    for layer in layers:
        begin, end = max(first, layer.first or first), min(last, layer.last or last)
        at, number = (begin - first).days, (end - begin).days + 1
        if not layer.on_holidays:
            weekday = begin.weekday()
            said[at : at + number] = [layer.week[(weekday + day) % 7] for day in range(number)]
            continue
        years = range(first.year, last.year + 1)
        for day in public_holidays(years):
            if first <= day <= last:
                said[(day - first).days] = layer.week[0]
        for day in eves(years):
            if first <= day <= last and said[(day - first).days] != layer.week[0]:
                said[(day - first).days] = _UNSURE
    return said


def _apart(days: Sequence[CivilDay], said: Sequence[CivilDay], first: date) -> Iterator[Apart]:
    """The days of which the layers say something else, alike ones in a row together.

    A row goes over days that are alike anyway: from Friday to Monday over a closed weekend.
    """
    row: tuple[int, int] | None = None
    for at, (real, told) in enumerate(zip(days, said, strict=True)):
        if real == told:
            continue
        if row is not None and all(each == real for each in days[row[0] : at]):
            row = row[0], at
            continue
        if row is not None:
            yield _row(days, row, first)
        row = at, at
    if row is not None:
        yield _row(days, row, first)


def _row(days: Sequence[CivilDay], row: tuple[int, int], first: date) -> Apart:
    begin, end = row
    return Apart(first + begin * ONE_DAY, first + end * ONE_DAY, days[begin])
