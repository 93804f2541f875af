"""Puts a finished build in place: only what changed, file by file, and never by halves.

Everything is rendered before anything is written. Changed files are staged inside the output
folder, a journal then says that the stage is complete, and each file is renamed into its place;
removals come last. A build that is stopped before the journal leaves the output as it was; one
stopped after it is finished by the next.
"""

import os
import shutil
from collections.abc import Collection, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from kohtaamo.host.staging import OWN, Stage, held, make_stage, refuse_foreign


@dataclass(frozen=True, slots=True, kw_only=True)
class Applied:
    """How many files a build wrote, removed, and found already right.

    `changed` are the paths of those written and removed. `unsearchable` says why there is no search
    index where one was wanted.
    """

    written: int
    removed: int
    unchanged: int
    changed: tuple[str, ...] = field(default=(), repr=False, compare=False)
    unsearchable: str = ""


def apply(files: Mapping[str, bytes], output: Path, keep: Collection[str]) -> Applied:
    """Make `output` hold exactly `files` (relative path → bytes); `keep` are top names to leave.

    Raises ForeignFolder, before anything is touched, when the folder is in use for other things.
    """
    stage = begin(output, keep)
    changed = [path for path, data in files.items() if stage.take(path, data).is_changed]
    stale = [path for path in held(output, keep) if path not in files]
    finish(stage, changed, stale)
    return Applied(
        written=len(changed),
        removed=len(stale),
        unchanged=len(files) - len(changed),
        changed=(*changed, *stale),
    )


def begin(output: Path, keep: Collection[str]) -> Stage:
    """Finish what an interrupted build left, and make an empty stage."""
    refuse_foreign(output, keep)
    finish_interrupted(output)
    return make_stage(output, keep)


def abandon(stage: Stage) -> None:
    """Leave the output as if nothing had begun."""
    shutil.rmtree(f"{stage.output}/{OWN}", ignore_errors=True)
    if stage.made_output:
        with suppress(OSError):
            Path(stage.output).rmdir()


def finish(stage: Stage, changed: Collection[str], stale: Collection[str]) -> None:
    """Put everything that was staged in place, and remove the stale files."""
    output = Path(stage.output)
    if changed or stale:
        own = output / OWN
        draft = own / "journal.part"
        draft.write_bytes(b"\0".join(os.fsencode(path) for path in stale))
        os.replace(draft, own / "journal")
    finish_interrupted(output)


def finish_interrupted(output: Path) -> None:
    """Carry out a complete stage; throw an incomplete one away."""
    own = output / OWN
    journal = own / "journal"
    if journal.exists():
        _move_all(str(own / "stage"), str(output))
        for path in filter(None, journal.read_bytes().split(b"\0")):
            _remove(output / os.fsdecode(path), output)
    shutil.rmtree(own, ignore_errors=True)


def _move_all(stage: str, output: str) -> None:
    """Rename everything in one folder into the other, what is not there yet as a whole."""
    with suppress(FileNotFoundError), os.scandir(stage) as entries:
        for entry in entries:
            target = f"{output}/{entry.name}"
            if entry.is_dir(follow_symlinks=False):
                if os.path.isfile(target) or os.path.islink(target):
                    os.unlink(target)
                if os.path.isdir(target):
                    _move_all(entry.path, target)
                    continue
            elif os.path.isdir(target):
                shutil.rmtree(target)
            os.replace(entry.path, target)


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
