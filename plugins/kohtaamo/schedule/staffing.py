"""Whether a place's people are there while an event lasts, or the door is left to its key."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from kohtaamo.model.place import Mode
from kohtaamo.schedule.occurrence import Occurrence
from kohtaamo.schedule.opening import OpenSpan

# In guidance hours somebody of the place sits there; an appointment is somebody else's.
_WITH_STAFF = frozenset({Mode.STAFFED, Mode.GUIDANCE})
# The open spans of a place on a day, by its slug.
SpansOn = Callable[[str, date], Sequence[OpenSpan]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Staffing:
    """`always` when the place's staff is there all the while, on every date that was asked about.

    `alone` are the self-service hours in which dates begin, each (place, note) once; `is_alone`
    when there is no date that begins otherwise.
    """

    always: bool = False
    alone: tuple[tuple[str, str | None], ...] = ()
    is_alone: bool = False


def staffing(dates: Iterable[Occurrence], home: str, spans_on: SpansOn) -> Staffing:
    """Who is there on these dates of an event at the place `home`; nothing is known of no date."""
    always, begins = True, []
    for each in dates:
        place = each.place or home
        spans = [
            span
            for span in spans_on(place, each.first_day)
            if span.stop is None or each.stop is None or span.stop == each.stop
        ]
        staffed = [span for span in spans if span.mode in _WITH_STAFF]
        always = always and place == home and _covers(staffed, each)
        begins.append(_self_service(place, spans, staffed, each))
    found = dict.fromkeys(each for each in begins if each is not None)
    return Staffing(
        always=always and bool(begins),
        alone=tuple(found),
        is_alone=bool(begins) and None not in begins,
    )


def _covers(spans: Iterable[OpenSpan], occurrence: Occurrence) -> bool:
    """True when the spans, by start, hold all of the date, one after the other."""
    reached, end = occurrence.start, occurrence.end
    if not isinstance(reached, datetime):
        return False
    begun = False
    for span in spans:
        if span.start <= reached < span.end:
            reached, begun = span.end, True
    return begun and (not isinstance(end, datetime) or reached >= end)


def _self_service(
    place: str, spans: Iterable[OpenSpan], staffed: Iterable[OpenSpan], occurrence: Occurrence
) -> tuple[str, str | None] | None:
    """The self-service hours in which a date begins while no staff is there."""
    start = occurrence.start
    if not isinstance(start, datetime) or any(each.start <= start < each.end for each in staffed):
        return None
    for span in spans:
        if span.mode is Mode.SELF_SERVICE and span.start <= start < span.end:
            return place, span.note
    return None
