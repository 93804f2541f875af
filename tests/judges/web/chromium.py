"""`python -m tests.judges.web.chromium`: every page of two networks in Chromium.

Every page, and every state of one, is loaded on a narrow phone; of the network with every field,
the longest of each type and language are also gone through by keyboard, in forced colours, without
scripts, and with axe in light and dark. The tests in `tests/browser/` look at the sample's in this
way, and show that each of these faults is noticed.
"""

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial

from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright

from tests.browser.chromium import chromium, reader
from tests.browser.forced import disappears
from tests.browser.looks import (
    COLOUR_RULES,
    NARROW,
    Heard,
    least_shift,
    listen,
    needs_scripts,
    scrolls_sideways,
    violations,
)
from tests.browser.states import ABROAD, STATES, State, noise_of, reach
from tests.browser.walk import skips, switches, walk
from tests.judges.clients.verdict import close
from tests.judges.web.faults import Fault, told, unseen
from tests.judges.web.sites import HONEST, networks, spoilt

WHO = "Chromium"
WIDE: ViewportSize = {"width": 1200, "height": 800}
# Where heads and menus are folded.
PHONE: ViewportSize = {"width": 390, "height": 844}
# By page: what stands on it, and what is to be noticed.
WRONG = {
    "elsewhere": ("<img src='http://127.0.0.2:9/a.png' alt=''>", "elsewhere"),
    "noisy": ("<script src='/nonsense.js'></script>", "noise"),
    "wide": ("<p class='wide'>Kahvit</p>", "too wide"),
    "restless": ("<script src='/restless.js'></script>", "moves"),
}
# Where a page is, and what somebody's doing has left of it.
Where = tuple[str, str, State | None]
# On each of so many processors one browser.
BROWSERS = 2


def main() -> None:
    """Leave with 0 when nothing is wrong but what is so on purpose."""
    with spoilt({name: fragment for name, (fragment, _) in WRONG.items()}) as site:
        found = _shared([(site.origin, f"/{name}.html", None) for name in (HONEST, *WRONG)], [])
        missed = unseen({name: code for name, (_, code) in WRONG.items()}, found)
    with networks() as (sample, everything):
        every: list[Where] = [
            *(
                (site.origin, page.address, None)
                for site in (sample, everything)
                for page in site.pages
            ),
            *((sample.origin, state.address, state) for state in (*STATES, *ABROAD)),
        ]
        closely: list[Where] = [
            *((everything.origin, page.address, None) for page in everything.shown),
            *((sample.origin, state.address, state) for state in ABROAD),
        ]
        faults = _shared(every, closely)
    content = f"{len(every)} pages stay at home, still and narrow; {len(closely)} are for everybody"
    close(WHO, [*missed, *told(faults)], content)


def _shared(every: Sequence[Where], closely: Sequence[Where]) -> list[Fault]:
    """All faults, found by several browsers at once."""
    shares = [(every[n::BROWSERS], closely[n::BROWSERS]) for n in range(BROWSERS)]
    with ThreadPoolExecutor(BROWSERS) as pool:
        return [fault for found in pool.map(lambda share: _look(*share), shares) for fault in found]


def _look(every: Sequence[Where], closely: Sequence[Where]) -> list[Fault]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium(), args=["--no-sandbox", "--disable-gpu"]
        )
        faults = [*_quickly(browser, every), *_closely(browser, closely)]
        browser.close()
        return faults


def _quickly(browser: Browser, pages: Sequence[Where]) -> Iterator[Fault]:
    """Each page once, on a narrow phone."""
    tabs: dict[str, tuple[Page, Heard]] = {}
    for origin, path, state in pages:
        if origin not in tabs:
            tab = reader(browser).new_page()
            tab.set_viewport_size({"width": NARROW[0], "height": NARROW[1]})
            tabs[origin] = tab, listen(tab, origin)
        page, heard = tabs[origin]
        address = f"{origin}{path}"
        _open(page, origin, path, state)
        shift = least_shift(page, partial(_open, page, origin, path, state))
        if state:
            heard.noise[:] = noise_of(state, heard.noise)
        if shift:
            yield Fault(address, "moves while it loads", f"by {shift}")
        if (wide := scrolls_sideways(page, *NARROW)) > 0:
            yield Fault(address, "too wide at 320 pixels", f"by {wide} pixels")
        yield from (Fault(address, "noise", each) for each in heard.noise)
        yield from (Fault(address, "elsewhere", each) for each in heard.elsewhere)
        heard.noise.clear()
        heard.elsewhere.clear()


def _closely(browser: Browser, pages: Sequence[Where]) -> Iterator[Fault]:
    """Each page as people use it who have no mouse, no scripts, or colours of their own."""
    page = reader(browser).new_page()
    plain = reader(browser, scripts=False).new_page()
    plain.set_viewport_size(WIDE)
    for origin, path, state in pages:
        address = f"{origin}{path}"
        page.set_viewport_size(WIDE)
        _open(page, origin, path, state)
        plain.goto(address, wait_until="load")
        found = {
            "axe": [*violations(page, "light"), *violations(page, "dark", COLOUR_RULES)],
            "forced colours": disappears(page),
            "scripts": _lacks(page, plain, state),
        }
        page.set_viewport_size(PHONE)
        _open(page, origin, path, state)
        found["keyboard"] = walk(page)
        _open(page, origin, path, state)
        found["keyboard"] += [*skips(page), *switches(page)]
        for code, faults in found.items():
            yield from (Fault(address, code, words) for words in faults)


def _open(page: Page, origin: str, path: str, state: State | None) -> None:
    if state:
        reach(page, origin, state)
    else:
        page.goto(f"{origin}{path}", wait_until="load")


def _lacks(page: Page, plain: Page, state: State | None) -> list[str]:
    """What a script takes away; of a page as it is opened, also what only a script shows."""
    faults = needs_scripts(page, plain)
    return [each for each in faults if not state or each.startswith("only without")]


if __name__ == "__main__":
    main()
