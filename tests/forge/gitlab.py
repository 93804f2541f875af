"""The pipelines of `.gitlab-ci.yml`: which jobs a run has, and their lines as a runner has them."""

import re
import shutil
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from tests.conftest import ROOT
from tests.forge.runs import Run, Runner

_STAGES = ("test", "deploy", ".post")
# What a file says besides jobs.
_NO_JOBS = frozenset({"default", "variables", "workflow"})
_DEPTH = "20"


@dataclass
class Gitlab(Runner):
    """`origin` is what the runner clones; `artifacts` are what jobs leave, by their names."""

    origin: str = ""
    file: Mapping[str, Any] = field(default_factory=dict)
    artifacts: dict[str, Path] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.file = yaml.safe_load((ROOT / ".gitlab-ci.yml").read_text("utf-8"))
        for name, job in self._jobs.items():
            self.left += [f"{name} {line}" for line in job["script"]]

    @property
    def _jobs(self) -> Mapping[str, Any]:
        return {name: job for name, job in self.file.items() if name not in _NO_JOBS}

    def run(self, **more: str) -> Mapping[str, Run]:
        """The jobs that the rules choose, stage by stage; none after a stage that failed."""
        said = {
            name: value if isinstance(value, str) else value["value"]
            for name, value in self.file["variables"].items()
        }
        variables = {**said, **self.given, **more}
        done: dict[str, Run] = {}
        for stage in _STAGES if _chosen(self.file["workflow"], variables) else ():
            for name, job in self._jobs.items():
                if job["stage"] == stage and _chosen(job, variables):
                    done[name] = self._job(name, job, variables)
            if any(each.code for each in done.values()):
                break
        return done

    def _job(self, name: str, job: Mapping[str, Any], variables: Mapping[str, str]) -> Run:
        variables = {**variables, **job.get("variables", {})}
        folder = self._checked_out(variables)
        for needed in job.get("needs", ()):
            shutil.copytree(self.artifacts[needed], folder, dirs_exist_ok=True)
        told = self.place / "lines"
        told.write_text("", "utf-8")
        script = "\n".join(
            f'echo {number} >> "{told}"\n{line}' for number, line in enumerate(job["script"])
        )
        run = self.shell(script, folder, variables)
        for number in told.read_text("utf-8").split():
            self.has_run(f"{name} {job['script'][int(number)]}")
        kept = job.get("artifacts", {})
        if not run.code or kept.get("when") == "always":
            self._leave(name, folder, kept)
        return run

    def _checked_out(self, variables: Mapping[str, str]) -> Path:
        """The folder as the runner prepares it."""
        folder = self.fresh()
        if variables.get("GIT_STRATEGY") != "none":
            depth = variables.get("GIT_DEPTH", _DEPTH)
            deep = f"--depth {depth}" if depth != "0" else ""
            cloned = self.shell(f"git clone --quiet {deep} {self.origin} .", folder, {})
            assert cloned.code == 0, cloned.said
        return folder

    def _leave(self, name: str, folder: Path, kept: Mapping[str, Any]) -> None:
        at = self.fresh(f"artifacts-{name}")
        for path in (*kept.get("paths", ()), *kept.get("reports", {}).values()):
            source, target = folder / path, at / path
            target.parent.mkdir(parents=True, exist_ok=True)
            if source.is_dir():
                shutil.copytree(source, target)
            elif source.exists():
                shutil.copy(source, target)
        self.artifacts[name] = at


def _chosen(part: Mapping[str, Any], variables: Mapping[str, str]) -> bool:
    """Whether one of the rules of a job, or of the whole file, holds."""
    return any(_holds(rule["if"], variables) for rule in part["rules"])


def _holds(condition: str, variables: Mapping[str, str]) -> bool:
    """GitLab's conditions in Python's words: `$A && ($B == "x" || $C)`."""
    assert re.fullmatch(r'(?:\$\w+|"[\w ]*"|==|!=|&&|\|\||[() ])+', condition), condition
    words = condition.replace("&&", "and").replace("||", "or")
    named = re.sub(r"\$(\w+)", r"given.get('\1', '')", words)
    return bool(eval(named, {"given": variables}))  # noqa: S307 - a line of our own file, as above
