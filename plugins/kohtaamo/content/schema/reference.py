"""The contributors' reference, made from the schema: one table for each record."""

from collections.abc import Iterator

from kohtaamo.content.schema.choices import Choice, TermOf
from kohtaamo.content.schema.field import Field, Record, Type
from kohtaamo.content.schema.forms import PRICE_ITEM, HolidayHoursType, PriceType
from kohtaamo.content.schema.kinds import KINDS
from kohtaamo.content.schema.many import ListOf, YesNoMap
from kohtaamo.content.schema.recurrence import SPAN, SkipType
from kohtaamo.words.words import Words

# Each record below a kind with the fields that hold it: (record, field).
Holders = dict[str, list[tuple[Record, Field]]]


def reference_markdown(words: Words) -> str:
    """Every field of every kind of file: key, required, what to write, form, example.

    `words` gives the texts (`fields`, `types`, `records`, `reference`). Kinds come first, in the
    schema's order, then the records that they hold, each once.
    """
    parts = [f"# {words('reference.title')}", words("reference.intro")]
    records, holders = _records()
    for record in records:
        parts.extend(_section(record, holders.get(record.name, []), words))
    return "\n\n".join(parts) + "\n"


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


def _records() -> tuple[list[Record], Holders]:
    """The kinds and all records below them, each once, and the fields in which those stand."""
    found = list(KINDS.values())
    holders: Holders = {}
    for record in found:
        for field in record.fields:
            for inner in records_of(field.type):
                holders.setdefault(inner.name, []).append((record, field))
                if all(inner.name != known.name for known in found):
                    found.append(inner)
    return found, holders


def _section(record: Record, held_by: list[tuple[Record, Field]], words: Words) -> Iterator[str]:
    yield f"## {_title(record, held_by, words)}"
    if held_by:
        keys = ", ".join(f"`{holder.name}.{field.key}`" for holder, field in held_by)
        yield words("reference.part", keys=keys)
    else:
        yield f"`{words(f'records.{record.name}.file')}`"
    yield _table(record, words)
    translated = [field.key for field in record.fields if field.translatable]
    if translated:
        yield words("reference.translated", keys=_keys(translated))
    waived = [field.key for field in record.fields if field.unless_closed]
    if waived:
        yield words("reference.unless_closed", keys=_keys(waived))


def _title(record: Record, held_by: list[tuple[Record, Field]], words: Words) -> str:
    if not held_by:
        return words(f"records.{record.name}.title")
    holder, field = held_by[0]
    return f"{words(f'fields.{holder.name}.{field.key}.label')} (`{record.name}`)"


def _keys(keys: list[str]) -> str:
    return ", ".join(f"`{key}`" for key in keys)


def _table(record: Record, words: Words) -> str:
    columns = ("key", "meaning", "allowed", "example")
    rows = [[words(f"reference.{column}") for column in columns], ["---"] * len(columns)]
    for field in record.fields:
        star = "*" if field.required else ""
        at = f"fields.{record.name}.{field.key}"
        meaning = f"**{words(f'{at}.label')}.** {words(f'{at}.help')}"
        example = f"`{field.key}: {field.example}`"
        rows.append([f"`{field.key}`{star}", meaning, allowed_in_words(field.type, words), example])
    return "\n".join(f"| {' | '.join(map(_cell, row))} |" for row in rows)


def allowed_in_words(kind: Type, words: Words) -> str:
    """What may be written for a type, in one phrase."""
    match kind:
        case Record():
            return words("reference.fields_of", title=f"`{kind.name}`")
        case ListOf():
            return words("reference.list_of", item=allowed_in_words(kind.item, words))
        case Choice():
            return f"{words('types.choice')}: {', '.join(kind.options)}"
        case TermOf():
            return words("reference.term_of", vocabulary=kind.vocabulary)
        case YesNoMap():
            return f"{words('types.yes-no-map')} ({kind.vocabulary})"
    return words(f"types.{kind.name}")


def _cell(text: str) -> str:
    return text.replace("|", "\\|")
