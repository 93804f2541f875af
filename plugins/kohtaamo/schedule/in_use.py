"""Until when a place comes to each of its municipalities, and when it is over for good.

A place ends with `open_until`, a travelling one with the last day of its last stop as well. Seasons
end nothing: the week holds after them.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta

from kohtaamo.model.place import Hours, HoursException, Place, Stop
from kohtaamo.schedule.regular_hours import on_weekday, stops_on

_DAYS_OF_A_WEEK = 7


def last_days(place: Place) -> Mapping[str, date | None]:
    """By municipality, the last day on which one may come there; None without an end.

    A travelling place is over in a municipality with the last stop there. Where it has a home
    without a stop, it stays there as long as it travels at all.
    """
    if not place.stops:
        return {place.municipality: place.open_until}
    found: dict[str, date | None] = {}
    for stop in place.stops:
        last = last_day_of_stop(place, stop)
        earlier = found.get(stop.municipality, last)
        found[stop.municipality] = _later(earlier, last)
    home = place.municipality
    if home not in found:
        found = {home: _latest(found.values()), **found}
    for day in _alone(place):
        found[home] = _later(found[home], day)
    return found


def closes_on(place: Place) -> date | None:
    """The last day on which one may come anywhere; None without an end."""
    return _latest(last_days(place).values())


def last_day_of_stop(place: Place, stop: Stop) -> date | None:
    """The last day on which the place halts there; None when nobody has said of any."""
    last = max(stop.dates) if stop.dates else stop.to
    last = _earlier(last, place.open_until)
    if last is None or stop.dates or not stop.hours:
        return last
    week = (last - timedelta(days=back) for back in range(_DAYS_OF_A_WEEK))
    return next((day for day in week if on_weekday(stop.hours, day)), last)


def stops_left(place: Place, today: date) -> Iterator[Stop]:
    """The stops to which a travelling place still comes, in written order."""
    for stop in place.stops:
        last = last_day_of_stop(place, stop)
        if last is None or last >= today:
            yield stop


def hours_left(place: Place, today: date) -> Iterator[Hours]:
    """Every hours row but those of seasons, exceptions and stops that are over."""
    left = replace(
        place,
        seasons=tuple(each for each in place.seasons if each.to >= today),
        exceptions=tuple(each for each in place.exceptions if _last_day_of(each) >= today),
        stops=tuple(stops_left(place, today)),
    )
    return left.all_hours()


def _last_day_of(exception: HoursException) -> date:
    return exception.date or exception.to or exception.from_ or date.max


def _alone(place: Place) -> Iterable[date]:
    """Days of exceptions with hours on which no stop is kept: then one comes to the home."""
    for each in place.exceptions:
        day = each.date or each.to or each.from_
        if each.hours and day is not None and not stops_on(place, day):
            yield _earlier(day, place.open_until) or day


def _latest(days: Iterable[date | None]) -> date | None:
    first, *others = days
    for each in others:
        first = _later(first, each)
    return first


def _later(one: date | None, other: date | None) -> date | None:
    return None if one is None or other is None else max(one, other)


def _earlier(one: date | None, other: date | None) -> date | None:
    return min((day for day in (one, other) if day is not None), default=None)
