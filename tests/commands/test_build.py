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
Kohtaamo = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(scope="session")
def kohtaamo(python: Path) -> Kohtaamo:
    """Our command in a working folder."""

    def run(
        command: str, content: Path, *options: str, folder: Path
    ) -> subprocess.CompletedProcess[str]:
        settings = ("-s", str(ROOT / "pelicanconf.py"))
        return subprocess.run(
            [str(python), "-m", "kohtaamo", command, str(content), *options, *DAY, *settings],
            cwd=folder,
            check=False,
            capture_output=True,
            text=True,
        )

    return run


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


def test_it_says_in_its_last_line_what_it_did(kohtaamo: Kohtaamo, small_content: Path) -> None:
    done = kohtaamo("build", small_content, "-o", "site", folder=small_content.parent)

    count = len(files_below(small_content.parent / "site"))
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr == f"{count} tiedostoa kirjoitettu, 0 poistettu, 0 ennallaan: site/\n"


def test_problems_leave_with_1_and_write_nothing(kohtaamo: Kohtaamo, small_content: Path) -> None:
    (small_content / "events" / "joululaulut.md").unlink()
    (small_content / "events" / "joululaulut.txt").touch()

    done = kohtaamo("build", small_content, "-o", "site", folder=small_content.parent)

    assert done.returncode == 1
    assert done.stderr.startswith("content/events/joululaulut.txt:1: ")
    assert done.stderr.endswith(
        " [wrong-ending]\nSivustoa ei rakennettu. Korjaa virheet; entinen sivusto jäi ennalleen.\n"
    )
    assert not (small_content.parent / "site").exists()


def test_a_report_tells_a_program_how_it_ended(
    kohtaamo: Kohtaamo, small_content: Path, tmp_path: Path
) -> None:
    report = tmp_path / "report.json"

    done = kohtaamo("build", small_content, "-o", "site", f"--report={report}", folder=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    built = json.loads(report.read_text("ascii"))
    assert sorted(built.pop("changed")) == sorted(files_below(tmp_path / "site"))
    assert built == {"language": "fi", "problems": [], "stopped": "", "unsearchable": ""}

    (small_content / "events" / "joululaulut.txt").touch()
    failed = kohtaamo("build", small_content, "-o", "site", f"--report={report}", folder=tmp_path)
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
        "unsearchable": "",
    }


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


def test_in_quarantine_it_leaves_with_3_and_says_so_last(
    kohtaamo: Kohtaamo, small_content: Path, python: Path
) -> None:
    """By the command, by the setting through Pelican, and in any language of messages."""
    (small_content / "events" / "joululaulut.md").write_text("---\nnimi: Joulu\n---\n", "utf-8")
    folder = small_content.parent
    settings = folder / "pelicanconf.py"
    settings.write_text(
        f"from kohtaamo.host.settings import *\nTHEME = {str(ROOT / 'theme')!r}\n"
        # What the other one knows of words takes seconds to load.
        f"MESSAGE_LANGUAGE = 'sv'\nMEMORY_PATH = {str(ROOT / '.kohtaamo')!r}\n",
        "utf-8",
    )

    done = kohtaamo("build", small_content, "-o", "site", "--quarantine", folder=folder)
    pelican = subprocess.run(
        [
            str(python),
            "-m",
            "pelican",
            "content",
            "-o",
            "other",
            "-s",
            str(settings),
            "-e",
            f'TODAY="{TODAY}"',
            "QUARANTINE=true",
        ],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )

    assert (done.returncode, pelican.returncode) == (3, 3)
    assert done.stderr.splitlines()[-3:] == [
        (
            "content/events/joululaulut.md:2: tiedosto jäi pois sivustolta, koska siinä on virhe."
            " [left-out]"
        ),
        (
            f"{len(files_below(folder / 'site'))} tiedostoa kirjoitettu, 0 poistettu, 0 ennallaan:"
            " site/"
        ),
        (
            "Sivusto rakennettiin, mutta kaikki ei ole siinä. Jäi pois: 1 tiedosto. Osittain"
            " muuttui: 0 tiedostoa. Korjaa virheet, niin kaikki tulee takaisin."
        ),
    ]
    assert done.stderr.splitlines()[0] == (
        "Sivustolta jää pois, koska sisällössä on virheitä: 1 tiedosto. Osittain muuttuu:"
        " 0 tiedostoa. Virheet ja syyt alla."
    )
    assert pelican.stderr.splitlines()[-1] == (
        "Webbplatsen byggdes, men allt är inte med. Lämnades bort: 1 fil. Ändrades delvis: 0 filer."
        " Rätta felen, så kommer allt tillbaka."
    )
    assert files_below(folder / "other") == files_below(folder / "site")


def test_what_cannot_be_left_out_stops_it_all_the_same(
    kohtaamo: Kohtaamo, small_content: Path
) -> None:
    (small_content / "network.yml").write_text("id: [\n", "utf-8")
    folder = small_content.parent

    done = kohtaamo("build", small_content, "-o", "site", "--quarantine", folder=folder)

    assert done.returncode == 1
    assert done.stderr.splitlines()[-2:] == [
        "Tätä ei voi jättää pois: content/network.yml",
        "Sivustoa ei rakennettu. Korjaa virheet; entinen sivusto jäi ennalleen.",
    ]
    assert not (folder / "site").exists()


def test_whoever_asks_for_no_quarantine_is_told_all_faults(small_content: Path) -> None:
    """As the preview does, whatever the settings say."""
    (small_content / "events" / "joululaulut.txt").touch()
    folder = small_content.parent
    (folder / "pelicanconf.py").write_text(
        f"from kohtaamo.host.settings import *\nTHEME = {str(ROOT / 'theme')!r}\n"
        # What the index needs takes seconds to load.
        "QUARANTINE = True\nSEARCH = False\n",
        "utf-8",
    )
    asked = ["build", str(small_content), "-o", str(folder / "site"), *DAY]
    asked += ["-s", str(folder / "pelicanconf.py")]

    assert main([*asked, "--no-quarantine"]) == 1
    assert main(asked) == 3
