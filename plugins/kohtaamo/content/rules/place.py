"""A place: where it is, its rooms and stops, its time in use."""

from collections.abc import Iterator
from datetime import date

from kohtaamo.content.build.draft import Draft
from kohtaamo.content.rules.rows import Ruling
from kohtaamo.content.rules.rule import problem_at, written
from kohtaamo.content.rules.table import PLACE
from kohtaamo.model.place import Place, Stop
from kohtaamo.problems.problem import Problem

_PLACE = Ruling(PLACE)


def check_places(draft: Draft, _today: date) -> Iterator[Problem]:
    """An address, stops or a way to take part from afar; ids of rooms and stops once each."""
    for place in draft.network.places.values():
        yield from _PLACE.of(place, place.origin)
        for index, stop in enumerate(place.stops):
            yield from _stop(place, f"stops[{index}]", stop)


def _stop(place: Place, at: str, stop: Stop) -> Iterator[Problem]:
    """A stop is kept on weekdays that its hours name."""
    named = {day for hours in stop.hours for day in hours.days}
    for index, day in enumerate(stop.dates):
        if stop.hours and day.weekday() not in named:
            yield problem_at(
                place.origin, f"{at}.dates[{index}]", "stop-date-off-hours", value=written(day)
            )
