"""Where a place's file says what its hours on a day are."""

from datetime import date

from kohtaamo.model.place import HolidayHours, Place
from kohtaamo.schedule.opening import exception_on
from kohtaamo.schedule.public_holidays import holiday_name
from kohtaamo.schedule.regular_hours import season_on


def hours_field(place: Place, day: date) -> str:
    """The field that counts on a day: an exception, the public holidays, a season, or the week.

    Of a week the row of the weekday, if it has one; of a travelling place its stops, where these
    say when they are kept.
    """
    exception = exception_on(place, day)
    if exception is not None:
        return f"exceptions[{place.exceptions.index(exception)}]"
    if place.holiday_hours is not HolidayHours.NORMAL and holiday_name(day) is not None:
        return "holiday_hours"
    if any(stop.hours or stop.dates or stop.from_ or stop.to for stop in place.stops):
        return "stops"
    season = season_on(place, day)
    at = f"seasons[{place.seasons.index(season)}].hours" if season else "hours"
    hours = season.hours if season else place.hours
    rows = (index for index, each in enumerate(hours) if day.weekday() in (each.days or range(7)))
    index = next(rows, None)
    return at if index is None else f"{at}[{index}].from"
