"""Every type of page in every language in a real browser: accessible, quiet, on its own, steady.

Each is opened once, and looked at in every way that leaves the next one its page; last comes what a
screen reader has of it.

The judge `chromium` looks at all other pages too.
"""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from kohtaamo.publish.pages.all import PAGE_TYPES
from tests.browser.chromium import reader
from tests.browser.heard import unheard
from tests.browser.looks import (
    COLOUR_RULES,
    NARROW,
    OTHER_RULES,
    ZOOMED,
    layout_shift,
    least_shift,
    listen,
    scrolls_sideways,
    violations,
)
from tests.browser.states import STATES, State, noise_of, reach
from tests.browser.trees import Node, tree_of
from tests.shown import Shown

KINDS = [each.template.removesuffix(".html") for each in PAGE_TYPES]
# Pages that look another way than the longest of their type: a cancelled event, an umbrella event,
# a place that travels, a place with rooms, nothing but what is online, a need.
OTHERS = (
    "/tapahtumat/joulukirpputori/",
    "/tapahtumat/kohtaamispaikkapaivat-2027/",
    "/paikat/kiertava-perhetupa/",
    "/paikat/kumppanuustalo/",
    "/etana/",
    "/tarvitsen/lonely/",
)
SIZE = "getComputedStyle(document.documentElement).fontSize"
# A page that is wrong in every way that is looked for here.
WRONG = """<!doctype html><html lang="fi"><head><title>Väärin</title>
<style>a { color: #999; width: 400px; display: block } body { overflow-x: hidden }</style></head>
<body><main><h1>Väärin</h1><a href="#">Liian haalea</a> <a href="/"></a><p>Siirtyvä</p></main>
<script>
new Image().src = "http://127.0.0.2:9/";
requestAnimationFrame(() => setTimeout(() => document.body.prepend(
    Object.assign(document.createElement("div"), { style: "height: 300px" })), 100));
</script></body></html>"""


# A text of each colour is enough where it stands first and not enough where it stands again.
AGAIN = """<!doctype html><html lang="fi"><head><title>Uudestaan</title><style>
.said { color: #555; font-size: 16px } .box { background: #fff } .dark { background: #333 }
.pale { opacity: .5 } .small { color: #888; font-size: 24px } .small.less { font-size: 16px }
.over { position: relative } .under { position: absolute; inset: 0; background: #333; z-index: -1 }
@media (prefers-color-scheme: dark) { .box { background: #444 } }
</style></head><body><main><h1>Uudestaan</h1>
<div class="box"><p class="said">Laatikossa</p></div><p class="said">Ensin</p>
<p class="said">Toiseksi</p>
<div class="dark"><p class="said">Tummalla</p></div>
<div class="pale"><p class="said">Haaleana</p></div>
<div class="over" style="z-index: 0"><div class="under"></div><p class="said">Tumman yllä</p></div>
<p class="small">Suurena</p><p class="small less">Pienenä</p>
</main></body></html>"""


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    """A tab that goes from page to page."""
    context = reader(browser)
    yield context.new_page()
    context.close()


@pytest.fixture(scope="module")
def large(launch: Callable[..., Browser]) -> Iterator[Page]:
    """A page of somebody who has set the text of all pages to twice its size."""
    reader = launch("--blink-settings=defaultFontSize=32")
    yield reader.new_page()
    reader.close()


def test_every_type_of_page_is_looked_at(shown: tuple[Shown, ...]) -> None:
    assert {page.kind for page in shown} == set(KINDS)
    assert {page.language for page in shown} == {"fi", "sv", "en", "se", "selko"}


def test_what_is_wrong_is_noticed(context: BrowserContext, origin: str) -> None:
    page = context.new_page()
    heard = listen(page, origin)
    page.route("**/wrong", lambda route: route.fulfill(body=WRONG, content_type="text/html"))
    page.goto(f"{origin}/wrong", wait_until="load")
    page.wait_for_function("document.body.firstElementChild.tagName === 'DIV'")

    assert layout_shift(page) > 0
    assert {each.split(":")[0] for each in violations(page, "light")} == {
        "light color-contrast",
        "light link-name",
    }
    assert scrolls_sideways(page, *NARROW) > 0
    assert heard.elsewhere == ["http://127.0.0.2:9/"]
    assert len(heard.noise) == 1


