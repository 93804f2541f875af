"""Opening hours in words: spans with their mode, periods from day to day."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from kohtaamo.model.place import Hours, Mode, Place
from kohtaamo.publish.pages.reader import Reader
from kohtaamo.publish.pages.texts import NO_TEXT, Text, capital, unbroken
from kohtaamo.schedule.public_holidays import eves
from kohtaamo.words.dates import clock_span

WEEK = 7
# Any day serves for hours that belong to no day.
_SOME_MIDNIGHT = datetime.combine(date.min, time())


@dataclass(frozen=True, slots=True, kw_only=True)
class SpanLine:
    """`hours` is a whole phrase: `avoinna 10–16`, `omatoimi 16–20`."""

    hours: str
    stop: Text = NO_TEXT
    note: Text = NO_TEXT


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekdayLine:
    """One weekday of the usual week or of a season."""

    weekday: str
    spans: tuple[SpanLine, ...]


def open_words(reader: Reader, mode: Mode, start: datetime, end: datetime) -> str:
    """A span with its mode: `omatoimi 16–20`."""
    hours = clock_span(reader.words, start, end)
    return reader.words(f"site.open.{mode.value}", hours=hours)


def hours_line(reader: Reader, place: Place, hours: Hours) -> SpanLine:
    """Hours that belong to no particular day."""
    start = _SOME_MIDNIGHT + timedelta(minutes=hours.from_)
    end = _SOME_MIDNIGHT + timedelta(minutes=hours.to)
    if end <= start:
        end += timedelta(days=1)
    return SpanLine(
        hours=unbroken(open_words(reader, hours.mode, start, end)),
        note=reader.own(place, hours.note),
    )


def week(reader: Reader, place: Place, hours: Sequence[Hours]) -> tuple[WeekdayLine, ...]:
    """Monday to Sunday, closed days too; nothing at all without hours."""
    if not hours:
        return ()
    ordered = sorted(hours, key=lambda each: each.from_)
    return tuple(
        WeekdayLine(
            weekday=capital(reader.words(f"wording.weekday.{weekday}")),
            spans=tuple(_spans_on(reader, place, ordered, weekday)),
        )
        for weekday in range(WEEK)
    )


def _spans_on(
    reader: Reader, place: Place, hours: Iterable[Hours], weekday: int
) -> Iterable[SpanLine]:
    """The hours of a weekday; hours that name no weekdays hold on every day."""
    return (
        hours_line(reader, place, each) for each in hours if not each.days or weekday in each.days
    )


def said_reason(reader: Reader, place: Place, day: date, reason: str | None) -> Text:
    """Why a day is unlike others; the name of an eve is said in the reader's own language."""
    if reason and day in eves((day.year,)):
        key = f"site.date.eve.{'christmas' if day.month == 12 else 'midsummer'}"
        written = reader.edition.words.get(place.written_in)
        if written is not None and reason.casefold() == written(key).casefold():
            return Text(capital(reader.words(key)))
    return reader.own(place, reason)


def period(reader: Reader, first: date | None, last: date | None) -> str:
    """From one day to another, either of which may be open; "" when both are."""
    words = reader.words
    if first and last:
        return words("site.period.between", first=reader.day(first), last=reader.day(last))
    if first:
        return words("site.period.from_", first=reader.day(first))
    return words("site.period.until", last=reader.day(last)) if last else ""
