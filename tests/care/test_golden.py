"""The whole report of a small network, in each language and form.

After a change that is meant, `KOHTAAMO_GOLDEN=write` writes it anew; the difference is then part
of the change that is reviewed.
"""

import os
from pathlib import Path

import pytest

from kohtaamo.care.markdown import as_markdown
from kohtaamo.care.report import Report
from kohtaamo.care.text import as_text
from kohtaamo.care.words import LANGUAGES, care_words
from kohtaamo.model.network import Forge, Repository

GOLDEN = Path(__file__).parent / "golden"
FORGE = Repository(forge=Forge.GITHUB, url="https://github.example/harju/kohtaamo", branch="main")


def _same_as(name: str, text: str) -> None:
    golden = GOLDEN / name
    if os.environ.get("KOHTAAMO_GOLDEN") == "write":
        golden.write_text(f"{text}\n", "utf-8", newline="\n")
    assert f"{text}\n" == golden.read_text("utf-8")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_text_is_as_it_was_reviewed(neglected: Report, language: str) -> None:
    _same_as(f"{language}.txt", as_text(neglected, care_words(language), "content"))


def test_the_markdown_is_as_it_was_reviewed(neglected: Report) -> None:
    _same_as("fi.md", as_markdown(neglected, care_words("fi"), "content", FORGE))


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_of_people_and_of_closed_groups_is_in_it(neglected: Report, language: str) -> None:
    """Their group has a title, an organiser, pictures and a translation; contacts have numbers."""
    words = care_words(language)
    said = as_text(neglected, words, "content") + as_markdown(neglected, words, "content")
    for untold in ("alainen", "varaus-1", "@", "010", "Naapuriapu", "emäntä", "Varapesävahti"):
        assert untold not in said


def test_every_topic_is_in_it(neglected: Report) -> None:
    """But for links and faults, which others ask for."""
    assert [f"{section.topic} {section.count}" for section in neglected.sections] == [
        "term 1",
        "series 2",
        "holidays 1",
        "summer 1",
        "unchecked 2",
        "quiet-places 1",
        "quiet-organisers 1",
        "unreviewed 2",
        "notices 1",
        "images 1",
    ]
