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
from kohtaamo.model.place import CanHost

# Because of which file a slug, a term or a picture (`IMAGE`) is not there; None where it is, or
# where nobody but the file that names it is to blame.
Why = Callable[[Type, str], str | None]

# Without them an event would be said to be nowhere, or where it is not.
_VITAL = frozenset({("event", "place"), ("change", "place")})
# What somebody arranges can be said without saying who.
_MAY_BE_EMPTY = "organisers"


@dataclass(frozen=True, slots=True)
class Dropped:
    """A reference that leads nowhere: its dotted field, what it names, and the file to blame."""

    at: str
    value: str
    because: str


@dataclass(frozen=True, slots=True)
class Mended:
    """The thing without what was dropped; `item` is None where it cannot be told without it."""

    item: Any
    dropped: tuple[Dropped, ...]


class _Lost(Exception):
    """The thing cannot be told without the last reference that was dropped."""


def mended(record: Record, item: Any, why: Why) -> Mended:
    """The thing without its references to what is not there.

    What has to be there by the schema takes the thing with it, and so does the place of an event
    or of a date of it: elsewhere it does not take place. Organisers may all be missing: that an
    event is held stays true. A list of those who may host that has nobody left asks to be asked.
    """
    dropped: list[Dropped] = []
    try:
        new = _record(record, item, "", why, dropped)
    except _Lost:
        return Mended(None, tuple(dropped[-1:]))
    return Mended(new, tuple(dropped))


def _record(record: Record, item: Any, above: str, why: Why, dropped: list[Dropped]) -> Any:
    changes: dict[str, Any] = {}
    for field in record.fields:
        value = getattr(item, field.attribute)
        if value:
            new = _value(field.type, value, f"{above}{field.key}", why, dropped)
            if new is not value:
                if _is_vital(record, field, new):
                    raise _Lost
                changes[field.attribute] = new
    if record.name == NETWORK.name and item.brand is not None and item.brand.logo:
        because = why(IMAGE, item.brand.logo)
        if because is not None:
            dropped.append(Dropped("brand.logo", item.brand.logo, because))
            changes["brand"] = replace(item.brand, logo=None)
    return replace(item, **changes) if changes else item


def _is_vital(record: Record, field: Field, new: Any) -> bool:
    if new is None:
        return field.required or (record.name, field.key) in _VITAL
    return new == () and field.required and field.key != _MAY_BE_EMPTY


def _value(kind: Type, value: Any, at: str, why: Why, dropped: list[Dropped]) -> Any:
    """The same value where all of it is there; None for a reference that is dropped."""
    match kind:
        case Reference() | TermOf():
            return None if _is_dropped(kind, value, at, why, dropped) else value
        case ListOf():
            return _list(kind.item, value, at, why, dropped)
        case Record() if kind is IMAGE:
            at = f"{at}.file"
            return None if _is_dropped(kind, value.file, at, why, dropped) else value
        case Record():
            return _record(kind, value, f"{at}.", why, dropped)
        case YesNoMap():
            term = TermOf(kind.vocabulary)
            gone = {key for key in value if _is_dropped(term, key, f"{at}.{key}", why, dropped)}
            return {key: value[key] for key in value if key not in gone} if gone else value
        case CanHostType() if isinstance(value, tuple):
            return _list(Reference("organiser"), value, at, why, dropped) or CanHost.ASK
    return value


def _list(
    kind: Type, values: tuple[Any, ...], at: str, why: Why, dropped: list[Dropped]
) -> tuple[Any, ...]:
    new = [_value(kind, each, f"{at}[{at_}]", why, dropped) for at_, each in enumerate(values)]
    if all(one is other for one, other in zip(new, values, strict=True)):
        return values
    return tuple(each for each in new if each is not None)


def _is_dropped(kind: Type, value: str, at: str, why: Why, dropped: list[Dropped]) -> bool:
    because = why(kind, value)
    if because is None:
        return False
    dropped.append(Dropped(at, value, because))
    return True
