# ruff: noqa: E501 - expected lines stand whole, as they are printed
"""A network's own words: a further language, or other words for a shipped one."""

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from kohtaamo.content.load import load
from kohtaamo.problems.catalogue import load_catalogue
from kohtaamo.problems.formats import as_text

NETWORK = """\
id: koivuranta
name: Koivuranta
languages: [fi]
accessibility_statement: {status: partial, failing: [Kuvat], assessed: 2026-10-01, by: Oma arvio, feedback: a@example.fi, unit: Kunta}
"""


@pytest.fixture
def check(tmp_path: Path) -> Callable[[str, str], list[str]]:
    def run(name: str, text: str) -> list[str]:
        (tmp_path / "languages").mkdir(exist_ok=True)
        (tmp_path / "network.yml").write_text(NETWORK, "utf-8")
        (tmp_path / "languages" / name).write_text(text, "utf-8")
        loaded = load(tmp_path, today=date(2026, 12, 1), reserved={})
        return as_text(loaded.problems, load_catalogue("en"), "").splitlines()

    return run


def test_other_words_for_a_shipped_language(check: Callable[[str, str], list[str]]) -> None:
    assert check("fi.yml", "addresses:\n  events: tapahtumia\n") == []


def test_words_that_cannot_be_used(check: Callable[[str, str], list[str]]) -> None:
    text = """\
language:
  locale: savo
  direction: alas
  nam: savo
addresses:
  events: Tapahtumia täällä
dates:
  at: kello {aika}
"""
    assert check("fi.yml", text) == [
        "languages/fi.yml:2: language.locale: “savo” is not a known locale. Write for example se_FI or ar. [words-locale]",
        "languages/fi.yml:3: language.direction: “alas” is not a direction of writing. Write ltr (left to right) or rtl (right to left). [words-direction]",
        "languages/fi.yml:4: language.nam: the word “language.nam” is used nowhere. Did you mean “language.name”? [words-unknown]",
        "languages/fi.yml:6: addresses.events: “Tapahtumia täällä” does not work in an address. Use small letters a–z, digits and hyphens. [words-address]",
        "languages/fi.yml:8: dates.at: the braces have to hold exactly these: {start} [words-values]",
    ]


def test_words_that_would_spoil_a_page(check: Callable[[str, str], list[str]]) -> None:
    text = """\
addresses:
  events: menot
  places: menot
dates:
  date: QQQQQQ jjj
  at: ""
  all_day: [koko, päivän]
  midnight: "24\\u202e"
"""
    lines = check("fi.yml", text)
    assert [line.partition(": ")[0] + line[line.rindex(" [") :] for line in lines] == [
        "languages/fi.yml:3 [words-address-twice]",
        "languages/fi.yml:5 [words-pattern]",
        "languages/fi.yml:6 [words-empty]",
        "languages/fi.yml:7 [not-one-value]",
        "languages/fi.yml:8 [control-character]",
    ]


def test_what_a_further_language_cannot_do_without(
    check: Callable[[str, str], list[str]],
) -> None:
    lines = check("ar.yml", "language: {name: العربية}\n")
    assert [re.sub(r"lacks \d+ of \d+ words", "lacks … of … words", line) for line in lines] == [
        "languages/ar.yml:1: the language lacks 10 words that it cannot do without, for example: dates.on_weekday_short, dates.date, dates.on_weekday, dates.on_weekday_year, dates.heading. For a form to fill in, run: kohtaamo words ar [words-missing]",
        "languages/ar.yml:1: warning: the language lacks … of … words, for example: addresses.events, addresses.places, addresses.municipalities, addresses.organisers, addresses.audiences. Until they are translated, pages show them in another language. [words-partial]",
    ]


def test_an_easy_or_partial_language_of_ours_may_get_any_word(
    check: Callable[[str, str], list[str]],
) -> None:
    assert check("se.yml", "site:\n  menu: Fállu\n") == []
    assert check("selko.yml", "site:\n  menu: Sivut\n") == []


def test_an_address_word_that_another_section_has_already(
    check: Callable[[str, str], list[str]],
) -> None:
    assert check("fi.yml", "addresses: {events: paikat}\n") == [
        "languages/fi.yml:1: addresses.events: the address word “paikat” belongs to another section already. Give each a word of its own. [words-address-twice]"
    ]


def test_further_forms_of_numbers(check: Callable[[str, str], list[str]]) -> None:
    assert check("fi.yml", 'site: {count: {events: {few: "{count} muutama"}}}\n') == []
    assert check("fi.yml", 'site: {count: {events: {few: "muutama"}}}\n') == [
        "languages/fi.yml:1: site.count.events.few: the braces have to hold exactly these: {count} [words-values]"
    ]
