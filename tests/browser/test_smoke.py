"""Every kind of page in a real browser: accessible, quiet, on its own, and narrow enough."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext, Page

from kohtaamo.publish.pages.all import PAGE_TYPES

# One page of the sample network for each template; the test below knows when one is missing.
PAGES = {
    "front.html": "/",
    "listing.html": "/tapahtumat/",
    "month.html": "/tapahtumat/2026/12/",
    "event.html": "/tapahtumat/neulepiiri/",
    "places.html": "/paikat/",
    "place.html": "/paikat/kumppanuustalo/",
    "index.html": "/aiheet/",
    "municipality.html": "/kunnat/kittila/",
    "organisers.html": "/jarjestajat/",
    "organiser.html": "/jarjestajat/rautjarven-kunta/",
    "noticeboard.html": "/ilmoitustaulu/",
    "notice.html": "/ilmoitustaulu/ensiapukurssi/",
    "changes.html": "/muutokset/",
    "about.html": "/tietoa/",
    "content.html": "/tietosuoja/",
    "statement.html": "/saavutettavuus/",
    "subscribe.html": "/tilaa/",
    "not-found.html": "/ei-ole/",
}
# Pages that look another way: other languages, a cancelled event, a place that travels, no events.
OTHERS = (
    "/sv/",
    "/en/",
    "/paikat/kiertava-perhetupa/",
    "/tapahtumat/kohtaamispaikkapaivat-2027/",
    "/etana/",
)
# Pages on which long words, times in columns and chips meet.
LARGE = ("front.html", "event.html", "place.html", "municipality.html")
# WCAG 2.2 A and AA; axe leaves the size of targets out unless asked for.
CRITERIA = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
RULES = {
    "runOnly": {"type": "tag", "values": CRITERIA},
    "rules": {"target-size": {"enabled": True}},
}


def test_every_template_has_a_page_here() -> None:
    assert set(PAGES) == {page_type.template for page_type in PAGE_TYPES}


@pytest.mark.parametrize("address", [*PAGES.values(), *OTHERS])
def test_a_page(context: BrowserContext, origin: str, address: str) -> None:
    page = context.new_page()
    noise: list[str] = []
    page.on("console", lambda message: noise.append(f"{message.type}: {message.text}"))
    page.on("pageerror", lambda error: noise.append(str(error)))
    elsewhere: list[str] = []
    page.on(
        "request",
        lambda request: None if request.url.startswith(origin) else elsewhere.append(request.url),
    )

    response = page.goto(f"{origin}{address}", wait_until="load")

    assert response is not None
    missing = address == PAGES["not-found.html"]
    assert response.status == (404 if missing else 200)
    assert _violations(page, "light") == []
    assert _violations(page, "dark") == []
    assert _scrolls_sideways(page, 320) == 0
    assert elsewhere == []
    assert [line for line in noise if not (missing and "status of 404" in line)] == []


@pytest.mark.parametrize("width", [360, 640])
@pytest.mark.parametrize("address", [*(PAGES[template] for template in LARGE), *OTHERS])
def test_text_of_twice_the_size_does_not_scroll_sideways(
    context: BrowserContext, origin: str, address: str, width: int
) -> None:
    """WCAG 2.2, 1.4.4: the reader's own text size, not the browser's zoom."""
    page = context.new_page()
    page.goto(f"{origin}{address}", wait_until="load")
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    assert _scrolls_sideways(page, width) <= 0


def _violations(page: Page, scheme: str) -> list[str]:
    """Rule, what is wrong and where, of each violation in this colour scheme."""
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    return [
        f"{scheme} {found['id']}: {node['html']} {node['failureSummary']}"
        for found in Axe().run(page, options=RULES).response["violations"]
        for node in found["nodes"]
    ]


def _scrolls_sideways(page: Page, width: int) -> int:
    """By how many pixels the page is too wide (WCAG 2.2, 1.4.10: at 320 CSS pixels, by none)."""
    page.set_viewport_size({"width": width, "height": 640})
    root = "document.documentElement"
    return int(page.evaluate(f"{root}.scrollWidth - {root}.clientWidth"))
