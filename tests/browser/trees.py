"""A page as a screen reader has it: its accessibility tree, one line a thing.

The tree is Playwright's, whose version is locked, so that it does not change with the browser.
`[sv: ord]` stands around words in another language than those around them, `[current]` before what
is marked so, and `[closed]` before a switch that is closed when the page opens.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import yaml
from playwright.sync_api import Page

# Switches are opened: what lies behind them is part of the page.
MARKS = """() => {
    const around = (each, before, after) => {
        each.prepend(document.createTextNode(before));
        if (after) each.append(document.createTextNode(after));
    };
    for (const each of document.querySelectorAll("details:not([open])")) {
        around(each.querySelector("summary") || each, "[closed] ");
        each.open = true;
    }
    for (const each of document.querySelectorAll("[aria-current]")) around(each, "[current] ");
    for (const each of document.querySelectorAll("body [lang]"))
        if (each.lang !== each.parentElement.closest("[lang]").lang)
            around(each, `[${each.lang}: `, "]");
}"""
KEY = re.compile(r'^([a-z]+)(?: ("(?:[^"\\]|\\.)*"))?((?: \[[^]]*\])*)$', re.DOTALL)
MARK = re.compile(r"\[(?:current|closed)\] |\[[a-z]{2,3}[-\w]*: |\]")


@dataclass(frozen=True, slots=True)
class Node:
    """`name` is what is announced of it, `text` the words in it, `url` where a link leads."""

    role: str
    name: str = ""
    states: str = ""
    text: str = ""
    url: str = ""
    parts: tuple["Node", ...] = ()

    @property
    def said(self) -> str:
        """Everything that is read out of it, marks left out."""
        own = self.name or self.text
        parts = "" if self.name else " ".join(part.said for part in self.parts)
        return plain(f"{own} {parts}").strip()

    def walk(self) -> Iterator["Node"]:
        yield self
        for part in self.parts:
            yield from part.walk()

    def lines(self, depth: int = 0) -> Iterator[str]:
        name = f'"{self.name}"' if self.name else ""
        head = " ".join(filter(None, (self.role, name, self.states)))
        text = f": {self.text}" if self.text else ""
        leads = f" -> {self.url}" if self.url else ""
        yield f"{'  ' * depth}{head}{text}{leads}"
        for part in self.parts:
            yield from part.lines(depth + 1)


def plain(words: str) -> str:
    """Words without the marks of languages and states."""
    return " ".join(MARK.sub("", words).split())


def tree_of(page: Page) -> Node:
    """The tree of the page that is open; the page is not fit for anything else afterwards."""
    page.evaluate(MARKS)
    written = page.locator("html").aria_snapshot()
    # A base loader makes nothing but text.
    [root] = _nodes(yaml.load(written, Loader=yaml.CBaseLoader))  # noqa: S506
    return root


def _nodes(items: list[Any]) -> Iterator[Node]:
    for item in items:
        key, inside = next(iter(item.items())) if isinstance(item, dict) else (item, "")
        if key.startswith("/"):
            continue
        match = KEY.match(key)
        assert match is not None, key
        role, name, states = match.groups()
        known = {"role": role, "name": (name or "")[1:-1].replace('\\"', '"')}
        if isinstance(inside, str):
            yield Node(**known, states=states.strip(), text=inside)
        else:
            url = next((each["/url"] for each in inside if "/url" in each), "")
            yield Node(**known, states=states.strip(), url=url, parts=tuple(_nodes(inside)))
