"""Walks a value of the model along the schema, down to its single values."""

from collections.abc import Iterator
from typing import Any

from kohtaamo.content.schema.choices import Reference, TermOf
from kohtaamo.content.schema.field import Record, Type
from kohtaamo.content.schema.forms import PRICE_ITEM, CanHostType, HolidayHoursType, PriceType
from kohtaamo.content.schema.many import Labels, ListOf, YesNoMap
from kohtaamo.content.schema.recurrence import SPAN, SkipType
from kohtaamo.content.schema.scalars import LINE
from kohtaamo.model.common import DateSpan

# The dotted field, the type it was read with, and one value that is not empty.
Leaf = tuple[str, Type, Any]


def walk(record: Record, value: Any, at: str = "") -> Iterator[Leaf]:
    """Every single value below `value`, in the schema's order; `at` is the field it stands in.

    Keys of a yes/no map count as values: they are ids of terms.
    """
    prefix = f"{at}." if at else ""
    for field in record.fields:
        inner = getattr(value, field.attribute)
        if inner:
            yield from _leaves(field.type, inner, f"{prefix}{field.key}")


def _leaves(kind: Type, value: Any, at: str) -> Iterator[Leaf]:
    match kind:
        case Record():
            yield from walk(kind, value, at)
        case ListOf():
            yield from _each(kind.item, value, at)
        case YesNoMap():
            term = TermOf(kind.vocabulary)
            for key in value:
                yield f"{at}.{key}", term, key
        case Labels():
            for language, text in value.by_language.items():
                yield f"{at}.{language}", LINE, text
        case _:
            yield from _shapes(kind, value, at)


def _shapes(kind: Type, value: Any, at: str) -> Iterator[Leaf]:
    """The fields that take one of a few shapes."""
    match kind:
        case CanHostType() if isinstance(value, tuple):
            yield from _each(Reference("organiser"), value, at)
        case HolidayHoursType() if isinstance(value, tuple):
            yield from _each(kind.hours, value, at)
        case SkipType() if isinstance(value, DateSpan):
            yield from walk(SPAN, value, at)
        case PriceType():
            yield from _each(PRICE_ITEM, value.items, at)
            if value.text:
                yield at, LINE, value.text
        case _:
            yield at, kind, value


def _each(kind: Type, values: tuple[Any, ...], at: str) -> Iterator[Leaf]:
    for index, value in enumerate(values):
        yield from _leaves(kind, value, f"{at}[{index}]")
