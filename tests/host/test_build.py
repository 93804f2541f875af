"""The whole build, called as people call it: the plain Pelican command."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.conftest import ROOT, SITES, TODAY, files_below
from tests.often import often
from tests.repositories import Repository

Built = Callable[[str], Path]
Done = subprocess.CompletedProcess[str]


@dataclass(frozen=True)
class Pelican:
    """The command; where the environment is another one, in a Python that starts with it."""

    python: Path

    def __call__(
        self,
        content: Path,
        output: Path,
        *options: str,
        settings: str = "pelicanconf.py",
        folder: Path = ROOT,
        **environment: str,
    ) -> Done:
        """Run it in a working folder; an option with `=` in it overrides a setting."""
        python = sys.executable if environment else str(self.python)
        command = [python, "-m", "pelican", str(content), "-o", str(output)]
        command += ["-s", str(ROOT / settings), "--fatal", "warnings"]
        command += [option for option in options if "=" not in option]
        overrides = [option for option in options if "=" in option]
        return subprocess.run(
            [*command, "-e", f'TODAY="{TODAY}"', *overrides],
            capture_output=True,
            text=True,
            check=False,
            cwd=folder,
            env={**os.environ, **environment},
        )


@pytest.fixture(scope="session")
def pelican(python: Path) -> Pelican:
    return Pelican(python)


NOT_BUILT = "Sivustoa ei rakennettu. Korjaa virheet; entinen sivusto jäi ennalleen."


def _last_lines(done: Done) -> tuple[int, str]:
    """The exit code and what was said on stderr, the closing line of a refused build apart."""
    assert "Traceback" not in done.stderr + done.stdout
    return done.returncode, done.stderr.strip().removesuffix(NOT_BUILT).strip()


def test_a_theme_that_lacks_a_file_says_which(pelican: Pelican, tmp_path: Path) -> None:
    theme = Path(shutil.copytree(ROOT / "theme", tmp_path / "theme"))
    (theme / "templates" / "place.html").unlink()

    done = pelican(
        SITES / "small" / "content", tmp_path / "out", f'THEME="{theme}"', folder=tmp_path
    )

    said = (
        "Teemasta theme/ puuttuu templates/place.html. Tuo teeman kaikki tiedostot samasta"
        " versiosta. Entinen sivusto jäi ennalleen."
    )
    assert _last_lines(done) == (1, said)
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("site", often(["small", "everything"], ["small", "everything", "sample"]))
def test_the_same_bytes_on_any_machine(
    pelican: Pelican, built: Built, tmp_path: Path, site: str
) -> None:
    content = ROOT / "content" if site == "sample" else SITES / site / "content"
    done = pelican(
        content,
        tmp_path / "out",
        folder=tmp_path,
        LANG="C",
        LC_ALL="C",
        TZ="Pacific/Auckland",
        PYTHONHASHSEED="7",
    )

    files = files_below(tmp_path / "out")
    code, said = _last_lines(done)
    assert (code, said) == (
        0,
        f"{len(files)} tiedostoa kirjoitettu, 0 poistettu, 0 ennallaan: out/",
    )
    assert _differences(files, files_below(built(site))) == []


def _differences(one: Mapping[str, bytes], other: Mapping[str, bytes]) -> list[str]:
    return sorted(path for path in {*one, *other} if one.get(path) != other.get(path))


def test_a_build_without_changes_writes_nothing(
    pelican: Pelican, small_content: Path, tmp_path: Path
) -> None:
    output = tmp_path / "out"
    pelican(small_content, output)
    before = {file: file.stat().st_mtime_ns for file in output.rglob("*")}

    code, said = _last_lines(pelican(small_content, output, folder=tmp_path))

    count = len(files_below(output))
    assert (code, said) == (
        0,
        f"0 tiedostoa kirjoitettu, 0 poistettu, {count} ennallaan: out/",
    )
    assert {file: file.stat().st_mtime_ns for file in output.rglob("*")} == before


@pytest.fixture
def published(built: Built, tmp_path: Path) -> Path:
    """An output folder with a site in it, to be changed."""
    return Path(shutil.copytree(built("small"), tmp_path / "out"))


def test_faulty_content_leaves_the_site_as_it_was(
    pelican: Pelican, published: Path, small_content: Path
) -> None:
    before = files_below(published)
    (small_content / "events" / "joululaulut.md").write_text("---\ntitle: Joululaulut\n---\n")

    done = pelican(small_content, published, folder=small_content.parent)

    code, said = _last_lines(done)
    assert code == 1
    assert [line.partition(" ")[0] for line in said.splitlines()] == [
        "content/events/joululaulut.md:2:",
        "content/events/joululaulut.md:2:",
    ]
    assert files_below(published) == before


@pytest.mark.parametrize("option", ["-d", "DELETE_OUTPUT_DIRECTORY=true"])
def test_pelicans_own_clearing_does_not_come_before_the_check(
    pelican: Pelican, published: Path, small_content: Path, option: str
) -> None:
    before = files_below(published)
    (small_content / "network.yml").write_text("id: [\n")

    done = pelican(small_content, published, option)

    assert _last_lines(done)[0] == 1
    assert files_below(published) == before


def test_a_folder_with_other_files_is_not_touched(
    pelican: Pelican, small_content: Path, tmp_path: Path
) -> None:
    (tmp_path / "thesis").mkdir()
    (tmp_path / "thesis" / "chapter-1.docx").write_text("years of work")

    done = pelican(small_content, tmp_path / "thesis", "-d", folder=tmp_path)

    sentence = (
        f"Kansiossa {tmp_path / 'thesis'} on muita tiedostoja kuin tämän ohjelman tekemiä, eikä"
        " niihin kosketa. Anna toinen kansio (-o) tai tyhjennä tämä."
    )
    assert _last_lines(done) == (1, sentence)
    assert files_below(tmp_path / "thesis") == {"chapter-1.docx": b"years of work"}


def test_an_output_that_cannot_be_written_is_told(
    pelican: Pelican, small_content: Path, tmp_path: Path
) -> None:
    (tmp_path / "file").touch()

    done = pelican(small_content, tmp_path / "file" / "out", folder=tmp_path)

    assert _last_lines(done) == (
        1,
        "Kansioon file/out ei voi kirjoittaa: Not a directory.",
    )


@pytest.mark.parametrize(
    ("setting", "said"),
    [
        ('TODAY="huomenna"', "Asetus TODAY = 'huomenna' ei ole päivä."),
        ('SITEURL=""', "Asetus SITEURL = '' ei ole verkko-osoite."),
    ],
)
def test_a_wrong_setting_is_told(
    pelican: Pelican, small_content: Path, tmp_path: Path, setting: str, said: str
) -> None:
    code, sentence = _last_lines(pelican(small_content, tmp_path / "out", setting))

    assert code == 1
    assert sentence.startswith(said)
    assert not (tmp_path / "out").exists()


def test_a_missing_package_is_no_empty_site(
    pelican: Pelican, small_content: Path, tmp_path: Path
) -> None:
    """Pelican alone would log it, write nothing and leave with 0."""
    (tmp_path / "packages").mkdir()
    broken = "raise ModuleNotFoundError(\"No module named 'nh3'\", name='nh3')\n"
    (tmp_path / "packages" / "nh3.py").write_text(broken)

    done = pelican(small_content, tmp_path / "out", PYTHONPATH=str(tmp_path / "packages"))

    sentence = (
        "Kohtaamoa ei voi käynnistää: No module named 'nh3'."
        " Asenna sen paketit: python -m pip install -r requirements.lock"
    )
    assert _last_lines(done) == (1, sentence)


def test_publishing_asks_for_a_history(
    pelican: Pelican,
    small_content: Path,
    tmp_path: Path,
    make_repository: Callable[[str], Repository],
) -> None:
    alone = pelican(small_content, tmp_path / "a", settings="publishconf.py", folder=tmp_path)
    repository = make_repository("network")
    landed = small_content.rename(repository.folder / "content")
    repository.commit("2026-11-20T10:00:00Z")
    done = pelican(landed, tmp_path / "b", settings="publishconf.py", folder=tmp_path)

    code, said = _last_lines(alone)
    assert code == 1
    assert said.startswith("content/network.yml:1: ")
    assert said.endswith(" [history-incomplete]")
    assert not (tmp_path / "a").exists()
    assert _last_lines(done)[0] == 0
    assert b"https://kohtaamo.example/" in (tmp_path / "b" / "feeds.opml").read_bytes()


def test_pelicans_metadata_are_no_fields(
    pelican: Pelican, small_content: Path, tmp_path: Path
) -> None:
    keys = ("save_as", "url", "template", "slug", "Title")
    event = small_content / "events" / "joululaulut.md"
    lines = "".join(f"{key}: ../../index.html\n" for key in keys)
    event.write_text(event.read_text("utf-8").replace("---\n", f"---\n{lines}", 1), "utf-8")

    done = pelican(small_content, tmp_path / "out", folder=tmp_path)

    code, said = _last_lines(done)
    assert code == 1
    assert [line.rpartition(" ")[2] for line in said.splitlines()] == [
        "[unknown-key]",
        "[unknown-key]",
        "[unknown-key]",
        "[unknown-key]",
        "[unknown-key-near]",
    ]
    assert [line.split(" ")[1] for line in said.splitlines()] == [f"{key}:" for key in keys]
    assert not (tmp_path / "out").exists()


TRICKS = """
save_as: index.html
template: ../../../etc/passwd

