"""The page of the form as somebody has it who uses the keyboard alone, on a narrow screen."""

from playwright.sync_api import Page

from tests.browser.looks import COLOUR_RULES, NARROW, ZOOMED, scrolls_sideways, violations

MOST_TABS = 120


def tab_to(page: Page, selector: str) -> None:
    """With the tabulator alone, as somebody does who has no mouse."""
    for _ in range(MOST_TABS):
        if page.evaluate("(what) => document.activeElement.matches(what)", selector):
            return
        page.keyboard.press("Tab")
    raise AssertionError(selector)


def type_in(page: Page, selector: str, text: str) -> None:
    tab_to(page, selector)
    page.keyboard.type(text)


def begin(page: Page, act: str = "event") -> None:
    tab_to(page, f"[data-act={act}]")
    page.keyboard.press("Enter")
    page.wait_for_selector("form.form__form")


def problems(page: Page) -> list[str]:
    faults = [*violations(page, "light"), *violations(page, "dark", COLOUR_RULES)]
    wide = {size: scrolls_sideways(page, *size) for size in (NARROW, ZOOMED)}
    faults += [f"{pixels} pixels too wide at {size}" for size, pixels in wide.items() if pixels > 0]
    page.set_viewport_size({"width": NARROW[0], "height": NARROW[1]})
    return faults
