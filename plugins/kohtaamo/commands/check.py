"""`kohtaamo check`: all problems at once, of a folder or of one file in it; nothing written."""

import os
import sys
from datetime import date
from pathlib import Path

from kohtaamo.commands.guides import message_file
from kohtaamo.commands.memories import memories_beside
from kohtaamo.content.source.layout import THINGS
from kohtaamo.host.checking import check_folder
from kohtaamo.host.clock import today_in_finland
from kohtaamo.host.collector import resting
from kohtaamo.host.faults import ProcessLost
from kohtaamo.host.progress import READING, shown
from kohtaamo.problems.catalogue import Catalogue, load_catalogue
from kohtaamo.problems.formats import FORMATS, as_notice
from kohtaamo.problems.problem import Problem, Severity, has_errors, in_order


def run_check(
    content: str, today: date | None, form: str, language: str, since: str | None = None
) -> int:
    """Print every problem of a content folder, or of one file in it.

    0 without errors, 1 with, 2 without a folder or for a file that lies in none. With `since`, a
    commit, also what subscribers would lose by what has changed in the folder after it.
    """
    path, day = Path(content), today or today_in_finland()
    if path.is_file():
        return _check_file(path, day, form, language, since)
    if not path.is_dir():
        print(f"Kansiota {content} ei ole. Anna sisältökansion nimi.", file=sys.stderr)
        return 2
    try:
        with resting(), shown(READING) as progress:
            found = check_folder(
                path, day, memories_beside(path), progress, is_network_wanted=since is not None
            )
    except ProcessLost:
        print(
            "Koneesta loppui muisti, tai joku keskeytti työn. Aja komento uudelleen.",
            file=sys.stderr,
        )
        return 1
    problems = found.problems
    if since is not None and found.loaded is not None:
        # Whoever asks for no comparison should not wait for what it imports.
        from kohtaamo.host.since import problems_since

        compared = problems_since(path, since, found.loaded, day, found.known)
        problems = in_order((*problems, *compared))
    catalogue = load_catalogue(language)
    beside = _beside(path)
    summary = catalogue.summary(found.files, *_counts(problems), beside)
    return _told(problems, form, catalogue, beside, summary)


def _check_file(file: Path, today: date, form: str, language: str, since: str | None) -> int:
    """The same for one file of a content folder, which is found above it."""
    # A link stays itself: it is a problem, wherever it leads.
    inside = file.parent.resolve() / file.name
    root = _content_of(inside)
    if root is None:
        print(f"Tiedosto {file} ei ole sisältökansiossa (network.yml).", file=sys.stderr)
        return 2
    if since is not None:
        print("--since vertaa koko sisältökansiota. Anna kansion nimi.", file=sys.stderr)
        return 2
    # A whole folder is read in another way.
    from kohtaamo.addresses import reserved_slugs
    from kohtaamo.content.one_file import check_file

    path = inside.relative_to(root).as_posix()
    with resting():
        problems = check_file(root, path, today=today, reserved=reserved_slugs())
    catalogue = load_catalogue(language)
    summary = catalogue.summary_of(_beside(file), *_counts(problems))
    return _told(problems, form, catalogue, _beside(root), summary)


def _content_of(file: Path) -> Path | None:
    """The folder with `network.yml` above a file; an event may be called `network.yml` too."""
    holding = [folder for folder in file.parents if (folder / "network.yml").is_file()]
    inside = {folder / name for folder in holding for name in THINGS}
    return next((each for each in holding if inside.isdisjoint((each, *each.parents))), None)


def _told(
    problems: tuple[Problem, ...], form: str, catalogue: Catalogue, beside: str, summary: str
) -> int:
    """Print the problems and where they are explained, and in words also what was checked."""
    text = FORMATS[form](problems, catalogue, beside)
    guide = message_file(catalogue.language)
    if text:
        print(text)
    if problems and guide.is_file():
        said = catalogue.explained_in(guide.as_posix())
        if form == "text":
            print(f"\n{said}")
        elif form == "github":
            print(as_notice(said))
    if form == "text":
        print(summary)
    return 1 if has_errors(problems) else 0


def _counts(problems: tuple[Problem, ...]) -> tuple[int, int]:
    """How many errors and how many warnings."""
    errors = sum(problem.severity is Severity.ERROR for problem in problems)
    return errors, len(problems) - errors


def _beside(path: Path) -> str:
    """The path as seen from the working folder."""
    return Path(os.path.relpath(path)).as_posix()
