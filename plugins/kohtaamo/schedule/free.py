"""Open days and taken times of a room × turnaround → when it is free.

A room is free while its place is open in whatever way, and nobody takes it. The room's turnaround
stays empty on both sides of every use. All times are Europe/Helsinki local wall-clock times.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import islice

from kohtaamo.model.place import Mode
from kohtaamo.schedule.moments import clock_of
from kohtaamo.schedule.opening import DayHours
from kohtaamo.schedule.rooms import BusySpan, minutes_after, minutes_before
from kohtaamo.schedule.zone import utc

# What is shorter helps nobody who has to come in, sit down and leave.
SHORTEST = timedelta(minutes=30)
# No change of clocks takes more than an hour of it.
_SURE = SHORTEST + timedelta(hours=1)
_LONG_AGO = clock_of(date.min)

Taken = tuple[datetime, datetime]
# Start and end of open time, and whether one has to agree on it.
Piece = tuple[datetime, datetime, bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class FreeSpan:
    """Nobody takes the room from `start` to `end`, which may lie on the next day.

    `by_appointment` when the place opens only for those who have agreed on it.
    """

    start: datetime
    end: datetime
    by_appointment: bool = False

    @property
    def day(self) -> date:
        """Its own: what begins after midnight is no part of the evening before, as people read."""
        return self.start.date()


@dataclass(frozen=True, slots=True)
class Stretch:
    """A piece of open time; `until` is when the run of pieces that touch one another closes."""

    start: datetime
    end: datetime
    by_appointment: bool
    until: datetime


def free_spans(
    open_time: Sequence[Stretch], taken: Iterable[BusySpan], turnaround: int = 0
) -> Iterator[FreeSpan]:
    """The free spans of a room while its place is open, by start.

    `taken` are its uses, of days before and after too as far as they may reach into these days;
    `turnaround` are real minutes. A use of which nobody knows the end takes the open time in which
    it begins, or the next of that day, to its end. Spans shorter than `SHORTEST` are left out.
    """
    uses = _merged(_with_turnaround(use, open_time, turnaround) for use in taken)
    at = 0
    for stretch in open_time:
        while at < len(uses) and uses[at][1] <= stretch.start:
            at += 1
        reached = stretch.start
        for start, end in islice(uses, at, None):
            if start >= stretch.end:
                break
            yield from _long_enough(stretch, reached, start)
            reached = max(reached, end)
        yield from _long_enough(stretch, reached, stretch.end)


def _long_enough(stretch: Stretch, start: datetime, end: datetime) -> Iterator[FreeSpan]:
    length = end - start
    # Real time: on the night when clocks are put forward, 2.45–4 is a quarter of an hour.
    if SHORTEST <= length < _SURE:
        length = utc(end) - utc(start)
    if length >= SHORTEST:
        yield FreeSpan(start=start, end=end, by_appointment=stretch.by_appointment)


def _with_turnaround(use: BusySpan, open_time: Iterable[Stretch], turnaround: int) -> Taken:
    end = _closing_after(use.start, open_time) if use.end is None else use.end
    return (
        minutes_before(use.start, turnaround),
        minutes_after(max(end, use.start), turnaround),
    )


def _closing_after(start: datetime, open_time: Iterable[Stretch]) -> datetime:
    """When the open time ends in which somebody begins, or else the next one of that day."""
    for each in open_time:
        if start < each.end:
            is_near = each.start <= start or each.start.date() == start.date()
            return each.until if is_near else start
    return start


def _merged(uses: Iterable[Taken]) -> list[Taken]:
    """Uses by start, none of which overlap; those that touch stay two."""
    found: list[Taken] = []
    for start, end in sorted(uses):
        if found and start < found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], end))
        else:
            found.append((start, end))
    return found


def open_time(days: Iterable[DayHours]) -> tuple[Stretch, ...]:
    """The open time of a place on days that follow one another, by start, each moment once.

    Of what runs on after midnight the next day tells nothing again. A day whose hours are not
    known has none.
    """
    return tuple(_stretches(days))


def _stretches(days: Iterable[DayHours]) -> Iterator[Stretch]:
    reached = _LONG_AGO
    for day in days:
        pieces = [
            (max(start, reached), end, agreed)
            for start, end, agreed in _pieces(day)
            if end > reached
        ]
        until = closed = _LONG_AGO
        for at, (start, end, agreed) in enumerate(pieces):
            if start != closed:
                until = _end_of_run(pieces[at:])
            closed = end
            yield Stretch(start, end, agreed, until)
        reached = max(reached, closed)


def _pieces(day: DayHours) -> list[Piece]:
    """A day's open time: what takes an appointment only where the place is not open anyway."""
    if len(day.spans) == 1:
        (only,) = day.spans
        return [(only.start, only.end, only.mode is Mode.BY_APPOINTMENT)]
    found: list[Piece] = []
    for agreed in (False, True):
        for span in day.spans:
            if (span.mode is Mode.BY_APPOINTMENT) is agreed:
                found += [(*rest, agreed) for rest in _without(span.start, span.end, found)]
    joined: list[Piece] = []
    for start, end, agreed in sorted(found):
        runs_on = joined and joined[-1][1:] == (start, agreed)
        joined.append((joined.pop()[0] if runs_on else start, end, agreed))
    return joined


def _without(start: datetime, end: datetime, others: Iterable[Piece]) -> Iterator[Taken]:
    """What is left of a span beside others, which do not overlap."""
    for begin, close, _ in sorted(others):
        if close <= start or begin >= end:
            continue
        if begin > start:
            yield start, begin
        start = max(start, close)
    if end > start:
        yield start, end


def _end_of_run(pieces: Iterable[Piece]) -> datetime:
    """Where pieces that touch one another end."""
    (_, reached, _), *others = pieces
    for start, end, _ in others:
        if start != reached:
            break
        reached = end
    return reached
