"""Where changed files wait until all are rendered: inside the output folder, on its file system.

Several processes may fill one stage: each file is one process's own.
"""

import os
import shutil
from collections.abc import Collection, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

# Holds `stage/` (changed files at their paths) and `journal` (stale paths, NUL between them).
OWN = ".kohtaamo"
_STAGE = "stage"
_MARK = "built.json"
_NEW = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0)
# What `open` gives a new file, before the umask.
_MODE = 0o666


class ForeignFolder(Exception):
    """The output folder holds files that no build of ours made."""


# Size and time of change (nanoseconds) of a file of the output, the mark of what it tells of, and
# to what it belongs (`publish/scope.py`).
Written = tuple[int, int, str, str]


class Taken(NamedTuple):
    """A rendered file; `time` is when its bytes were written, in nanoseconds."""

    path: str
    size: int
    time: int
    is_changed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """An empty stage of an output folder; `is_fresh` when that holds no site yet.

    `made_output` when there was no such folder.
    """

    output: str
    is_fresh: bool
    made_output: bool
    folders: set[str] = field(default_factory=set)

    @property
    def folder(self) -> str:
        return f"{self.output}/{OWN}/{_STAGE}"

    def take(self, path: str, data: bytes) -> Taken:
        """Keep a file for later unless the output has it already."""
        if not self.is_fresh and (time := _time_of(f"{self.output}/{path}", data)):
            return Taken(path, len(data), time, is_changed=False)
        target = f"{self.folder}/{path}"
        parent = target.rpartition("/")[0]
        if parent not in self.folders:
            _make_folder(parent)
            self.folders.add(parent)
        # Bare system calls: with thousands of small files, Python's own take most of the time.
        opened = os.open(target, _NEW, _MODE)
        try:
            written = os.write(opened, data)
            while written < len(data):
                written += os.write(opened, data[written:])
            time = os.fstat(opened).st_mtime_ns
        finally:
            os.close(opened)
        return Taken(path, len(data), time, is_changed=True)


def _make_folder(folder: str) -> None:
    """Most lie in one that is there, and are new."""
    try:
        os.mkdir(folder)
    except OSError:
        os.makedirs(folder, exist_ok=True)


def make_stage(output: Path, keep: Collection[str]) -> Stage:
    """Make room for a new stage; `keep` are names at the top of the output that are not ours.

    Raises ForeignFolder, before anything is touched, when the folder is in use for other things.
    """
    names = _own_names(output, keep)
    fresh = not names - {OWN}
    stage = Stage(
        output=str(output),
        is_fresh=fresh,
        made_output=not output.exists(),
    )
    shutil.rmtree(stage.folder, ignore_errors=True)
    os.makedirs(stage.folder)
    return stage


def refuse_foreign(output: Path, keep: Collection[str]) -> None:
    """Raise ForeignFolder when no build of ours made the folder."""
    _own_names(output, keep)


def _own_names(output: Path, keep: Collection[str]) -> set[str]:
    if not output.exists():
        return set()
    if not output.is_dir():
        raise ForeignFolder(str(output))
    names = {entry.name for entry in output.iterdir()} - set(keep)
    if names and not names & {OWN, _MARK}:
        raise ForeignFolder(str(output))
    return names


def _time_of(file: str, data: bytes) -> int:
    """When the file was changed, if it is there with these bytes; 0 if it is not."""
    try:
        status = os.stat(file)
        if status.st_size != len(data):
            return 0
        with open(file, "rb", buffering=0) as there:
            return status.st_mtime_ns if there.read() == data else 0
    except OSError:
        return 0


def held(output: Path, keep: Collection[str]) -> Mapping[str, tuple[int, int]]:
    """Size and time of change (nanoseconds) of every file of the output folder, by its path.

    What is kept for others is left out; an output that is not there holds nothing.
    """
    found: dict[str, tuple[int, int]] = {}
    root = str(output)
    start, waiting = len(root) + 1, [root]
    with suppress(FileNotFoundError, NotADirectoryError):
        while waiting:
            folder = waiting.pop()
            with os.scandir(folder) as entries:
                for entry in entries:
                    if folder == root and (entry.name == OWN or entry.name in keep):
                        continue
                    if entry.is_dir(follow_symlinks=False):
                        waiting.append(entry.path)
                    else:
                        status = entry.stat(follow_symlinks=False)
                        found[entry.path[start:]] = (status.st_size, status.st_mtime_ns)
    return found
