"""Where a travelling place halts, and when it comes there next."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import groupby

from markupsafe import Markup

from kohtaamo.model.place import Mode, Place, Stop
from kohtaamo.publish.pages.event_where import SpotView, spot_view
from kohtaamo.publish.pages.hours_words import open_words, period
from kohtaamo.publish.pages.moments import Moments
from kohtaamo.publish.pages.reader import Reader
from kohtaamo.publish.pages.texts import Link, Text, unbroken
from kohtaamo.schedule.in_use import stops_left
from kohtaamo.schedule.opening import OpenSpan, open_spans
from kohtaamo.words.dates import clock_span

VISITS_SHOWN = 5
DAYS_AHEAD = 180


@dataclass(frozen=True, slots=True, kw_only=True)
class StopView:
    """One stop; `visits` are its next days, `dates` says from when to when it is kept.

    `maps` lead to outside maps, whose names would be alike at every stop.
    """

    name: Text
    municipality: Link
    spot: SpotView | None
    maps: tuple[Link, ...]
    dates: str
    visits: tuple[Moments, ...]


def stop_views(reader: Reader, place: Place) -> tuple[StopView, ...]:
    """The stops that are not over: where the place comes next is first, then by date.

    Those of which nobody knows when stand last, in written order.
    """
    if not place.stops:
        return ()
    today = reader.edition.today
    spans = open_spans(place, today, reader.site.monday + timedelta(days=DAYS_AHEAD))
    dated = [(_own(spans, stop), stop) for stop in stops_left(place, today)]
    dated.sort(key=lambda each: each[0][0].start.date() if each[0] else date.max)
    return tuple(_stop(reader, place, stop, own) for own, stop in dated)


def _own(spans: Iterable[OpenSpan], stop: Stop) -> Sequence[OpenSpan]:
    return [span for span in spans if span.stop == stop.id]


def _stop(reader: Reader, place: Place, stop: Stop, spans: Iterable[OpenSpan]) -> StopView:
    days = [list(of_day) for _, of_day in groupby(spans, key=lambda span: span.day)]
    # Dates of its own say from when to when by themselves.
    dates = "" if stop.dates else period(reader, stop.from_, stop.to)
    spot = spot_view(reader, place, stop.address, stop.coordinates)
    return StopView(
        name=reader.own(place, stop.name),
        municipality=reader.term_link("municipality", stop.municipality),
        spot=replace(spot, maps=()) if spot and stop.address else None,
        maps=spot.maps if spot else (),
        dates=reader.words("site.stop.period", period=dates) if dates else "",
        visits=tuple(_visit(reader, day) for day in days[:VISITS_SHOWN]),
    )


def _visit(reader: Reader, spans: Sequence[OpenSpan]) -> Moments:
    """One day: `klo 10–12, digiopastus 13–15`."""
    day = spans[0].day
    hours = Markup(", ").join(unbroken(_hours(reader, span)) for span in spans)
    return Moments(day.isoformat(), reader.day(day, "on_weekday_year"), hours)


def _hours(reader: Reader, span: OpenSpan) -> str:
    if span.mode is not Mode.STAFFED:
        return open_words(reader, span.mode, span.start, span.end)
    return reader.words("site.hours.clock", hours=clock_span(reader.words, span.start, span.end))
