"""Rules that are data: when all that a row asks of a value is so, its problem is reported.

The check reads these rows, and the form of the portal reads the same ones in the browser
(`publish/form/`, `theme/static/js/form-check.js`). What each question means stands in `QUESTIONS`,
and there in the same order.

A path leads from the value at hand (`registration.by`), from the whole file (`/place`), or from
the place that an event names (`@place.contact`); `.` is the value itself.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from enum import StrEnum
from keyword import iskeyword
from types import MappingProxyType
from typing import Any, NamedTuple

from kohtaamo.content.rules.rule import problem_at, written
from kohtaamo.model.event import Price
from kohtaamo.model.origin import Origin
from kohtaamo.problems.problem import Problem
from kohtaamo.schedule.moments import day_of

_MINUTE = timedelta(minutes=1)


class Look(NamedTuple):
    """What a row is asked about: a value, the file it stands in, the place that this names.

    `before` are the values before it in its list.
    """

    item: Any
    root: Any
    place: Any
    today: date | None
    before: tuple[Any, ...] = ()


Get = Callable[[Look], Any]
Holds = Callable[[Look], bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """`when` are the questions, each a word and what it is about; `at` is the field at fault.

    `values` are paths of what the sentence tells, by name; `?a b` are those keys that are there,
    `day start` is the date alone.
    With `each` the row is about every entry of that list, and `at` lies within it.
    """

    code: str
    at: str
    when: tuple[tuple[str, ...], ...]
    values: Mapping[str, str] = field(default_factory=dict)
    each: str = ""


def _getter(path: str) -> Get:
    start, keys = "item", path
    if path == ".":
        return lambda look: look.item
    if path[0] == "/":
        start, keys = "root", path[1:]
    elif path.startswith("@place."):
        start, keys = "place", path.removeprefix("@place.")
    names = [f"{key}_" if iskeyword(key) else key for key in keys.split(".")]

    def get(look: Look) -> Any:
        value = getattr(look, start)
        for name in names:
            if value is None:
                return None
            value = getattr(value, name)
        return value

    return get


def _has(*paths: str) -> Holds:
    gets = [_getter(path) for path in paths]
    return lambda look: all(_said(get(look)) for get in gets)


def _any(*paths: str) -> Holds:
    gets = [_getter(path) for path in paths]
    return lambda look: any(_said(get(look)) for get in gets)


def _lacks(*paths: str) -> Holds:
    gets = [_getter(path) for path in paths]
    return lambda look: not any(_said(get(look)) for get in gets)


def _said(value: Any) -> bool:
    """False for what nobody wrote, and for no; a zero is something."""
    if value is None or value is False:
        return False
    return not isinstance(value, tuple | str | Mapping) or bool(value)


def _is(path: str, word: str) -> Holds:
    get = _getter(path)
    return lambda look: get(look) == word


def _not(path: str, word: str) -> Holds:
    get = _getter(path)
    return lambda look: get(look) != word


def _less(path: str, other: str) -> Holds:
    """Both are there, and the first is smaller: numbers, or days, whose times do not count."""
    gets = _getter(path), _getter(other)

    def holds(look: Look) -> bool:
        one, two = (get(look) for get in gets)
        if one is None or two is None or isinstance(one, time) or isinstance(two, time):
            return False
        if isinstance(one, date) and isinstance(two, date):
            return day_of(one) < day_of(two)
        return bool(one < two)

    return holds


def _clocked(path: str) -> Holds:
    get = _getter(path)
    return lambda look: isinstance(get(look), datetime | time)


def _dated(path: str) -> Holds:
    get = _getter(path)

    def holds(look: Look) -> bool:
        value = get(look)
        return isinstance(value, date) and not isinstance(value, datetime)

    return holds


def _uneven(path: str, minutes: str) -> Holds:
    get, step = _getter(path), int(minutes) * _MINUTE

    def holds(look: Look) -> bool:
        length = get(look)
        return length is not None and bool(length % step)

    return holds


def _finer(path: str, digits: str) -> Holds:
    get, most = _getter(path), -int(digits)

    def holds(look: Look) -> bool:
        exponent = get(look).normalize().as_tuple().exponent
        return isinstance(exponent, int) and exponent < most

    return holds


def _zeros(path: str, key: str) -> Holds:
    get = _getter(path)

    def holds(look: Look) -> bool:
        listed = entries(get(look))
        return bool(listed) and not any(getattr(each, key) for each in listed)

    return holds


def _outside(path: str, first: str, last: str) -> Holds:
    get, low, high = _getter(path), Decimal(first), Decimal(last)
    return lambda look: get(look) is not None and not low <= get(look) <= high


def _again(path: str) -> Holds:
    get = _getter(path)
    return lambda look: any(get(look) == get(look._replace(item=each)) for each in look.before)


def _later(path: str) -> Holds:
    get = _getter(path)
    return lambda look: look.today is not None and (get(look) or look.today) > look.today


# By word: all are there · any is there · none is there · it is this word · it is not · both are
# there and the first is smaller, or earlier by days · it has a time of day · it is a date without
# one · it is no multiple of so many minutes · it has more decimals · all amounts in a list are
# zero · it is outside these limits · an earlier entry of the list has the same · it is after today.
QUESTIONS: Mapping[str, Callable[..., Holds]] = MappingProxyType(
    {
        "has": _has,
        "any": _any,
        "lacks": _lacks,
        "is": _is,
        "not": _not,
        "less": _less,
        "clocked": _clocked,
        "dated": _dated,
        "uneven": _uneven,
        "finer": _finer,
        "zeros": _zeros,
        "outside": _outside,
        "again": _again,
        "later": _later,
    }
)


def entries(value: Any) -> tuple[Any, ...]:
    """The entries of a list that may be missing; of a price, its amounts."""
    return value.items if isinstance(value, Price) else tuple(value or ())


class Ruling:
    """Rows made ready to be asked of thousands of files."""

    def __init__(self, rows: tuple[Row, ...]) -> None:
        self.rows = rows
        self._alone = tuple(_Ready(row) for row in rows if not row.each)
        self._lists = tuple((_getter(row.each), _Ready(row)) for row in rows if row.each)

    def of(
        self, item: Any, origin: Origin, *, place: Any = None, today: date | None = None
    ) -> Iterator[Problem]:
        """What these rows find in a whole file."""
        look = Look(item, item, place, today)
        for ready in self._alone:
            if ready.holds(look):
                yield ready.problem(look, origin, "")
        for get, ready in self._lists:
            listed = entries(get(look))
            for index, each in enumerate(listed):
                within = Look(each, item, place, today, listed[:index])
                if ready.holds(within):
                    yield ready.problem(within, origin, f"{ready.row.each}[{index}]")


class _Ready:
    def __init__(self, row: Row) -> None:
        self.row = row
        self._questions = tuple(QUESTIONS[word](*about) for word, *about in row.when)
        self._values = {name: _teller(path) for name, path in row.values.items()}

    def holds(self, look: Look) -> bool:
        return all(question(look) for question in self._questions)

    def problem(self, look: Look, origin: Origin, within: str) -> Problem:
        at = ".".join(part for part in (within, self.row.at) if part)
        values = {name: tell(look) for name, tell in self._values.items()}
        return problem_at(origin, at, self.row.code, **values)


def _teller(path: str) -> Callable[[Look], str]:
    if path == "today":
        return lambda look: written(look.today) if look.today else ""
    if path[0] == "?":
        keys = path[1:].split(" ")
        gets = {key: _getter(key) for key in keys}
        return lambda look: ", ".join(key for key, get in gets.items() if _said(get(look)))
    if path.startswith("day "):
        moment = _getter(path.removeprefix("day "))
        return lambda look: written(day_of(moment(look)))
    get = _getter(path)
    return lambda look: _told(get(look))


def _told(value: Any) -> str:
    if isinstance(value, date | time):
        return written(value)
    return value.value if isinstance(value, StrEnum) else str(value)
