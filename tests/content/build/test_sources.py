# ruff: noqa: E501 - expected lines and files stand whole, as they are written
"""Calendars to import: their form is checked, though nothing is imported yet."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from kohtaamo.content.load import load
from kohtaamo.problems.catalogue import load_catalogue
from kohtaamo.problems.formats import as_text

NOT_YET = "sources.yml:1: warning: what this file holds is not published yet, so it is not shown anywhere. The file may stay here. [not-published-yet]"


@pytest.fixture
def check(tmp_path: Path) -> Callable[[str], list[str]]:
    """What is said of a `sources.yml`, in English."""

    def run(text: str) -> list[str]:
        (tmp_path / "sources.yml").write_text(text, "utf-8")
        problems = load(tmp_path, today=date(2026, 12, 1), reserved={}).problems
        own = [problem for problem in problems if problem.path == "sources.yml"]
        return as_text(own, load_catalogue("en"), "").splitlines()

    return run


def test_calendars_as_they_should_be(check: Callable[[str], list[str]]) -> None:
    text = """\
- id: kunnan-kalenteri
  url: https://example.fi/kalenteri.ics
  organiser: koivurannan-kunta
  municipality: koivuranta
  aliases: [Kunnan tapahtumat]
  as: events
- {id: salivaraukset, file: salit.ics, organiser: koivurannan-kunta, as: reservations}
"""
    assert check(text) == [NOT_YET]
    assert check("# ei vielä yhtään\n") == [NOT_YET]


def test_calendars_with_faults(check: Callable[[str], list[str]]) -> None:
    text = """\
- id: kunta
  organiser: koivurannan-kunta
- id: kunta
  url: kalenteri
  file: kalenteri.ics
  organiser: koivurannan-kunta
  as: menot
- osoite: https://example.fi/
- pelkkä teksti
"""
    assert check(text) == [
        NOT_YET,
        "sources.yml:1: [0].url: this is missing. Add it, for example: url: https://example.fi/kalenteri.ics [required]",
        "sources.yml:3: [1].id: the id “kunta” is in this file twice. Keep only one. [term-twice]",
        "sources.yml:4: [1].url: “kalenteri” is not a web address. Copy the address from the browser; it begins with https:// [not-a-url]",
        "sources.yml:5: [1].file: the calendar has both url and file. Keep only one. [url-and-file]",
        "sources.yml:7: [1].as: “menot” does not work here. Choose one of: events, reservations [not-allowed]",
        "sources.yml:8: [2].id: this is missing. Add it, for example: id: kunnan-kalenteri [required]",
        "sources.yml:8: [2].organiser: this is missing. Add it, for example: organiser: rautjarven-kunta [required]",
        "sources.yml:8: [2].osoite: there is no field “osoite”. Did you mean “url”? [unknown-key-near]",
        "sources.yml:8: [2].url: this is missing. Add it, for example: url: https://example.fi/kalenteri.ics [required]",
        "sources.yml:9: [3]: fields with values are needed here. You can use: id, url, file, organiser, municipality, aliases, as [needs-keys]",
    ]


def test_calendars_are_a_list(check: Callable[[str], list[str]]) -> None:
    assert check("id: x\n") == [
        "sources.yml:1: the file has to be a list in which every entry begins like this: - id: name [needs-list-of-terms]",
        NOT_YET,
    ]
