"""Real git repositories, made anew for each test."""

import os
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest


@dataclass(frozen=True)
class Repository:
    """A working copy; `commit` lands all changes at a moment of UTC."""

    folder: Path

    def git(self, *arguments: str, at: str = "2026-01-01T00:00:00Z") -> str:
        """What git prints; it fails when git does."""
        environment = {**os.environ, "GIT_AUTHOR_DATE": at, "GIT_COMMITTER_DATE": at}
        command = ["git", "-C", str(self.folder), *arguments]
        return subprocess.run(
            command, check=True, capture_output=True, text=True, env=environment
        ).stdout

    def write(self, path: str, text: str) -> None:
        file = self.folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")

    def commit(self, at: str) -> None:
        self.git("add", "--all")
        self.git("commit", "--quiet", "--message", "A change", at=at)


@pytest.fixture
def committer(monkeypatch: pytest.MonkeyPatch) -> None:
    """Git knows a committer, and nothing of the machine that runs the tests."""
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    for role in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{role}_NAME", "Pesävahti")
        monkeypatch.setenv(f"GIT_{role}_EMAIL", "pesavahti@example.fi")


@pytest.fixture
def make_repository(tmp_path: Path, committer: None) -> Callable[[str], Repository]:
    """An empty repository of that name, on its branch `main`."""

    def make(name: str) -> Repository:
        repository = Repository(tmp_path / name)
        repository.folder.mkdir()
        repository.git("init", "--quiet", "--initial-branch=main")
        return repository

    return make


@pytest.fixture
def repository(make_repository: Callable[[str], Repository]) -> Repository:
    """A repository whose `content/` landed on 1 September 2026."""
    repository = make_repository("network")
    repository.write("README.md", "Outside the content")
    repository.write("content/network.yml", "id: x\n")
    repository.write("content/events/äijäkerho.md", "one")
    repository.write("content/events/kerho.md", "one")
    repository.commit("2026-09-01T10:00:00Z")
    return repository
