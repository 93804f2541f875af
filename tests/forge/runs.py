"""The workflow files' own steps, run here one after the other, as a forge's runner would.

Who runs them remembers which: `left` are those that nobody has run, and must be none at the end.
"""

import os
import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from tests.conftest import ROOT


@dataclass(frozen=True)
class Run:
    """How a job ended: what its steps printed together, and the code of the last one that ran."""

    code: int
    said: str
    folder: Path


@dataclass
class Runner:
    """Runs jobs, each in a folder that is made anew; `given` are the forge's variables.

    `tools` is a folder in which `make` sets up nothing: what it would install is there already.
    """

    tools: Path
    place: Path
    given: Mapping[str, str]
    left: list[str] = field(default_factory=list)

    def shell(self, script: str, folder: Path, more: Mapping[str, str]) -> Run:
        """One shell, as all three forges start it."""
        done = subprocess.run(
            ["bash", "-eo", "pipefail", "-c", script],
            cwd=folder,
            env={**_bare(), "PATH": f"{self.tools}{os.pathsep}{os.environ['PATH']}", **more},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
        return Run(done.returncode, done.stdout, folder)

    def fresh(self, name: str = "work") -> Path:
        """An empty folder."""
        folder = self.place / name
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        return folder

    def has_run(self, step: str) -> None:
        if step in self.left:
            self.left.remove(step)


def _bare() -> Mapping[str, str]:
    """This machine's environment without anything of its forge or git."""
    ours = ("GIT_", "GITHUB_", "GITLAB_", "CI", "FORGEJO_", "KOHTAAMO_", "PREVIEWS_")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(ours)}
    return {
        **kept,
        "PYTHONPATH": str(ROOT / "plugins"),
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_NOSYSTEM": "1",
    }