[link]({filename}/../secret.md) ![image]({static}/../secret.md) {{ SITENAME }} {% include "x" %}

<script>alert(1)</script> <iframe src="x"></iframe> <!--#include file="x" -->

# Heading {: onclick="alert(1)" }
"""


def test_tricks_in_a_text_are_a_text(
    pelican: Pelican, small_content: Path, built: Built, tmp_path: Path
) -> None:
    for path in ("events/joululaulut.md", "pages/tietoa.md"):
        file = small_content / path
        file.write_text(file.read_text("utf-8") + TRICKS, "utf-8")

    done = pelican(small_content, tmp_path / "out")

    assert _last_lines(done)[0] == 0
    files = files_below(tmp_path / "out")
    # The index has names that are made of what is found.
    expected = set(files_below(built("small")))
    assert {path for path in set(files) ^ expected if not path.startswith("pagefind/")} == set()
    for page in ("tapahtumat/joululaulut/index.html", "tietoa/index.html"):
        html = files[page].decode()
        assert "&lt;script&gt;alert(1)" in html
        assert "{{ SITENAME }}" in html
        assert "onclick=" not in html.replace('{: onclick="', "").replace("{: onclick=&quot;", "")
        assert "<iframe" not in html
        assert "save_as: index.html" in html


def test_no_file_reaches_pelicans_readers(
    pelican: Pelican, small_content: Path, tmp_path: Path
) -> None:
    """A page in reStructuredText could read any file of the machine."""
    for name in ("a.htm", "b.html", "c.markdown", "d.rst"):
        text = "x\n=\n\n.. raw:: html\n   :file: /etc/passwd\n"
        (small_content / "pages" / name).write_text(text)

    done = pelican(small_content, tmp_path / "out", folder=tmp_path)

    code, said = _last_lines(done)
    assert code == 1
    assert [(line.split(" ")[0], line.split(" ")[-1]) for line in said.splitlines()] == [
        ("content/pages/a.htm:1:", "[wrong-ending]"),
        ("content/pages/b.html:1:", "[wrong-ending]"),
        ("content/pages/c.markdown:1:", "[wrong-ending]"),
        ("content/pages/d.rst:1:", "[wrong-ending]"),
    ]
    assert not (tmp_path / "out").exists()


def test_a_closed_group_leaves_nothing_but_busy_time(built: Built) -> None:
    small = files_below(built("small"))
    everything = files_below(built("everything"))

    assert [path for path, data in small.items() if b"varaus-1" in data] == []
    assert [path for path, data in everything.items() if b"varaus-1" in data] == []
    assert [path for path, data in small.items() if b"20261209T100000" in data] == [
        "paikat/asematalo/rooms/odotussali.ics"
    ]
