"""The program's own files, as a network has them beside its content.

A network holds a list of them, `software.sha256`, in the form that `sha256sum -c` reads.
"""

import hashlib
import os
import re
import shutil
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from kohtaamo import __version__

# Of the repository's top level. Not here: what is a network's own, and what only those need who
# work on the program (tests, benchmarks, its own runs).
PARTS = (
    *(".editorconfig", ".forgejo", ".gitattributes", ".github", ".gitignore", ".gitlab"),
    ".gitlab-ci.yml",
    *("CHANGELOG.md", "CONTRIBUTING.en.md", "CONTRIBUTING.md", "CONTRIBUTING.sv.md"),
    *("LICENSE", "LICENSE-CONTENT.md", "Makefile", "SECURITY.md", "docs", "plugins"),
    *("pyproject.toml", "requirements-build.lock", "requirements-test.lock", "requirements.lock"),
    *("tasks.py", "theme"),
)
# Without these nothing works; the forges' files may be missing.
NEEDED = ("Makefile", "plugins", "pyproject.toml", "requirements.lock", "tasks.py", "theme")
SETTINGS = ("pelicanconf.py", "publishconf.py")
LIST = "software.sha256"
# Whom a forge asks to look at what is each network's own to say.
_OWN = frozenset({"CODEOWNERS"})
# Tells of the sample network alone.
_OF_THE_SAMPLE = frozenset({"docs/sample.md"})
_LEFT = frozenset({"__pycache__", ".DS_Store", "Thumbs.db"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Renewal:
    """What another version would change in a network's folder; all are paths within it."""

    older: str
    changed: tuple[str, ...]
    written: tuple[str, ...]
    gone: tuple[str, ...]


def program_root() -> Path:
    """The folder in which `plugins/` lies that this code runs from."""
    return Path(__file__).resolve().parents[3]


def missing_parts(root: Path) -> tuple[str, ...]:
    """What `root` lacks to be the program's folder."""
    return tuple(each for each in (*NEEDED, *SETTINGS) if not (root / each).exists())


def software_files(root: Path) -> tuple[str, ...]:
    """The program's files below `root`, as paths with `/`, in order; no links, nothing compiled."""
    return tuple(sorted(_files(root)))


def _files(root: Path) -> Iterator[str]:
    for part in PARTS:
        path = root / part
        if path.is_file() and not path.is_symlink():
            yield part
        for folder, folders, names in os.walk(path):
            folders[:] = [each for each in folders if not _is_left(each)]
            for name in names:
                file = Path(folder, name)
                within = file.relative_to(root).as_posix()
                if _is_left(name) or name in _OWN or within in _OF_THE_SAMPLE:
                    continue
                if not file.is_symlink():
                    yield within


def _is_left(name: str) -> bool:
    return name in _LEFT or name.endswith((".pyc", "~")) or name.startswith(".#")


def listed(root: Path, paths: Iterable[str], version: str = __version__) -> str:
    """The list of these files, with the version that they are of."""
    lines = [f"{_digest(root / path)}  {path}" for path in paths]
    return "\n".join([f"# Kohtaamo {version}", *lines]) + "\n"


def read_list(text: str) -> tuple[str, Mapping[str, str]]:
    """The version of a list, and each file's digest by path: only of the program's own parts."""
    first, *lines = text.splitlines() or [""]
    pairs = (line.split("  ", 1) for line in lines if "  " in line and not line.startswith("#"))
    return first.rpartition(" ")[2], {path: digest for digest, path in pairs if _is_ours(path)}


def is_newer(version: str) -> bool:
    """Whether a list is of a version after this one; of a name that is no number nobody knows."""
    return _numbers(version) > _numbers(__version__)


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in re.findall(r"[0-9]{1,9}", version)[:3])


def _is_ours(path: str) -> bool:
    parts = path.split("/")
    return parts[0] in PARTS and ".." not in parts


def copy_files(source: Path, target: Path, paths: Iterable[str]) -> None:
    """Copy each file with its mode, each whole or not at all."""
    for path in paths:
        file = target.joinpath(*path.split("/"))
        file.parent.mkdir(parents=True, exist_ok=True)
        waiting = file.with_name(f".{file.name}~")
        try:
            shutil.copyfile(source / path, waiting)
            shutil.copymode(source / path, waiting)
            waiting.replace(file)
        finally:
            waiting.unlink(missing_ok=True)


def renewal(source: Path, target: Path) -> Renewal:
    """What `copy_files` and `remove_files` have to do so that `target` has the files of `source`.

    A file counts as changed when it is neither as the list of `target` says nor as it will be.
    """
    version, before = read_list((target / LIST).read_text("utf-8", "replace"))
    after = {path: _digest(source / path) for path in software_files(source)}
    found = {path: _digest(target / path) for path in {*before, *after}}
    there = {path: digest for path, digest in found.items() if digest}
    changed = (
        path
        for path, digest in there.items()
        if digest != before.get(path) and digest != after.get(path)
    )
    return Renewal(
        older=version,
        changed=tuple(sorted(changed)),
        written=tuple(path for path, digest in after.items() if there.get(path) != digest),
        gone=tuple(sorted(path for path in before if path in there and path not in after)),
    )


def remove_files(target: Path, paths: Iterable[str]) -> None:
    """Remove files, and the folders that are empty without them."""
    for path in paths:
        parts = path.split("/")
        if ".." in parts or Path(path).is_absolute():
            continue
        file = target.joinpath(*parts)
        file.unlink(missing_ok=True)
        with suppress(OSError):
            for folder in file.parents[: len(parts) - 1]:
                folder.rmdir()


def _digest(file: Path) -> str:
    """The file's digest, "" when it is not there."""
    try:
        return hashlib.sha256(file.read_bytes()).hexdigest()
    except OSError:
        return ""
