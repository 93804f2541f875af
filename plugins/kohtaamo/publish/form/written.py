"""A thing of the network as the tree of texts that its file might hold, in the form's own words.

Only what somebody said stands in it: nothing that the model knows by default.
"""

from collections.abc import Mapping
from dataclasses import MISSING, fields
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from enum import StrEnum
from functools import cache, singledispatch
from typing import Any

from kohtaamo.content.schema.field import Record, Type
from kohtaamo.content.schema.many import ListOf, Weekdays
from kohtaamo.content.schema.scalars import CLOSES, END, OPENS
from kohtaamo.model.common import DateSpan
from kohtaamo.model.event import Price
from kohtaamo.model.repeat import Every, OnDay, OnLastWeekday, OnWeekday

Tree = Any
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_NTH = {1: "1st", 2: "2nd", 3: "3rd", 4: "4th", 5: "5th", -1: "last"}
_HOUR = timedelta(hours=1)
_MINUTE = timedelta(minutes=1)
_DAY = timedelta(days=1)


def written_tree(record: Record, item: Any) -> dict[str, Tree]:
    """The fields of a value by key, in the schema's order; `sample` and former names too."""
    return {
        field.key: _of_type(field.type, value)
        for field in record.fields
        if (value := getattr(item, field.attribute)) not in _unsaid(record.model, field.attribute)
    }


@cache
def _unsaid(model: Any, name: str) -> tuple[Any, ...]:
    """What a model has where nothing was written."""
    default = next(each for each in fields(model) if each.name == name)
    if default.default_factory is not MISSING:
        return (None, default.default_factory())
    return (None, "") if default.default is MISSING else (None, default.default)


def _of_type(kind: Type, value: Any) -> Tree:  # noqa: PLR0911 - a line a type
    if isinstance(kind, Record):
        return written_tree(kind, value)
    if isinstance(kind, Weekdays):
        return [_WEEKDAYS[day] for day in value]
    if isinstance(value, tuple):
        item = kind.item if isinstance(kind, ListOf) else getattr(kind, "hours", None)
        return [
            _of_type(item, each) if isinstance(item, Record) else written(each) for each in value
        ]
    if kind is END and value == time.min:
        return "24:00"
    if kind in (OPENS, CLOSES):
        return f"{value // 60:02d}:{value % 60:02d}"
    if isinstance(value, Price):
        return _price(value)
    return written(value)


def _price(price: Price) -> Tree:
    if price.free:
        return "free"
    items = ({"amount": each.amount, "for": each.for_, "note": each.note} for each in price.items)
    listed = [{key: written(one) for key, one in each.items() if one is not None} for each in items]
    return listed or price.text or ""


@singledispatch
def written(value: Any) -> Tree:
    """One value as a text, or as the fields of a span."""
    return str(value)


@written.register
def _(value: bool) -> Tree:
    return "yes" if value else "no"


@written.register
def _(value: StrEnum) -> Tree:
    return value.value


@written.register
def _(value: Decimal) -> Tree:
    return f"{value:f}"


@written.register
def _(value: date) -> Tree:
    return f"{value:%Y-%m-%d %H:%M}" if isinstance(value, datetime) else value.isoformat()


@written.register
def _(value: time) -> Tree:
    return f"{value:%H:%M}"


@written.register
def _(value: timedelta) -> Tree:
    days, rest = divmod(value, _DAY)
    hours, rest = divmod(rest, _HOUR)
    parts = ((days, "d"), (hours, "h"), (rest // _MINUTE, "min"))
    return " ".join(f"{count} {unit}" for count, unit in parts if count)


@written.register
def _(value: Every) -> Tree:
    if value.parity:
        return f"{value.parity.value} weeks"
    unit = value.unit.value
    return unit if value.count == 1 else f"{value.count} {unit}s"


@written.register
def _(value: OnWeekday) -> Tree:
    day = _WEEKDAYS[value.weekday]
    return day if value.nth is None else f"{_NTH[value.nth]} {day}"


@written.register
def _(value: OnDay) -> Tree:
    return "last day" if value.day == -1 else f"day {value.day}"


@written.register
def _(_value: OnLastWeekday) -> Tree:
    return "last weekday"


@written.register
def _(value: DateSpan) -> Tree:
    if value.to is None and value.reason is None:
        return written(value.from_)
    parts = {"from": value.from_, "to": value.to, "reason": value.reason}
    return {key: written(each) for key, each in parts.items() if each is not None}


@written.register(Mapping)
def _(value: Mapping[str, Any]) -> Tree:
    return {key: written(each) for key, each in value.items()}
