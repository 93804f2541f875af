"""Real git repositories: their moments are given, and nothing of the machine's git gets in."""

import os
import subprocess
from dataclasses import dataclass
from pathlib import Path

_WHO = "Pesävahti"
_SEPTEMBER = "2026-09-01T10:00:00Z"


@dataclass(frozen=True)
class Repository:
    """A working copy; `commit` lands all changes at a moment of UTC."""

    folder: Path

    @property
    def content(self) -> Path:
        return self.folder / "content"

    def git(self, *arguments: str, at: str = _SEPTEMBER, given: str = "") -> str:
        """What git prints, `given` this to read; it fails when git does."""
        done = subprocess.run(
            ["git", "-C", str(self.folder), *arguments],
            check=True,
            capture_output=True,
            text=True,
            env=_alone(at),
            input=given,
        )
        return done.stdout.strip()

    def write(self, path: str, text: str) -> None:
        file = self.folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")

    def replace(self, path: str, old: str, new: str) -> None:
        """Change a part of a file that is there."""
        text = (self.folder / path).read_text("utf-8")
        assert old in text
        self.write(path, text.replace(old, new))

    def move(self, old: str, new: str) -> None:
        (self.folder / new).parent.mkdir(parents=True, exist_ok=True)
        (self.folder / old).rename(self.folder / new)

    def delete(self, path: str) -> None:
        (self.folder / path).unlink()

    def commit(self, at: str) -> str:
        """The new commit's full name."""
        self.git("add", "--all")
        self.git("commit", "--quiet", "--message", "A change", at=at)
        return self.git("rev-parse", "HEAD")

    def squash(self, at: str) -> None:
        """The whole history becomes one commit."""
        self.git("checkout", "--quiet", "--orphan", "squashed")
        self.commit(at)


def new_repository(folder: Path) -> Repository:
    """An empty repository on its branch `main`."""
    folder.mkdir(parents=True)
    repository = Repository(folder)
    repository.git("init", "--quiet", "--initial-branch=main")
    return repository


def _alone(at: str) -> dict[str, str]:
    environment = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    environment |= {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    for role in ("AUTHOR", "COMMITTER"):
        environment[f"GIT_{role}_NAME"] = _WHO
        environment[f"GIT_{role}_EMAIL"] = "pesavahti@example.fi"
        environment[f"GIT_{role}_DATE"] = at
    return environment
