"""`kohtaamo check` remembers, in a region's own folder only, and what it says is as ever."""

import shutil
from pathlib import Path

import pytest

from kohtaamo.commands.main import main
from tests.conftest import SITES
from tests.repositories import Repository, new_repository

DAY = ("--today", "2026-12-01")
Printed = pytest.CaptureFixture[str]
MEMORY = Path(".kohtaamo")


@pytest.fixture
def at_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repository:
    """A region's folder: settings, and a content/ that has landed."""
    repository = new_repository(tmp_path / "network")
    shutil.copytree(SITES / "small" / "content", repository.content)
    repository.write("pelicanconf.py", "raise SystemExit('a check runs no code of the region')\n")
    repository.commit("2026-09-01T10:00:00Z")
    monkeypatch.chdir(repository.folder)
    return repository


def _said(capsys: Printed, *options: str) -> tuple[int, str]:
    code = main(["check", "content", *DAY, *options])
    printed = capsys.readouterr()
    assert printed.err == ""
    return code, printed.out


def _alike(capsys: Printed, *options: str) -> tuple[int, str]:
    """What a check says with the memory of the last one, with its own, and with none."""
    shutil.copytree(MEMORY, "aside", dirs_exist_ok=True)
    warm, again = _said(capsys, *options), _said(capsys, *options)
    shutil.rmtree(MEMORY)
    cold = _said(capsys, *options)
    shutil.rmtree(MEMORY, ignore_errors=True)
    Path("aside").rename(MEMORY)
    assert warm == again == cold
    return cold


FORMS = [("--format", form, "--lang", "en") for form in ("text", "github", "json")]


@pytest.mark.parametrize("options", [*FORMS, ("--since", "HEAD")], ids=lambda each: each[1])
def test_the_same_is_said_again(
    at_home: Repository, capsys: Printed, options: tuple[str, ...]
) -> None:
    assert _said(capsys, *options)[0] == 0
    assert MEMORY.is_dir()
    assert _alike(capsys, *options)[0] == 0

    place = "content/places/asematalo.md"
    at_home.replace(place, "holiday_hours: closed\n", "")
    warned = _alike(capsys, *options)
    assert warned[0] == 0
    assert "holiday-hours-missing" in warned[1]
    at_home.replace("content/events/torstain-kahvit.md", "drop_in: yes", "drop_in: joskus")
    faulty = _alike(capsys, *options)
    assert faulty[0] == 1
    assert "torstain-kahvit.md" in faulty[1]
    at_home.replace("content/events/torstain-kahvit.md", "drop_in: joskus", "drop_in: yes")
    assert _alike(capsys, *options) == warned
    at_home.delete("content/events/joululaulut.md")
    lost = _alike(capsys, *options)
    assert lost[0] == 0
    assert ("event-vanishes" in lost[1]) is ("--since" in options)


@pytest.mark.usefixtures("at_home")
def test_another_day_is_another_check(capsys: Printed) -> None:
    """The term of an office is over, and then it is not."""
    network = Path("content/network.yml")
    term = "coordinator: {role: Vastaava, until: 2026-12-01}\n"
    network.write_text(network.read_text() + term)
    main(["check", *DAY])
    capsys.readouterr()

    main(["check", "--today", "2026-12-02"])
    assert "coordinator-term-over" in capsys.readouterr().out
    main(["check", *DAY])
    assert "ei huomioita" in capsys.readouterr().out


def test_nothing_is_left_in_other_folders(
    at_home: Repository, monkeypatch: pytest.MonkeyPatch, capsys: Printed
) -> None:
    """Neither where no region's settings are, nor in the content, whatever lies there."""
    (at_home.folder / "pelicanconf.py").rename(at_home.folder / "content" / "pelicanconf.py")
    main(["check", "content", *DAY])
    monkeypatch.chdir(at_home.folder / "content")
    main(["check", ".", *DAY])
    main(["check", "../content", *DAY])
    monkeypatch.chdir(at_home.folder / "content" / "events")
    main(["check", "..", *DAY])

    capsys.readouterr()
    assert list(at_home.folder.rglob(".kohtaamo")) == []


def test_where_nothing_can_be_kept_everything_is_read(at_home: Repository, capsys: Printed) -> None:
    MEMORY.write_text("a file")

    for _ in range(2):
        assert _said(capsys)[0] == 0
    assert MEMORY.read_text() == "a file"
    assert at_home.folder.is_dir()


@pytest.mark.parametrize("how", ["cut", "foreign", "gone"])
@pytest.mark.usefixtures("at_home")
def test_a_damaged_memory_is_none(capsys: Printed, how: str) -> None:
    first = _said(capsys)
    for file in MEMORY.rglob("*"):
        if file.is_file():
            if how == "cut":
                file.write_bytes(file.read_bytes()[:-1])
            elif how == "foreign":
                file.write_bytes(b"[]")
            elif file.name != "list.json":
                file.unlink()

    assert _said(capsys) == first
    assert _said(capsys) == first


@pytest.mark.usefixtures("at_home")
def test_memories_of_folders_that_are_gone_are_forgotten(capsys: Printed) -> None:
    shutil.copytree("content", "toinen")
    main(["check", "toinen", *DAY])
    assert [each.name.rpartition("-")[0] for each in MEMORY.iterdir()] == ["toinen"]
    shutil.rmtree("toinen")

    capsys.readouterr()
    _said(capsys)
    assert [each.name.rpartition("-")[0] for each in MEMORY.iterdir()] == ["content"]
