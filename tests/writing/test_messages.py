"""What `new` and `receive` say: alike in every language, and each sentence of use."""

import re
import string
from pathlib import Path

import pytest

from kohtaamo.content.schema.field import Record
from kohtaamo.content.schema.guide import records_of
from kohtaamo.content.schema.kinds import KINDS
from kohtaamo.writing.answers import read_answer
from kohtaamo.writing.mail.envelope import Action
from kohtaamo.writing.questions import GROUPS
from kohtaamo.writing.questions import KINDS as ASKED
from kohtaamo.writing.words import LANGUAGES, writing_words

ROOT = Path(__file__).parents[2]
OWN = {
    tag: {key: text for key, text in writing_words(tag).texts.items() if key.startswith("writing.")}
    for tag in LANGUAGES
}
EXAMPLES = "writing.examples."
# Keys of which a part is only known at run time.
MADE = {
    *(f"writing.begin.{kind}" for kind in ASKED),
    *(f"writing.group.{kind}.{group.name}" for kind in ASKED for group in GROUPS[kind]),
    *(f"writing.receive.understood.{action}" for action in Action),
    *(f"writing.receive.commit.{action}" for action in Action),
}


def _records() -> dict[str, Record]:
    found: dict[str, Record] = {}
    waiting = list(KINDS.values())
    while waiting:
        record = waiting.pop()
        if record.name not in found:
            found[record.name] = record
            waiting += [inner for field in record.fields for inner in records_of(field.type)]
    return found


RECORDS = _records()


def _values(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@pytest.mark.parametrize("tag", LANGUAGES)
def test_every_language_says_all_and_names_the_same_values(tag: str) -> None:
    assert sorted(OWN[tag]) == sorted(OWN["fi"])
    assert {key: _values(text) for key, text in OWN[tag].items()} == {
        key: _values(text) for key, text in OWN["fi"].items()
    }
    assert [key for key, text in OWN[tag].items() if not text.strip()] == []


def test_every_sentence_is_said_and_every_said_one_is_there() -> None:
    files = [
        *(ROOT / "plugins" / "kohtaamo" / "writing").rglob("*.py"),
        *(ROOT / "plugins" / "kohtaamo" / "commands").glob("*.py"),
    ]
    code = "\n".join(file.read_text("utf-8") for file in files)
    words = set(re.findall(r"[\"'](?:writing\.)?([a-z_]+(?:\.[a-z_]+)*)[\"']", code))
    refused = set(re.findall(r"UnreceivedError\(\s*\"([a-z_]+)\"", code))
    own = {key for key in OWN["fi"] if not key.startswith(EXAMPLES)}
    said = {f"writing.{each}" for each in words} | {f"writing.receive.{each}" for each in words}
    told = set(re.findall(r"\.tell\(\s*\"([a-z_.]+)\"", code))
    asked = set(re.findall(r"[\"'](writing\.[a-z_.]+[a-z])[\"']", code))

    assert own - said - MADE == set()
    assert {f"writing.{each}" for each in told} | asked <= own
    assert {f"writing.receive.{each}" for each in refused} <= own


@pytest.mark.parametrize("tag", LANGUAGES)
def test_every_example_is_an_answer_to_its_question(tag: str) -> None:
    """Where there are several, semicolons stand between."""
    for key, text in OWN[tag].items():
        if key.startswith(EXAMPLES):
            record, field = key.removeprefix(EXAMPLES).split(".")
            kind = RECORDS[record].by_key[field].type
            for each in text.split("; "):
                assert read_answer(kind, field, each, {}).node is not None, (key, each)
