"""A field is complete: in the schema, the model, the `everything` site, the words, the reference.

Whoever adds a field is told here what is still missing, by name.
"""

import ast
import dataclasses
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from kohtaamo.content.build.draft import build_network
from kohtaamo.content.defaults import default_vocabularies
from kohtaamo.content.load import build_source
from kohtaamo.content.rules.rule import everything
from kohtaamo.content.schema.choices import Choice, Reference, TermOf
from kohtaamo.content.schema.field import Field, Record, Type
from kohtaamo.content.schema.forms import PRICE_ITEM, CanHostType, HolidayHoursType, PriceType
from kohtaamo.content.schema.kinds import KINDS
from kohtaamo.content.schema.many import Labels, ListOf, Weekdays, YesNoMap
from kohtaamo.content.schema.phrases import phrases_in
from kohtaamo.content.schema.recurrence import SPAN, OnType, SkipType
from kohtaamo.content.schema.reference import reference_markdown
from kohtaamo.content.schema.scalars import Single
from kohtaamo.content.source.files import find_files
from kohtaamo.content.source.read import read_bytes, read_document
from kohtaamo.content.source.tree import Document, Mapping, Node, Sequence
from kohtaamo.content.source.yaml_events import parse_yaml
from kohtaamo.model.network import Network
from kohtaamo.model.repeat import Every, OnDay, OnLastWeekday, OnWeekday, Repeat
from kohtaamo.problems.problem import Report
from kohtaamo.words.load import SHIPPED, shipped_words

ROOT = Path(__file__).resolve().parent.parent
EVERYTHING = ROOT / "tests" / "sites" / "everything" / "content"

# Attributes of the model that nobody writes as a field.
NOT_WRITTEN = {
    "slug": "the name of the file",
    "origin": "where the file is and on which line each field stands",
    "translations": "the files beside it: <slug>.<language>.md",
}
# Values of the model that no mapping of the schema is read into.
NOT_RECORDS = {
    "Every": "one text: `2 weeks`",
    "Label": "texts by language",
    "Network": "all files together",
    "OnDay": "one text: `day 15`",
    "OnLastWeekday": "one text: `last weekday`",
    "OnWeekday": "one text: `1st wed`",
    "Origin": "where a value was written",
    "Price": "a word, a text, or a list of price items",
    "Said": "a text found for a language",
    "Translation": "a file of translations",
}


def _records_in(kind: Type) -> tuple[Record, ...]:
    """The records a value of this type may hold."""
    match kind:
        case Record():
            return (kind,)
        case ListOf():
            return _records_in(kind.item)
        case HolidayHoursType():
            return _records_in(kind.hours)
        case PriceType():
            return (PRICE_ITEM,)
        case SkipType():
            return (SPAN,)
        case (
            Single()
            | Choice()
            | Reference()
            | TermOf()
            | Weekdays()
            | YesNoMap()
            | Labels()
            | OnType()
            | CanHostType()
        ):
            return ()
    pytest.fail(f"say here which records a {type(kind).__name__} holds")


@cache
def _records() -> tuple[Record, ...]:
    """Every record of the schema, the nested ones too, each once."""
    found: dict[str, Record] = {}
    waiting = list(KINDS.values())
    while waiting:
        record = waiting.pop()
        if record.name not in found:
            found[record.name] = record
            waiting += [inner for field in record.fields for inner in _records_in(field.type)]
    return tuple(found.values())


def _fields() -> Iterator[tuple[Record, Field]]:
    for record in _records():
        for field in record.fields:
            yield record, field


def test_every_name_of_a_record_stands_for_one_record() -> None:
    by_model = {record.model: record for record in _records()}

    assert len(by_model) == len(_records())


def test_schema_and_model_hold_the_same_fields() -> None:
    written = {record.name: {field.attribute for field in record.fields} for record in _records()}
    modelled = {
        record.name: {field.name for field in dataclasses.fields(record.model)} - set(NOT_WRITTEN)
        for record in _records()
    }

    assert written == modelled


def test_no_value_of_the_model_is_without_a_schema() -> None:
    classes = {
        node.name
        for file in sorted((ROOT / "plugins" / "kohtaamo" / "model").glob("*.py"))
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(node, ast.ClassDef)
        and any("dataclass" in ast.unparse(decorator) for decorator in node.decorator_list)
    }

    assert classes == {record.model.__name__ for record in _records()} | set(NOT_RECORDS)


@cache
def _documents() -> tuple[Document, ...]:
    """All files of the `everything` site, read without a problem."""
    files, problems = find_files(EVERYTHING)
    documents = []
    for file in files:
        if file.kind != "image":
            document, faults = read_document(
                file.path, file.kind, file.slug, file.language, read_bytes(file)
            )
            assert document is not None, file.path
            documents.append(document)
            problems += faults
    assert problems == ()
    return tuple(documents)


@cache
def _network() -> Network:
    files, _ = find_files(EVERYTHING)
    built = [build_source(file, "fi") for file in files]
    assert [problem for each in built for problem in each.problems] == []
    return build_network(built, default_vocabularies())


Pairs = set[tuple[str, str]]


def _written(record: Record, node: Node) -> Iterator[tuple[str, str]]:
    """Every (record, key) that is written in this tree."""
    if isinstance(node, Sequence):
        for item in node.items:
            yield from _written(record, item)
    elif isinstance(node, Mapping):
        for key, value in node.entries:
            field = record.by_key.get(key.text)
            if field is not None:
                yield record.name, key.text
                for inner in _records_in(field.type):
                    yield from _written(inner, value)


