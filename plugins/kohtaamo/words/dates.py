"""Dates and times as a language says them; patterns come from its words file."""

from datetime import date, datetime, time, timedelta
from functools import lru_cache

from babel import Locale
from babel.dates import format_date

from kohtaamo.text.times import ends_that_night
from kohtaamo.words.words import Words

__all__ = ["clock", "clock_span", "closing", "day", "ends_that_night", "hours", "when"]

# A weekday as a date begins with it (UTS 35).
_WEEKDAY = "EEEE"


@lru_cache(maxsize=20_000)
def _formatted(day: date, pattern: str, locale: str) -> str:
    """A pure function of its arguments; a build asks for the same few hundred days all the time."""
    return format_date(day, pattern, locale=Locale.parse(locale))


def day(words: Words, value: date, style: str = "date") -> str:
    """A date by a style of the words file: date, on_weekday, on_weekday_year, heading, month."""
    plain = date(value.year, value.month, value.day)
    pattern = words(f"dates.{style}")
    if _WEEKDAY in pattern:
        # In words of our own: Babel 2.18 has the Finnish essive for six weekdays, not for Sunday.
        name = words(f"dates.weekday_on.{plain.weekday()}").replace("'", "''")
        pattern = pattern.replace(_WEEKDAY, f"'{name}'")
    return _formatted(plain, pattern, words.locale)


def clock(words: Words, value: time | datetime) -> str:
    """A time of day: `13` or `13.30` in Finnish."""
    if value.minute == 0:
        return words("dates.hour", hour=value.hour)
    return words("dates.hour_minute", hour=value.hour, minute=f"{value.minute:02d}")


def closing(words: Words, end: datetime, opening_day: date) -> str:
    """The end of a span that began on `opening_day`; midnight at its end is 24."""
    if end.time() == time() and end.date() == opening_day + timedelta(days=1):
        return words("dates.midnight")
    return clock(words, end)


def clock_span(words: Words, start: datetime, end: datetime) -> str:
    """`10–16`: the bare hours of an opening span."""
    return words("dates.span", start=clock(words, start), end=closing(words, end, start.date()))


def when(
    words: Words,
    start: date | datetime,
    end: date | datetime | None,
    style: str = "on_weekday_year",
) -> str:
    """One occurrence in words: `torstaina 3.12.2026 klo 13–15`.

    `end` of an all-day occurrence is its last day; None is an end that nobody has said.
    """
    first = day(words, start, style)
    if not isinstance(start, datetime):
        if end is None or end == start:
            return first
        return words("dates.range", first=first, last=day(words, end, style))
    if not isinstance(end, datetime):
        return f"{first} {words('dates.at', start=clock(words, start))}"
    if end.date() == start.date() or ends_that_night(start, end):
        return f"{first} {hours(words, start, end)}"
    last = day(words, end, style)
    return words(
        "dates.from_to_days",
        first=first,
        start=clock(words, start),
        last=last,
        end=clock(words, end),
    )


def hours(words: Words, start: datetime, end: datetime | None) -> str:
    """The hours of an occurrence: `klo 13–15`, `klo 18`."""
    if end is None:
        return words("dates.at", start=clock(words, start))
    return words("dates.between", start=clock(words, start), end=closing(words, end, start.date()))
