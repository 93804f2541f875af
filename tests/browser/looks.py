"""What can be measured on a page that a browser shows; used by the tests and by a judge."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from playwright.sync_api import Page

from tests.browser.sparing import AXE

Scheme = Literal["light", "dark"]
# WCAG 2.2 A and AA, and good practice; axe leaves the size of targets out unless asked for.
CRITERIA = (
    "wcag2a",
    "wcag2aa",
    "wcag21a",
    "wcag21aa",
    "wcag22a",
    "wcag22aa",
    "best-practice",
)
ALL_RULES: Mapping[str, Any] = {
    "runOnly": {"type": "tag", "values": list(CRITERIA)},
    "rules": {"target-size": {"enabled": True}},
    "resultTypes": ["violations"],
    # Only rules for sounds and films and an experimental one look at what would be loaded again.
    "preload": False,
}
# The only ones whose answer depends on colours.
COLOUR_RULES: Mapping[str, Any] = {
    "runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]},
    "resultTypes": ["violations"],
    "preload": False,
}
# And all others.
OTHER_RULES: Mapping[str, Any] = {
    **ALL_RULES,
    "rules": {
        **ALL_RULES["rules"],
        **{rule: {"enabled": False} for rule in COLOUR_RULES["runOnly"]["values"]},
    },
}
# The narrowest phone; and 1280 by 1024 pixels at 400 % (WCAG 2.2, 1.4.10).
NARROW = (320, 640)
ZOOMED = (320, 256)


@dataclass(slots=True)
class Heard:
    """What a page says on the console, and what it asks of other origins."""

    noise: list[str] = field(default_factory=list)
    elsewhere: list[str] = field(default_factory=list)


def listen(page: Page, origin: str) -> Heard:
    """Hear everything that the pages in this tab do from now on."""
    heard = Heard()
    page.on("console", lambda message: heard.noise.append(f"{message.type}: {message.text}"))
    page.on("pageerror", lambda error: heard.noise.append(str(error)))
    page.on(
        "request",
        lambda request: (
            None
            if request.url.startswith((f"{origin}/", "data:"))
            else heard.elsewhere.append(request.url)
        ),
    )
    return heard


def violations(page: Page, scheme: Scheme, rules: Mapping[str, Any] = ALL_RULES) -> list[str]:
    """Rule, what is wrong and where, of each violation in this colour scheme."""
    page.emulate_media(color_scheme=scheme)
    return [
        f"{scheme} {found['id']}: {node['html']} {node['failureSummary']}"
        for found in axe_violations(page, rules)
        for node in found["nodes"]
    ]


def axe_violations(page: Page, rules: Mapping[str, Any]) -> list[Any]:
    """What axe finds on a page as it stands; it is put into the page when it is not there yet."""
    if not page.evaluate("Boolean(window.axe)"):
        page.evaluate(AXE)
    found: list[Any] = page.evaluate(
        "async (rules) => { axeAgain(); return (await axe.run(document, rules)).violations; }",
        dict(rules),
    )
    return found


def scrolls_sideways(page: Page, width: int, height: int = 640) -> int:
    """By how many pixels the page is too wide (WCAG 2.2, 1.4.10: at 320 CSS pixels, by none).

    What is cut off instead of scrolled to counts too.
    """
    page.set_viewport_size({"width": width, "height": height})
    return int(
        page.evaluate("""() => {
            const root = document.documentElement;
            for (const each of [root, document.body])
                if (/hidden|clip/.test(getComputedStyle(each).overflowX))
                    each.style.setProperty("overflow-x", "visible", "important");
            return root.scrollWidth - root.clientWidth;
        }""")
    )


def layout_shift(page: Page) -> float:
    """How much of what was seen has moved since the page began to load (CLS; 0 is none).

    What follows at once upon a key is what somebody asked for.
    """
    return float(
        page.evaluate("""() => new Promise((settled) => {
            let sum = 0;
            const add = (entries) => { for (const each of entries)
                if (!each.hadRecentInput) sum += each.value; };
            const watch = new PerformanceObserver((list) => add(list.getEntries()));
            watch.observe({ type: "layout-shift", buffered: true });
            const frame = (left) => requestAnimationFrame(() => {
                if (left) return frame(left - 1);
                add(watch.takeRecords());
                settled(sum);
            });
            frame(2);
        })""")
    )


def least_shift(page: Page, again: Callable[[], object]) -> float:
    """The `layout_shift` of an open page; of one that moved, the least of two openings.

    What a page does by itself it does each time; on a machine that is short of time a browser now
    and then draws half of one.
    """
    shift = layout_shift(page)
    if not shift:
        return 0
    again()
    return min(shift, layout_shift(page))


def content(page: Page) -> tuple[set[str], set[str]]:
    """Every line that can be read on the page, switches open, and every link with its words."""
    lines, links = page.evaluate("""() => {
        for (const each of document.querySelectorAll("details")) each.open = true;
        // What is over by now, and what dates are called (tests/browser/test_days.py).
        for (const each of document.querySelectorAll("main [hidden]")) each.hidden = false;
        for (const each of document.querySelectorAll(".day-word, .is-over")) each.remove();
        // Links to other lists, or the form that asks the same (tests/browser/test_filter.py).
        for (const each of document.querySelectorAll(".narrow, .narrow-next")) each.remove();
        // What was chosen goes along into another language.
        const leads = (each) => each.getAttribute("href")
            .replace(each.closest(".language-switch") ? /[?].*/ : "", "");
        const even = (text) => text.trim().replace(/\\s+/g, " ");
        return [
            document.body.innerText.split("\\n").map(even).filter(Boolean),
            [...document.querySelectorAll("a[href]")].map((each) =>
                `${even(each.textContent)} -> ${leads(each)}`),
        ];
    }""")
    return set(lines), set(links)


def needs_scripts(with_scripts: Page, without: Page) -> list[str]:
    """What only scripts show, and what they take away; a script may add controls, not content."""
    (lines, links), (plain_lines, plain_links) = content(with_scripts), content(without)
    return [
        *(f"only without scripts: {line}" for line in sorted(plain_lines - lines)),
        *(f"only without scripts: {link}" for link in sorted(plain_links - links)),
        *(f"only with scripts: {link}" for link in sorted(links - plain_links)),
    ]
