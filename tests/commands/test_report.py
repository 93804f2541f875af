"""`kohtaamo report`: what needs care, for a terminal and for an issue; nothing is written."""

import shutil
from pathlib import Path

import pytest

from kohtaamo.commands.main import main
from kohtaamo.host.links.asking import Verdict
from kohtaamo.host.links.memory import keep_asked
from kohtaamo.host.links.rounds import Asked
from tests.care.conftest import NEGLECTED
from tests.care.test_golden import GOLDEN
from tests.outside import NOON
from tests.repositories import new_repository

Printed = pytest.CaptureFixture[str]
DAY = ("--today", "2027-04-15")


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder that holds the neglected network in content/, in no repository."""
    shutil.copytree(NEGLECTED, tmp_path / "content")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_it_prints_the_report_and_leaves_nothing_behind(
    here: Path, language: str, capsys: Printed
) -> None:
    assert main(["report", *DAY, "--lang", language]) == 0
    assert capsys.readouterr().out == (GOLDEN / f"{language}.txt").read_text("utf-8")
    assert [each.name for each in here.iterdir()] == ["content"]


def test_in_a_repository_files_are_links_to_where_they_lie(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Printed
) -> None:
    repository = new_repository(tmp_path / "harju")
    shutil.copytree(NEGLECTED, repository.folder / "verkosto" / "content")
    repository.commit("2026-01-01T10:00:00Z")
    monkeypatch.chdir(tmp_path)
    assert main(["report", "harju/verkosto/content", *DAY, "--format", "markdown"]) == 0
    lines = capsys.readouterr().out.split("\n")
    assert lines[0] == "# Harjun kohtaamispaikat: mikä kaipaa huolenpitoa"
    assert (
        "- ”Haemme kahvinkeittäjää”: voimassaolo päättyi 28.2.2027."
        " [`verkosto/content/notices/kahvinkeittaja.md:4`]"
        "(https://forge.example.org/harju/kohtaamo/src/branch/main/verkosto/content/notices/"
        "kahvinkeittaja.md?display=source#L4)"
    ) in lines


def test_links_that_were_dead_are_told_as_long_as_somebody_names_them(
    here: Path, capsys: Printed
) -> None:
    (here / "pelicanconf.py").write_text("", "utf-8")
    page = here / "content" / "pages" / "tietoa.md"
    page.write_text(
        page.read_text("utf-8") + "\n[vanha](https://a.example/)\n[hyvä](https://b.example/)\n",
        "utf-8",
    )
    verdicts = {"https://a.example/": Verdict.GONE, "https://b.example/": Verdict.FINE}
    verdicts["https://c.example/"] = Verdict.SILENT
    keep_asked(here / ".kohtaamo", {url: Asked(NOON, each) for url, each in verdicts.items()})
    for _ in range(2):
        # The second time from the memory of the first.
        assert main(["report", *DAY]) == 0
        said = capsys.readouterr().out
        assert "LINKIT, JOTKA EIVÄT TOIMI (1)" in said
        assert "- https://a.example/: sivua ei enää ole.\n  content/pages/tietoa.md:6\n" in said
        assert "b.example" not in said
        assert "c.example" not in said


def test_what_stops_publishing_stops_no_report(here: Path, capsys: Printed) -> None:
    (here / "content" / "events" / "neulepiiri.md").write_text("---\ntitle: [\n---\n", "utf-8")
    assert main(["report", *DAY]) == 0
    lines = capsys.readouterr().out.split("\n")
    assert lines[3:7] == [
        "KIIREISINTÄ",
        (
            "1. Tiedostossa on virhe. Komento `kohtaamo check` sanoo, mikä on vialla."
            " Portaalissa tiedosto"
        ),
        "   puuttuu tai on vanha, kunnes se on korjattu.",
        "   content/events/neulepiiri.md:2",
    ]


def test_a_folder_that_is_not_there_is_wrong_usage(here: Path, capsys: Printed) -> None:
    assert main(["report", "contnet"]) == 2
    assert capsys.readouterr().err == "Kansiota contnet ei ole. Anna sisältökansion nimi.\n"
    assert main(["links", "contnet"]) == 2
    assert capsys.readouterr().err == "Kansiota contnet ei ole. Anna sisältökansion nimi.\n"
    assert here.is_dir()
