"""One task in a process of its own, with limits: what it took, and how it ended."""

import gc
import json
import os
import resource
import signal
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

# Contract §6, of one file.
MOST_SECONDS, MOST_MEGABYTES = 2.0, 200
_MEGABYTE = 1 << 20


class Measured(NamedTuple):
    """CPU seconds and megabytes beyond what the process had before; what was found."""

    seconds: float
    megabytes: float
    faults: list[str]


def measured(task: Callable[[], list[str]]) -> Measured:
    """Run a task in a copy of this process, which is ended at a second more than the limit.

    A task that takes more than the limits, raises or is ended has a fault more.
    """
    reading, writing = os.pipe()
    process = os.fork()
    if not process:
        os.close(reading)
        _work(task, writing)
    os.close(writing)
    with os.fdopen(reading, "rb") as answer:
        told = answer.read()
    _, status, usage = os.wait4(process, 0)
    seconds = usage.ru_utime + usage.ru_stime
    megabytes, found = json.loads(told) if told else (0.0, [_ending(status)])
    if seconds > MOST_SECONDS:
        found.append(f"took {seconds:.1f} s")
    if megabytes > MOST_MEGABYTES:
        found.append(f"took {megabytes:.0f} MB")
    return Measured(seconds, megabytes, found)


def _work(task: Callable[[], list[str]], writing: int) -> None:
    """The task's faults go up the pipe; this copy ends here."""
    try:
        soft = int(MOST_SECONDS) + 1
        resource.setrlimit(resource.RLIMIT_CPU, (soft, soft + 1))
        most = _status("VmSize") * 1024 + 2 * MOST_MEGABYTES * _MEGABYTE
        resource.setrlimit(resource.RLIMIT_AS, (most, most))
        # As our commands do: nothing that lives as short as they is searched for garbage.
        gc.disable()
        before = _status("VmRSS")
        try:
            found = task()
        except BaseException as error:  # noqa: BLE001 - whatever it is, it is a fault
            found = [f"raised {type(error).__name__}: {str(error)[:300]!r}"]
        grown = (_status("VmHWM") - before) / 1024
        with os.fdopen(writing, "wb") as answer:
            answer.write(json.dumps((grown, found)).encode())
    finally:
        os._exit(0)


def _ending(status: int) -> str:
    number = os.waitstatus_to_exitcode(status)
    return f"ended by {signal.Signals(-number).name}" if number < 0 else f"ended with {number}"


def _status(name: str) -> int:
    """Kilobytes, as Linux tells them of this process."""
    lines = Path("/proc/self/status").read_text("ascii").splitlines()
    return int(next(line.split()[1] for line in lines if line.startswith(f"{name}:")))
