"""`kohtaamo check`: all problems at once, nothing written."""

import os
import sys
from datetime import date
from pathlib import Path

from kohtaamo.addresses import reserved_slugs
from kohtaamo.content.load import Loaded, load
from kohtaamo.host.clock import today_in_finland
from kohtaamo.host.progress import READING, shown
from kohtaamo.problems.catalogue import Catalogue, load_catalogue
from kohtaamo.problems.formats import as_github, as_json, as_text
from kohtaamo.problems.problem import Severity

_FORMATS = {"text": as_text, "github": as_github, "json": as_json}


def run_check(content: str, today: date | None, form: str, language: str) -> int:
    """Print every problem of a content folder; 0 without errors, 1 with, 2 without a folder."""
    root = Path(content)
    if not root.is_dir():
        print(f"Kansiota {content} ei ole. Anna sisältökansion nimi.", file=sys.stderr)
        return 2
    with shown(READING) as progress:
        loaded = load(
            root,
            today=today or today_in_finland(),
            reserved=reserved_slugs(),
            progress=progress,
        )
    catalogue = load_catalogue(language)
    beside = Path(os.path.relpath(root)).as_posix()
    text = _FORMATS[form](loaded.problems, catalogue, beside)
    if text:
        print(text)
    if form == "text":
        print(_summary(loaded, catalogue, beside))
    return 1 if loaded.faulty else 0


def _summary(loaded: Loaded, catalogue: Catalogue, beside: str) -> str:
    errors = sum(problem.severity is Severity.ERROR for problem in loaded.problems)
    warnings = len(loaded.problems) - errors
    return catalogue.summary(loaded.files, errors, warnings, beside)
