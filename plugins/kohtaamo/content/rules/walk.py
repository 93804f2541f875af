"""Walks a value of the model along the schema, down to whatever it refers to."""

from collections.abc import Iterator
from typing import Any

from kohtaamo.content.schema.choices import Reference, TermOf
from kohtaamo.content.schema.field import Record, Type
from kohtaamo.content.schema.forms import CanHostType
from kohtaamo.content.schema.kinds import KINDS
from kohtaamo.content.schema.many import ListOf, YesNoMap

# The dotted field, what it refers to, and the slug or the id of the term.
Pointer = tuple[str, Reference | TermOf, str]


def references(record: Record, item: Any) -> Iterator[Pointer]:
    """Every slug and id of a term that the value of a whole file refers to, in the schema's order.

    Keys of a yes/no map are ids of terms. Most fields can hold none, and are not looked at.
    """
    for attribute, key, kind in _POINTING[record.name]:
        inner = getattr(item, attribute)
        if inner:
            yield from _within(kind, inner, key)


def _within(kind: Type, value: Any, at: str) -> Iterator[Pointer]:  # noqa: C901 - a case a type
    match kind:
        case Reference() | TermOf():
            yield at, kind, value
        case ListOf(Reference() | TermOf() as item):
            for index, each in enumerate(value):
                yield f"{at}[{index}]", item, each
        case ListOf():
            for index, each in enumerate(value):
                yield from _within(kind.item, each, f"{at}[{index}]")
        case Record():
            for field in kind.fields:
                inner = getattr(value, field.attribute)
                if inner and _points(field.type):
                    yield from _within(field.type, inner, f"{at}.{field.key}")
        case YesNoMap():
            term = TermOf(kind.vocabulary)
            for key in value:
                yield f"{at}.{key}", term, key
        case CanHostType() if isinstance(value, tuple):
            yield from _within(ListOf(Reference("organiser")), value, at)


def _points(kind: Type) -> bool:
    """True for types below whose values a reference may stand."""
    match kind:
        case Reference() | TermOf() | YesNoMap() | CanHostType():
            return True
        case Record():
            return any(_points(field.type) for field in kind.fields)
        case ListOf():
            return _points(kind.item)
    return False


# By kind of file: attribute, key and type of the fields below which a reference may stand.
_POINTING = {
    record.name: tuple(
        (field.attribute, field.key, field.type) for field in record.fields if _points(field.type)
    )
    for record in KINDS.values()
}
