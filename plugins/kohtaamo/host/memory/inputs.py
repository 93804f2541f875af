"""Looks at all that a build or a check is made from, without reading what has not changed."""

import os
import sys
import sysconfig
from collections.abc import Mapping
from contextlib import suppress
from datetime import date
from pathlib import Path

import kohtaamo
from kohtaamo.content.source.layout import IGNORED_FOLDERS
from kohtaamo.host.git import git
from kohtaamo.host.history import uncommitted
from kohtaamo.host.memory.scan import Seen, scan
from kohtaamo.host.memory.state import Inputs
from kohtaamo.host.memory.store import digest
from kohtaamo.host.order import Job

_CODE = Path(kohtaamo.__file__).resolve().parent


def look_again(job: Job, before: Inputs, now: int) -> Inputs:
    """The inputs of a build that goes on; where its repository stands has been asked for good."""
    return look(job, before, now, before.history)


def look(
    job: Job, before: Inputs | None, now: int, history: tuple[str, ...] | None = None
) -> Inputs:
    """The inputs of a build; `before` are those of the last one, `now` is in nanoseconds.

    Where the repository stands is asked of git, unless that `history` is known.
    """
    asked = (
        *(job.site_url, job.publish, job.profile, job.search, str(job.content), str(job.theme)),
        *((repr(job.admin),) if job.admin else ()),
    )
    return Inputs(
        settings=_settings(*asked),
        code=_code({"code": _CODE, "theme": job.theme}, before, now),
        files=_files(job.content, before, now),
        history=_history(job.content) if history is None else history,
        today=job.today,
    )


def look_for_check(content: Path, today: date, before: Inputs | None, now: int) -> Inputs:
    """The same of a check: it asks neither for a theme nor for a history."""
    return Inputs(
        settings=_settings(str(content)),
        code=_code({"code": _CODE}, before, now),
        files=_files(content, before, now),
        history=(),
        today=today,
    )


def what_counts(inputs: Inputs) -> tuple[object, ...]:
    """What counts of the inputs: what files hold, not when they were written."""
    files = {path: seen.digest for path, seen in inputs.files.items()}
    code = {path: seen.digest for path, seen in inputs.code.items()}
    return (inputs.settings, inputs.today, inputs.history, files, code)


def shared_mark(inputs: Inputs) -> str:
    """One mark of what all outputs share: settings, code, theme."""
    seen = (f"{path} {each.digest}" for path, each in sorted(inputs.code.items()))
    return digest("\n".join((inputs.settings, *seen)).encode("utf-8", "surrogateescape"))


def _files(content: Path, before: Inputs | None, now: int) -> Mapping[str, Seen]:
    return scan(content, before.files if before else {}, now, _is_ignored)


def _code(folders: Mapping[str, Path], before: Inputs | None, now: int) -> Mapping[str, Seen]:
    known_code = before.code if before else {}
    code: dict[str, Seen] = {}
    for name, folder in folders.items():
        start = len(name) + 1
        known = {
            path[start:]: each for path, each in known_code.items() if path.startswith(f"{name}/")
        }
        found = scan(folder, known, now, lambda name: name == "__pycache__", follow_links=True)
        code |= {f"{name}/{path}": seen for path, seen in found.items()}
    return code


def _is_ignored(name: str) -> bool:
    """Folders that systems make for themselves, git's own among them, are none of ours."""
    return IGNORED_FOLDERS.fullmatch(name) is not None


def _settings(*asked: object) -> str:
    return repr((kohtaamo.__version__, sys.version, _packages(), *asked))


def _packages() -> list[str]:
    """The installed packages with their versions, by the names of their folders."""
    folder = sysconfig.get_path("purelib")
    return sorted(name for name in os.listdir(folder) if name.endswith(".dist-info"))


def _history(content: Path) -> tuple[str, ...]:
    """Where the repository stands; empty outside one.

    A shallow one may grow longer under the same commit. What is not committed is asked of git: what
    it ignores, and what is staged, the files themselves do not say.
    """
    asked = ("--is-shallow-repository", "--git-path", "shallow", "HEAD")
    said = git(content, "rev-parse", *asked).splitlines()
    if len(said) != 3:
        return ()
    shallow, file, head = said
    cut = ""
    if shallow != "false":
        with suppress(OSError):
            cut = digest((content / file).read_bytes())
    return (head, cut, *uncommitted(content))
