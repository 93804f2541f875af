"""The tasks in a network's own folder: those that need the program's tests say so."""

from pathlib import Path

import pytest
from invoke.collection import Collection
from invoke.config import Config
from invoke.exceptions import Exit
from invoke.executor import Executor

from kohtaamo.tasks import program
from kohtaamo.tasks.all import every_task
from kohtaamo.tasks.program import python


def _run(tasks: Collection, name: str) -> None:
    Executor(tasks, Config()).execute(name)


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, ...]]:
    """The commands that tasks of the program would have started."""
    commands: list[tuple[str, ...]] = []
    monkeypatch.setattr(program, python.__name__, lambda _, *command: commands.append(command))
    return commands


@pytest.mark.parametrize("name", ["golden", "fuzz", "screenshots", "pictures", "bench"])
def test_what_only_the_program_has_is_said(
    tmp_path: Path, started: list[tuple[str, ...]], name: str
) -> None:
    with pytest.raises(Exit, match=r"this needs the folder (tests|benchmarks)/, which is only"):
        _run(every_task(tmp_path), name)
    assert started == []


def test_there_a_networks_test_is_the_check_of_its_content(
    tmp_path: Path, started: list[tuple[str, ...]], capsys: pytest.CaptureFixture[str]
) -> None:
    _run(every_task(tmp_path), "test")
    assert started == [("kohtaamo", "check", "content")]
    assert capsys.readouterr().out == (
        "the program is tested where it is made; here its check looks through your own content\n"
    )


def test_missing_tools_are_named(
    tmp_path: Path, started: list[tuple[str, ...]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(program, "find_spec", lambda name: None if name == "mypy" else name)
    with pytest.raises(Exit, match=r"^mypy not found in this Python: `make test` installs"):
        _run(every_task(tmp_path), "lint")
    assert started == []
