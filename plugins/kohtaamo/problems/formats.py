"""Problems as text for people, as annotations for a forge, as JSON for programs."""

import json
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from hashlib import sha256
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from kohtaamo.problems.problem import Problem, Severity
from kohtaamo.problems.visible import inert, shortened, visible

if TYPE_CHECKING:
    # Every command asks for the list of formats; few need sentences, and YAML to read them.
    from kohtaamo.problems.catalogue import Catalogue

LONGEST_FIELD = 120
# GitLab knows info, minor, major, critical and blocker; our errors keep a site from publishing.
_SEVERITIES = MappingProxyType({Severity.ERROR: "blocker", Severity.WARNING: "minor"})


def as_report(problems: Iterable[Problem], catalogue: "Catalogue", folder: str) -> str:
    """The lines of `as_text`, errors first; what only warns stands apart, and is said to be so."""
    every = tuple(problems)
    errors = [each for each in every if each.severity is Severity.ERROR]
    warnings = [each for each in every if each.severity is not Severity.ERROR]
    parts = [as_text(errors, catalogue, folder)] if errors else []
    if warnings:
        parts.append(f"{catalogue.apart}\n{as_text(warnings, catalogue, folder)}")
    return "\n\n".join(parts)


def as_text(problems: Iterable[Problem], catalogue: "Catalogue", folder: str) -> str:
    """A line each: `path:line: field: message [code]`; warnings are marked by a word.

    `folder` is the content folder as seen from the working folder; paths begin with it. No line
    end at the end; empty without problems.
    """
    return "\n".join(_line(problem, catalogue, folder) for problem in problems)


def as_github(problems: Iterable[Problem], catalogue: "Catalogue", folder: str) -> str:
    """A workflow command each, which GitHub and Forgejo show beside the line of the file.

    Source: GitHub Actions, "Workflow commands": `%`, CR and LF are escaped, in properties also
    `:` and `,`.
    """
    return "\n".join(_command(problem, catalogue, folder) for problem in problems)


def as_notice(sentence: str) -> str:
    """A sentence about all of them, as a workflow command of the same kind."""
    return f"::notice::{_data(sentence)}"


def as_json(problems: Iterable[Problem], catalogue: "Catalogue", folder: str) -> str:
    """A list of objects with path, line, field, code, severity and message.

    ASCII only, so that names that are no valid text survive.
    """
    entries = [
        {
            "path": _path(problem, folder),
            "line": problem.line,
            "field": problem.field,
            "code": problem.code,
            "severity": problem.severity.value,
            "message": catalogue.message(problem),
        }
        for problem in problems
    ]
    return _dumped(entries)


def as_gitlab(problems: Iterable[Problem], catalogue: "Catalogue", folder: str) -> str:
    """A Code Quality report, which GitLab shows in a merge request and beside its lines.

    A fingerprint stays when lines move and when a value changes; several alike are counted.
    Source: GitLab, "Code Quality", report format (a part of the Code Climate specification).
    """
    seen: Counter[str] = Counter()
    entries: list[dict[str, Any]] = []
    for problem in problems:
        path = visible(_path(problem, folder))
        mark = json.dumps([problem.path, problem.field, problem.code])
        seen[mark] += 1
        entries.append(
            {
                "description": _said(problem, catalogue.message(problem)),
                "check_name": problem.code,
                "fingerprint": sha256(f"{mark} {seen[mark]}".encode()).hexdigest(),
                "severity": _SEVERITIES[problem.severity],
                "location": {"path": path, "lines": {"begin": problem.line}},
            }
        )
    return _dumped(entries)


def _dumped(entries: list[dict[str, Any]]) -> str:
    """JSON whose lines are no commands of GitHub's runner: `##[` stands in strings only."""
    return json.dumps(entries, indent=2).replace("##[", "#\\u0023[")


def _line(problem: Problem, catalogue: "Catalogue", folder: str) -> str:
    path = visible(_path(problem, folder))
    if path.lstrip().startswith("::"):
        path = f"./{path}"
    said = _said(problem, catalogue.marked(problem))
    return inert(f"{path}:{problem.line}: {said} [{problem.code}]")


def _command(problem: Problem, catalogue: "Catalogue", folder: str) -> str:
    properties = {
        "file": visible(_path(problem, folder)),
        "line": str(problem.line),
        "title": problem.code,
    }
    written = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
    message = _said(problem, catalogue.message(problem))
    return f"::{problem.severity.value} {written}::{_data(message)}"


def _said(problem: Problem, message: str) -> str:
    """The message behind its field, which may be any key that somebody wrote."""
    field = shortened(visible(problem.field), LONGEST_FIELD)
    return f"{field}: {message}" if field else message


def _path(problem: Problem, folder: str) -> str:
    if folder in {"", "."}:
        return problem.path
    return folder if problem.path == "." else f"{folder}/{problem.path}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


Format = Callable[[Iterable[Problem], "Catalogue", str], str]

# Every format that `kohtaamo check` knows, by its name there.
FORMATS: Mapping[str, Format] = MappingProxyType(
    {"text": as_report, "github": as_github, "gitlab": as_gitlab, "json": as_json}
)
