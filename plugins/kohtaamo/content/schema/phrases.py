"""The texts within a thing's fields that its translations may say in another language."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from kohtaamo.content.schema.field import Record
from kohtaamo.content.schema.guide import records_of
from kohtaamo.model.event import Price


class Phrase(NamedTuple):
    """A text as it was written, and the field of which record of the schema it stands in."""

    record: str
    key: str
    text: str


def phrases_in(record: Record, value: Any) -> Iterator[Phrase]:
    """Every text of a value of the model whose field `is_phrase`.

    Under `phrases` a translation may name these. One that stands twice comes twice.
    """
    for field in record.fields:
        held = getattr(value, field.attribute)
        several = held if isinstance(held, tuple) else (held,)
        if field.is_phrase:
            texts = (_text(each) for each in several)
            yield from (Phrase(record.name, field.key, text) for text in texts if text)
        for inner in records_of(field.type):
            for each in (*several, *_items(held)):
                if isinstance(inner.model, type) and isinstance(each, inner.model):
                    yield from phrases_in(inner, each)


def _text(value: Any) -> str:
    """That of a price is one of its forms."""
    text = value.text if isinstance(value, Price) else value
    return text if isinstance(text, str) else ""


def _items(value: Any) -> tuple[Any, ...]:
    return value.items if isinstance(value, Price) else ()
