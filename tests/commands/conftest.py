"""Running previews of `kohtaamo serve`."""

import http.client
import os
import queue
import re
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

import pytest

from tests.conftest import ROOT, TODAY

# Far above what the slowest machine needs: a hanging server fails instead of waiting for ever.
DEADLINE = 120


class Serving:
    """A running preview of a content folder; `said` holds what it prints, line by line.

    `code` is the folder in which its package lies.
    """

    def __init__(self, content: Path, *options: str, code: Path = ROOT / "plugins") -> None:
        command = [sys.executable, "-m", "kohtaamo", "serve", str(content), *options]
        command += ["--today", TODAY]
        self.process = subprocess.Popen(
            command,
            cwd=content.parent,
            env={**os.environ, "PYTHONPATH": str(code)},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
        )
        self.said: queue.Queue[str | None] = queue.Queue()
        self.watchdog = threading.Timer(DEADLINE, self.process.kill)
        self.watchdog.start()
        self.listener = threading.Thread(target=self._listen)
        self.listener.start()

    def _listen(self) -> None:
        assert self.process.stdout is not None
        with self.process.stdout as lines:
            for line in lines:
                self.said.put(line.rstrip("\n"))
        self.said.put(None)

    def told(self, pattern: str) -> str:
        """The first group in the next line that holds the pattern."""
        while True:
            line = self.said.get(timeout=DEADLINE)
            assert line is not None, f"the preview has ended without saying: {pattern}"
            match = re.search(pattern, line)
            if match is not None:
                return match[1]

    def get(self, port: int, path: str) -> tuple[int, str, str]:
        """Status, media type and text."""
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=DEADLINE)
        connection.request("GET", path)
        response = connection.getresponse()
        answer = response.status, response.getheader("Content-Type") or "", response.read()
        connection.close()
        return answer[0], answer[1], answer[2].decode()

    def interrupt(self) -> int:
        """The exit code after Ctrl+C."""
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(DEADLINE)

    def end(self) -> None:
        self.watchdog.cancel()
        self.process.kill()
        self.process.wait()
        self.listener.join()


class Serve(Protocol):
    """Starts a preview by a region's own settings, with these lines at their end."""

    def __call__(self, settings: str = "", code: Path = ROOT / "plugins") -> Serving: ...


@pytest.fixture
def served(small_content: Path) -> Iterator[Serve]:
    """Previews beside the content; all are ended."""
    started: list[Serving] = []

    def start(settings: str = "", code: Path = ROOT / "plugins") -> Serving:
        own = small_content.parent / "theme"
        theme = own if own.exists() else ROOT / "theme"
        (small_content.parent / "pelicanconf.py").write_text(
            f"from kohtaamo.host.settings import *\nTHEME = {str(theme)!r}\n"
            # What the index needs takes seconds to load.
            f"SEARCH = False\n{settings}",
            "utf-8",
        )
        # Where tests run in a shell's background, Ctrl+C is ignored, and what they start inherits
        # that.
        before = signal.signal(signal.SIGINT, signal.default_int_handler)
        started.append(Serving(small_content, "-o", "site", "--port", "0", code=code))
        signal.signal(signal.SIGINT, before)
        return started[-1]

    yield start
    for each in started:
        each.end()


@pytest.fixture
def serving(served: Serve) -> Serving:
    """A running preview."""
    return served()


PORTAL = r"^Portaali: http://127\.0\.0\.1:(\d+)/ "
