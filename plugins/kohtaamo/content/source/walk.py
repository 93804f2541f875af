"""Every entry below the content folder, without following a link."""

import os
import re
import unicodedata
from collections.abc import Iterable
from operator import attrgetter
from pathlib import Path
from typing import NamedTuple

from kohtaamo.content.source.layout import IGNORED_FILES, IGNORED_FOLDERS
from kohtaamo.content.source.names import check_printable
from kohtaamo.problems.problem import Problem, Refused
from kohtaamo.problems.visible import escaped
from kohtaamo.text.identity_codes import hide_identity_codes

# Nothing needs to be asked about what thousands of files are called: no capitals, nothing that is
# hidden or left behind, and no six digits as in an identity code.
_ORDINARY = re.compile(r"(?!.*[0-9]{6})[a-z0-9-]+(?:\.[a-z]+)?\.(?:md|yml)")


class Entry(NamedTuple):
    """A file or folder: its path below the content folder, its name, and itself."""

    path: str
    name: str
    file: str

    @property
    def parts(self) -> tuple[str, ...]:
        return tuple(self.path.split("/"))


def list_folder(
    root: Path, parts: tuple[str, ...], problems: list[Problem]
) -> tuple[list[Entry], list[Entry]]:
    """The files and the folders in one folder, by name; what is neither becomes a problem.

    Problems: `unreadable-folder`, `symlink`, `not-a-regular-file`, `hidden-file`,
    `name-not-utf8`, `name-not-printable`, `identity-code`, `names-alike`.
    """
    try:
        with os.scandir(os.path.join(root, *parts)) as scanned:
            found = sorted(scanned, key=attrgetter("name"))
        return _sorted_out(found, parts, problems)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        problems.append(problem("/".join(parts) or ".", "unreadable-folder", reason=reason))
        return [], []


def problem(path: str, code: str, /, **values: str) -> Problem:
    """A problem of a whole file or folder; an identity code in its name is not repeated."""
    return Problem(path=hide_identity_codes(escaped(path)), line=1, code=code, values=values)


def _sorted_out(
    found: list[os.DirEntry[str]], parts: tuple[str, ...], problems: list[Problem]
) -> tuple[list[Entry], list[Entry]]:
    files: list[Entry] = []
    folders: list[Entry] = []
    names: list[str] = []
    ordinary = 0
    above = "".join(f"{part}/" for part in parts)
    for item in found:
        name = item.name
        entry = Entry(above + name, name, item.path)
        if _ORDINARY.fullmatch(name) and item.is_file(follow_symlinks=False):
            names.append(name)
            files.append(entry)
            ordinary += 1
            continue
        if _is_left_behind(item):
            continue
        refused = _not_usable(item)
        if refused is None or refused.code != "identity-code":
            names.append(name)
        if refused is not None:
            problems.append(problem(entry.path, refused.code, **refused.values))
        elif item.is_file(follow_symlinks=False):
            files.append(entry)
        else:
            folders.append(entry)
    if len(names) > ordinary:
        # No two ordinary names are alike.
        _note_alike(names, above, problems)
    return files, folders


def _is_left_behind(item: os.DirEntry[str]) -> bool:
    """True for what systems and editors make for themselves."""
    is_folder = item.is_dir(follow_symlinks=False)
    return (IGNORED_FOLDERS if is_folder else IGNORED_FILES).fullmatch(item.name) is not None


def _not_usable(item: os.DirEntry[str]) -> Refused | None:
    """Why an entry is neither a file nor a folder that may be read."""
    try:
        check_printable(item.name)
    except Refused as refused:
        return refused
    if hide_identity_codes(item.name) != item.name:
        return Refused("identity-code")
    if item.is_symlink():
        return Refused("symlink", value=item.name)
    if item.name.startswith("."):
        return Refused("hidden-file", value=item.name)
    if item.is_file(follow_symlinks=False) or item.is_dir(follow_symlinks=False):
        return None
    return Refused("not-a-regular-file", value=item.name)


def same_to_some_systems(name: str) -> str:
    """What Windows and macOS compare: neither case nor Unicode form counts."""
    if name.isascii():
        return name.lower()
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())


def _note_alike(names: Iterable[str], above: str, problems: list[Problem]) -> None:
    by_fold: dict[str, list[str]] = {}
    for name in names:
        by_fold.setdefault(same_to_some_systems(name), []).append(name)
    for alike in by_fold.values():
        if len(alike) > 1:
            for name in alike:
                others = ", ".join(escaped(other) for other in alike if other != name)
                path = above + name
                problems.append(problem(path, "names-alike", value=escaped(name), other=others))
