"""Base forms of words, remembered."""

import json
from pathlib import Path

import pytest

from kohtaamo.host.search import lemmas
from kohtaamo.host.search.lemmas import Lemmas

FORMS = {"muistikahvilassa": "muistikahvila kahvila", "kahvilassa": "kahvila", "koira": ""}


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The words of which simplemma would be asked, in order."""
    words: list[str] = []

    def forms_of(word: str, language: str) -> str:
        words.append(f"{language} {word}")
        return FORMS[word]

    monkeypatch.setattr(lemmas, "forms_of", forms_of)
    return words


def test_a_word_is_asked_about_once(tmp_path: Path, asked: list[str]) -> None:
    first = Lemmas(folder=tmp_path)
    found = [first(word, "fi") for word in ("muistikahvilassa", "koira", "muistikahvilassa")]
    first.keep()
    second = Lemmas(folder=tmp_path)

    assert found == ["muistikahvila kahvila", "", "muistikahvila kahvila"]
    assert [second(word, "fi") for word in FORMS] == ["muistikahvila kahvila", "kahvila", ""]
    assert asked == ["fi muistikahvilassa", "fi koira", "fi kahvilassa"]


def test_what_was_known_stays_known(tmp_path: Path, asked: list[str]) -> None:
    for word in FORMS:
        each = Lemmas(folder=tmp_path)
        each(word, "fi")
        each.keep()
    asked.clear()

    last = Lemmas(folder=tmp_path)

    assert {word: last(word, "fi") for word in FORMS} == FORMS
    assert asked == []


def test_beyond_a_number_of_words_only_the_asked_ones_are_kept(
    tmp_path: Path, asked: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lemmas, "MOST_WORDS", 1)
    for word in ("koira", "kahvilassa"):
        each = Lemmas(folder=tmp_path)
        each(word, "fi")
        each.keep()

    _, data = (tmp_path / "fi.json").read_bytes().split(b"\n")
    assert json.loads(data)[1] == {"kahvilassa": "kahvila"}


@pytest.mark.parametrize("damage", [b"", b"x", b'abc\n["1", {"koira": "kissa"}]'])
def test_a_damaged_file_is_none(tmp_path: Path, asked: list[str], damage: bytes) -> None:
    (tmp_path / "fi.json").write_bytes(damage)

    assert Lemmas(folder=tmp_path)("koira", "fi") == ""
    assert asked == ["fi koira"]


def test_without_a_folder_nothing_is_kept(asked: list[str]) -> None:
    each = Lemmas(folder=None)
    each("koira", "fi")
    each.keep()

    assert asked == ["fi koira"]


@pytest.mark.parametrize(
    ("language", "word", "forms"),
    [
        ("fi", "läksyapu", "läksy apu;läksyjä apuja"),
        ("fi", "torstaikahvit", "torstaikahvi torstai kahvi;kahveille"),
        ("fi", "pöytä", ";pöydille pöydälle"),
        ("fi", "avustukset", "avustus;avustukselle"),
        ("fi", "töissä", "työ;töille töitä"),
        ("fi", "saavutettavuus", ";saavutettavuudelle"),
        ("fi", "levin", "levä;leville levi"),
        ("sv", "möte", ";mötet"),
        ("en", "knitting", "knit"),
    ],
)
def test_a_word_is_found_by_its_parts_and_by_other_stems(
    language: str, word: str, forms: str
) -> None:
    assert lemmas.forms_of(word, language) == forms
