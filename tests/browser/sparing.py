"""Axe as it is, but for what it would work out twice; what it finds is the same.

Two thirds of its time went into the contrast of texts: the same colours parsed for every text
anew, the same words on the same ground a hundred times on a page of rows.
"""

from axe_playwright_python.sync_playwright import Axe

# A text whose own look, ancestors' looks and everything below it, as axe itself finds it, look as
# with a text whose contrast is enough, has enough of it. `axeAgain` begins a run: looks may have
# changed since the last one, but not what is said of two that are the same.
_SPARING = """
(() => {
    const LOOK = ["color", "background-color", "background-image", "background-clip", "opacity",
        "visibility", "display", "position", "z-index", "float", "transform", "filter",
        "mix-blend-mode", "isolation", "contain", "will-change", "clip", "clip-path", "mask-image",
        "font-size", "font-weight", "text-shadow", "text-indent", "overflow",
        "-webkit-text-fill-color", "-webkit-text-stroke-color", "-webkit-text-stroke-width"];
    const numbers = new Map(), enough = new Set();
    let looks = new Map(), chains = new Map();
    window.axeAgain = () => { looks = new Map(); chains = new Map(); };
    const number = (text) => {
        if (!numbers.has(text)) numbers.set(text, numbers.size);
        return numbers.get(text);
    };
    const kept = (known, each, make) => {
        if (!known.has(each)) known.set(each, make(each));
        return known.get(each);
    };
    const look = (each) => kept(looks, each, () => {
        const style = getComputedStyle(each);
        return number(LOOK.map((name) => style.getPropertyValue(name)).join("|"));
    });
    const chain = (each) => kept(chains, each, () =>
        number(`${each.parentElement ? chain(each.parentElement) : ""} ${look(each)}`));
    const below = (each) => axe.commons.dom.getTextElementStack(each)
        .map((stack) => stack.map(look).join(" ")).join(",");

    const check = axe._audit.checks["color-contrast"], evaluate = check.evaluate;
    check.evaluate = function (node, ...rest) {
        const ground = below(node), sign = `${chain(node)}:${ground}`;
        if (enough.has(sign)) return true;
        const said = evaluate.call(this, node, ...rest);
        // Of what is not seen axe says so too, whatever its colours.
        if (said === true && ground) enough.add(sign);
        return said;
    };

    const Color = axe.commons.color.Color.prototype, parse = Color.parseString, parsed = new Map();
    Color.parseString = function (text) {
        return Object.assign(this, kept(parsed, text, () => {
            const { r, g, b, alpha } = parse.call(this, text);
            return { r, g, b, alpha };
        }));
    };
})();"""
AXE = f"{Axe().axe_script}\n{_SPARING}"
