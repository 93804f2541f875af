"""What an occurrence is: one time at which an event takes place, or would have."""

from datetime import date, datetime
from enum import StrEnum
from typing import NamedTuple

from kohtaamo.schedule.moments import Moment, clock_of, last_day_of


class State(StrEnum):
    """`moved`: at another time, place or room than the rule or the file first said."""

    CONFIRMED = "confirmed"
    CANCELLED = "cancelled"
    MOVED = "moved"
    POSTPONED = "postponed"


class Occurrence(NamedTuple):
    """One time of an event; `event` is its slug. A plain row: builds make a hundred thousand.

    `start` and `end` are local wall-clock times, dates for all-day events (`end` is then the last
    day, included); `end` is None when it is not known. `by_rule` is the start that the rule, the
    extra or the file said before any change (RECURRENCE-ID, RFC 5545 §3.8.4.4): with the event's
    slug it identifies the occurrence. `was_start` and `was_end` are set when a change gave another
    time, `was_place` and `was_room` when it gave another place or room and there was one before.
    """

    event: str
    start: Moment
    end: Moment | None
    by_rule: Moment
    is_extra: bool = False
    state: State = State.CONFIRMED
    place: str | None = None
    room: str | None = None
    stop: str | None = None
    reason: str | None = None
    was_start: Moment | None = None
    was_end: Moment | None = None
    was_place: str | None = None
    was_room: str | None = None

    @property
    def all_day(self) -> bool:
        return not isinstance(self.start, datetime)

    @property
    def first_day(self) -> date:
        """The local date on which it begins."""
        start = self.start
        return start.date() if isinstance(start, datetime) else start

    @property
    def last_day(self) -> date:
        """The last local date it touches; midnight belongs to the day that it ends."""
        return last_day_of(self.start, self.end)

    @property
    def takes_place(self) -> bool:
        """False when cancelled or postponed: nobody should come."""
        return self.state is State.CONFIRMED or self.state is State.MOVED

    @property
    def sort_key(self) -> tuple[datetime, bool, str, datetime]:
        """By start, all-day first, then by slug."""
        return (clock_of(self.start), not self.all_day, self.event, clock_of(self.by_rule))
