"""What has to hold for the tree of every page, for it to be understood by listening alone."""

import re
from collections import defaultdict
from collections.abc import Iterator

from tests.browser.trees import Node

# They name what is written in files, where weekdays may be short.
WRITTEN = {"guide-kind", "guide-messages"}

# How a language writes weekdays when it shortens them, and dates.
FINNISH_DATE = r"\b\d{1,2}\.\d{1,2}\.|\b\d{1,2}\. \w+kuuta"
SHORTENED = {
    "fi": r"\b(ma|ti|ke|to|pe|la|su)\b(?=\s*(\d|[–-]\s*(ma|ti|ke|to|pe|la|su)\b))",
    "sv": r"\b(mån|tis|ons|tors?|fre|lör|sön)\b",
    "selko": r"\b(ma|ti|ke|to|pe|la|su)\b(?=\s*\d)",
    "se": r"\b(vuos|maŋ|gask|duor|bear|láv|sotn)\b",
    "en": r"\b(Mon|Tues?|Wed|Thu|Thurs?|Fri|Sat|Sun)\b",
}
DATES = {
    "fi": FINNISH_DATE,
    "selko": FINNISH_DATE,
    # What no Sámi words are known for is said in Finnish.
    "se": rf"{FINNISH_DATE}|\b\d{{1,2}}\. \w+",
    "sv": r"\b\d{1,2}\.\d{1,2}\b|\b\d{1,2} [a-z]{3,9}",
    "en": r"\b\d{1,2} [A-Z][a-z]{2,8}\b",
}
EVENT = re.compile(r"^(/[a-z]+)?/(tapahtumat|evenemang|events|dahpahusat)/(?!\d)[^/#]+/$")
ROWS = ("listitem", "row", "article")


def unheard(tree: Node, language: str, kind: str = "") -> list[str]:
    """What is not enough for a listener, on whatever page."""
    leads = defaultdict(set)
    for node in tree.walk():
        # What examples of components lead to is not there.
        if node.role == "link" and node.url != "#content":
            # The same page is the same target, wherever on it one begins.
            # So is the same mailbox, whatever the subject.
            url = node.url.partition("?")[0] if node.url.startswith("mailto:") else node.url
            leads[node.said].add(url.partition("#")[0] or url)
    words = [part for node in tree.walk() for part in (node.name, node.text)]
    return [
        *(
            f"leads to {' and '.join(sorted(urls))}: {name}"
            for name, urls in leads.items()
            if len(urls) > 1
        ),
        *(
            f"a weekday is shortened: {part}"
            for part in words
            if kind not in WRITTEN and re.search(SHORTENED[language], part)
        ),
        *(
            f"a row without its date: {row.said}"
            for row in _event_rows(tree)
            if not re.search(DATES[language], row.said)
        ),
    ]


def _event_rows(tree: Node, row: Node | None = None, inside: bool = False) -> Iterator[Node]:
    """Every innermost row of the page's content that leads to an event."""
    inside = inside or tree.role == "main"
    if tree.role in ROWS:
        row = tree
    if inside and row is not None and tree.role == "link" and EVENT.match(tree.url):
        yield row
    for part in tree.parts:
        yield from _event_rows(part, row, inside)
