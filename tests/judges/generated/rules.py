"""Every form that a `repeat` may take, as it is written; its dates by a plain walk over days."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

WEEKDAYS = (
    ("mon", "ma", "mån"),
    ("tue", "ti", "tis"),
    ("wed", "ke", "ons"),
    ("thu", "to", "tors"),
    ("fri", "pe", "fre"),
    ("sat", "la", "lör"),
    ("sun", "su", "sön"),
)
# Sundays on which clocks change, and the Monday of a week 53.
SPRING, AUTUMN, YEAR_END = date(2027, 3, 28), date(2027, 10, 31), date(2026, 12, 28)
NTH = {1: "1st", 2: "2nd", 3: "3rd", 4: "4th", 5: "5th", -1: "last"}


@dataclass(frozen=True)
class Named:
    """A day that `on` may name: its words, and whether a date is one."""

    words: str
    has: Callable[[date], bool]


@dataclass(frozen=True)
class Rule:
    """`every` and `on` as they are written; `unit`, `count` and `parity` are what `every` means.

    `is_short` is a rule whose dates leave as single events, so that a series of it is kept short;
    `first` is where it has to begin, or soon after; `at_night` is a series of the hours in which
    clocks change.
    """

    every: str
    unit: str
    count: int = 1
    parity: int | None = None
    on: tuple[Named, ...] = ()
    is_short: bool = False
    first: date | None = None
    at_night: bool = False

    def has(self, first: date, day: date) -> bool:
        """True when a series that begins on `first` has a date on `day`."""
        if not self._in_period(first, day):
            return False
        if self.on:
            return any(named.has(day) for named in self.on)
        return {
            "day": True,
            "week": day.weekday() == first.weekday(),
            "month": day.day == first.day,
            "year": day.day == first.day,
        }[self.unit]

    def _in_period(self, first: date, day: date) -> bool:
        if self.parity is not None and day.isocalendar().week % 2 != self.parity:
            return False
        months = (day.year - first.year) * 12 + day.month - first.month
        return {
            "day": (day - first).days % self.count == 0,
            "week": (_monday(day) - _monday(first)).days // 7 % self.count == 0,
            "month": months % self.count == 0,
            "year": months % (12 * self.count) == 0,
        }[self.unit]

    def dates(self, first: date, last: date) -> Iterator[date]:
        """The dates from `first` to `last`, both included."""
        for ordinal in range(first.toordinal(), last.toordinal() + 1):
            day = date.fromordinal(ordinal)
            if self.has(first, day):
                yield day


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def weekday(dice: Random, number: int) -> Named:
    return Named(dice.choice(WEEKDAYS[number]), lambda day: day.weekday() == number)


def nth(dice: Random, count: int) -> Named:
    """`2nd thu`, `last fri`."""
    number = dice.randrange(7)

    def has(day: date) -> bool:
        from_start, from_end = (day.day - 1) // 7 + 1, (day + timedelta(days=7)).month != day.month
        return day.weekday() == number and (from_end if count < 0 else from_start == count)

    return Named(f"{NTH[count]} {WEEKDAYS[number][0]}", has)


def day_of_month(number: int) -> Named:
    return Named(f"day {number}", lambda day: day.day == number)


LAST_DAY = Named("last day", lambda day: (day + timedelta(days=1)).day == 1)


def _is_last_weekday(day: date) -> bool:
    following = day + timedelta(days=3 if day.weekday() == 4 else 1)
    return day.weekday() < 5 and following.month != day.month


LAST_WEEKDAY = Named("last weekday", _is_last_weekday)
LAST_SUNDAY = Named(
    "last sun", lambda day: day.weekday() == 6 and (day + timedelta(days=7)).month != day.month
)
WORKING_DAYS = Named("mon-fri", lambda day: day.weekday() < 5)
FREE_DAYS = Named("la–su", lambda day: day.weekday() > 4)


def some_weekdays(dice: Random, count: int) -> tuple[Named, ...]:
    return tuple(weekday(dice, number) for number in dice.sample(range(7), count))


def _short(every: str, unit: str, *on: Named, count: int = 1, first: date | None = None) -> Rule:
    return Rule(every, unit, count, on=on, is_short=True, first=first)


def _weeks(dice: Random, every: str, count: int, days: int) -> Rule:
    return Rule(every, "week", count, on=some_weekdays(dice, days))


def _parity(dice: Random, every: str, parity: int, days: int) -> Rule:
    return Rule(every, "week", parity=parity, on=some_weekdays(dice, days), is_short=True)


def _before(dice: Random, day: date) -> date:
    """The same weekday up to two months earlier."""
    return day - timedelta(weeks=dice.randrange(9))


def _over_week_53(dice: Random, every: str, parity: int) -> Rule:
    return Rule(every, "week", parity=parity, is_short=True, first=_before(dice, YEAR_END))


def _sundays(dice: Random, change: date) -> Rule:
    return Rule("week", "week", first=_before(dice, change), at_night=True)


Form = Callable[[Random], Rule]
# One line a form; the thousand series go through them in turn.
FORMS: dict[str, Form] = {
    "every day": lambda _: Rule("day", "day"),
    "every day, on working days": lambda _: Rule("päivä", "day", on=(WORKING_DAYS,)),
    "every 2 days": lambda _: _short("2 days", "day", count=2),
    "every 5 days": lambda _: _short("5 päivää", "day", count=5),
    "every week": lambda _: Rule("week", "week"),
    "every week on one day": lambda dice: _weeks(dice, "viikko", 1, 1),
    "every week on two days": lambda dice: _weeks(dice, "week", 1, 2),
    "every week on working days": lambda _: Rule("week", "week", on=(WORKING_DAYS,)),
    "every weekend": lambda _: Rule("week", "week", on=(FREE_DAYS,)),
    "every 2 weeks": lambda _: Rule("2 weeks", "week", 2),
    "every 2 weeks on two days": lambda dice: _weeks(dice, "2 viikkoa", 2, 2),
    "every 3 weeks": lambda dice: _weeks(dice, "3 weeks", 3, dice.choice([1, 3])),
    "even weeks": lambda dice: _parity(dice, "even weeks", 0, dice.choice([0, 1])),
    "odd weeks": lambda dice: _parity(dice, "odd weeks", 1, dice.choice([0, 2])),
    "every month": lambda _: _short("month", "month"),
    "every 2 months": lambda _: _short("2 months", "month", count=2),
    "month, one ordinal": lambda dice: Rule(
        "month", "month", on=(nth(dice, dice.choice([1, 2, 3, 4])),)
    ),
    "month, two ordinals": lambda dice: _short("kuukausi", "month", nth(dice, 2), nth(dice, 4)),
    "month, last": lambda dice: Rule("month", "month", on=(nth(dice, -1),)),
    "month, fifth": lambda dice: _short("month", "month", nth(dice, 5)),
    "month, a day of each week": lambda dice: _short("month", "month", *some_weekdays(dice, 1)),
    "2 months, one ordinal": lambda dice: Rule(
        "2 months", "month", 2, on=(nth(dice, dice.choice([1, 2, 3, 4, -1])),)
    ),
    "day 15": lambda _: _short("month", "month", day_of_month(15)),
    "days 1 and 15": lambda _: _short("month", "month", day_of_month(1), day_of_month(15)),
    "day 29, 30": lambda dice: _short("month", "month", day_of_month(dice.choice([29, 30]))),
    "day 31": lambda _: _short("month", "month", day_of_month(31)),
    "last day": lambda _: _short("month", "month", LAST_DAY),
    "last weekday": lambda _: _short("month", "month", LAST_WEEKDAY),
    "every 3 months, last day": lambda _: _short("3 months", "month", LAST_DAY, count=3),
    "every year": lambda _: _short("year", "year"),
    "every year, an ordinal": lambda dice: _short("vuosi", "year", nth(dice, dice.choice([1, -1]))),
    "29 February": lambda _: _short("year", "year", first=date(2024, 2, 29)),
    "29 February every 4 years": lambda _: _short(
        "4 years", "year", count=4, first=date(2028, 2, 29)
    ),
    "over the end of the year": lambda dice: Rule("week", "week", first=_before(dice, YEAR_END)),
    "odd weeks over week 53": lambda dice: _over_week_53(dice, "odd weeks", 1),
    "even weeks over week 53": lambda dice: _over_week_53(dice, "even weeks", 0),
    "nights of spring": lambda dice: _sundays(dice, SPRING),
    "nights of autumn": lambda dice: _sundays(dice, AUTUMN),
    "last nights of the month": lambda dice: Rule(
        "month", "month", on=(LAST_SUNDAY,), first=_before(dice, SPRING), at_night=True
    ),
}
