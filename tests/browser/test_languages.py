"""Pages of all kinds of languages in a real browser: easy, partial, right to left, and longer."""

import re
import shutil
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page

from kohtaamo.commands.server import preview_server
from tests.conftest import SITES, kohtaamo_build

from .looks import ALL_RULES, axe_violations

EASY = ("/selko/", "/selko/tapahtumat/kielikahvit/", "/selko/paikat/talo/")
PARTIAL = ("/se/", "/se/baikkit/talo/")
RIGHT_TO_LEFT = ("/ar/", "/ar/fa3aliyat/arabiaksi/", "/ar/amakin/talo/")
# Made of Finnish: a third longer, and mirrored.
TRIAL = tuple(
    f"/{tag}{path}"
    for tag in ("en-XA", "ar-XB")
    for path in ("/", "/tapahtumat/kielikahvit/", "/paikat/talo/", "/tilaa/")
)


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The site of many languages with the trial languages added, served."""
    folder = tmp_path_factory.mktemp("tongues")
    content = Path(shutil.copytree(SITES / "tongues" / "content", folder / "content"))
    network = content / "network.yml"
    text = re.sub(r"(?m)^(languages: \[.*)\]$", r"\1, en-XA, ar-XB]", network.read_text("utf-8"))
    network.write_text(text, "utf-8")
    kohtaamo_build(content, folder / "site")
    server = preview_server(folder / "site", "127.0.0.1", 0)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.mark.parametrize("address", [*EASY, *PARTIAL, *RIGHT_TO_LEFT])
def test_axe_finds_nothing(context: BrowserContext, house: str, address: str) -> None:
    page = opened(context, house, address)
    found = axe_violations(page, ALL_RULES)
    assert [(each["id"], node["html"]) for each in found for node in each["nodes"]] == []


@pytest.mark.parametrize("address", [*EASY, *RIGHT_TO_LEFT, *TRIAL])
def test_nothing_scrolls_sideways(context: BrowserContext, house: str, address: str) -> None:
    page = opened(context, house, address)
    page.set_viewport_size({"width": 320, "height": 640})
    root = "document.documentElement"
    assert page.evaluate(f"{root}.scrollWidth - {root}.clientWidth") == 0


def test_easy_pages_have_larger_type(context: BrowserContext, house: str) -> None:
    size = "parseFloat(getComputedStyle(document.querySelector('main .lead')).fontSize)"
    finnish = opened(context, house, "/paikat/talo/").evaluate(size)
    easy = opened(context, house, "/selko/paikat/talo/").evaluate(size)
    assert easy > finnish


def test_a_page_from_right_to_left_begins_on_the_right(context: BrowserContext, house: str) -> None:
    """The place's name, of the other direction, begins where the lines of the page begin."""
    page = opened(context, house, "/ar/amakin/talo/")
    begins = (
        "() => {{ const range = document.createRange();"
        " range.selectNodeContents(document.querySelector('{}'));"
        " return Math.round(innerWidth - range.getBoundingClientRect().right) }}"
    )
    edges = [page.evaluate(begins.format(each)) for each in ("main h1", "main .lead")]
    assert edges[0] == edges[1]
    tel = page.locator("main a[href^='tel:']").first
    assert tel.evaluate("each => getComputedStyle(each).direction") == "ltr"


def opened(context: BrowserContext, house: str, address: str) -> Page:
    page = context.new_page()
    response = page.goto(f"{house}{address}", wait_until="load")
    assert response is not None
    assert response.status == 200
    return page
