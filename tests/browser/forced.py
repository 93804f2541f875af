"""Forced colours (Windows' high contrast): backgrounds and shadows go, words and edges stay."""

from playwright.sync_api import Page

# Every text that can be seen, and every control or chip with an edge: one that the eye finds by a
# background other than what is behind it, by a shadow, or by a border.
SEEN = """() => {
    const clear = (colour) => colour === "transparent" || /^rgba.*, 0\\)$/.test(colour);
    // What is seen where nobody paints anything.
    const probe = document.body.appendChild(document.createElement("i"));
    probe.style.setProperty("background-color", "Canvas", "important");
    const canvas = getComputedStyle(probe).backgroundColor;
    probe.remove();
    const behind = (each) => {
        for (let up = each.parentElement; up; up = up.parentElement) {
            const colour = getComputedStyle(up).backgroundColor;
            if (!clear(colour)) return colour;
        }
        return canvas;
    };
    const named = (each) => each.tagName.toLowerCase() + "." + (each.getAttribute("class") || "") +
        " " + JSON.stringify(each.textContent.trim().replace(/\\s+/g, " ").slice(0, 40));
    const texts = [], edges = {}, icons = {};
    for (const each of document.querySelectorAll("body *")) {
        if (!each.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
        const at = getComputedStyle(each), box = each.getBoundingClientRect();
        if (box.width < 2 || box.height < 2) continue;
        const ground = clear(at.backgroundColor) ? behind(each) : at.backgroundColor;
        for (const node of each.childNodes)
            if (node.nodeType === Node.TEXT_NODE && node.data.trim() && at.color !== ground)
                texts.push(node.data.trim().replace(/\\s+/g, " "));
        const border = ["Top", "Right", "Bottom", "Left"].some((side) =>
            at[`border${side}Style`] !== "none" && parseFloat(at[`border${side}Width`]) > 0 &&
            !clear(at[`border${side}Color`]) && at[`border${side}Color`] !== behind(each));
        const filled = !clear(at.backgroundColor) && at.backgroundColor !== behind(each);
        const lined = at.textDecorationLine.includes("underline");
        const outlined = at.outlineStyle !== "none" && parseFloat(at.outlineWidth) > 0;
        const control = each.matches("a[href], button, input, select, textarea, summary");
        const chip = at.display.startsWith("inline") && parseFloat(at.paddingLeft) > 0;
        if (control || chip)
            edges[named(each)] = border || filled || lined || outlined ||
                (at.boxShadow !== "none" && !matchMedia("(forced-colors: active)").matches);
        for (const part of ["", "::before", "::after"]) {
            const style = part ? getComputedStyle(each, part) : at;
            if (part && style.content === "none") continue;
            const mask = style.maskImage || style.webkitMaskImage;
            if (mask && mask !== "none")
                icons[named(each) + part] = !clear(style.backgroundColor) &&
                    style.backgroundColor !== (part ? ground : behind(each));
        }
        if (each.matches("svg *"))
            if (each instanceof SVGGeometryElement)
                icons[named(each.ownerSVGElement.parentElement) + " svg"] ||=
                    [at.fill, at.stroke].some((colour) => colour !== "none" && colour !== ground);
    }
    return { texts, edges, icons };
}"""


def disappears(page: Page) -> list[str]:
    """What can be seen in the page's own colours, and not in forced ones, light or dark."""
    page.emulate_media(color_scheme="light", forced_colors="none")
    own = page.evaluate(SEEN)
    faults = []
    for scheme in ("light", "dark"):
        page.emulate_media(
            color_scheme="dark" if scheme == "dark" else "light", forced_colors="active"
        )
        forced = page.evaluate(SEEN)
        gone = sorted(set(own["texts"]) - set(forced["texts"]))
        faults += [f"{scheme}: the words {text!r} are gone" for text in gone]
        for kind in ("edges", "icons"):
            faults += [
                f"{scheme}: {kind} gone: {name}"
                for name, seen in own[kind].items()
                if seen and not forced[kind].get(name)
            ]
    page.emulate_media(color_scheme="light", forced_colors="none")
    return faults
