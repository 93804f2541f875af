"""One build after another, each in a process of its own."""

import os
import signal
import subprocess
import sys
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from kohtaamo.commands.report import Report, read_report


@dataclass(frozen=True, slots=True, kw_only=True)
class Rebuild:
    """What each build is asked for; `report` is a file that belongs to it alone.

    Calendars and feeds carry whole addresses, so they have to name the server's `address`.
    """

    content: str
    output: str
    settings: str
    today: date | None
    address: str
    report: Path

    def run(self) -> Report:
        """Build as the code and the settings are now, printing problems; how it ended."""
        self.report.unlink(missing_ok=True)
        # In a session of its own it does not hear Ctrl+C, which would end it with a traceback.
        with subprocess.Popen(self._command(), start_new_session=True) as process:
            try:
                code = process.wait()
            except KeyboardInterrupt:
                _end(process)
                raise
        return read_report(self.report, code)

    def _command(self) -> list[str]:
        command = [sys.executable, "-m", "kohtaamo", "build", self.content, "-o", self.output]
        command += ["-s", self.settings, "--site-url", self.address, "--report", str(self.report)]
        return command if self.today is None else [*command, "--today", self.today.isoformat()]


def _end(process: subprocess.Popen[bytes]) -> None:
    """End a build and all that it has started; the next one finishes what it had begun to write."""
    if hasattr(os, "killpg"):
        os.killpg(process.pid, signal.SIGTERM)
    else:
        process.terminate()
