"""Every field of the schema is known to hold a free text, or known not to."""

from collections.abc import Iterator

from kohtaamo.content.schema.field import Field, Record, Type
from kohtaamo.content.schema.forms import PRICE_ITEM, HolidayHoursType, PriceType
from kohtaamo.content.schema.kinds import KINDS
from kohtaamo.content.schema.many import ListOf
from kohtaamo.content.schema.recurrence import SPAN, SkipType

from .conftest import Published
from .fields import NOT_TEXT, NOT_TEXT_BY_TYPE, TEXT


def _records(kind: Type) -> Iterator[Record]:
    """The records that a value of this type may hold, itself included."""
    match kind:
        case Record():
            yield kind
            for field in kind.fields:
                yield from _records(field.type)
        case ListOf():
            yield from _records(kind.item)
        case PriceType():
            yield PRICE_ITEM
        case HolidayHoursType():
            yield from _records(kind.hours)
        case SkipType():
            yield SPAN


def _fields() -> Iterator[tuple[str, Field]]:
    records = {each.name: each for kind in KINDS.values() for each in _records(kind)}
    for name, record in records.items():
        for field in record.fields:
            yield name, field


def _innermost(kind: Type) -> Type:
    return _innermost(kind.item) if isinstance(kind, ListOf) else kind


def _is_known(record: str, field: Field) -> bool:
    """In one table and not in the other; a record's own fields are asked for themselves."""
    kind = _innermost(field.type)
    is_text = field.key in TEXT.get(record, "").split()
    holds_none = (record, field.key) in NOT_TEXT or kind.name in NOT_TEXT_BY_TYPE
    return is_text != (holds_none or isinstance(kind, Record | HolidayHoursType | SkipType))


def test_every_field_is_in_one_table() -> None:
    assert [(record, each.key) for record, each in _fields() if not _is_known(record, each)] == []


def test_the_tables_name_no_field_that_is_none() -> None:
    known = {(record, each.key) for record, each in _fields()}
    texts = {(record, key) for record, keys in TEXT.items() for key in keys.split()}

    assert (texts | set(NOT_TEXT)) - known == set()
    assert set(NOT_TEXT_BY_TYPE) - {_innermost(each.type).name for _, each in _fields()} == set()


def test_every_text_field_was_written(harmless: Published) -> None:
    """By its own name: a text of each stands somewhere in the site."""
    written = {
        each.field.rpartition(".")[2].partition("[")[0] for each in harmless.written.values()
    }
    languages = {"fi", "sv", "en"}
    labels = {"label", "in", "for", "also"}
    wanted = {key for keys in TEXT.values() for key in keys.split()} - labels

    assert wanted - written == set()
    assert languages <= written
    assert len(harmless.written) > 200
