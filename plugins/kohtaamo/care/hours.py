"""Opening hours that nobody has said: on public holidays, and in summer."""

from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from kohtaamo.care.report import Finding, Section, Topic
from kohtaamo.care.sight import Sight, label_of, places_in_use
from kohtaamo.model.place import Place
from kohtaamo.schedule.opening import day_hours
from kohtaamo.schedule.public_holidays import public_holidays
from kohtaamo.schedule.regular_hours import regular_hours

# From spring on a place can know its summer.
_ASKED_FROM, _SUMMER, _AUTUMN = 3, 6, 9
_MONTHS_AHEAD = 12
# From its first day to its last: a day or two of Midsummer are no summer.
_WEEK = timedelta(days=6)


def unsaid_holidays(sight: Sight) -> Section | None:
    """Places that would be open on a public holiday in the next 12 months and do not say so.

    Of each the next such day is told, the nearest first.
    """
    last = sight.today + relativedelta(months=_MONTHS_AHEAD)
    days = [
        day for day in public_holidays((sight.today.year, last.year)) if sight.today <= day <= last
    ]
    found = []
    for place in places_in_use(sight):
        if place.holiday_hours is None:
            unsaid = next((day for day in days if day_hours(place, day).unknown), None)
            if unsaid is not None:
                found.append((unsaid, place))
    return _section(sight, Topic.HOLIDAYS, "holiday-unsaid", "hours", found)


def unsaid_summers(sight: Sight) -> Section | None:
    """Places whose hours say nothing of this summer, June to August, asked for from March on.

    A place has said something when a season or an exception of a week has a day in that summer, or
    a stop begins, ends or is kept on a day of it. So a place that is open as usual says it by a
    season with its usual hours. What is not open in the rest of the summer has nothing to say.
    """
    year = sight.today.year
    if not _ASKED_FROM <= sight.today.month < _AUTUMN:
        return None
    first, last = date(year, _SUMMER, 1), date(year, _AUTUMN, 1) - timedelta(days=1)
    found = [
        (first, place)
        for place in places_in_use(sight)
        if not _speaks_of(place, first, last)
        if _keeps_usual_hours(place, max(first, sight.today), last)
    ]
    return _section(sight, Topic.SUMMER, "summer-unsaid", "hours", found)


def _keeps_usual_hours(place: Place, first: date, last: date) -> bool:
    """True when the place is open by its ordinary week on some day of these."""
    days = (date.fromordinal(day) for day in range(first.toordinal(), last.toordinal() + 1))
    return any(_in_use(place, day) and regular_hours(place, day) for day in days)


def _in_use(place: Place, day: date) -> bool:
    begun = place.open_from is None or place.open_from <= day
    return begun and (place.open_until is None or day <= place.open_until)


def _speaks_of(place: Place, first: date, last: date) -> bool:
    """True when a season, a break of a week or a stop begins, ends or lasts in these days."""
    seasons = ((season.from_, season.to) for season in place.seasons)
    breaks = (
        (each.from_, each.to)
        for each in place.exceptions
        if each.from_ and each.to and each.to - each.from_ >= _WEEK
    )
    if any(begin <= last and end >= first for begin, end in (*seasons, *breaks)):
        return True
    named = (day for stop in place.stops for day in (stop.from_, stop.to, *stop.dates))
    return any(day is not None and first <= day <= last for day in named)


def _section(
    sight: Sight, topic: Topic, says: str, field: str, found: list[tuple[date, Place]]
) -> Section | None:
    if not found:
        return None
    found.sort(key=lambda each: (each[0], each[1].slug))
    findings = tuple(
        Finding(
            topic=topic,
            says=says,
            path=place.origin.path,
            line=place.origin.line(field),
            name=label_of(place, "name"),
            day=day,
        )
        for day, place in found[: sight.most]
    )
    return Section(topic=topic, count=len(found), findings=findings)
