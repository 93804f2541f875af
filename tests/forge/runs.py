"""The workflow files' own steps, run here one after the other, as a forge's runner would."""

import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from tests.conftest import ROOT, TODAY

# Sets up: here every package is there already, and the day is the tests' own.
MAKE = f"""\
#!/bin/sh
mkdir -p .venv/bin
cat > .venv/bin/inv <<'END'
#!/bin/sh
case "$1 $2" in
forge\\ re*|check*|review*|report*|build*) set -- "$@" --today {TODAY};;
esac
exec {sys.executable} -m invoke "$@"
END
chmod +x .venv/bin/inv
"""


@dataclass(frozen=True)
class Run:
    """How a job ended: what its steps printed together, and the code of the last one that ran."""

    code: int
    said: str
    folder: Path


def github_job(forge: str, workflow: str, job: str) -> list[Mapping[str, Any]]:
    """The steps of a job in `.github` or `.forgejo`."""
    text = (ROOT / forge / "workflows" / f"{workflow}.yml").read_text("utf-8")
    return list(yaml.safe_load(text)["jobs"][job]["steps"])


def gitlab_job(job: str) -> str:
    """All lines of a job's script, one shell for them all."""
    jobs = yaml.safe_load((ROOT / ".gitlab-ci.yml").read_text("utf-8"))
    return "\n".join(jobs[job]["script"])


def run_job(
    steps: list[Mapping[str, Any]],
    folder: Path,
    given: Mapping[str, str],
    token: str = "",
    without: str = "\0",
) -> Run:
    """Run the steps that are commands; actions of others are left to the test.

    Only steps that ask for the token get it. `without` is part of a step that is left out: one
    that an earlier run has shown, and that takes long.
    """
    said, environment = "", _environment(folder, given)
    environment["GITHUB_STEP_SUMMARY"] = str(folder.parent / "summary.md")
    for step in steps:
        if without in step.get("run", without) or step.get("if", "").startswith("vars."):
            continue
        asked = step.get("env", {})
        own = {name: token for name, value in asked.items() if value == "${{ github.token }}"}
        done = _run(step["run"], folder, {**environment, **own})
        said += done.stdout
        if done.returncode and not step.get("continue-on-error"):
            return Run(done.returncode, said, folder)
    return Run(0, said, folder)


def run_script(script: str, folder: Path, given: Mapping[str, str]) -> Run:
    done = _run(script, folder, _environment(folder, given))
    return Run(done.returncode, done.stdout, folder)


def _run(
    script: str, folder: Path, environment: Mapping[str, str]
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["bash", "-eo", "pipefail", "-c", script],
        cwd=folder,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )


def _environment(folder: Path, given: Mapping[str, str]) -> dict[str, str]:
    """A runner's: nothing of this machine's forge or git, `make` that has nothing to do."""
    tools = folder.parent / "tools"
    tools.mkdir(exist_ok=True)
    (tools / "make").write_text(MAKE, "utf-8")
    (tools / "make").chmod(0o755)
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("GIT_", "GITHUB_", "GITLAB_", "CI", "FORGEJO_", "KOHTAAMO_"))
    }
    return {
        **kept,
        "PATH": f"{tools}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": str(ROOT / "plugins"),
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_NOSYSTEM": "1",
        **given,
    }
