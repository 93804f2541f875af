"""How a build ended, told by the process that built to the one that asked for it.

A JSON file: a build runs the code as it is on disk now, whoever shows its result may be older, so
nothing but plain values passes between them.
"""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kohtaamo.host.outcome import Outcome
from kohtaamo.problems.catalogue import load_catalogue
from kohtaamo.problems.formats import as_json
from kohtaamo.problems.problem import Severity


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One problem as `kohtaamo check --format json` gives it: raw text of contributors in it."""

    path: str
    line: int
    field: str
    code: str
    severity: str
    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildEnd:
    """How one build ended; `code` is its exit code.

    `problems` are errors and warnings, their messages in `language`. `stopped` is the sentence
    that says why nothing was built, `crash` the traceback of a fault in code, templates or
    settings. `changed` are the files written or removed, by their paths in the output folder.
    `unsearchable` is the sentence that says why there is no search index.
    """

    code: int
    language: str = "fi"
    problems: tuple[Entry, ...] = ()
    stopped: str = ""
    crash: str = ""
    changed: tuple[str, ...] = ()
    unsearchable: str = ""

    @property
    def errors(self) -> tuple[Entry, ...]:
        return tuple(entry for entry in self.problems if entry.severity == Severity.ERROR)

    @property
    def warnings(self) -> tuple[Entry, ...]:
        return tuple(entry for entry in self.problems if entry.severity == Severity.WARNING)


def write_build_end(file: Path, outcome: Outcome, folder: str) -> None:
    """Write what `read_build_end` reads; `folder` is the content folder as people see it."""
    problems = "[]"
    if outcome.problems:
        problems = as_json(outcome.problems, load_catalogue(outcome.language), folder)
    _write(
        file,
        language=outcome.language,
        problems=json.loads(problems),
        stopped=outcome.stopped,
        changed=outcome.changed,
        unsearchable=outcome.unsearchable,
    )


def write_failure(file: Path, *, stopped: str = "", crash: str = "") -> None:
    """Write what `read_build_end` reads of a build that ended before it had an outcome."""
    _write(file, stopped=stopped, crash=crash)


def _write(file: Path, **facts: Any) -> None:
    # ASCII only, so that names that are no valid text survive.
    file.write_text(json.dumps(facts), "ascii")


def read_build_end(file: Path, code: int) -> BuildEnd:
    """The report of a build that left with `code`; one without facts where it wrote none."""
    try:
        facts = json.loads(file.read_text("ascii"))
        problems = tuple(Entry(**entry) for entry in facts.pop("problems", ()))
        changed = tuple(facts.pop("changed", ()))
        return BuildEnd(**facts, code=code, problems=problems, changed=changed)
    except (OSError, ValueError, TypeError):
        # Killed before it could write, or written by code that is being changed just now.
        return BuildEnd(code=code)
