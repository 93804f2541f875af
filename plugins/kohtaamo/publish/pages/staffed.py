"""When somebody is at a place, said in one line for this week and the next."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import groupby

from kohtaamo.model.place import Mode, Place
from kohtaamo.model.translation import said_within
from kohtaamo.publish.pages.hours_words import WEEK
from kohtaamo.publish.pages.reader import Reader
from kohtaamo.schedule.opening import OpenSpan
from kohtaamo.words.dates import clock_span

_THERE = frozenset({Mode.STAFFED, Mode.GUIDANCE})
_SEVEN = timedelta(days=WEEK)


def staffed_hours(reader: Reader, place: Place) -> str:
    """`maanantai–torstai 9–15, perjantai 9–12`; "" when nobody is there in either week.

    Weeks that differ are said one by one, by their dates: like this, no night within a week makes
    other words, and they stay true when nobody builds the page anew.
    """
    monday = reader.site.monday
    weeks = {first: _week(reader, place, first) for first in (monday, monday + _SEVEN)}
    said = {first: hours for first, hours in weeks.items() if hours}
    if not said:
        return ""
    if len(said) == len(weeks) and len(set(said.values())) == 1:
        return said[monday]
    return "; ".join(f"{_dates(reader, first)}: {each}" for first, each in said.items())


def _dates(reader: Reader, first: date) -> str:
    """With blanks, where large text on a small screen may break the line."""
    return f"{reader.day(first)} – {reader.day(first + _SEVEN - timedelta(days=1))}"


def _week(reader: Reader, place: Place, monday: date) -> str:
    """`maanantai–torstai 9–15, perjantai 9–12`: neighbouring days with the same hours together."""
    days = [monday + timedelta(days=number) for number in range(WEEK)]
    said = [(each, _hours(reader, place, each)) for each in days]
    return ", ".join(
        f"{_span(reader, [each for each, _ in run])} {hours}"
        for hours, run in ((hours, list(same)) for hours, same in groupby(said, lambda d: d[1]))
        if hours
    )


def _span(reader: Reader, days: list[date]) -> str:
    ends = dict.fromkeys((days[0], days[-1]))
    return "–".join(reader.words(f"wording.weekday.{each.weekday()}") for each in ends)


def _hours(reader: Reader, place: Place, on: date) -> str:
    spans = (each for each in reader.site.spans_on(place.slug, on) if each.mode in _THERE)
    return " ".join(_joined(reader, place, tuple(spans)))


def _joined(reader: Reader, place: Place, spans: tuple[OpenSpan, ...]) -> Iterator[str]:
    """Hours that follow one another are one stay: who guides people is there as well."""
    for stop, at in groupby(spans, lambda span: span.stop):
        own = list(at)
        while own:
            first = own.pop(0)
            end = first.end
            while own and own[0].start <= end:
                end = max(end, own.pop(0).end)
            yield clock_span(reader.words, first.start, end)
        halt = place.stop(stop)
        if halt is not None:
            yield f"({reader.quoted(said_within(place, halt.name, reader.language))})"
