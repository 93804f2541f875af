"""Where a travelling place halts, and when it comes there next."""

from dataclasses import dataclass
from datetime import timedelta

from kohtaamo.model.place import Place, Stop
from kohtaamo.publish.pages.event_where import SpotView, spot_view
from kohtaamo.publish.pages.hours_words import period
from kohtaamo.publish.pages.moments import Moments
from kohtaamo.publish.pages.reader import Reader
from kohtaamo.publish.pages.texts import Link, Text
from kohtaamo.schedule.opening import OpenSpan, open_spans
from kohtaamo.words.dates import clock_span

VISITS_SHOWN = 5
DAYS_AHEAD = 180


@dataclass(frozen=True, slots=True, kw_only=True)
class StopView:
    """One stop; `visits` are its next times, `dates` the period in which it is kept."""

    name: Text
    municipality: Link
    spot: SpotView | None
    dates: str
    visits: tuple[Moments, ...]


def stop_views(reader: Reader, place: Place) -> tuple[StopView, ...]:
    """The stops in written order."""
    if not place.stops:
        return ()
    today = reader.edition.today
    spans = open_spans(place, today, reader.site.monday + timedelta(days=DAYS_AHEAD))
    return tuple(_stop(reader, place, stop, spans) for stop in place.stops)


def _stop(reader: Reader, place: Place, stop: Stop, spans: tuple[OpenSpan, ...]) -> StopView:
    own = [span for span in spans if span.stop == stop.id][:VISITS_SHOWN]
    return StopView(
        name=reader.own(place, stop.name),
        municipality=reader.term_link("municipality", stop.municipality),
        spot=spot_view(reader, place, stop.address, stop.coordinates),
        dates=period(reader, stop.from_, stop.to),
        visits=tuple(_visit(reader, span) for span in own),
    )


def _visit(reader: Reader, span: OpenSpan) -> Moments:
    hours = clock_span(reader.words, span.start, span.end)
    return Moments(
        span.day.isoformat(),
        reader.day(span.day, "on_weekday_year"),
        reader.words("site.hours.clock", hours=hours),
    )
