"""What is out of the ordinary after the days shown one by one: exceptions and public holidays."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from markupsafe import Markup

from kohtaamo.model.place import HoursException, Place
from kohtaamo.publish.pages.hours_words import hours_line, open_words, period, said_reason
from kohtaamo.publish.pages.reader import Reader
from kohtaamo.publish.pages.texts import Text
from kohtaamo.schedule.opening import DayHours, day_hours, is_as_usual
from kohtaamo.schedule.public_holidays import holiday_name

# To a Sunday eight weeks ahead public holidays are said; a nearer date needs no year.
NEAR = timedelta(weeks=9, days=-1)


@dataclass(frozen=True, slots=True, kw_only=True)
class ComingLine:
    """When, what then (`suljettu`, `avoinna 10–14`), and why: the reason or the holiday's name."""

    dates: str
    what: str
    why: Text


def coming_lines(reader: Reader, place: Place, from_: date) -> tuple[ComingLine, ...]:
    """Exceptions that reach beyond `from_`, and the public holidays of the coming eight weeks.

    By date. A holiday within an exception is left to the exception, as its hours are. Days on which
    the hours are as usual are left out, unless the place gives a reason.
    """
    lines = [*_exceptions(reader, place, from_), *_holidays(reader, place, from_)]
    return tuple(line for _, line in sorted(lines, key=lambda dated: dated[0]))


def _exceptions(reader: Reader, place: Place, from_: date) -> Iterator[tuple[date, ComingLine]]:
    for each in place.exceptions:
        first, last = each.date or each.from_ or date.min, _last_of(each)
        if last < from_:
            continue
        if _is_nothing_new(place, each, first, last):
            continue
        dates = _day(reader, last) if first == last else period(reader, first, last)
        why = said_reason(reader, place, first, each.reason)
        yield first, ComingLine(dates=dates, what=_what(reader, place, each), why=why)


def _is_nothing_new(place: Place, exception: HoursException, first: date, last: date) -> bool:
    days = range(first.toordinal(), last.toordinal() + 1)
    return not exception.reason and all(
        is_as_usual(place, day_hours(place, date.fromordinal(day))) for day in days
    )


def _holidays(reader: Reader, place: Place, from_: date) -> Iterator[tuple[date, ComingLine]]:
    last = reader.site.monday + NEAR
    if place.open_from is not None:
        from_ = max(from_, place.open_from)
    if place.open_until is not None:
        last = min(last, place.open_until)
    for ordinal in range(from_.toordinal(), last.toordinal() + 1):
        day = date.fromordinal(ordinal)
        if holiday_name(day) is None:
            continue
        hours = day_hours(place, day)
        if hours.holiday is None or hours.is_exception or is_as_usual(place, hours):
            continue
        what = _on_holiday(reader, hours)
        yield (
            hours.day,
            ComingLine(dates=_day(reader, hours.day), what=what, why=reader.holiday(hours.day)),
        )


def _day(reader: Reader, day: date) -> str:
    is_near = day <= reader.site.monday + NEAR
    return reader.day(day, "on_weekday" if is_near else "on_weekday_year")


def _last_of(exception: HoursException) -> date:
    return exception.date or exception.to or exception.from_ or date.min


def _what(reader: Reader, place: Place, exception: HoursException) -> str:
    if exception.closed or not exception.hours:
        return reader.words("site.hours.closed")
    phrases = (hours_line(reader, place, each).hours for each in exception.hours)
    return Markup(", ").join(dict.fromkeys(phrases))


def _on_holiday(reader: Reader, day: DayHours) -> str:
    if not day.spans:
        return reader.words("site.hours.unknown" if day.unknown else "site.hours.closed")
    return ", ".join(open_words(reader, span.mode, span.start, span.end) for span in day.spans)
