"""`kohtaamo build`: the same bytes as the plain Pelican call, by the short way."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from kohtaamo.commands.main import main
from tests.conftest import ROOT, SITES, TODAY, files_below

DAY = ("--today", TODAY)


def test_the_same_bytes_as_a_plain_pelican_call(
    built: Callable[[str], Path], tmp_path: Path
) -> None:
    content = SITES / "everything" / "content"
    command = ["pelican", str(content), "-o", str(tmp_path), "-s", "pelicanconf.py"]

    subprocess.run(
        [sys.executable, "-m", *command, "-e", f'TODAY="{TODAY}"'],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )

    assert files_below(tmp_path) == files_below(built("everything"))


def test_it_says_in_its_last_line_what_it_did(small_content: Path) -> None:
    done = _kohtaamo("build", small_content, "-o", "site", folder=small_content.parent)

    count = len(files_below(small_content.parent / "site"))
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr == f"{count} tiedostoa kirjoitettu, 0 poistettu, 0 ennallaan: site/\n"


def test_problems_leave_with_1_and_write_nothing(small_content: Path) -> None:
    (small_content / "events" / "joululaulut.md").unlink()
    (small_content / "events" / "joululaulut.txt").touch()

    done = _kohtaamo("build", small_content, "-o", "site", folder=small_content.parent)

    assert done.returncode == 1
    assert done.stderr.startswith("content/events/joululaulut.txt:1: ")
    assert done.stderr.endswith(
        " [wrong-ending]\nSivustoa ei rakennettu. Korjaa virheet; entinen sivusto jäi ennalleen.\n"
    )
    assert not (small_content.parent / "site").exists()


def test_a_report_tells_a_program_how_it_ended(small_content: Path, tmp_path: Path) -> None:
    report = tmp_path / "report.json"

    done = _kohtaamo("build", small_content, "-o", "site", f"--report={report}", folder=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    built = json.loads(report.read_text("ascii"))
    assert sorted(built.pop("changed")) == sorted(files_below(tmp_path / "site"))
    assert built == {"language": "fi", "problems": [], "stopped": ""}

    (small_content / "events" / "joululaulut.txt").touch()
    failed = _kohtaamo("build", small_content, "-o", "site", f"--report={report}", folder=tmp_path)
    assert failed.returncode == 1
    assert json.loads(report.read_text("ascii")) == {
        "language": "fi",
        "problems": [
            {
                "path": "content/events/joululaulut.txt",
                "line": 1,
                "field": "",
                "code": "wrong-ending",
                "severity": "error",
                "message": failed.stderr.split(":1: ")[1].split(" [")[0],
            }
        ],
        "stopped": "Sivustoa ei rakennettu. Korjaa virheet; entinen sivusto jäi ennalleen.",
        "changed": [],
    }


def _kohtaamo(
    command: str, content: Path, *options: str, folder: Path
) -> subprocess.CompletedProcess[str]:
    settings = ("-s", str(ROOT / "pelicanconf.py"))
    return subprocess.run(
        [sys.executable, "-m", "kohtaamo", command, str(content), *options, *DAY, *settings],
        cwd=folder,
        check=False,
        capture_output=True,
        text=True,
    )


@pytest.mark.parametrize("command", ["build", "serve"])
def test_wrong_usage_leaves_with_2(
    small_content: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    command: str,
) -> None:
    monkeypatch.chdir(small_content.parent)

    assert main([command, "nowhere"]) == 2
    assert main([command, "content"]) == 2
    assert capsys.readouterr().err == (
        "Kansiota nowhere ei ole. Anna sisältökansion nimi.\n"
        "Asetustiedostoa pelicanconf.py ei ole. Anna se valitsimella -s tai aja komento"
        " kansiossa, jossa se on.\n"
    )
