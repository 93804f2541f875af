"""One new network, made once and looked at by all; and a small program to be copied quickly."""

import shutil
from pathlib import Path

import pytest

from kohtaamo.commands.main import main
from kohtaamo.host import software
from tests.conftest import ROOT, TODAY

ANSWERS = {
    "name": "Saaripitäjien avoimet ovet",
    "area": "Saaripitäjä ja Pietarsaari",
    "languages": "fi, sv, selko",
    "towns": "Saaripitäjä: Saaripitäjässä, Pietarsaari: Pietarsaaressa / Jakobstad",
    "repository": "https://github.com/saaripitaja/portaali",
    "organisation": "Saaripitäjän kunta",
    "sector": "kunta",
    "class": "Kulttuuri",
    "email": "ovi@saaripitaja.example",
    "phone": "010 555 0101",
}


def given(answers: dict[str, str]) -> list[str]:
    """The answers as options of the command line."""
    return [part for key, text in answers.items() for part in ("--set", f"{key}={text}")]


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The whole folder of a new network; not to be changed."""
    folder = tmp_path_factory.mktemp("made") / "verkosto"
    arguments = ["new-network", str(folder), "--yes", "--today", TODAY, *given(ANSWERS)]
    assert main(arguments) == 0
    return folder


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A program of few files in the place of the real one."""
    folder = tmp_path / "ohjelma"
    for name in ("Makefile", "tasks.py", "pyproject.toml", "requirements.lock"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(f"{name}\n", "utf-8")
    for name in software.SETTINGS:
        shutil.copyfile(ROOT / name, folder / name)
    for name in ("plugins/kohtaamo/vanha/osa.py", "theme/a.css"):
        (folder / name).parent.mkdir(parents=True)
        (folder / name).write_text("1\n", "utf-8")
    for module in ("new_network", "upgrade"):
        monkeypatch.setattr(f"kohtaamo.commands.{module}.program_root", lambda: folder)
    monkeypatch.chdir(folder)
    return folder
