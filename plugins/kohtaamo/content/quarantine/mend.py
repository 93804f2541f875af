"""A thing without its references to what is not there any more."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from kohtaamo.content.schema.choices import Reference, TermOf
from kohtaamo.content.schema.field import Field, Record, Type
from kohtaamo.content.schema.forms import CanHostType
from kohtaamo.content.schema.many import ListOf, YesNoMap
from kohtaamo.content.schema.network import NETWORK
from kohtaamo.content.schema.shared import IMAGE


@dataclass(frozen=True, slots=True)
class Fate:
    """What becomes of a reference that leads nowhere.

    It takes another name where what it means has one by now, else it is dropped. `because` is the
    file to blame; empty when there is none, or none is left.
    """

    instead: str | None = None
    because: str = ""


# What becomes of a slug, a term or a picture (`IMAGE`) that is named; None where it is there.
See = Callable[[Type, str], Fate | None]

# Without them an event would be said to be nowhere, or where it is not.
_VITAL = frozenset({("event", "place"), ("change", "place")})
# What somebody arranges can be said without saying who.
_MAY_BE_EMPTY = "organisers"


@dataclass(frozen=True, slots=True)
class Touched:
    """A reference that led nowhere: its dotted field, what it named, and what becomes of it."""

    at: str
    value: str
    fate: Fate


@dataclass(frozen=True, slots=True)
class Mended:
    """The thing with what was touched; `item` is None where it cannot be told without the last."""

    item: Any
    touched: tuple[Touched, ...]


class _Lost(Exception):
    """The thing cannot be told without the last reference that was touched."""


def mended(record: Record, item: Any, see: See) -> Mended:
    """The thing with new names for what has been renamed, without references to what is not there.

    What has to be there by the schema takes the thing with it, and so does the place of an event
    or of a date of it: elsewhere it does not take place. Organisers may all be missing: that an
    event is held stays true. A list of those who may host that has nobody left lets nobody else in.
    """
    touched: list[Touched] = []
    try:
        new = _record(record, item, "", see, touched)
    except _Lost:
        return Mended(None, tuple(touched[-1:]))
    return Mended(new, tuple(touched))


def _record(record: Record, item: Any, above: str, see: See, touched: list[Touched]) -> Any:
    changes: dict[str, Any] = {}
    for field in record.fields:
        value = getattr(item, field.attribute)
        if value:
            new = _value(field.type, value, f"{above}{field.key}", see, touched)
            if new is not value:
                if _is_vital(record, field, new):
                    raise _Lost
                changes[field.attribute] = new
    if record.name == NETWORK.name and item.brand is not None and item.brand.logo:
        logo = _named(IMAGE, item.brand.logo, "brand.logo", see, touched)
        if logo is None:
            changes["brand"] = replace(item.brand, logo=None)
    return replace(item, **changes) if changes else item


def _is_vital(record: Record, field: Field, new: Any) -> bool:
    if new is None:
        return field.required or (record.name, field.key) in _VITAL
    return new == () and field.required and field.key != _MAY_BE_EMPTY


def _value(kind: Type, value: Any, at: str, see: See, touched: list[Touched]) -> Any:
    """The same value where all of it is there; None for a reference that is dropped."""
    mended = value
    match kind:
        case Reference() | TermOf():
            mended = _named(kind, value, at, see, touched)
        case ListOf():
            mended = _list(kind.item, value, at, see, touched)
        case Record() if kind is IMAGE:
            mended = value if _named(kind, value.file, f"{at}.file", see, touched) else None
        case Record():
            mended = _record(kind, value, f"{at}.", see, touched)
        case YesNoMap():
            term = TermOf(kind.vocabulary)
            names = {key: _named(term, key, f"{at}.{key}", see, touched) for key in value}
            facts = {name: value[key] for key, name in names.items() if name is not None}
            mended = value if facts == value else facts
        case CanHostType() if isinstance(value, tuple):
            mended = _list(Reference("organiser"), value, at, see, touched)
    return mended


def _list(
    kind: Type, values: tuple[Any, ...], at: str, see: See, touched: list[Touched]
) -> tuple[Any, ...]:
    new = [_value(kind, each, f"{at}[{nr}]", see, touched) for nr, each in enumerate(values)]
    if all(one is other for one, other in zip(new, values, strict=True)):
        return values
    kept: list[Any] = []
    for each in new:
        # Nothing may stand in a list twice, by its old name and by its new one.
        if each is not None and each not in kept:
            kept.append(each)
    return tuple(kept)


def _named(kind: Type, value: str, at: str, see: See, touched: list[Touched]) -> str | None:
    """The name as it is, or another one; None for what is dropped."""
    fate = see(kind, value)
    if fate is None:
        return value
    touched.append(Touched(at, value, fate))
    return fate.instead
