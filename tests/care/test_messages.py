"""The words of the report: alike in every language, and each of them used."""

import re
import string
from pathlib import Path

import pytest

from kohtaamo.care.report import Finding, Topic
from kohtaamo.care.told import tell_finding
from kohtaamo.care.translations import KINDS
from kohtaamo.care.words import LANGUAGES, called, care_language, care_words
from kohtaamo.host.links.asking import DEAD

ROOT = Path(__file__).parents[2]
OWN = {
    tag: {key: text for key, text in care_words(tag).texts.items() if key.startswith("care.")}
    for tag in LANGUAGES
}
# Keys of which a part is only known at run time.
MADE = {
    *(f"care.topic.{topic}.{part}" for topic in Topic for part in ("title", "do")),
    *(f"care.missing.{kind}" for kind in KINDS),
    *(f"care.head.{each}" for each in ("municipality", "dates", "nobody")),
    *(f"care.organisers.{form}" for form in ("one", "many")),
    *(f"care.says.link-{verdict}" for verdict in DEAD),
    *(f"care.language.{tag}" for tag in ("fi", "sv", "en", "se", "selko")),
    *(f"care.{key}.{form}" for key in ("and_others", "more", "dates") for form in ("one", "many")),
}


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
    files = sorted((ROOT / "plugins" / "kohtaamo").rglob("*.py"))
    code = "\n".join(file.read_text("utf-8") for file in files)
    asked = set(re.findall(r"[\"'](care\.[a-z_.]+[a-z])[\"']", code)) - {
        "care.more",
        "care.dates",
        "care.and_others",
    }
    # Of the makers of findings, and of those whose sentence has two forms.
    says = re.findall(r"says=\"([a-z-]+)\"", code)
    says += re.findall(r"_section\(sight, Topic\.[A-Z]+, \"([a-z-]+)\"", code)
    for either in re.findall(r"says=\"([a-z-]+)\" if .*? else \"([a-z-]+)\"", code):
        says += either
    known = asked | MADE | {f"care.says.{name}" for name in says}
    assert (known - set(OWN["fi"]), set(OWN["fi"]) - known) == (set(), set())


@pytest.mark.parametrize("tag", LANGUAGES)
def test_field_names_and_commands_stand_between_backticks_in_pairs(tag: str) -> None:
    odd = {key: text for key, text in OWN[tag].items() if text.count("`") % 2}
    only_in = {key for key, text in OWN[tag].items() if "`" in text and not key.endswith(".do")}
    assert (odd, only_in) == ({}, set())


def test_who_reads_easy_finnish_or_anything_else_has_a_report_too() -> None:
    assert [care_language(tag) for tag in ("sv", "selko", "se", "ar", "en-GB")] == [
        *("sv", "fi", "fi", "fi", "en")
    ]


def test_languages_are_named_in_the_language_of_the_report() -> None:
    words = care_words("sv")
    assert [called(words, tag) for tag in ("selko", "ar", "x-ours")] == [
        *("lättläst finska", "arabiska", "x-ours")
    ]


def test_a_thing_is_called_as_the_reader_calls_it() -> None:
    finding = Finding(topic=Topic.IMAGES, says="image-unused", path="images/a.png", line=0)
    line = tell_finding(finding, care_words("en"), lambda said: said.text)
    assert (line.text, line.at("content")) == (
        "Nothing shows this picture.",
        "content/images/a.png",
    )
