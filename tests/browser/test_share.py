"""A page's address sent on: by what a telephone has for it, elsewhere by the clipboard."""

from playwright.sync_api import Browser, Page

from tests.browser.chromium import reader

PLACE = "/paikat/kansalaisten-olohuone/"
BUTTON = ".share-link button:not([hidden])"
# A browser, or a page without https, that gives scripts no clipboard.
NO_CLIPBOARD = "Object.defineProperty(navigator, 'clipboard', { value: undefined });"
# A telephone: fingers, and a way of its own to send things on.
TELEPHONE = """
    window.sent = [];
    navigator.share = (what) => { window.sent.push(what); return Promise.reject(new Error()); };
    window.matchMedia = (query) => ({ matches: query === "(pointer: coarse)" });
"""


def opened(browser: Browser, address: str, script: str = "") -> Page:
    page = reader(browser).new_page()
    page.add_init_script(script)
    page.goto(address, wait_until="load")
    return page


def test_it_is_copied_and_that_is_said(browser: Browser, origin: str) -> None:
    page = opened(browser, f"{origin}{PLACE}#hours")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    assert page.locator(BUTTON).all_inner_texts() == ["Kopioi linkki"]
    assert page.locator(".share-link [role=status]").inner_text() == ""
    page.locator(BUTTON).press("Enter")
    page.locator(".share-link [role=status]:not(:empty)").wait_for()
    assert page.locator(".share-link [role=status]").inner_text() == "Linkki kopioitu."
    assert page.evaluate("navigator.clipboard.readText()") == f"{origin}{PLACE}"
    page.context.close()


def test_without_a_clipboard_it_is_copied_or_stands_there(browser: Browser, origin: str) -> None:
    page = opened(browser, f"{origin}{PLACE}", NO_CLIPBOARD)
    said = page.locator(".share-link [role=status]")
    page.locator(BUTTON).click()
    assert said.inner_text() == "Linkki kopioitu."
    page.evaluate("document.execCommand = () => false")
    page.locator(BUTTON).click()
    assert said.inner_text() == f"{origin}{PLACE}"
    assert page.evaluate("document.activeElement.textContent") == "Kopioi linkki"
    page.context.close()


def test_a_telephone_sends_it_on_its_own_way(browser: Browser, origin: str) -> None:
    page = opened(browser, f"{origin}{PLACE}", TELEPHONE)
    assert page.locator(BUTTON).all_inner_texts() == ["Lähetä linkki"]
    page.locator(BUTTON).click()
    # Whoever closes the telephone's own sheet is told of no fault.
    assert page.evaluate("window.sent") == [
        {"title": "Kansalaisten olohuone – Jyväskylä – Ovi auki", "url": f"{origin}{PLACE}"}
    ]
    assert page.locator(".share-link [role=status]").inner_text() == ""
    page.context.close()


def test_without_scripts_there_is_nothing_to_press(browser: Browser, origin: str) -> None:
    context = reader(browser, scripts=False)
    page = context.new_page()
    page.goto(f"{origin}{PLACE}", wait_until="load")
    assert page.locator(".share-link button:visible").count() == 0
    context.close()
