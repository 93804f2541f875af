"""The guide to all fields as one file: a table for each record."""

from collections.abc import Iterator

from kohtaamo.content.schema.guide import FieldGuide, RecordGuide, notes, record_guides
from kohtaamo.content.schema.kinds import KINDS
from kohtaamo.words.words import Words

_COLUMNS = ("key", "meaning", "allowed", "example")


def reference_markdown(words: Words) -> str:
    """Every field of every kind of file: key, required, what to write, form, example.

    `words` gives the texts (`fields`, `types`, `records`, `reference`). Kinds come first, in the
    schema's order, then the records that they hold, each once.
    """
    parts = [f"# {words('reference.title')}", words("reference.intro")]
    for record in record_guides(KINDS.values(), words):
        parts.extend(_section(record, words))
    return "\n\n".join(parts) + "\n"


def _section(record: RecordGuide, words: Words) -> Iterator[str]:
    if record.parts_of:
        yield f"## {record.title} (`{record.name}`)"
        yield words("reference.part", keys=_keys(record.parts_of))
    else:
        yield f"## {record.title}"
        yield f"`{words(f'records.{record.name}.file')}`"
    yield _table(record, words)
    for note, keys in notes(record):
        yield words(f"reference.{note}", keys=_keys(keys))


def _keys(keys: list[str] | tuple[str, ...]) -> str:
    return ", ".join(f"`{key}`" for key in keys)


def _table(record: RecordGuide, words: Words) -> str:
    rows = [[words(f"reference.{column}") for column in _COLUMNS], ["---"] * len(_COLUMNS)]
    rows += [_row(field) for field in record.fields]
    return "\n".join(f"| {' | '.join(map(_cell, row))} |" for row in rows)


def _row(field: FieldGuide) -> list[str]:
    star = "*" if field.is_required else ""
    form = field.form
    for name in field.inside:
        form = form.replace(f" {name}", f" `{name}`")
    return [f"`{field.key}`{star}", f"**{field.label}.** {field.help}", form, f"`{field.example}`"]


def _cell(text: str) -> str:
    return text.replace("|", "\\|")
