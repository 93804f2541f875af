# ruff: noqa: E501 - expected lines stand whole, as they are printed
"""The forms in which problems leave the checker."""

import json
from dataclasses import replace

import pytest

from kohtaamo.commands.main import asked
from kohtaamo.problems.catalogue import load_catalogue
from kohtaamo.problems.formats import (
    FORMATS,
    as_github,
    as_gitlab,
    as_json,
    as_notice,
    as_report,
    as_text,
)
from kohtaamo.problems.problem import Problem
from tests.conftest import ROOT

PROBLEMS = (
    Problem(
        path="events/100%, a:b.md",
        line=4,
        field="end",
        code="not-a-time",
        values={"value": "5%\nx"},
    ),
    Problem(path="events/rivi\nvaihto.md", line=1, code="all-skipped", field="väri\u202e.aika"),
    Problem(path=".", line=1, code="no-content-folder"),
    Problem(
        path="pages/latin\udce4.md", line=1, code="name-not-utf8", values={"value": "latin\udce4"}
    ),
)
FINNISH = load_catalogue("fi")


def test_text_has_one_line_for_each_problem() -> None:
    assert as_text(PROBLEMS, FINNISH, "content").split("\n") == [
        "content/events/100%, a:b.md:4: end: ”5% x” ei ole kellonaika. Kirjoita näin: 18:00 tai klo 18 [not-a-time]",
        "content/events/rivi vaihto.md:1: väri\\u202e.aika: huomio: sarjan kaikki päivät jäävät väliin, joten tapahtumaa ei ole kertaakaan. Tarkista skip. [all-skipped]",
        "content:1: sisältökansiota ei ole. Tarkista kansion nimi. [no-content-folder]",
        "content/pages/latin\\udce4.md:1: tiedoston nimessä on merkki, jota kaikki koneet eivät osaa lukea: ”latin\\udce4”. Nimeä tiedosto uudelleen kirjaimilla a–z. [name-not-utf8]",
    ]


def test_text_without_problems_or_folder() -> None:
    assert as_text((), FINNISH, "content") == ""
    assert as_text(PROBLEMS[2:3], FINNISH, ".").startswith(".:1: sisältökansiota")
    assert as_text(PROBLEMS[:1], FINNISH, ".").startswith("events/100%, a:b.md:4: end: ")


def test_a_field_may_be_any_key_that_somebody_wrote() -> None:
    problem = Problem(path="a.md", line=2, field="k" * 5000, code="all-skipped")
    assert as_text([problem], FINNISH, "").startswith(f"a.md:2: {'k' * 119}…: huomio: sarjan")


def test_no_line_is_a_command_to_a_forge() -> None:
    """GitHub's runner obeys lines that begin with `::`, and `##[` wherever it stands."""
    problem = Problem(
        path="::stop-commands::x",
        line=1,
        code="unknown-folder",
        values={"value": "##[add-mask]a", "allowed": "places"},
    )
    assert as_text([problem], FINNISH, ".") == (
        "./::stop-commands::x:1: kansiota ”## [add-mask]a” ei tunneta, joten sen tiedostot jäisivät lukematta. Käytä näitä: places [unknown-folder]"
    )


def test_no_other_form_is_a_command_to_a_forge() -> None:
    problems = [
        Problem(path=" ::error::x.md", line=1, code="all-skipped"),
        Problem(path="a.md", line=2, field="##[add-mask]a ###[b", code="all-skipped"),
    ]
    blank, old = as_text(problems, FINNISH, ".").split("\n")
    assert blank.startswith("./ ::error::x.md:1: ")
    assert old.startswith("a.md:2: ## [add-mask]a ### [b: ")
    for form in (as_json, as_gitlab):
        text = form(problems, FINNISH, ".")
        assert "##[" not in text
        assert "##[add-mask]a" in json.dumps(json.loads(text))


def test_annotations_escape_what_ends_them() -> None:
    assert as_github(PROBLEMS[:2], FINNISH, "content").split("\n") == [
        "::error file=content/events/100%25%2C a%3Ab.md,line=4,title=not-a-time::end: ”5%25 x” ei ole kellonaika. Kirjoita näin: 18:00 tai klo 18",
        "::warning file=content/events/rivi vaihto.md,line=1,title=all-skipped::väri\\u202e.aika: sarjan kaikki päivät jäävät väliin, joten tapahtumaa ei ole kertaakaan. Tarkista skip.",
    ]


