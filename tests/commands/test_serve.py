"""`kohtaamo serve`: builds, shows the pages on this machine, and builds again on every change."""

import http.client
import queue
import re
import shutil
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

    def __call__(self, settings: str = "") -> Serving: ...


@pytest.fixture
def served(small_content: Path) -> Iterator[Serve]:
    """Previews beside the content; all are ended."""
    started: list[Serving] = []

    def start(settings: str = "") -> Serving:
        own = small_content.parent / "theme"
        theme = own if own.exists() else ROOT / "theme"
        (small_content.parent / "pelicanconf.py").write_text(
            f"from kohtaamo.host.settings import *\nTHEME = {str(theme)!r}\n{settings}", "utf-8"
        )
        # Where tests run in a shell's background, Ctrl+C is ignored, and what they start inherits
        # that.
        before = signal.signal(signal.SIGINT, signal.default_int_handler)
        started.append(Serving(small_content, "-o", "site", "--port", "0"))
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


def test_a_preview_from_start_to_end(serving: Serving, small_content: Path) -> None:
    count = int(serving.told(r"^(\d+) sivua ja \d+ muuta tiedostoa muuttui\.$"))
    port = int(serving.told(PORTAL))
    address = "/tapahtumat/joululaulut/"

    assert count > 0
    assert "Joululaulut asemalla" in serving.get(port, address)[2]
    assert serving.get(port, "/tapahtumat/calendar.ics")[1] == "text/calendar; charset=utf-8"
    assert serving.get(port, "/ei-ole/")[0] == 404

    event = small_content / "events" / "joululaulut.md"
    text = event.read_text("utf-8").replace("Joululaulut asemalla", "Kauneimmat laulut")
    event.write_text(text, "utf-8")
    assert serving.told(r"^(\d+) sivua ja \d+ muuta tiedostoa muuttui\.$")
    assert "Kauneimmat laulut" in serving.get(port, address)[2]

    assert serving.interrupt() == 0
    assert serving.told(r"^(Lopetettu\. .*)$") == (
        "Lopetettu. Viimeisin sivusto on kansiossa site/."
    )


def test_faults_leave_the_last_good_site_and_are_a_page(
    serving: Serving, small_content: Path
) -> None:
    port = int(serving.told(PORTAL))
    network = small_content / "network.yml"
    good = network.read_text("utf-8")

    network.write_text("id: [\n", "utf-8")

    line = serving.told(r"^content/network\.yml:(\d+): ")
    assert serving.told(r"^(Sivustoa ei .*)$") == (
        "Sivustoa ei rakennettu. Korjaa virheet; entinen sivusto jäi ennalleen."
    )
    assert serving.told(r"^(Viat .*)$") == (
        f"Viat näkyvät myös selaimessa: http://127.0.0.1:{port}/_kohtaamo/faults/"
    )
    page = serving.get(port, "/_kohtaamo/faults/")[2]
    assert f"<code>content/network.yml:{line}</code>" in page
    assert "Joululaulut asemalla" in serving.get(port, "/tapahtumat/joululaulut/")[2]

    network.write_text(good, "utf-8")

    assert serving.told(r"^(Mikään .*)$") == "Mikään ei muuttunut."
    assert "<h1>Ei virheitä</h1>" in serving.get(port, "/_kohtaamo/faults/")[2]


def test_a_broken_template_is_a_page_too(served: Serve, small_content: Path) -> None:
    """Whoever works on the theme sees what the program says."""
    theme = Path(shutil.copytree(ROOT / "theme", small_content.parent / "theme"))
    serving = served()
    port = int(serving.told(PORTAL))

    event = theme / "templates" / "event.html"
    event.write_text("{% extends 'base.html' %}{% block content %}{{ nowhere }}{% endblock %}")

    assert serving.told(r"^(Viat näkyvät) myös selaimessa")
    page = serving.get(port, "/_kohtaamo/faults/")[2]
    assert "<p>Ohjelma, sivupohja tai asetustiedosto on rikki. Viesti on alla." in page
    assert "UndefinedError: &#39;nowhere&#39; is undefined" in page


def test_a_first_start_with_faults(served: Serve, small_content: Path) -> None:
    network = small_content / "network.yml"
    good = network.read_text("utf-8")
    network.write_text("id: [\n", "utf-8")
    serving = served()
    port = int(serving.told(PORTAL))

    status, _, page = serving.get(port, "/")
    assert status == 503
    assert "<h1>Sivustoa ei päivitetty: 1 virhe</h1>" in page

    network.write_text(good, "utf-8")

    assert serving.told(r"^(\d+ sivua) ja")
    assert serving.get(port, "/")[0] == 200


def test_many_saves_end_in_the_last(serving: Serving, small_content: Path) -> None:
    """Also those that come while a build is running."""
    port = int(serving.told(PORTAL))
    event = small_content / "events" / "joululaulut.md"
    text = event.read_text("utf-8")

    for number in range(1, 51):
        event.write_text(text.replace("Joululaulut asemalla", f"Laulut {number}."), "utf-8")
        if number == 25:
            # The next ones are saved in the middle of a build, or right after one.
            serving.told(r"^(\d+ sivua) ja")

    while "Laulut 50." not in serving.get(port, "/tapahtumat/joululaulut/")[2]:
        serving.told(r"(muuttui)")


def test_settings_saved_by_renaming_are_seen_each_time(
    serving: Serving, small_content: Path
) -> None:
    """As many editors save: the system forgets a file that another takes the place of."""
    serving.told(PORTAL)
    settings = small_content.parent / "pelicanconf.py"
    good = settings.read_text("utf-8")
    for number in range(1, 4):
        draft = settings.with_suffix(".draft")
        draft.write_text(f"{good}print('Asetukset {number}')\n", "utf-8")
        draft.replace(settings)
        assert serving.told(rf"^(Asetukset {number})$")


def test_a_folder_that_was_away_is_seen_when_it_is_back(
    serving: Serving, small_content: Path
) -> None:
    port = int(serving.told(PORTAL))
    away = small_content.with_name("muualla")
    small_content.rename(away)
    assert serving.told(r"^(Viat näkyvät) myös selaimessa")
    page = serving.get(port, "/_kohtaamo/faults/")[2]
    assert "<p>Kansiota " in page
    assert " ei ole. Anna sisältökansion nimi." in page

    away.rename(small_content)

    assert serving.told(r"^(Mikään .*)$") == "Mikään ei muuttunut."


def test_it_can_be_ended_while_it_builds(served: Serve, small_content: Path) -> None:
    serving = served("import signal\nprint('Rakennan', flush=True)\nsignal.pause()\n")
    serving.told("^(Rakennan)$")

    assert serving.interrupt() == 0
    assert serving.told(r"^(Lopetettu\. .*)$")


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
