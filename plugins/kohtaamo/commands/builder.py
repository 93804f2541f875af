"""Runs `kohtaamo` again and again, each time in a process of its own."""

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress

# More than a number and a line's end take.
_ANSWER = 16


@contextmanager
def builder(arguments: Sequence[str]) -> Iterator[Callable[[], int]]:
    """A function that runs the command as its code is then, and gives its exit code.

    With the context, whatever still runs is ended; the next build finishes what it had begun to
    write.
    """
    if not hasattr(os, "fork"):
        yield lambda: _run(arguments)
        return
    standby = _Standby(arguments)
    try:
        yield standby.build
    finally:
        standby.end()


def _run(arguments: Sequence[str]) -> int:
    command = [sys.executable, "-m", "kohtaamo", *arguments]
    # In a session of its own it does not hear Ctrl+C, which would end it with a traceback.
    with subprocess.Popen(command, start_new_session=True) as process:
        try:
            return process.wait()
        except KeyboardInterrupt:
            process.terminate()
            raise


class _Standby:
    """The process of `standby.py`: begun when it is first needed, and again when it is lost."""

    def __init__(self, arguments: Sequence[str]) -> None:
        self._command = [sys.executable, "-m", "kohtaamo.commands.standby", *arguments]
        self._there: tuple[subprocess.Popen[bytes], socket.socket] | None = None

    def build(self) -> int:
        line = self._asked()
        if line is None:
            self.end()
            line = self._begun()
        with suppress(ConnectionError):
            if answer := line.recv(_ANSWER):
                return int(answer)
        # It is lost, and how the build ended with it.
        return self.end() or 1

    def _asked(self) -> socket.socket | None:
        """Where the answer will come from, if somebody is there to be asked for a build."""
        if self._there is not None:
            _, line = self._there
            with suppress(OSError):
                line.send(b"\n")
                return line
        return None

    def _begun(self) -> socket.socket:
        """The same of a new process, which builds at once."""
        line, its_end = socket.socketpair()
        with its_end:
            # In a session of its own it does not hear Ctrl+C.
            process = subprocess.Popen(
                self._command, stdin=its_end.fileno(), start_new_session=True
            )
        self._there = process, line
        return line

    def end(self) -> int:
        """End it and all that it has started; its exit code, 0 when it was not there."""
        if self._there is None:
            return 0
        process, line = self._there
        self._there = None
        line.close()
        # Until it is waited for, its number is nobody else's.
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGTERM)
        return process.wait()
