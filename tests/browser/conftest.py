"""A real browser, and the sample network served to it."""

import os
import shutil
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, sync_playwright

from kohtaamo.commands.server import preview_server
from tests.shown import ROOT, Shown, shown_of


def _chromium() -> str:
    """The browser's path: CHROMIUM, or the first that is installed."""
    named = os.environ.get("CHROMIUM")
    names = [named] if named else ["chromium", "chromium-browser", "google-chrome"]
    found = next(filter(None, map(shutil.which, names)), None)
    if found is None:
        pytest.fail("Chromium is missing: sudo apt-get install chromium", pytrace=False)
    return found


@pytest.fixture(scope="session")
def origin(built: Callable[[str], Path]) -> Iterator[str]:
    """The sample network, served."""
    server = preview_server(built("sample"), "127.0.0.1", 0)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture(scope="session")
def shown(built: Callable[[str], Path]) -> tuple[Shown, ...]:
    """The sample's longest page of each type in each language."""
    return shown_of(ROOT / "content", built("sample"))


@pytest.fixture(scope="session")
def launch() -> Iterator[Callable[..., Browser]]:
    """Starts the browser, with more arguments."""
    with sync_playwright() as playwright:
        yield lambda *arguments: playwright.chromium.launch(
            executable_path=_chromium(), args=["--no-sandbox", "--disable-gpu", *arguments]
        )


@pytest.fixture(scope="session")
def browser(launch: Callable[..., Browser]) -> Iterator[Browser]:
    launched = launch()
    yield launched
    launched.close()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    opened = browser.new_context(locale="fi-FI", timezone_id="Europe/Helsinki")
    yield opened
    opened.close()
