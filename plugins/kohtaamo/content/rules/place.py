"""A place: where it is, its rooms and stops, its time in use."""

from collections.abc import Iterator
from datetime import date

from kohtaamo.content.build.draft import Draft
from kohtaamo.content.rules.rule import problem_at, written
from kohtaamo.model.common import Coordinates
from kohtaamo.model.place import Place, Stop
from kohtaamo.problems.problem import Problem

# Finland with its sea areas, WGS 84.
SOUTH, NORTH = 59, 71
WEST, EAST = 19, 32


def check_places(draft: Draft, _today: date) -> Iterator[Problem]:
    """An address, stops or a way to take part from afar; ids of rooms and stops once each."""
    for place in draft.network.places.values():
        if place.address is None and not place.stops and place.remote is None:
            yield problem_at(place.origin, "", "place-without-address")
        yield from _twice(place, "rooms", [room.id for room in place.rooms])
        yield from _twice(place, "stops", [stop.id for stop in place.stops])
        yield from _coordinates(place, "coordinates", place.coordinates)
        yield from _in_use(place)
        for index, stop in enumerate(place.stops):
            yield from _stop(place, f"stops[{index}]", stop)


def _twice(place: Place, at: str, ids: list[str]) -> Iterator[Problem]:
    for index, each in enumerate(ids):
        if each in ids[:index]:
            yield problem_at(place.origin, f"{at}[{index}].id", "id-twice", value=each)


def _coordinates(place: Place, at: str, point: Coordinates | None) -> Iterator[Problem]:
    if point is None or (SOUTH <= point.lat <= NORTH and WEST <= point.lon <= EAST):
        return
    yield problem_at(place.origin, at, "coordinates-abroad", lat=str(point.lat), lon=str(point.lon))


def _in_use(place: Place) -> Iterator[Problem]:
    first, last = place.open_from, place.open_until
    if first is not None and last is not None and last < first:
        yield problem_at(
            place.origin, "open_until", "span-swapped", start=written(first), end=written(last)
        )


def _stop(place: Place, at: str, stop: Stop) -> Iterator[Problem]:
    """A stop is kept on dates of its own or within a span, on weekdays that its hours name."""
    yield from _coordinates(place, f"{at}.coordinates", stop.coordinates)
    if stop.from_ is not None and stop.to is not None and stop.to < stop.from_:
        yield problem_at(
            place.origin,
            f"{at}.to",
            "span-swapped",
            start=written(stop.from_),
            end=written(stop.to),
        )
    if stop.dates and (stop.from_ is not None or stop.to is not None):
        yield problem_at(place.origin, f"{at}.dates", "stop-dates-and-span")
    named = {day for hours in stop.hours for day in hours.days}
    for index, day in enumerate(stop.dates):
        if stop.hours and day.weekday() not in named:
            yield problem_at(
                place.origin, f"{at}.dates[{index}]", "stop-date-off-hours", value=written(day)
            )
    if not (stop.hours or stop.dates or place.hours):
        yield problem_at(place.origin, at, "stop-without-times", value=stop.id)
