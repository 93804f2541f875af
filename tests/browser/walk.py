"""A walk through a page by the tabulator key, as somebody without a mouse goes.

WCAG 2.2: 2.1.1 Keyboard, 2.1.2 No Keyboard Trap, 2.4.1 Bypass Blocks, 2.4.3 Focus Order,
2.4.7 Focus Visible, 2.4.11 Focus Not Obscured.
"""

from typing import Any

from playwright.sync_api import Page

# Numbers everything that can be reached, in the order of the page, and keeps how each looks when
# it is not focused. What cannot be seen cannot be reached, unless it shows itself when focused.
NUMBER = """() => {
    const all = "a[href], area[href], button, input, select, textarea, summary, iframe," +
        "audio[controls], video[controls], [contenteditable], [tabindex]";
    const reached = [...document.querySelectorAll(all)].filter((each) =>
        each.tabIndex >= 0 && !each.disabled && each.type !== "hidden" &&
        !each.closest("[inert]") && each.checkVisibility({ visibilityProperty: true }));
    window.walk = { reached, looks: reached.map((each) => window.look(each)) };
    return reached.map((each) => window.named(each));
}"""
HELPERS = """() => {
    window.named = (each) => each.tagName.toLowerCase() + " " +
        JSON.stringify((each.getAttribute("aria-label") || each.textContent).trim()
            .replace(/\\s+/g, " ").slice(0, 60));
    // All by which a focused control can look otherwise; an outline counts from two pixels on, the
    // browser's own as it is.
    window.look = (each) => {
        const at = getComputedStyle(each);
        const width = at.outlineStyle === "auto" ? 2 : parseFloat(at.outlineWidth);
        const outline = at.outlineStyle !== "none" && width >= 2 &&
            !/^rgba.*, 0\\)$/.test(at.outlineColor) ? at.outlineColor : "";
        return [outline, at.boxShadow, at.backgroundColor, at.borderColor, at.borderWidth].join();
    };
}"""
# -1: nothing is focused, -2: something that was not numbered. "hidden" when it cannot be seen.
HERE = """() => {
    const each = document.activeElement;
    if (!each || each === document.body || each === document.documentElement)
        return { number: -1 };
    const number = window.walk.reached.indexOf(each);
    if (number < 0) return { number: -2, name: window.named(each) };
    // Some line of it is within the window, and nothing that is painted lies over it.
    const seen = [...each.getClientRects()].some((box) => {
        const x = box.left + box.width / 2, y = box.top + box.height / 2;
        const stack = document.elementsFromPoint(x, y);
        const at = stack.findIndex((other) => each.contains(other));
        return box.width > 1 && box.height > 1 && at >= 0 && !stack.slice(0, at).some((over) =>
            !/^rgba.*, 0\\)$/.test(getComputedStyle(over).backgroundColor));
    });
    return {
        number,
        seen,
        marked: window.look(each) !== window.walk.looks[number],
    };
}"""


def walk(page: Page) -> list[str]:
    """Everything that goes wrong between the first tabulator and leaving the page."""
    page.evaluate(HELPERS)
    names: list[str] = page.evaluate(NUMBER)
    faults, order = [], []
    # A date field is up to four stops.
    for _ in range(len(names) + 8):
        page.keyboard.press("Tab")
        here: dict[str, Any] = page.evaluate(HERE)
        number = here["number"]
        # Past the last one the browser's own controls follow; one without any begins anew.
        if number == -1 or (number == 0 and len(order) == len(names)):
            break
        if number == -2:
            faults.append(f"not to be expected: {here['name']}")
            continue
        if order and order[-1] == number:
            # Day, month and year of one field.
            continue
        order.append(number)
        if not here["seen"]:
            faults.append(f"focused, but not to be seen: {names[number]}")
        if not here["marked"]:
            faults.append(f"looks the same with focus: {names[number]}")
    else:
        faults.append("the tabulator does not leave the page")
    if order != list(range(len(names))):
        missed = [names[number] for number in range(len(names)) if number not in order]
        faults.append(f"not in the order of the page; never reached: {missed}")
    return faults


def skips(page: Page) -> list[str]:
    """The first key press shows a way past the head of the page, and it leads there."""
    page.keyboard.press("Tab")
    href = page.evaluate("document.activeElement.getAttribute('href') || ''")
    if not href.startswith("#"):
        return ["the first thing reached is no link within the page"]
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    inside = """() => {
        const main = document.querySelector("main, [role=main]");
        const first = document.querySelector("h1");
        const here = document.activeElement;
        const lost = !here || here === document.body;
        const before = main.compareDocumentPosition(here) & Node.DOCUMENT_POSITION_PRECEDING;
        return Boolean(main && first) && (lost || !before || main.contains(here));
    }"""
    return [] if page.evaluate(inside) else ["the way past the head does not lead into the content"]


def switches(page: Page) -> list[str]:
    """Every switch opens and closes by the Enter key and by the space bar; inert ones are shown."""
    faults = []
    for control in page.locator("summary:visible, [aria-expanded]:visible").element_handles():
        if control.evaluate("(each) => Boolean(each.closest('[inert]'))"):
            continue
        state = """(each) => each.tagName === "SUMMARY"
            ? String(each.parentElement.open) : each.getAttribute("aria-expanded")"""
        before = control.evaluate(state)
        for key in ("Enter", "Space"):
            control.focus()
            page.keyboard.press(key)
            now = control.evaluate(state)
            if now == before:
                faults.append(f"{key} does nothing: {control.inner_text()[:60]!r}")
            before = now
    return faults
