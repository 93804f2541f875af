"""The guide to one kind of file, made from the schema: its own fields, then those inside them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from types import MappingProxyType

from kohtaamo.content.schema.choices import Choice, TermOf
from kohtaamo.content.schema.field import Field, Record, Type
from kohtaamo.content.schema.forms import PRICE_ITEM, HolidayHoursType, PriceType
from kohtaamo.content.schema.many import ListOf, YesNoMap
from kohtaamo.content.schema.recurrence import SPAN, SkipType
from kohtaamo.words.words import Words

# Each record below a kind with the fields that hold it: (record, field).
Holders = dict[str, list[tuple[Record, Field]]]
# What no field alone requires: an event is somewhere.
_NEEDED = MappingProxyType({"event": {"place"}})


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldGuide:
    """One field in words; `form` says in a phrase what may be written.

    `inside` names the records of fields that it may hold, `vocabulary` where its words come from.
    """

    key: str
    label: str
    help: str
    is_required: bool
    is_translatable: bool
    is_phrase: bool
    is_waived: bool
    form: str
    inside: tuple[str, ...]
    vocabulary: str
    example: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordGuide:
    """The fields of one record; `parts_of` are the fields that hold it, none for a kind of file."""

    name: str
    title: str
    parts_of: tuple[str, ...]
    fields: tuple[FieldGuide, ...]


def record_guides(kinds: Iterable[Record], words: Words) -> Iterator[RecordGuide]:
    """These records in their order, then all that they hold, each once."""
    records, holders = _records(kinds)
    for record in records:
        held_by = holders.get(record.name, [])
        yield RecordGuide(
            name=record.name,
            title=_title(record, held_by, words),
            parts_of=tuple(f"{holder.name}.{field.key}" for holder, field in held_by),
            fields=tuple(_field_guide(record, field, words) for field in record.fields),
        )


def notes(record: RecordGuide) -> Iterator[tuple[str, list[str]]]:
    """What is said below a table (a word of `reference`), and of which keys."""
    for note, keys in (
        ("translated", [field.key for field in record.fields if field.is_translatable]),
        ("phrases", [field.key for field in record.fields if field.is_phrase]),
        ("unless_closed", [field.key for field in record.fields if field.is_waived]),
    ):
        if keys:
            yield note, keys


def smallest_file(kind: Record) -> str:
    """A whole file of a kind, of the examples of the fields that it cannot do without."""
    keys = {field.key for field in kind.fields if field.required} | _NEEDED.get(kind.name, set())
    lines = [f"{field.key}: {field.example}" for field in kind.fields if field.key in keys]
    if kind.name == "term":
        return "- " + "\n  ".join(lines)
    if "text" not in kind.by_key:
        return "\n".join(lines)
    return "\n".join(("---", *lines, "---", kind.by_key["text"].example))


def records_of(kind: Type) -> tuple[Record, ...]:
    """The records that a value of this type may hold directly."""
    match kind:
        case Record():
            return (kind,)
        case ListOf():
            return records_of(kind.item)
        case HolidayHoursType():
            return records_of(kind.hours)
        case PriceType():
            return (PRICE_ITEM,)
        case SkipType():
            return (SPAN,)
    return ()


def form_in_words(kind: Type, words: Words) -> str:
    """What may be written for a type, in one phrase."""
    match kind:
        case Record():
            return words("reference.fields_of", title=kind.name)
        case ListOf():
            return words("reference.list_of", item=form_in_words(kind.item, words))
        case Choice():
            return f"{words('types.choice')}: {', '.join(kind.options)}"
        case TermOf():
            return words("reference.term_of", vocabulary=kind.vocabulary)
        case YesNoMap():
            return f"{words('types.yes-no-map')} ({kind.vocabulary})"
    return words(f"types.{kind.name}")


def _records(kinds: Iterable[Record]) -> tuple[list[Record], Holders]:
    """The kinds and all records below them, each once, and the fields in which those stand."""
    found = list(kinds)
    holders: Holders = {}
    for record in found:
        for field in record.fields:
            for inner in records_of(field.type):
                holders.setdefault(inner.name, []).append((record, field))
                if all(inner.name != known.name for known in found):
                    found.append(inner)
    return found, holders


def _title(record: Record, held_by: list[tuple[Record, Field]], words: Words) -> str:
    if not held_by:
        return words(f"records.{record.name}.title")
    holder, field = held_by[0]
    return words(f"fields.{holder.name}.{field.key}.label")


def _field_guide(record: Record, field: Field, words: Words) -> FieldGuide:
    at = f"fields.{record.name}.{field.key}"
    item = field.type.item if isinstance(field.type, ListOf) else field.type
    return FieldGuide(
        key=field.key,
        label=words(f"{at}.label"),
        help=words(f"{at}.help"),
        is_required=field.required,
        is_translatable=field.translatable,
        is_phrase=field.is_phrase,
        is_waived=field.unless_closed,
        form=form_in_words(field.type, words),
        inside=tuple(each.name for each in records_of(field.type)),
        vocabulary=item.vocabulary if isinstance(item, TermOf | YesNoMap) else "",
        example=f"{field.key}: {field.example}",
    )
