"""`kohtaamo check`: all problems at once, nothing written."""

import os
import sys
from datetime import date
from pathlib import Path

from kohtaamo.addresses import reserved_slugs
from kohtaamo.content.load import load
from kohtaamo.host.clock import today_in_finland
from kohtaamo.host.progress import READING, shown
from kohtaamo.problems.catalogue import Catalogue, load_catalogue
from kohtaamo.problems.formats import as_github, as_json, as_text
from kohtaamo.problems.problem import Problem, Severity, has_errors, in_order

_FORMATS = {"text": as_text, "github": as_github, "json": as_json}


def run_check(
    content: str, today: date | None, form: str, language: str, since: str | None = None
) -> int:
    """Print every problem of a content folder; 0 without errors, 1 with, 2 without a folder.

    With `since`, a commit, also what subscribers would lose by what has changed after it.
    """
    root = Path(content)
    if not root.is_dir():
        print(f"Kansiota {content} ei ole. Anna sisältökansion nimi.", file=sys.stderr)
        return 2
    day = today or today_in_finland()
    with shown(READING) as progress:
        loaded = load(root, today=day, reserved=reserved_slugs(), progress=progress)
    problems = loaded.problems
    if since is not None:
        # Whoever asks for no comparison should not wait for what it imports.
        from kohtaamo.host.since import problems_since

        problems = in_order((*problems, *problems_since(root, since, loaded, day)))
    catalogue = load_catalogue(language)
    beside = Path(os.path.relpath(root)).as_posix()
    text = _FORMATS[form](problems, catalogue, beside)
    if text:
        print(text)
    if form == "text":
        print(_summary(problems, loaded.files, catalogue, beside))
    return 1 if has_errors(problems) else 0


def _summary(problems: tuple[Problem, ...], files: int, catalogue: Catalogue, beside: str) -> str:
    errors = sum(problem.severity is Severity.ERROR for problem in problems)
    return catalogue.summary(files, errors, len(problems) - errors, beside)
