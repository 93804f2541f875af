"""Pages as screen readers have them: whole trees that were reviewed, and what holds for all.

After a change that is meant, `inv golden` writes them anew, with all other golden files; their
difference is then part of the change that is reviewed.
"""

import os
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.test_smoke import KINDS
from tests.browser.trees import Node, tree_of
from tests.shown import PREVIEWS, Shown

GOLDEN = Path(__file__).parent / "trees"
# What every component makes is reviewed as HTML (`tests/theme/golden/`).
REVIEWED = [kind for kind in KINDS if kind not in PREVIEWS]
# A short page that has all that its type can have; the longest of the others is short enough.
CHOSEN = {
    "listing": "/aiheet/languages/",
    "month": "/tapahtumat/2027/07/",
    "event": "/tapahtumat/neulepiiri/",
    "place": "/paikat/kumppanuustalo/",
    "room": "/paikat/roihankadun-olohuone/tilat/ryhmahuone/",
    "municipality": "/kunnat/kittila/",
    "organiser": "/jarjestajat/rautjarven-kunta/",
    "notice": "/ilmoitustaulu/ensiapukurssi/",
    "guide-kind": "/ohjeet/sanasto/",
}
# One message after another, as the catalogue has them.
WITHOUT = {"guide-messages"}
OTHER_LANGUAGES = {
    "sv-front": "/sv/",
    "sv-event": "/sv/evenemang/neulepiiri/",
    "en-place": "/en/places/kumppanuustalo/",
}
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

WRONG = """<!doctype html><html lang="fi"><title>Väärin</title><main><h1>Väärin</h1><ul>
<li>to 3.12. <a href="/tapahtumat/kahvit/">Kahvit</a></li>
<li>Torstaina <a href="/tapahtumat/piiri/">Kahvit</a></li></ul></main></html>"""


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(locale="fi-FI", timezone_id="Europe/Helsinki")
    yield context.new_page()
    context.close()


@pytest.fixture(scope="module")
def golden(shown: tuple[Shown, ...]) -> Mapping[str, str]:
    """The address of each golden file, by its name."""
    finnish = {each.kind: each.address for each in shown if each.language == "fi"}
    names = {
        f"fi-{kind}": CHOSEN.get(kind, finnish[kind]) for kind in REVIEWED if kind not in WITHOUT
    }
    return names | OTHER_LANGUAGES


def _tree(page: Page, address: str) -> Node:
    response = page.goto(address, wait_until="load")
    assert response is not None
    assert response.ok
    return tree_of(page)


@pytest.mark.parametrize(
    "name", [*(f"fi-{kind}" for kind in REVIEWED if kind not in WITHOUT), *OTHER_LANGUAGES]
)
def test_the_tree_is_as_it_was_reviewed(
    page: Page, origin: str, golden: Mapping[str, str], name: str
) -> None:
    file = GOLDEN / f"{name}.txt"
    tree = "\n".join(_tree(page, f"{origin}{golden[name]}").lines()) + "\n"
    if os.environ.get("KOHTAAMO_GOLDEN") == "write":
        file.parent.mkdir(exist_ok=True)
        file.write_text(tree, "utf-8")
    assert tree == file.read_text("utf-8")


def test_nothing_else_is_kept(golden: Mapping[str, str]) -> None:
    assert {file.stem for file in GOLDEN.iterdir()} == set(golden)


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_heard_is_enough(
    page: Page, origin: str, shown: tuple[Shown, ...], kind: str
) -> None:
    faults = {
        each.address: faults
        for each in shown
        if each.kind == kind
        and (faults := _faults(_tree(page, f"{origin}{each.address}"), each.language, kind))
    }
    assert faults == {}


def test_what_is_wrong_is_noticed(page: Page) -> None:
    page.set_content(WRONG)
    assert _faults(tree_of(page), "fi") == [
        "leads to /tapahtumat/kahvit/ and /tapahtumat/piiri/: Kahvit",
        "a weekday is shortened: to 3.12.",
        "a row without its date: Torstaina Kahvit",
    ]


def _faults(tree: Node, language: str, kind: str = "") -> list[str]:
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
