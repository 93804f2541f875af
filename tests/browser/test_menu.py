"""The main menu: folded on a small screen, in sight on a wide one, without a script."""

from playwright.sync_api import BrowserContext, Page

PLACES = "/paikat/"


def opened(context: BrowserContext, origin: str, width: int) -> Page:
    page = context.new_page()
    page.set_viewport_size({"width": width, "height": 640})
    page.goto(f"{origin}{PLACES}", wait_until="load")
    return page


def test_a_wide_screen_shows_the_menu_and_no_switch(context: BrowserContext, origin: str) -> None:
    page = opened(context, origin, 1200)
    assert page.locator(".menu").is_visible()
    assert not page.locator(".menu-switch").is_visible()
    assert page.get_by_role("link", name="svenska").is_visible()


def test_a_small_screen_opens_and_folds_it_by_the_keyboard(
    context: BrowserContext, origin: str
) -> None:
    page = opened(context, origin, 390)
    menu, switch = page.locator(".menu"), page.locator(".menu-switch summary")
    assert not menu.is_visible()
    switch.focus()
    page.keyboard.press("Enter")
    assert menu.is_visible()
    # What has been opened comes next.
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Tapahtumat"
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")
    assert not menu.is_visible()


def test_languages_stand_under_their_names_in_two_rows(
    context: BrowserContext, origin: str
) -> None:
    page = opened(context, origin, 390)
    assert page.get_by_role("link", name="svenska", exact=True).is_visible()
    links = page.locator(".language-switch a").all()
    assert len({(link.bounding_box() or {})["y"] for link in links}) == 2


def test_the_header_leaves_most_of_a_small_screen_to_the_page(
    context: BrowserContext, origin: str
) -> None:
    page = opened(context, origin, 320)
    assert page.evaluate("document.querySelector('.site-header').offsetHeight") < 640 / 4
