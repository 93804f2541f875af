"""Christmas Eve and Midsummer Eve: no public holidays, and most doors are locked."""

from collections.abc import Iterator
from datetime import date

from kohtaamo.content.build.draft import Draft
from kohtaamo.content.rules.rule import problem_at, written
from kohtaamo.content.rules.sight import coming_eves
from kohtaamo.model.place import HolidayHours, Place
from kohtaamo.problems.problem import Problem
from kohtaamo.schedule.opening import day_hours


def check_eves(draft: Draft, today: date) -> Iterator[Problem]:
    """A place that would be open on a coming eve as on any day says so, or that it is closed.

    An exception for the day settles it. Nothing is asked of a place that keeps its hours on
    holidays, nor of one that has not said what it does on those.
    """
    coming = coming_eves(today)
    for place in draft.network.places.values():
        if place.holiday_hours not in (None, HolidayHours.NORMAL):
            yield from (_doubt(place, day) for day in coming if _is_open_as_usual(place, day))


def _is_open_as_usual(place: Place, day: date) -> bool:
    # No eve is a public holiday, so nobody needs to be asked for those.
    hours = day_hours(place, day, holidays=False)
    return bool(hours.spans) and not hours.is_exception


def _doubt(place: Place, day: date) -> Problem:
    return problem_at(place.origin, "exceptions", "eve-open", day=written(day))
