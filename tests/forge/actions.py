"""Workflows of GitHub and Forgejo, which are written alike, run as their runners would."""

import io
import json
import re
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from tests.conftest import ROOT
from tests.forge.runs import Run, Runner

Json = Mapping[str, Any]
# A condition of a workflow: a path, the same not, with a comparison, or a list that has something.
_IF = re.compile(r"(?P<no>!?)(?P<path>[\w.]+)(?: (?P<sign>[!=]=) '(?P<text>[^']*)')?")
_HAS = re.compile(r"contains\((?P<path>[\w.]+)\.\*\.(?P<key>\w+), '(?P<text>[^']*)'\)")


@dataclass
class Actions(Runner):
    """GitHub's, or Forgejo's, which are written alike: `files` is the folder of the workflows.

    `artifacts` are what the last job left, by name; `vars` and `secrets` the repository's own.
    """

    files: str = ".github"
    token: str = ""
    vars: Json = field(default_factory=dict)
    secrets: Json = field(default_factory=dict)
    artifacts: dict[str, bytes] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for file in sorted((ROOT / self.files / "workflows").glob("*.yml")):
            for job, value in _workflow(file)["jobs"].items():
                self.left += [f"{file.stem} {job} {each['name']}" for each in value["steps"]]

    def run(self, workflow: str, event: Json, **more: str) -> Mapping[str, Run]:
        """The jobs of a workflow whose conditions allow it, by name."""
        (self.place / "event.json").write_text(json.dumps(event), "utf-8")
        context = {"github": {"event": event, "token": self.token}, "vars": self.vars}
        context["secrets"] = self.secrets
        jobs = _workflow(ROOT / self.files / "workflows" / f"{workflow}.yml")["jobs"]
        return {
            name: self._job(f"{workflow} {name}", job["steps"], context, more)
            for name, job in jobs.items()
            if _holds(job.get("if", "true"), context)
        }

    def _job(self, name: str, steps: list[Json], context: Json, more: Mapping[str, str]) -> Run:
        folder, said = self.fresh(), ""
        self.artifacts.clear()
        given = {**self.given, "GITHUB_EVENT_PATH": str(self.place / "event.json"), **more}
        given["GITHUB_STEP_SUMMARY"] = str(self.place / "summary.md")
        (self.place / "summary.md").unlink(missing_ok=True)
        for step in steps:
            if not _holds(step.get("if", "true"), context):
                continue
            self.has_run(f"{name} {step['name']}")
            if "uses" in step:
                self._leave(step, folder)
                continue
            own = {key: _filled(value, context) for key, value in step.get("env", {}).items()}
            done = self.shell(step["run"], folder, {**given, **own})
            said += done.said
            if done.code and not step.get("continue-on-error"):
                return Run(done.code, said, folder)
        return Run(0, said, folder)

    def _leave(self, step: Json, folder: Path) -> None:
        """The one action there is: files that the run leaves, as an archive."""
        assert step["uses"].startswith("actions/upload-artifact@"), step["uses"]
        at = folder / step["with"]["path"]
        files = [at] if at.is_file() else sorted(each for each in at.rglob("*") if each.is_file())
        assert files, at
        archive = io.BytesIO()
        with zipfile.ZipFile(archive, "w") as opened:
            for file in files:
                opened.write(file, file.relative_to(at.parent if at.is_file() else at))
        self.artifacts[step["with"]["name"]] = archive.getvalue()


def _workflow(file: Path) -> Json:
    return dict(yaml.safe_load(file.read_text("utf-8")))


def _looked_up(path: str, context: Any) -> Any:
    """What a path leads to; "" where there is nothing, as forges have it."""
    for name in path.split("."):
        context = context.get(name, "") if isinstance(context, Mapping) else ""
    return context


def _filled(value: object, context: Json) -> str:
    """A step's variable, whole or a path of the context."""
    found = re.fullmatch(r"\$\{\{ ([\w.]+) \}\}", str(value))
    assert found or "${{" not in str(value), value
    return str(_looked_up(found[1], context)) if found else str(value)


def _holds(condition: object, context: Json) -> bool:
    text = re.sub(r"^\$\{\{ (.*) \}\}$", r"\1", str(condition))
    if text == "true":
        return True
    if has := _HAS.fullmatch(text):
        return any(each[has["key"]] == has["text"] for each in _looked_up(has["path"], context))
    found = _IF.fullmatch(text)
    assert found, f"a condition that the tests cannot read: {text}"
    value = _looked_up(found["path"], context)
    if found["sign"]:
        return (str(value) == found["text"]) == (found["sign"] == "==")
    return bool(value) != bool(found["no"])