def test_json_is_a_list_of_plain_facts() -> None:
    text = as_json(PROBLEMS, FINNISH, "content")
    assert text.isascii()
    assert json.loads(text) == [
        {
            "path": "content/events/100%, a:b.md",
            "line": 4,
            "field": "end",
            "code": "not-a-time",
            "severity": "error",
            "message": "”5% x” ei ole kellonaika. Kirjoita näin: 18:00 tai klo 18",
        },
        {
            "path": "content/events/rivi\nvaihto.md",
            "line": 1,
            "field": "väri\u202e.aika",
            "code": "all-skipped",
            "severity": "warning",
            "message": "sarjan kaikki päivät jäävät väliin, joten tapahtumaa ei ole kertaakaan. Tarkista skip.",
        },
        {
            "path": "content",
            "line": 1,
            "field": "",
            "code": "no-content-folder",
            "severity": "error",
            "message": "sisältökansiota ei ole. Tarkista kansion nimi.",
        },
        {
            "path": "content/pages/latin\udce4.md",
            "line": 1,
            "field": "",
            "code": "name-not-utf8",
            "severity": "error",
            "message": "tiedoston nimessä on merkki, jota kaikki koneet eivät osaa lukea: ”latin\\udce4”. Nimeä tiedosto uudelleen kirjaimilla a–z.",
        },
    ]
    assert json.loads(as_json((), FINNISH, "content")) == []


def test_what_only_warns_stands_apart() -> None:
    error, warning = PROBLEMS[2], PROBLEMS[1]
    said = "Nämä eivät ole virheitä, mutta katso ne läpi:"
    lines = {each.code: as_text([each], FINNISH, "content") for each in (error, warning)}

    assert as_report([warning, error], FINNISH, "content").split("\n") == [
        lines["no-content-folder"],
        "",
        said,
        lines["all-skipped"],
    ]
    assert as_report([warning], FINNISH, "content") == f"{said}\n{lines['all-skipped']}"
    assert as_report([error], FINNISH, "content") == lines["no-content-folder"]
    assert as_report([], FINNISH, "content") == ""


def test_a_code_quality_report() -> None:
    text = as_gitlab(PROBLEMS, FINNISH, "content")
    entries = json.loads(text)

    assert text.isascii()
    assert [{**each, "fingerprint": "…"} for each in entries[:2]] == [
        {
            "description": "end: ”5% x” ei ole kellonaika. Kirjoita näin: 18:00 tai klo 18",
            "check_name": "not-a-time",
            "fingerprint": "…",
            "severity": "blocker",
            "location": {"path": "content/events/100%, a:b.md", "lines": {"begin": 4}},
        },
        {
            "description": "väri\\u202e.aika: sarjan kaikki päivät jäävät väliin, joten tapahtumaa ei ole kertaakaan. Tarkista skip.",
            "check_name": "all-skipped",
            "fingerprint": "…",
            "severity": "minor",
            "location": {"path": "content/events/rivi vaihto.md", "lines": {"begin": 1}},
        },
    ]
    assert [each["location"]["path"] for each in entries[2:]] == [
        "content",
        "content/pages/latin\\udce4.md",
    ]
    assert json.loads(as_gitlab((), FINNISH, "content")) == []


def _fingerprints(*problems: Problem, language: str = "fi", folder: str = "content") -> list[str]:
    text = as_gitlab(problems, load_catalogue(language), folder)
    return [each["fingerprint"] for each in json.loads(text)]


def test_a_fingerprint_stays_the_same_for_one_problem_and_is_nobody_elses() -> None:
    problem = PROBLEMS[0]
    moved = replace(problem, line=9, values={"value": "6%"})

    first, second = _fingerprints(problem, moved)
    assert first != second
    assert _fingerprints(moved, language="en", folder="sisalto") == [first]
    others = [replace(problem, **{each: "toinen"}) for each in ("path", "field")]
    assert len({first, second, *_fingerprints(*others, *PROBLEMS[1:])}) == 7


@pytest.mark.parametrize("form", ["text", "github", "gitlab", "json"])
def test_every_format_is_known_by_its_name(form: str) -> None:
    assert "kellonaika" in FORMATS[form](PROBLEMS[:1], FINNISH, "content")


def test_the_list_of_formats_is_told() -> None:
    listed = "\\|".join(FORMATS)
    assert f"`--format {listed}`" in (ROOT / "README.md").read_text("utf-8")
    with pytest.raises(SystemExit):
        asked(["check", "--format", "xml"])
    assert [asked(["check", "--format", name]).format for name in FORMATS] == list(FORMATS)


def test_a_notice_about_all_of_them() -> None:
    assert as_notice("Mitä: 100 %\nja") == "::notice::Mitä: 100 %25%0Aja"
