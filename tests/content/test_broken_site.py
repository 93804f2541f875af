"""The broken site: every kind of fault that a contributor can save, one a file.

`tests/sites/broken/expected.txt` is what `kohtaamo check content --today 2026-12-01` prints there.
"""

import os
import re
from pathlib import Path

import pytest

from kohtaamo.commands.main import main
from kohtaamo.problems.catalogue import load_catalogue

ROOT = Path(__file__).parents[2]
SITE = ROOT / "tests" / "sites" / "broken"
EXPECTED = (SITE / "expected.txt").read_text("utf-8")


def test_every_fault_is_listed_in_one_run(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(SITE)
    assert main(["check", "content", "--today", "2026-12-01"]) == 1
    assert capsys.readouterr().out == EXPECTED


def test_names_that_no_repository_should_hold(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Names that differ only by case or Unicode form, and names that are no text at all."""
    network = (SITE / "content" / "network.yml").read_bytes()
    notice = b"---\ntitle: Kahvia\n---\n"
    (tmp_path / "content" / "pages").mkdir(parents=True)
    (tmp_path / "content" / "network.yml").write_bytes(network)
    for name in ("tietoa.md", "Tietoa.md", "päivä.md", "pa\u0308iva\u0308.md", "rivi\nvaihto.md"):
        (tmp_path / "content" / "pages" / name).write_bytes(notice)
    (tmp_path / "content" / "pages" / os.fsdecode(b"latin\xe4.md")).write_bytes(notice)
    monkeypatch.chdir(tmp_path)
    assert main(["check", "content", "--today", "2026-12-01"]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert [re.sub(r": .* \[", ": … [", line) for line in lines] == [
        "content/pages/Tietoa.md:1: … [file-name-not-slug]",
        "content/pages/Tietoa.md:1: … [names-alike]",
        "content/pages/latin\\udce4.md:1: … [name-not-utf8]",
        "content/pages/pa\u0308iva\u0308.md:1: … [file-name-not-slug]",
        "content/pages/pa\u0308iva\u0308.md:1: … [names-alike]",
        "content/pages/päivä.md:1: … [file-name-not-slug]",
        "content/pages/päivä.md:1: … [names-alike]",
        "content/pages/rivi\\u000avaihto.md:1: … [name-not-printable]",
        "content/pages/tietoa.md:1: … [names-alike]",
        "Tarkistin kansion content (5 tiedostoa): 9 virhettä, ei huomioita.",
    ]


def test_hundreds_of_faulty_files_are_listed_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "content" / "events").mkdir(parents=True)
    for number in range(300):
        file = tmp_path / "content" / "events" / f"tapahtuma-{number}.md"
        file.write_text("---\nstart: [\n---\n", "utf-8")
    monkeypatch.chdir(tmp_path)
    assert main(["check", "content", "--today", "2026-12-01", "--lang", "sv"]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 302
    assert lines[-1] == "Jag granskade mappen content (300 filer): 301 fel, inga anmärkningar."


def test_every_kind_of_problem_is_raised_here_or_in_a_test_of_its_own() -> None:
    """Each code of the catalogue ends a line that is expected somewhere, or is expected by itself.

    Tests of the messages themselves count for nothing: they make problems up.
    """
    shown = set(re.findall(r"\[([a-z0-9-]+)\]$", EXPECTED, re.MULTILINE))
    made_up = {ROOT / "tests" / "problems", Path(__file__).parent / "schema"}
    tests = "".join(
        file.read_text("utf-8")
        for file in sorted((ROOT / "tests").rglob("test_*.py"))
        if file != Path(__file__) and file.parent not in made_up
    )
    expected = shown | set(re.findall(r"\[([a-z0-9-]+)\]", tests))
    expected |= set(re.findall(r'"(?:[^"\n]* )?([a-z0-9-]+)"', tests))
    assert sorted(set(load_catalogue("fi").sentences) - expected) == []