def test_what_is_enough_in_one_place_is_not_taken_for_enough_in_another(page: Page) -> None:
    """Colours, ground, size and scheme count, however often the words have been looked at."""
    page.set_content(AGAIN)
    found = [
        each.split("</p>")[0].rpartition(">")[2]
        for each in (*violations(page, "light"), *violations(page, "dark", COLOUR_RULES))
        if " color-contrast:" in each
    ]

    never = ["Tummalla", "Haaleana", "Tumman yllä", "Pienenä"]
    assert found == [*never, "Laatikossa", *never]


@pytest.mark.parametrize("kind", KINDS)
def test_a_page(page: Page, origin: str, shown: tuple[Shown, ...], kind: str) -> None:
    faults = {
        each.address: faults
        for each in shown
        if each.kind == kind
        and (
            faults := [
                *_faults(page, origin, each.address, language=each.language),
                *_large(page),
                *_heard(page, each),
            ]
        )
    }
    assert faults == {}


@pytest.mark.parametrize("state", STATES, ids=lambda state: state.name)
def test_a_state_of_a_page(context: BrowserContext, origin: str, state: State) -> None:
    page = context.new_page()
    faults = [
        *_faults(page, origin, state.address, state, language=state.language),
        *_large(page),
        *unheard(_tree(page), state.language),
    ]
    assert faults == []


@pytest.mark.parametrize("address", OTHERS)
def test_another_page(context: BrowserContext, origin: str, address: str) -> None:
    assert _faults(context.new_page(), origin, address) == []


def test_the_header_of_large_text_leaves_half_of_a_small_screen(large: Page, origin: str) -> None:
    large.set_viewport_size({"width": 320, "height": 640})
    large.goto(f"{origin}/paikat/", wait_until="load")

    assert large.evaluate("document.querySelector('.site-header').offsetHeight") < 640 / 2


def test_an_address_without_a_page_answers_with_one(context: BrowserContext, origin: str) -> None:
    response = context.new_page().goto(f"{origin}/ei-ole/", wait_until="load")

    assert response is not None
    assert response.status == 404


def _faults(
    page: Page, origin: str, address: str, state: State | None = None, *, language: str = "fi"
) -> list[str]:
    """Everything that is wrong with a page, in light and dark, wide and narrow.

    All languages have the colours of the first: those of the others are for the judge `firefox`.
    """
    heard = listen(page, origin)
    page.set_viewport_size({"width": 1200, "height": 800})

    def look() -> None:
        if state:
            reach(page, origin, state)
            heard.noise[:] = noise_of(state, heard.noise)
        else:
            page.goto(f"{origin}{address}", wait_until="load")

    look()
    shift = least_shift(page, look)
    faults = [f"moves by {shift} while it loads"] if shift else []
    if language == "fi":
        faults += violations(page, "light")
        faults += violations(page, "dark", COLOUR_RULES)
    else:
        faults += violations(page, "light", OTHER_RULES)
    for name, size in (("320 pixels", NARROW), ("400 %", ZOOMED)):
        if (wide := scrolls_sideways(page, *size)) > 0:
            faults.append(f"{wide} pixels too wide at {name}")
    return [*faults, *heard.noise, *heard.elsewhere]


def _large(page: Page) -> list[str]:
    """WCAG 2.2, 1.4.4: text of twice the size, the reader's own setting and not the zoom."""
    _set_text_size(page, 32)
    size = page.evaluate(SIZE)
    wide = {width: scrolls_sideways(page, width) for width in (360, 640)}
    _set_text_size(page, 16)
    return [
        *([f"text of {size} instead of 32px"] if size != "32px" else []),
        *(
            f"{pixels} pixels too wide at {width} pixels with text of twice the size"
            for width, pixels in wide.items()
            if pixels
        ),
    ]


def _set_text_size(page: Page, size: int) -> None:
    """As the reader's setting of the browser does, for the pages in this tab."""
    tools = page.context.new_cdp_session(page)
    tools.send("Page.setFontSizes", {"fontSizes": {"standard": size}})
    tools.detach()


def _heard(page: Page, shown: Shown) -> list[str]:
    return unheard(_tree(page), shown.language, shown.kind)


def _tree(page: Page) -> Node:
    """The page is not fit for anything else afterwards."""
    page.set_viewport_size({"width": 1280, "height": 720})
    page.emulate_media(color_scheme="light")
    return tree_of(page)