def _written_in(documents: Iterator[Document]) -> Pairs:
    found: Pairs = set()
    for document in documents:
        record = KINDS["term" if document.kind == "vocabulary" else document.kind]
        found.update(_written(record, document.root))
        if document.text:
            found.add((record.name, "text"))
    return found


def test_the_everything_site_writes_every_field() -> None:
    written = _written_in(each for each in _documents() if each.language is None)

    assert {(record.name, field.key) for record, field in _fields()} - written == set()


def test_the_everything_site_translates_every_text() -> None:
    translatable = {(record.name, field.key) for record, field in _fields() if field.translatable}
    translated = {
        language: _written_in(each for each in _documents() if each.language == language)
        for language in ("en", "sv", "fi")
    }

    assert translatable - translated["en"] == set()
    assert translatable - (translated["sv"] | translated["fi"]) == set()


def test_the_everything_site_says_every_phrase_in_another_language() -> None:
    said: Pairs = set()
    for _kind, record, thing in everything(_network()):
        known = {text for each in thing.translations.values() for text in each.phrases}
        said |= {each[:2] for each in phrases_in(record, thing) if each.text in known}

    phrases = {(record.name, field.key) for record, field in _fields() if field.is_phrase}
    assert phrases - said == set()


def _values(value: Any) -> Iterator[Any]:
    """Every frozen value below this one, itself included."""
    if dataclasses.is_dataclass(value):
        yield value
        for field in dataclasses.fields(value):
            yield from _values(getattr(value, field.name))
    elif isinstance(value, tuple):
        for item in value:
            yield from _values(item)
    elif isinstance(value, dict):
        for item in value.values():
            yield from _values(item)


def test_the_everything_site_leaves_no_field_at_its_default() -> None:
    """`closed: no` would read the same as nothing written: only another value shows anything."""
    told: set[tuple[type, str]] = set()
    for value in _values(_network()):
        for field in dataclasses.fields(value):
            default = field.default
            if field.default_factory is not dataclasses.MISSING:
                default = field.default_factory()
            if getattr(value, field.name) != default:
                told.add((type(value), field.name))
    untold = {
        (record.name, field.key)
        for record, field in _fields()
        if (record.model, field.attribute) not in told
    }

    assert untold == set()


def test_the_everything_site_uses_every_form_of_repeat() -> None:
    repeats = [value for value in _values(_network()) if isinstance(value, Repeat)]
    forms = {_form(repeat.every) for repeat in repeats}
    on = {_form_of_day(day) for repeat in repeats for day in repeat.on}

    assert forms == {
        *("every day", "every n day", "every week", "every n week", "even week", "odd week"),
        *("every month", "every n month", "every year"),
    }
    assert on == {
        *("weekday", "nth weekday", "last weekday of its name", "day of the month", "last day"),
        "last working day",
    }
    assert {bool(repeat.on) for repeat in repeats} == {True, False}


def _form(every: Every) -> str:
    if every.parity:
        return f"{every.parity} {every.unit}"
    return f"every {every.unit}" if every.count == 1 else f"every n {every.unit}"


def _form_of_day(on: OnWeekday | OnDay | OnLastWeekday) -> str:
    match on:
        case OnWeekday(nth=None):
            return "weekday"
        case OnWeekday(nth=-1):
            return "last weekday of its name"
        case OnWeekday():
            return "nth weekday"
        case OnDay(day=-1):
            return "last day"
        case OnDay():
            return "day of the month"
        case OnLastWeekday():
            return "last working day"


@pytest.mark.parametrize("language", SHIPPED)
def test_every_field_has_a_label_and_a_help_text(language: str) -> None:
    texts = shipped_words(language).texts
    wanted = {
        f"fields.{record.name}.{field.key}.{part}"
        for record, field in _fields()
        for part in ("label", "help")
    }

    assert {key for key in wanted if not texts.get(key, "").strip()} == set()


def test_no_words_are_left_of_fields_that_are_gone() -> None:
    known = {f"fields.{record.name}.{field.key}" for record, field in _fields()}
    worded = {
        key.rpartition(".")[0]
        for language in SHIPPED
        for key in shipped_words(language).texts
        if key.startswith("fields.") and key.endswith((".label", ".help"))
    }

    assert worded - known == set()


def test_the_reference_is_up_to_date() -> None:
    written = (ROOT / "docs" / "kentat.md").read_text("utf-8")

    assert written == reference_markdown(shipped_words("fi")), "run `inv reference`"


def test_the_reference_names_every_field() -> None:
    reference = (ROOT / "docs" / "kentat.md").read_text("utf-8")

    assert {field.key for _, field in _fields() if f"`{field.key}`" not in reference} == set()


def test_every_example_reads_without_a_problem() -> None:
    """An example is what people copy: it goes through the reader that their file goes through."""
    faults = {}
    for record, field in _fields():
        report = Report("example.yml")
        root = parse_yaml(f"{field.key}: {field.example}\n", 1, report)
        value = None
        if isinstance(root, Mapping) and not report.problems:
            value = field.type.read(root.entries[0][1], field.key, report)
        if value is None or report.problems:
            faults[f"{record.name}.{field.key}"] = report.problems

    assert faults == {}
