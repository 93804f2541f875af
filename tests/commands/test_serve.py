"""`kohtaamo serve`: builds, shows the pages on this machine, and builds again on every change."""

import http.client
import queue
import re
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import ROOT, TODAY

# Far above what the slowest machine needs: a hanging server fails instead of waiting for ever.
DEADLINE = 120


class Serving:
    """A running preview of a content folder; `said` holds what it prints, line by line."""

    def __init__(self, content: Path, *options: str) -> None:
        command = [sys.executable, "-m", "kohtaamo", "serve", str(content), *options]
        command += ["--today", TODAY]
        self.process = subprocess.Popen(
            command,
            cwd=content.parent,
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

    def wait_for(self, pattern: str, seconds: float = DEADLINE) -> re.Match[str] | None:
        """The next line that holds the pattern; None when there is none for so long."""
        while True:
            try:
                line = self.said.get(timeout=seconds)
            except queue.Empty:
                return None
            assert line is not None, "the preview has ended"
            match = re.search(pattern, line)
            if match is not None:
                return match

    def told(self, pattern: str) -> str:
        """The first group in the next line that holds the pattern."""
        match = self.wait_for(pattern)
        assert match is not None, f"nothing said: {pattern}"
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


@pytest.fixture
def serving(small_content: Path) -> Iterator[Serving]:
    """A preview by a region's own settings, beside its content."""
    settings = f"from kohtaamo.host.settings import *\nTHEME = {str(ROOT / 'theme')!r}\n"
    (small_content.parent / "pelicanconf.py").write_text(settings, "utf-8")
    # Where tests run in a shell's background, Ctrl+C is ignored, and what they start inherits that.
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    served = Serving(small_content, "-o", "site", "--port", "0")
    signal.signal(signal.SIGINT, before)
    yield served
    served.end()


PORTAL = r"^Portaali: http://127\.0\.0\.1:(\d+)/ "


def test_a_preview_from_start_to_end(serving: Serving, small_content: Path) -> None:
    count = int(serving.told(r"^(\d+) tiedostoa kirjoitettu, 0 poistettu"))
    port = int(serving.told(PORTAL))
    address = "/tapahtumat/joululaulut/"

    assert count > 0
    assert "Joululaulut asemalla" in serving.get(port, address)[2]
    assert serving.get(port, "/tapahtumat/calendar.ics")[1] == "text/calendar; charset=utf-8"
    assert serving.get(port, "/ei-ole/")[0] == 404

    event = small_content / "events" / "joululaulut.md"
    text = event.read_text("utf-8").replace("Joululaulut asemalla", "Kauneimmat laulut")
    _save(serving, event, text, r"tiedostoa kirjoitettu")
    assert "Kauneimmat laulut" in serving.get(port, address)[2]

    _save(serving, small_content / "network.yml", "id: [\n", r"^content/network\.yml:\d+: ")
    assert "Kauneimmat laulut" in serving.get(port, address)[2]

    assert serving.interrupt() == 0
    assert serving.told(r"^(Lopetettu\. .*)$") == (
        "Lopetettu. Viimeisin sivusto on kansiossa site/."
    )


def _save(serving: Serving, file: Path, text: str, answer: str) -> None:
    """Save until it is noticed: watching begins a moment after the address is told."""
    for _ in range(DEADLINE // 5):
        file.write_text(text, "utf-8")
        if serving.wait_for(answer, seconds=5):
            return
    pytest.fail(f"a change of {file.name} was not noticed")


def test_a_taken_port_is_told_before_anything_is_built(
    serving: Serving, small_content: Path
) -> None:
    port = serving.told(PORTAL)

    second = Serving(small_content, "-o", "second", "--port", port)

    assert second.told(r"^(Portti .*)$") == (
        f"Portti {port} on jo käytössä. Valitse toinen: make serve PORT=8080"
    )
    assert second.process.wait(DEADLINE) == 2
    assert not (small_content.parent / "second").exists()
    second.end()
