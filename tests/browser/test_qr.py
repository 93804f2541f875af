"""The code for the phone: behind a switch on the screen, open on paper, always dark on light."""

from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext, Locator, Page

Forced = Literal["active", "none"]
PLACE = "/paikat/kumppanuustalo/"
SWITCH = "Jatka puhelimella: QR-koodi"
NAME = "QR-koodi, joka avaa tämän sivun puhelimessa"


def colours(code: Locator) -> list[str]:
    """What the browser fills the ground and strokes the modules with."""
    ground, modules = code.locator("path").all()
    return [
        str(ground.evaluate("each => getComputedStyle(each).fill")),
        str(modules.evaluate("each => getComputedStyle(each).stroke")),
    ]


def place(context: BrowserContext, origin: str) -> Page:
    page = context.new_page()
    page.goto(f"{origin}{PLACE}", wait_until="load")
    return page


def test_the_switch_shows_and_hides_it_with_the_keyboard_and_without_scripts(
    context: BrowserContext, origin: str
) -> None:
    page = place(context, origin)
    code = page.get_by_role("img", name=NAME)
    assert code.count() == 0

    page.get_by_text(SWITCH).focus()
    page.keyboard.press("Enter")
    assert code.is_visible()
    assert Axe().run(page).response["violations"] == []

    page.keyboard.press("Enter")
    assert code.count() == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("forced", ["none", "active"])
def test_it_is_dark_on_light_in_all_colours_and_fits_a_narrow_phone(
    context: BrowserContext, origin: str, scheme: Literal["light", "dark"], forced: Forced
) -> None:
    page = place(context, origin)
    page.emulate_media(color_scheme=scheme, forced_colors=forced)
    page.set_viewport_size({"width": 320, "height": 640})
    page.get_by_text(SWITCH).click()
    code = page.get_by_role("img", name=NAME)

    assert colours(code) == ["rgb(255, 255, 255)", "rgb(0, 0, 0)"]
    box = code.bounding_box()
    assert box is not None
    assert box["width"] == box["height"] == 176
    assert box["x"] + box["width"] <= 320


def test_paper_has_it_open_beside_the_address_and_nothing_to_press(
    context: BrowserContext, origin: str
) -> None:
    page = place(context, origin)
    page.emulate_media(media="print")
    block = page.locator(".feed-links")

    assert page.get_by_role("img", name=NAME).is_visible()
    assert block.get_by_text("/paikat/kumppanuustalo/").is_visible()
    assert [link.text_content() for link in block.get_by_role("link").all()] == []
