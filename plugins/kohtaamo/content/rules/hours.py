"""Events against the opening hours of their places."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, timedelta

from kohtaamo.content.rules.case import Case
from kohtaamo.content.rules.hours_line import hours_field
from kohtaamo.content.rules.rule import line_of, written
from kohtaamo.content.rules.uses import field_of, times
from kohtaamo.model.place import Place
from kohtaamo.problems.problem import Problem
from kohtaamo.schedule.changes import occurrence_at
from kohtaamo.schedule.moments import ONE_DAY, Moment, clock_of
from kohtaamo.schedule.occurrence import Occurrence
from kohtaamo.schedule.opening import OpenSpan


def check_hours(case: Case) -> Iterator[Problem]:
    """Warn of the first date from today on at which the place is closed during the event.

    Nothing is asked of a place that says no hours at all, nor of closed groups, which have a key.
    """
    if case.event.is_closed or not _is_at_a_place(case):
        return
    for each in _worth_a_look(case):
        place = case.opening.places.get(each.place or "")
        if place is None or (each.stop is not None and place.stop(each.stop) is None):
            continue
        problem = _doubt(case, each, place)
        if problem is not None and each.takes_place and case.sees(each.first_day):
            yield problem
            return


def _is_at_a_place(case: Case) -> bool:
    repeat = case.event.repeat
    changes = repeat.changes if repeat else ()
    return case.event.place is not None or any(change.place for change in changes)


def _worth_a_look(case: Case) -> Iterator[Occurrence]:
    """The rule's dates in order, without those that fall into one open span, then the extras."""
    series = case.series
    place = case.opening.places.get(case.event.place or "")
    weekdays = _weekdays_open(case, place)
    unusual = case.opening.unusual(place) if place is not None and weekdays else frozenset()
    for day in _dates_to_see(case):
        if day in series.skipped:
            continue
        if day.weekday() in weekdays and day not in unusual and day not in series.changes:
            continue
        start = series.start_on(day)
        if day in series.changes or place is None or not _is_plainly_open(case, place, start):
            yield occurrence_at(series, start)
    for extra in series.extras:
        yield occurrence_at(series, extra, is_extra=True)


def _dates_to_see(case: Case) -> Sequence[date]:
    """The rule's dates from today to the horizon, and all that have a change, in order."""
    dates = case.series.dates
    near = dates[bisect_left(dates, case.today) : bisect_right(dates, case.opening.horizon)]
    changed = [day for day in case.series.changes if case.series.has_date(day)]
    return sorted({*near, *changed}) if changed else near


def _weekdays_open(case: Case, place: Place | None) -> frozenset[int]:
    """The weekdays on which the place's week is no reason to look at a date any closer."""
    if place is None or case.series.all_day:
        return frozenset()
    length = case.series.length or timedelta(0)
    return case.opening.weekdays_open(place, case.series.time, length)


def _is_plainly_open(case: Case, place: Place, start: Moment) -> bool:
    length = case.series.length
    if not isinstance(start, datetime) or place.open_from or place.open_until:
        return False
    end = start if length is None else start + length
    stop = case.event.stop
    return any(
        span.start <= start and end <= span.end and (stop is None or span.stop in (None, stop))
        for span in case.opening.on(place, start.date()).spans
    )


def _doubt(case: Case, occurrence: Occurrence, place: Place) -> Problem | None:
    day = occurrence.first_day
    out_of_use = _out_of_use(case, occurrence, place)
    if out_of_use or not _says_hours(place) or case.opening.on(place, day).unknown:
        return out_of_use
    values = {"day": written(day), "place": place.slug}
    values["source"] = line_of(place, hours_field(place, day))
    field, spans = _field(case, occurrence), _spans(case, occurrence, place)
    start, hours = occurrence.start, _in_words(spans, day)
    if isinstance(start, datetime):
        end = occurrence.end if isinstance(occurrence.end, datetime) else start
        if _covers(spans, start, end):
            return None
        if hours:
            time = times(start, None if end == start else end, day)
            return case.problem(field, "outside-hours", **values, time=time, hours=hours)
    elif any(span.end > clock_of(day) for span in spans):
        return None
    return case.problem(field, "place-closed", **values)


def _in_words(spans: Iterable[OpenSpan], day: date) -> str:
    """`09:00–15:00`: what goes on without a break is one span, whoever is there.

    Of what began on the evening before, what is left after midnight.
    """
    midnight = clock_of(day)
    joined: list[tuple[datetime, datetime]] = []
    for span in sorted(spans, key=lambda each: (each.start, each.end)):
        start, end = max(span.start, midnight), span.end
        if end <= midnight or span.day > day:
            continue
        if joined and start <= joined[-1][1]:
            start, last = joined.pop()
            end = max(end, last)
        joined.append((start, end))
    return ", ".join(f"{start:%H:%M}–{_closing(end, day)}" for start, end in joined)


def _out_of_use(case: Case, occurrence: Occurrence, place: Place) -> Problem | None:
    """A pop-up place that has not been opened yet, or any more."""
    day = occurrence.first_day
    values = {"day": written(day), "place": place.slug}
    if place.open_from is not None and day < place.open_from:
        values |= {"limit": written(place.open_from), "source": line_of(place, "open_from")}
        return case.problem(_field(case, occurrence), "place-not-yet-open", **values)
    if place.open_until is not None and day > place.open_until:
        values |= {"limit": written(place.open_until), "source": line_of(place, "open_until")}
        return case.problem(_field(case, occurrence), "place-no-longer-open", **values)
    return None


def _field(case: Case, occurrence: Occurrence) -> str:
    usual = "start" if case.event.repeat is None else "repeat"
    return field_of(case.event, occurrence.by_rule, usual)


def _says_hours(place: Place) -> bool:
    return bool(place.hours or place.seasons or any(stop.hours for stop in place.stops))


def _spans(case: Case, occurrence: Occurrence, place: Place) -> tuple[OpenSpan, ...]:
    """The spans of the event's days and of the evening before, at its own stop, by start."""
    first = occurrence.first_day
    last = max(first, occurrence.last_day)
    days = (first + timedelta(shift) for shift in range(-1, (last - first).days + 1))
    return tuple(
        span
        for day in days
        for span in case.opening.on(place, day).spans
        if occurrence.stop is None or span.stop is None or span.stop == occurrence.stop
    )


def _covers(spans: tuple[OpenSpan, ...], start: datetime, end: datetime) -> bool:
    """True when the spans, joined where they meet, hold the time from start to end."""
    reached = start
    for span in sorted(spans, key=lambda span: span.start):
        if span.start <= reached < span.end:
            reached = span.end
    return reached > start and reached >= end


def _closing(end: datetime, day: date) -> str:
    """24:00 for the midnight that ends the day."""
    return "24:00" if end == clock_of(day + ONE_DAY) else f"{end:%H:%M}"
