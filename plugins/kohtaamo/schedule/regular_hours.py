"""The hours of a common day: of the week, of a season, of a travelling place's stops."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from kohtaamo.model.place import Hours, Place, Season, Stop


@dataclass(frozen=True, slots=True, kw_only=True)
class RegularHours:
    """Hours of one day, with the stop they are kept at and the name of their season."""

    hours: Hours
    stop: str | None = None
    season: str | None = None


def regular_hours(place: Place, day: date) -> tuple[RegularHours, ...]:
    """What the place keeps on this day when nothing special is the matter.

    A season's hours replace the place's week. A stop with hours of its own keeps those, one
    without keeps the place's. Where stops say when they are kept, the place is open nowhere else.
    """
    if not travels(place):
        return tuple(_of_place(place, day, None))
    return tuple(each for stop in stops_on(place, day) for each in _of_stop(place, day, stop))


def travels(place: Place) -> bool:
    """True when the place is open nowhere but at its stops, when they are kept."""
    return any(_says_when(stop) for stop in place.stops)


def stops_on(place: Place, day: date) -> tuple[Stop, ...]:
    """The stops at which a travelling place halts on this day."""
    return tuple(stop for stop in place.stops if _halts(stop, day))


def season_on(place: Place, day: date) -> Season | None:
    """The season of this day: the shortest, then the one written first."""
    seasons = (season for season in place.seasons if season.from_ <= day <= season.to)
    return min(seasons, key=lambda season: season.to - season.from_, default=None)


def on_weekday(hours: Iterable[Hours], day: date) -> tuple[Hours, ...]:
    """The hours of this day's weekday; hours that name no weekdays hold on every day."""
    weekday = day.weekday()
    return tuple(each for each in hours if not each.days or weekday in each.days)


def _of_place(place: Place, day: date, stop: str | None) -> Iterable[RegularHours]:
    season = season_on(place, day) if place.seasons else None
    name = season.name if season else None
    for hours in on_weekday(season.hours if season else place.hours, day):
        yield RegularHours(hours=hours, stop=stop, season=name)


def _of_stop(place: Place, day: date, stop: Stop) -> Iterable[RegularHours]:
    if not stop.hours:
        yield from _of_place(place, day, stop.id)
    for hours in on_weekday(stop.hours, day):
        yield RegularHours(hours=hours, stop=stop.id)


def _says_when(stop: Stop) -> bool:
    return bool(stop.hours or stop.dates or stop.from_ or stop.to)


def _halts(stop: Stop, day: date) -> bool:
    """On its dates, or on its weekdays between `from_` and `to`, both included."""
    if not _says_when(stop) or (stop.hours and not on_weekday(stop.hours, day)):
        return False
    if stop.dates:
        return day in stop.dates
    return (stop.from_ is None or stop.from_ <= day) and (stop.to is None or day <= stop.to)
