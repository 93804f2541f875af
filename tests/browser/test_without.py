"""Every type of page for somebody without a mouse, without scripts, or with colours of their own.

The judge `chromium` looks at the other languages and at other networks.
"""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.chromium import reader
from tests.browser.forced import disappears
from tests.browser.looks import needs_scripts
from tests.browser.states import STATES, State, reach
from tests.browser.test_smoke import KINDS
from tests.browser.walk import skips, switches, walk
from tests.shown import Shown

# For each of these ways of use something is wrong.
WRONG = """<!doctype html><html lang="fi"><head><title>Väärin</title><style>
.bare:focus { outline: none } .chip { background: #036; color: #fff; text-decoration: none }
.icon { display: inline-block; width: 1em; height: 1em; background: #036;
    mask-image: linear-gradient(#000, #000) }
.lost { position: absolute; left: -999px }
.pale { forced-color-adjust: none; color: #fff; background: #036 }
@media (forced-colors: active) { .pale { background: #fff } }
</style></head><body>
<header><a href="/tilaa/" class="bare">Tilaa</a><a href="#content">Sisältöön</a></header>
<a href="/paikat/" tabindex="2">Ensin</a>
<main id="content"><h1>Väärin</h1><a href="/" class="lost">Piilossa</a>
<a href="/" class="chip">Nappi</a>
<span class="icon"></span><p class="pale">Haalea</p>
<details><summary>Ei aukea</summary><p>Piilossa</p></details><p class="written">Vanha</p></main>
<script>
document.querySelector("summary").addEventListener("click", (event) => event.preventDefault());
document.querySelector(".written").innerHTML = '<a href="/uusi/">Uusi</a>';
</script></body></html>"""


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    yield from _tab(browser, scripts=True)


@pytest.fixture(scope="module")
def plain(browser: Browser) -> Iterator[Page]:
    """A page in a browser that runs no scripts of the site; ours are run in it all the same."""
    yield from _tab(browser, scripts=False)


def _tab(browser: Browser, *, scripts: bool) -> Iterator[Page]:
    context = reader(browser, scripts=scripts)
    yield context.new_page()
    context.close()


@pytest.fixture(params=KINDS)
def address(request: pytest.FixtureRequest, origin: str, shown: tuple[Shown, ...]) -> str:
    """Of the longest Finnish page of each type."""
    found = {each.kind: each.address for each in shown if each.language == "fi"}
    return f"{origin}{found[request.param]}"


def test_the_keyboard_is_enough(page: Page, address: str) -> None:
    page.goto(address, wait_until="load")
    assert walk(page) == []
    page.reload(wait_until="load")
    assert [*skips(page), *switches(page)] == []


def test_nothing_disappears_in_forced_colours(page: Page, address: str) -> None:
    page.goto(address, wait_until="load")
    assert disappears(page) == []


def test_scripts_show_nothing_that_is_not_there_without_them(
    page: Page, plain: Page, address: str
) -> None:
    page.goto(address, wait_until="load")
    plain.goto(address, wait_until="load")
    assert needs_scripts(page, plain) == []


@pytest.mark.parametrize("state", STATES, ids=lambda state: state.name)
def test_a_state_is_for_everybody(page: Page, plain: Page, origin: str, state: State) -> None:
    """By keyboard, in forced colours; and who runs no scripts has all that the page itself has."""
    reach(page, origin, state)
    faults = walk(page)
    reach(page, origin, state)
    faults += disappears(page)
    plain.goto(f"{origin}{state.address}", wait_until="load")
    gone = [each for each in needs_scripts(page, plain) if each.startswith("only without")]
    assert [*faults, *gone] == []


def test_what_is_wrong_is_noticed(page: Page, plain: Page, origin: str) -> None:
    for each in (page, plain):
        each.route("**/wrong", lambda route: route.fulfill(body=WRONG, content_type="text/html"))
        each.goto(f"{origin}/wrong", wait_until="load")

    assert needs_scripts(page, plain) == [
        "only without scripts: Vanha",
        "only with scripts: Uusi -> /uusi/",
    ]
    assert disappears(page) == [
        f"{scheme}: {what}"
        for scheme in ("light", "dark")
        for what in (
            "the words 'Haalea' are gone",
            'edges gone: a.chip "Nappi"',
            'icons gone: span.icon ""',
        )
    ]
    assert walk(page) == [
        'looks the same with focus: a "Tilaa"',
        'focused, but not to be seen: a "Piilossa"',
        "not in the order of the page; never reached: []",
    ]
    page.reload()
    assert skips(page) == ["the first thing reached is no link within the page"]
    assert switches(page) == [
        "Enter does nothing: 'Ei aukea'",
        "Space does nothing: 'Ei aukea'",
    ]
