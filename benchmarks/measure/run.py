"""Run one command and say what it took."""

import os
import resource
import subprocess
import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

_EVERY = 0.02


class Failed(Exception):
    """A command did not do what was to be measured."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """One run: seconds by the clock, and seconds of all processors together."""

    wall: float
    cpu: float


def timed(command: Sequence[str], folder: Path) -> Sample:
    """Run it in the folder; raises Failed with its last words unless it ends with 0."""
    before, start = _children(), time.perf_counter()
    done = subprocess.run(command, cwd=folder, capture_output=True, check=False)
    wall = time.perf_counter() - start
    _must(command, done.returncode, done.stderr)
    return Sample(wall=wall, cpu=_children() - before)


def peak(command: Sequence[str], folder: Path) -> int:
    """The most memory at any moment, in bytes: PSS, summed over all processes of the run.

    PSS counts a page that processes share once (proc(5), smaps_rollup). It is looked at every
    20 ms in a run of its own, because looking costs time.
    """
    most = 0
    process = subprocess.Popen(
        command,
        cwd=folder,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    with process:
        while process.poll() is None:
            most = max(most, sum(_pss(each) for each in _session(process.pid)))
            time.sleep(_EVERY)
    _must(command, process.returncode, b"")
    return most


def _must(command: Sequence[str], code: int, said: bytes) -> None:
    if code:
        last = said.decode(errors="replace").strip().splitlines()[-3:]
        raise Failed(f"{' '.join(command[:4])} ended with {code}: {' / '.join(last)}")


def _children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _session(leader: int) -> Iterator[int]:
    """The processes of the session that the command began."""
    for entry in os.listdir("/proc"):  # noqa: PTH208 - no Path per process, fifty times a second
        if entry.isdigit():
            with suppress(OSError):
                if os.getsid(int(entry)) == leader:
                    yield int(entry)


def _pss(process: int) -> int:
    with suppress(OSError, StopIteration):
        rows = Path(f"/proc/{process}/smaps_rollup").read_text("ascii").splitlines()
        return int(next(row for row in rows if row.startswith("Pss:")).split()[1]) * 1024
    return 0
