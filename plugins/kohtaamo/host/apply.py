"""Puts a finished build in place: only what changed, file by file, and never by halves.

Everything is rendered before anything is written. Changed files are staged inside the output
folder (the same file system), a journal then says that the stage is complete, and each file is
renamed into its place; removals come last. A build that is stopped before the journal leaves the
output as it was; one stopped after it is finished by the next.
"""

import os
import shutil
from collections.abc import Collection, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

# Holds `stage/` (changed files at their paths) and `journal` (stale paths, NUL between them).
_OWN = ".kohtaamo"
_MARK = "built.json"


class ForeignFolder(Exception):
    """The output folder holds files that no build of ours made."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Applied:
    """How many files a build wrote, removed, and found already right."""

    written: int
    removed: int
    unchanged: int


def apply(files: Mapping[str, bytes], output: Path, keep: Collection[str]) -> Applied:
    """Make `output` hold exactly `files` (relative path → bytes); `keep` are top names to leave.

    Raises ForeignFolder, before anything is touched, when the folder is in use for other things.
    """
    _refuse_foreign(output, keep)
    own = output / _OWN
    _finish_interrupted(output)
    changed = {path: data for path, data in files.items() if not _is(output / path, data)}
    stale = [path for path in _existing(output, keep) if path not in files]
    if changed or stale:
        _stage(own, changed, stale)
        _finish_interrupted(output)
    return Applied(written=len(changed), removed=len(stale), unchanged=len(files) - len(changed))


def _refuse_foreign(output: Path, keep: Collection[str]) -> None:
    if not output.exists():
        return
    if not output.is_dir():
        raise ForeignFolder(str(output))
    names = {entry.name for entry in output.iterdir()} - set(keep)
    if names and not names & {_OWN, _MARK}:
        raise ForeignFolder(str(output))


def _is(file: Path, data: bytes) -> bool:
    """Whether the file is there with these bytes."""
    try:
        return file.stat().st_size == len(data) and file.read_bytes() == data
    except OSError:
        return False


def _existing(output: Path, keep: Collection[str]) -> Iterator[str]:
    """Every file of the output folder, but for what is kept."""
    others = {_OWN, *keep}
    for folder, folders, names in os.walk(output):
        relative = Path(folder).relative_to(output)
        at_top = relative == Path()
        if at_top:
            folders[:] = [name for name in folders if name not in others]
        for name in names:
            if not (at_top and name in others):
                yield (relative / name).as_posix()


def _stage(own: Path, changed: Mapping[str, bytes], stale: list[str]) -> None:
    shutil.rmtree(own, ignore_errors=True)
    stage = own / "stage"
    stage.mkdir(parents=True)
    for path, data in changed.items():
        file = stage / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
    draft = own / "journal.part"
    draft.write_bytes(b"\0".join(os.fsencode(path) for path in stale))
    draft.replace(own / "journal")


def _finish_interrupted(output: Path) -> None:
    """Carry out a complete stage; throw an incomplete one away."""
    own = output / _OWN
    journal = own / "journal"
    if journal.exists():
        stage = own / "stage"
        for folder, _, names in os.walk(stage):
            for name in names:
                staged = Path(folder) / name
                _rename(staged, output / staged.relative_to(stage), output)
        for path in filter(None, journal.read_bytes().split(b"\0")):
            _remove(output / os.fsdecode(path), output)
    shutil.rmtree(own, ignore_errors=True)


def _rename(staged: Path, target: Path, output: Path) -> None:
    """Rename into place, also where a folder has become a file or a file a folder."""
    for parent in reversed(target.relative_to(output).parents):
        if (output / parent).is_file():
            (output / parent).unlink()
    target.parent.mkdir(parents=True, exist_ok=True)
    if target.is_dir():
        shutil.rmtree(target)
    staged.replace(target)


def _remove(file: Path, output: Path) -> None:
    """Remove a file and the folders that it leaves empty, unless something new has its place."""
    if file.is_dir():
        return
    with suppress(NotADirectoryError):
        file.unlink(missing_ok=True)
    for folder in file.parents:
        if folder == output:
            return
        try:
            folder.rmdir()
        except OSError:
            return
