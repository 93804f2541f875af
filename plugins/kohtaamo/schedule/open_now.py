"""Place × moment → whether it is open then, until when, and when it opens next.

Of ways to be open that hold at the same time the one counts that promises most: staff, digital
guidance, self-service, an appointment. An appointment is somebody else's: a place that is open for
appointments alone is not open. Moments are compared in UTC, so that the nights on which clocks
change have the length that they have; days are those of Europe/Helsinki.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from typing import NamedTuple

from kohtaamo.model.place import Mode, Place
from kohtaamo.schedule.moments import ONE_DAY, clock_of
from kohtaamo.schedule.opening import DayHours, day_hours
from kohtaamo.schedule.zone import utc
from kohtaamo.text.zone import HELSINKI

# How many days after a moment's own day the next opening may be, to be named.
DAYS_AHEAD = 14

_BY_PROMISE = (Mode.STAFFED, Mode.GUIDANCE, Mode.SELF_SERVICE, Mode.BY_APPOINTMENT)
# A time in UTC: from its first moment to its last, which does not belong to it.
_Time = tuple[datetime, datetime]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """From `begins` until `ends` (UTC) one way of being open goes on, at one stop."""

    begins: datetime
    ends: datetime
    mode: Mode
    stop: str | None = None

    @property
    def is_open(self) -> bool:
        """True when one may come without an appointment."""
        return self.mode is not Mode.BY_APPOINTMENT


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenState:
    """`going_on` is what holds at the moment, an appointment too; None when the place is closed.

    `next` follows on it without a break; of a closed place it is the next opening, None when an
    unknown day lies before it.
    """

    going_on: Stretch | None = None
    next: Stretch | None = None


class StateFrom(NamedTuple):
    """What is true from a moment (UTC) on, and the local day of that moment."""

    moment: datetime
    day: date
    state: OpenState | None


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownHours:
    """What is known of some days: `stretches` by their beginning, none over another.

    On `unknown` days, public holidays of which nobody has said anything, nothing is promised.
    """

    stretches: tuple[Stretch, ...]
    unknown: tuple[_Time, ...]

    def at(self, moment: datetime) -> OpenState | None:
        """What is true at a moment (UTC); None when there is nothing to be said.

        That is on a day of which nothing is known, and when a closed place opens no more in the
        next `DAYS_AHEAD` days.
        """
        ahead = (each for each in self.stretches if each.ends > moment)
        first = next(ahead, None)
        if first is not None and first.begins <= moment:
            following = next(ahead, None)
            goes_on = following is not None and following.begins == first.ends
            return OpenState(going_on=first, next=_open(following) if goes_on else None)
        opening = next(filter(_open, (each for each in (first, *ahead) if each)), None)
        doubts = [begins for begins, ends in self.unknown if ends > moment]
        if doubts and doubts[0] <= moment:
            return None
        if opening is None or day_in_helsinki(opening.begins) > _last_named(moment):
            return None
        return OpenState(next=opening if not doubts or opening.begins <= doubts[0] else None)


def open_state(place: Place, moment: datetime) -> OpenState | None:
    """The state of a place at a moment, which knows its zone; as `KnownHours.at`."""
    day = day_in_helsinki(moment)
    return known_hours(place, day, day).at(moment.astimezone(UTC))


def known_hours(place: Place, first: date, last: date) -> KnownHours:
    """All that has to be known to say the state of a place on the days from first to last."""
    # What began on the evening before goes on after midnight.
    days = _days(first - ONE_DAY, last + timedelta(days=DAYS_AHEAD))
    hours = [day_hours(place, day) for day in days]
    return KnownHours(
        stretches=tuple(_stretches(hours)),
        unknown=tuple(
            (_midnight(each.day), _midnight(each.day + ONE_DAY)) for each in hours if each.unknown
        ),
    )


def states(place: Place, first: date, last: date) -> tuple[StateFrom, ...]:
    """What is true of a place from the first day to the last, by time.

    There is one for each moment at which another thing may be true, or be said in another way: each
    midnight too. The last one stands at the midnight after the last day, and knows nothing.
    """
    known = known_hours(place, first, last)
    begins, ends = _midnight(first), _midnight(last + ONE_DAY)
    moments = {_midnight(day) for day in _days(first, last)}
    moments |= {at for each in known.stretches for at in (each.begins, each.ends)}
    rows = (
        StateFrom(moment, day_in_helsinki(moment), known.at(moment))
        for moment in sorted(at for at in moments if begins <= at < ends)
    )
    return (*rows, StateFrom(ends, last + ONE_DAY, None))


def day_in_helsinki(moment: datetime) -> date:
    """The local date of a moment that knows its zone."""
    return moment.astimezone(HELSINKI).date()


def _stretches(hours: Iterable[DayHours]) -> Iterator[Stretch]:
    """What counts at each moment, joined where the same goes on."""
    spans = [
        Stretch(begins=utc(each.start), ends=utc(each.end), mode=each.mode, stop=each.stop)
        for day in hours
        for each in day.spans
    ]
    waiting = sorted(spans, key=lambda each: each.begins, reverse=True)
    cuts = sorted({at for each in spans for at in (each.begins, each.ends)})
    on: list[Stretch] = []
    joined: Stretch | None = None
    for begins, ends in pairwise(cuts):
        while waiting and waiting[-1].begins <= begins:
            on.append(waiting.pop())
        on = [each for each in on if each.ends > begins]
        if not on:
            continue
        best = replace(min(on, key=_promise), begins=begins, ends=ends)
        if joined is not None and _goes_on(joined, best):
            joined = replace(joined, ends=ends)
            continue
        if joined is not None:
            yield joined
        joined = best
    if joined is not None:
        yield joined


def _promise(stretch: Stretch) -> int:
    return _BY_PROMISE.index(stretch.mode)


def _goes_on(one: Stretch, other: Stretch) -> bool:
    return (one.ends, one.mode, one.stop) == (other.begins, other.mode, other.stop)


def _open(stretch: Stretch | None) -> Stretch | None:
    return stretch if stretch is not None and stretch.is_open else None


def _last_named(moment: datetime) -> date:
    return day_in_helsinki(moment) + timedelta(days=DAYS_AHEAD)


def _midnight(day: date) -> datetime:
    """The moment at which a local day begins."""
    return utc(clock_of(day))


def _days(first: date, last: date) -> Iterator[date]:
    return (date.fromordinal(day) for day in range(first.toordinal(), last.toordinal() + 1))
