"""Residents' errands by the keyboard alone, with scripts and without; a judge has Firefox."""

from collections.abc import Iterator
from functools import partial
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.chromium import reader
from tests.browser.errands import ERRANDS, OF_NEEDS, Errand, Resident
from tests.often import often

Run = partial[list[str]]


class Keys:
    """A page in Chromium."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def open(self, address: str) -> None:
        self.page.goto(address, wait_until="load")

    def press(self, key: str) -> None:
        self.page.keyboard.press(key)

    def follow(self, key: str, address: str) -> None:
        self.press(key)
        self.page.wait_for_url(address, wait_until="load")

    def write(self, text: str) -> None:
        self.page.keyboard.type(text)

    def day(self, iso: str) -> str:
        year, month, day = iso.split("-")
        return f"{month}{day}{year}"

    def ask(self, script: str) -> Any:
        return self.page.evaluate(script)

    def until(self, script: str, value: str) -> None:
        self.page.wait_for_function(script, arg=value)

    def saved(self, key: str) -> str:
        with self.page.expect_download() as download:
            self.press(key)
        return download.value.path().read_text("utf-8")


@pytest.fixture(scope="module", params=[True, False], ids=["scripts", "no scripts"])
def resident(request: pytest.FixtureRequest, browser: Browser, origin: str) -> Iterator[Run]:
    context = reader(browser, scripts=request.param)
    somebody = Resident(Keys(context.new_page()), origin)

    yield partial(somebody.run, scripts=request.param)
    context.close()


@pytest.mark.parametrize("errand", ERRANDS, ids=lambda errand: errand.name)
def test_an_errand(resident: Run, errand: Errand) -> None:
    assert resident(errand) == []


def test_every_need_ends_at_an_event(resident: Run) -> None:
    """In three steps; all of them without scripts, which these pages do not wait for."""
    errands = OF_NEEDS[:: often(4, 1)] if resident.keywords["scripts"] else OF_NEEDS
    assert {each.name: resident(each) for each in errands} == {each.name: [] for each in errands}
