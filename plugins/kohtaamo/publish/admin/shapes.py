"""How a value stands in a file and in the form, where these differ: read by `admin/format.js`.

A form knows one shape for each field; our files know shorter ones (a single item for a list, yes
and no, Finnish dates, `free` or a list of prices). A shape says which of them a field has:

- `date`: `7.9.2026` becomes `2026-09-07`
- `yes-no`: `kyllä` becomes `yes`
- `word`: in lower case; `{"words": {word: word}}`: as the form calls it (`kiinni` is `closed`)
- `joined`: a list becomes one line with commas
- `picture`: the name of a file in `content/images/` becomes an address
- `{"many": shape}`: a single value becomes a list of one
- `{"keys": {key: shape}}`: a mapping; `{"facts": shape}`: one whose values are all alike
- `{"either": {name: shape}}`: `plain`, `listed` or `keyed`, by what is written; the form says
  which with a `type` beside the `value`

What has no shape is text.
"""

from types import MappingProxyType

from kohtaamo.content.schema.choices import Choice
from kohtaamo.content.schema.field import Record, Type
from kohtaamo.content.schema.forms import (
    HOLIDAYS,
    PRICE_ITEM,
    CanHostType,
    HolidayHoursType,
    PriceType,
)
from kohtaamo.content.schema.many import ListOf, Weekdays, YesNoMap
from kohtaamo.content.schema.recurrence import SPAN, OnType, SkipType
from kohtaamo.content.schema.scalars import DATE, YES_NO, Single
from kohtaamo.content.schema.shared import IMAGE

Shape = str | dict[str, "Shape | dict[str, Shape]"] | None

_OF_SINGLE = MappingProxyType({DATE.name: "date", YES_NO.name: "yes-no"})


def shape_of(kind: Type) -> Shape:
    """The shape of a type; None for text."""
    found: Shape = None
    match kind:
        case ListOf():
            found = {"many": shape_of(kind.item)}
        case Record():
            found = {"keys": keys_of(kind)}
        case Weekdays() | OnType():
            found = "joined"
        case Choice():
            found = "word"
        case YesNoMap():
            found = {"facts": "yes-no"}
        case Single():
            found = _OF_SINGLE.get(kind.name)
        case _:
            found = _either(kind)
    return found


def keys_of(record: Record) -> dict[str, Shape]:
    """The shapes of a record's fields, without those that are text."""
    found = {field.key: shape_of(field.type) for field in record.fields}
    if record is IMAGE:
        found["file"] = "picture"
    return {key: shape for key, shape in found.items() if shape is not None}


def _either(kind: Type) -> Shape:
    """What may be written in more than one way; None for what may not."""
    ways: dict[str, Shape] = {}
    match kind:
        case PriceType():
            ways = {"plain": None, "listed": {"many": {"keys": keys_of(PRICE_ITEM)}}}
        case CanHostType():
            ways = {"plain": "word", "listed": {"many": None}}
        case HolidayHoursType():
            said: dict[str, Shape] = {word: day.value for word, day in HOLIDAYS.items()}
            ways = {"plain": {"words": said}, "listed": {"many": shape_of(kind.hours)}}
        case SkipType():
            ways = {"plain": "date", "keyed": {"keys": keys_of(SPAN)}}
    return {"either": ways} if ways else None
