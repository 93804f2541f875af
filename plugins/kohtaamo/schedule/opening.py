"""Place × window → when it is open.

What counts on a day, the first that applies: not yet or no longer in use (`open_from`,
`open_until`); an exception; a public holiday (`holiday_hours`); a season; the week. Of several
exceptions or seasons, the shortest counts, then the one written first. Hours belong to the day
on which they begin. All times are Europe/Helsinki local wall-clock times.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from kohtaamo.model.place import HolidayHours, Hours, HoursException, Mode, Place
from kohtaamo.schedule.moments import clock_of
from kohtaamo.schedule.public_holidays import holiday_name
from kohtaamo.schedule.regular_hours import RegularHours, on_weekday, regular_hours, stops_on

WHOLE_DAY = 24 * 60


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenSpan:
    """Open from `start` to `end`, which may lie on the next day; `day` is the day it belongs to.

    `stop` is where a travelling place halts; `season` the name of the season whose hours these
    are; `reason` the exception's.
    """

    day: date
    start: datetime
    end: datetime
    mode: Mode = Mode.STAFFED
    note: str | None = None
    stop: str | None = None
    season: str | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DayHours:
    """A day's opening hours, by start; none when closed.

    `closed_reason` is the exception's, when it closes the day. `holiday` is the Finnish name of a
    public holiday, whatever the hours are. `unknown` is a public holiday on which the place would
    otherwise be open and nobody has said whether it is: nothing is promised.
    """

    day: date
    spans: tuple[OpenSpan, ...] = ()
    closed_reason: str | None = None
    holiday: str | None = None
    is_exception: bool = False
    unknown: bool = False


def open_spans(
    place: Place, first: date, last: date, *, holidays: bool = True
) -> tuple[OpenSpan, ...]:
    """The spans of the days from `first` to `last`, both included, by start.

    What began on the evening before `first` and goes on after midnight is not among them. With
    `holidays=False` public holidays count as common days.
    """
    days = range(first.toordinal(), last.toordinal() + 1)
    return tuple(
        span
        for ordinal in days
        for span in day_hours(place, date.fromordinal(ordinal), holidays=holidays).spans
    )


def is_common(place: Place, day: date) -> bool:
    """True when nothing special is the matter: the place keeps its `regular_hours`."""
    if not _in_use(place, day) or exception_on(place, day) is not None:
        return False
    return place.holiday_hours is HolidayHours.NORMAL or holiday_name(day) is None


def day_hours(place: Place, day: date, *, holidays: bool = True) -> DayHours:
    """When the place is open on one day, and why not otherwise."""
    holiday = holiday_name(day) if holidays else None
    if not _in_use(place, day):
        return DayHours(day=day, holiday=holiday)
    exception = exception_on(place, day)
    if exception is not None:
        return _exceptional(place, day, exception, holiday)
    regular = _spans(day, regular_hours(place, day))
    if holiday is None or place.holiday_hours is HolidayHours.NORMAL:
        return DayHours(day=day, spans=regular, holiday=holiday)
    if place.holiday_hours is None:
        return DayHours(day=day, holiday=holiday, unknown=bool(regular))
    hours = () if place.holiday_hours is HolidayHours.CLOSED else place.holiday_hours
    return DayHours(day=day, spans=_spans(day, _special(place, day, hours)), holiday=holiday)


def is_as_usual(place: Place, day: DayHours) -> bool:
    """True when the place keeps the hours that it would keep if nothing special were the matter."""
    usual = _spans(day.day, regular_hours(place, day.day))
    return not day.unknown and [*map(_hours_of, day.spans)] == [*map(_hours_of, usual)]


def closing_minute(hours: Hours) -> int:
    """Minutes from the midnight that begins the day; 24:00 is 1440.

    An end not after its start means the next day.
    """
    return hours.to + (WHOLE_DAY if hours.to <= hours.from_ else 0)


def _hours_of(span: OpenSpan) -> tuple[datetime, datetime, Mode, str | None]:
    return span.start, span.end, span.mode, span.note


def _in_use(place: Place, day: date) -> bool:
    begun = place.open_from is None or place.open_from <= day
    return begun and (place.open_until is None or day <= place.open_until)


def exception_on(place: Place, day: date) -> HoursException | None:
    """The exception of this day: the shortest, then the one written first."""
    exceptions = [exception for exception in place.exceptions if day in exception]
    return min(exceptions, key=_days_of) if exceptions else None


def _days_of(exception: HoursException) -> int:
    if exception.from_ is None or exception.to is None or exception.date is not None:
        return 1
    return (exception.to - exception.from_).days + 1


def _exceptional(
    place: Place, day: date, exception: HoursException, holiday: str | None
) -> DayHours:
    if exception.closed:
        return DayHours(day=day, closed_reason=exception.reason, holiday=holiday, is_exception=True)
    hours = _special(place, day, exception.hours)
    return DayHours(
        day=day,
        spans=_spans(day, hours, exception.reason),
        holiday=holiday,
        is_exception=True,
    )


def _special(place: Place, day: date, hours: Iterable[Hours]) -> Iterable[RegularHours]:
    """Hours of an exception or a holiday, at the stop of the day if there is exactly one."""
    stops = stops_on(place, day)
    stop = stops[0].id if len(stops) == 1 else None
    return (RegularHours(hours=each, stop=stop) for each in on_weekday(hours, day))


def _spans(
    day: date, all_hours: Iterable[RegularHours], reason: str | None = None
) -> tuple[OpenSpan, ...]:
    spans = (_span(day, each, reason) for each in all_hours)
    return tuple(sorted(spans, key=lambda span: (span.start, span.end, span.mode, span.stop or "")))


def _span(day: date, each: RegularHours, reason: str | None) -> OpenSpan:
    hours = each.hours
    midnight = clock_of(day)
    return OpenSpan(
        day=day,
        start=midnight + timedelta(minutes=hours.from_),
        end=midnight + timedelta(minutes=closing_minute(hours)),
        mode=hours.mode,
        note=hours.note,
        stop=each.stop,
        season=each.season,
        reason=reason,
    )
