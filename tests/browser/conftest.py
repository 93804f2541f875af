"""A real browser, and the sample network served to it."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.browser.chromium import chromium, reader
from tests.browser.form import Form
from tests.browser.looks import NARROW, listen
from tests.served import served
from tests.shown import ROOT, Shown, shown_of


@pytest.fixture(scope="session")
def origin(built: Callable[[str], Path]) -> Iterator[str]:
    """The sample network, served."""
    with served(built("sample")) as address:
        yield address


@pytest.fixture(scope="session")
def shown(built: Callable[[str], Path]) -> tuple[Shown, ...]:
    """The sample's longest page of each type in each language."""
    return shown_of(ROOT / "content", built("sample"))


@pytest.fixture(scope="session")
def launch() -> Iterator[Callable[..., Browser]]:
    """Starts the browser, with more arguments."""
    path = chromium()
    if not path:
        pytest.fail("Chromium is missing: sudo apt-get install chromium", pytrace=False)
    with sync_playwright() as playwright:
        yield lambda *arguments: playwright.chromium.launch(
            executable_path=path,
            args=["--no-sandbox", "--disable-gpu", *arguments],
            # In which order a field takes the figures of a day is the browser's own language.
            env={**os.environ, "LANGUAGE": "en"},
        )


@pytest.fixture(scope="session")
def browser(launch: Callable[..., Browser]) -> Iterator[Browser]:
    launched = launch()
    yield launched
    launched.close()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    opened = reader(browser)
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def form(browser: Browser, origin: str) -> Iterator[Form]:
    """A page on which tests may ask the form's own modules, whatever the policy of pages says."""
    opened = browser.new_context(bypass_csp=True)
    page = opened.new_page()
    page.goto(f"{origin}/built.json")
    yield Form(page)
    opened.close()


@pytest.fixture
def tell(context: BrowserContext, origin: str) -> Iterator[Page]:
    """The page of the form, narrow, which is to make no noise and to ask nobody else."""
    opened = context.new_page()
    opened.set_viewport_size({"width": NARROW[0], "height": NARROW[1]})
    heard = listen(opened, origin)
    opened.goto(f"{origin}/ilmoita/")
    opened.wait_for_selector(".form__start")
    yield opened
    assert (heard.noise, heard.elsewhere) == ([], [])
