"""Times of events as values of problems, which a language puts into words (`problems.facts`)."""

from datetime import date, datetime

from kohtaamo.content.rules.rule import written
from kohtaamo.model.event import Event
from kohtaamo.schedule.moments import ONE_DAY, Moment, clock_of, day_of
from kohtaamo.schedule.rooms import BusySpan


def times(start: Moment, end: Moment | None, day: date) -> str:
    """`start/end` of an event in a sentence about `day`, to be told in the style `use`."""
    if isinstance(start, datetime):
        if not isinstance(end, datetime):
            return f"{_on(start, day)}/"
        last = _end_on(end, start, day)
        # Over midnight both have their dates, or nobody would know to which one belongs.
        is_one_day = end.date() == start.date() or last.endswith("24:00")
        return f"{_on(start, day)}/{last}" if is_one_day else f"{written(start)}/{written(end)}"
    last_day = day_of(end) if end is not None else start
    return "/" if start == last_day == day else f"{written(start)}/{written(last_day)}"


def use_of(span: BusySpan, day: date) -> str:
    """The times of who uses a room; with setup and teardown `from/start/end/until`.

    Of a closed group nothing but from when until when the room is taken.
    """
    use = span.use
    if use is None or span.closed:
        return times(span.start, span.end, day)
    said = times(use.start, use.end, day)
    if not (use.setup or (use.teardown and span.end is not None)):
        return said
    before = _on(span.start, day) if use.setup else ""
    after = _end_on(span.end, span.start, day) if use.teardown and span.end else ""
    return f"{before}/{said}/{after}"


def field_of(event: Event, by_rule: Moment, usual: str) -> str:
    """The field that says where and when a date of an event is: of its change, or the usual one."""
    changes = event.repeat.changes if event.repeat else ()
    for index, change in enumerate(changes):
        if change.date == day_of(by_rule):
            said = [key for key in ("room", "place", "start", "end") if getattr(change, key)]
            return ".".join((f"repeat.changes[{index}]", *said[:1]))
    return usual


def _on(moment: datetime, day: date) -> str:
    """`13:00`; with its date when it is on another day than the sentence is about."""
    return written(moment.time() if moment.date() == day else moment)


def _end_on(end: datetime, start: datetime, day: date) -> str:
    """The same; the midnight after a start is that day's 24:00."""
    if end == clock_of(day_of(start) + ONE_DAY):
        return "24:00" if start.date() == day else f"{written(start.date())} 24:00"
    return _on(end, day)
