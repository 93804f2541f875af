"""What becomes of the coming dates of an event: whether they move, and which are dropped."""

from dataclasses import dataclass
from datetime import date

from kohtaamo.model.event import Event
from kohtaamo.schedule.moments import Moment
from kohtaamo.schedule.occurrences import occurrences
from kohtaamo.schedule.series import plan


@dataclass(frozen=True, slots=True)
class Shift:
    """`dropped` are the days on which it no longer is, where nothing comes instead."""

    has_moved: bool
    dropped: tuple[date, ...] = ()


def shift_of(old: Event, new: Event, today: date) -> Shift:
    """Compared are dates from today on, those that are cancelled too: they are still told of.

    More dates move nothing, nor does an end that nobody had said. The times of both are in order.
    """
    was, now = _coming(old, today), _coming(new, today)
    gone = sorted(day for start, (day, _) in was.items() if start not in now)
    is_fresh = any(start not in was for start in now)
    ends_elsewhere = any(
        end is not None and now[start][1] not in (None, end)
        for start, (_, end) in was.items()
        if start in now
    )
    if is_fresh or (not now and new.repeat is None):
        return Shift(has_moved=bool(gone) or ends_elsewhere)
    return Shift(has_moved=ends_elsewhere, dropped=tuple(gone))


def _coming(event: Event, today: date) -> dict[Moment, tuple[date, Moment | None]]:
    """Day and end of each date, by its start."""
    dates = occurrences(plan(event), today)
    return {each.start: (each.first_day, each.end) for each in dates}
