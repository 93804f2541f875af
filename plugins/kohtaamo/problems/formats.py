"""Problems as text for people, as annotations for a forge, as JSON for programs."""

import json
from collections.abc import Iterable

from kohtaamo.problems.catalogue import Catalogue
from kohtaamo.problems.problem import Problem
from kohtaamo.problems.visible import shortened, visible

LONGEST_FIELD = 120

# GitHub's runner takes these for commands (actions/runner, ActionCommand.cs): one at the beginning
# of a line, the older one anywhere. What paths and messages quote is anybody's text.
_COMMAND, _OLD_COMMAND = "::", "##["


def as_text(problems: Iterable[Problem], catalogue: Catalogue, folder: str) -> str:
    """A line each: `path:line: field: message [code]`; warnings are marked by a word.

    `folder` is the content folder as seen from the working folder; paths begin with it. No line
    end at the end; empty without problems.
    """
    return "\n".join(_line(problem, catalogue, folder) for problem in problems)


def as_github(problems: Iterable[Problem], catalogue: Catalogue, folder: str) -> str:
    """A workflow command each, which GitHub and Forgejo show beside the line of the file.

    Source: GitHub Actions, "Workflow commands": `%`, CR and LF are escaped, in properties also
    `:` and `,`.
    """
    return "\n".join(_command(problem, catalogue, folder) for problem in problems)


def as_json(problems: Iterable[Problem], catalogue: Catalogue, folder: str) -> str:
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
    return json.dumps(entries, indent=2)


def _line(problem: Problem, catalogue: Catalogue, folder: str) -> str:
    path = visible(_path(problem, folder))
    said = _said(problem, catalogue.marked(problem))
    line = f"{path}:{problem.line}: {said} [{problem.code}]".replace(_OLD_COMMAND, "## [")
    return f"./{line}" if line.lstrip().startswith(_COMMAND) else line


def _command(problem: Problem, catalogue: Catalogue, folder: str) -> str:
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
