"""A place minute by minute, as the schedule has its hours and as other programs read them."""

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta

from opening_hours import OpeningHours, State

from kohtaamo.model.place import Mode, Place
from kohtaamo.schedule.civil_hours import Wanted
from kohtaamo.schedule.opening import OpenSpan, day_hours
from kohtaamo.schedule.regular_hours import stops_on, travels

AT_ALL = frozenset({Mode.STAFFED, Mode.SELF_SERVICE, Mode.GUIDANCE})
CLOSED, OPEN, UNKNOWN = b"-", b"o", b"?"
_STATES = {State.CLOSED: CLOSED, State.OPEN: OPEN, State.UNKNOWN: UNKNOWN}
_MINUTE, _DAY = timedelta(minutes=1), timedelta(days=1)


def wanted_of(place: Place) -> list[Wanted]:
    """All that may be asked of a place: open at all, and each of its modes, at each stop."""
    stops = [stop.id for stop in place.stops] if travels(place) else [None]
    modes = [AT_ALL, *(frozenset({mode}) for mode in sorted({h.mode for h in place.all_hours()}))]
    return [Wanted(modes=each, stop=stop) for stop in stops for each in modes]


class Scheduled:
    """A place from `first` to `last` as `day_hours` has it, and nothing else."""

    def __init__(self, place: Place, first: date, last: date) -> None:
        self.first, self.last = first, last
        # Of each day its hours, its stops, and what it would have if it were no holiday.
        self.days = [
            (
                hours,
                {stop.id for stop in stops_on(place, day)},
                day_hours(place, day, holidays=False).spans if hours.unknown else (),
            )
            for day in _days(first - _DAY, last)
            for hours in (day_hours(place, day),)
        ]

    def minutes(self, wanted: Wanted) -> bytes:
        """One sign for each minute: nothing is promised that nobody has said."""
        minutes = _Minutes(self.first, self.last)
        is_open: list[OpenSpan] = []
        for hours, stops, usual in self.days:
            for span in (each for each in hours.spans if each.mode in wanted.modes):
                if span.stop == wanted.stop:
                    is_open.append(span)
                elif span.stop is None and wanted.stop in stops:
                    minutes.fill(span.start, span.end, UNKNOWN)
            midnight = datetime.combine(hours.day, time())
            for span in usual:
                if span.mode in wanted.modes and span.stop == wanted.stop:
                    minutes.fill(midnight, max(midnight + _DAY, span.end), UNKNOWN)
        for span in is_open:
            minutes.fill(span.start, span.end, OPEN)
        return bytes(minutes.signs)


def evaluated(text: str, first: date, last: date) -> bytes:
    """The same as opening-hours-rs reads a value of OpenStreetMap."""
    hours = OpeningHours(text, country="FI")
    assert hours.warnings == [], text
    minutes = _Minutes(first, last)
    for start, end, state, _ in hours.intervals(minutes.begin, minutes.end):
        minutes.fill(start, end or minutes.end, _STATES[state])
    return bytes(minutes.signs)


class _Minutes:
    def __init__(self, first: date, last: date) -> None:
        self.begin = datetime.combine(first, time())
        self.end = datetime.combine(last + _DAY, time())
        self.signs = bytearray(CLOSED * ((self.end - self.begin) // _MINUTE))

    def fill(self, start: datetime, end: datetime, sign: bytes) -> None:
        begin = (max(start, self.begin) - self.begin) // _MINUTE
        number = (min(end, self.end) - self.begin) // _MINUTE - begin
        if number > 0:
            self.signs[begin : begin + number] = sign * number


def _days(first: date, last: date) -> Iterable[date]:
    return map(date.fromordinal, range(first.toordinal(), last.toordinal() + 1))
