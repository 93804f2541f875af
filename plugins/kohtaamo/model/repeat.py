"""A recurrence rule as people say it, with its skips, extras and changed dates."""

from dataclasses import dataclass
from datetime import date as Day
from datetime import datetime, time
from enum import StrEnum

from kohtaamo.model.common import DateSpan


class Unit(StrEnum):
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


class Parity(StrEnum):
    """Even or odd ISO 8601 week numbers."""

    EVEN = "even"
    ODD = "odd"


@dataclass(frozen=True, slots=True, kw_only=True)
class Every:
    """`2 weeks` is (2, WEEK, None); `even weeks` is (1, WEEK, EVEN)."""

    count: int
    unit: Unit
    parity: Parity | None = None


@dataclass(frozen=True, slots=True)
class OnWeekday:
    """A weekday, 0 = Monday; `nth` 1–5 or -1 (last) counts within the month, None is each week."""

    weekday: int
    nth: int | None = None


@dataclass(frozen=True, slots=True)
class OnDay:
    """A day of the month, 1–31; -1 is the last day."""

    day: int


@dataclass(frozen=True, slots=True)
class OnLastWeekday:
    """The last Monday-to-Friday of the month."""


On = OnWeekday | OnDay | OnLastWeekday


class HolidaySkip(StrEnum):
    """`public-holidays` is the statutory list; `eves` are Midsummer Eve and Christmas Eve."""

    PUBLIC_HOLIDAYS = "public-holidays"
    EVES = "eves"


Skip = DateSpan | HolidaySkip

# A time of day means the same date; a date (all-day) or a full local moment may lie on another.
NewTime = time | Day | datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What differs on the date (by the rule) that the series would have had."""

    date: Day
    start: NewTime | None = None
    end: NewTime | None = None
    place: str | None = None
    room: str | None = None
    cancelled: bool = False
    reason: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Repeat:
    """`until` (inclusive local date) or `times` (rule dates counted before skips), never both.

    `extra` holds further starts: a date (the series' own time of day) or a local date and time.
    """

    every: Every
    on: tuple[On, ...] = ()
    until: Day | None = None
    times: int | None = None
    skip: tuple[Skip, ...] = ()
    extra: tuple[Day | datetime, ...] = ()
    changes: tuple[Change, ...] = ()
