"""The search index of a preview: made when nothing has been saved for a while, by a build beside.

Nobody waits for it: pages are there before it, and a save ends it.
"""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Lock, Timer

from kohtaamo.commands.build_end import read_build_end

# In seconds: whoever saves again sooner is in the middle of something.
_IDLE = 2.0


class Indexing:
    """One build at a time; `arguments` are those of `kohtaamo`, `report` is its own file."""

    def __init__(self, arguments: Sequence[str], report: Path) -> None:
        self._command = [sys.executable, "-m", "kohtaamo", *arguments]
        self._report = report
        self._change = Lock()
        self._timer: Timer | None = None
        self._process: subprocess.Popen[bytes] | None = None

    def begin(self) -> None:
        """Build when nothing else has happened for a while."""
        with self._change:
            self._timer = Timer(_IDLE, self._build)
            self._timer.daemon = True
            self._timer.start()

    def stop(self) -> None:
        """End what is being built, and whatever was to be built; the site is as it was."""
        with self._change:
            timer, process = self._timer, self._process
            self._timer = self._process = None
        if timer is not None:
            timer.cancel()
        if process is not None:
            _end(process)

    def _build(self) -> None:
        with self._change:
            if self._timer is None:
                return
            # It has said all problems before.
            process = subprocess.Popen(
                self._command,
                stdin=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                start_new_session=True,
            )
            self._process = process
        code = process.wait()
        with self._change:
            is_ours = self._process is process
        if is_ours and (said := read_build_end(self._report, code).unsearchable):
            print(said, flush=True)


def _end(process: subprocess.Popen[bytes]) -> None:
    """It clears up what it has begun; all that it has started ends with it."""
    with suppress(ProcessLookupError):
        if hasattr(os, "killpg"):
            os.killpg(process.pid, signal.SIGTERM)
        else:
            process.terminate()
    process.wait()


@contextmanager
def indexing(arguments: Sequence[str], report: Path) -> Iterator[Indexing]:
    """An index that is made now and then; with the context, what still runs is ended."""
    index = Indexing(arguments, report)
    try:
        yield index
    finally:
        index.stop()
