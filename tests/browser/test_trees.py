"""Pages as screen readers have them: whole trees that were reviewed.

What holds for the trees of all pages (`heard.py`) is asked beside all else (`test_smoke.py`).

After a change that is meant, `inv golden` writes them anew, with all other golden files; their
difference is then part of the change that is reviewed.
"""

import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.chromium import reader
from tests.browser.heard import unheard
from tests.browser.states import STATES, State, reach
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
# When its files landed is the repository's, not the page's: the last commit says it.
LANDED = re.compile(r"(muutettu|senast|changed on) \d[\w. ]*(?=\.$)", re.MULTILINE)
# Of a state's content, what comes before that of the page as it was.
MOST_PARTS = 6
WRONG = """<!doctype html><html lang="fi"><title>Väärin</title><main><h1>Väärin</h1><ul>
<li>to 3.12. <a href="/tapahtumat/kahvit/">Kahvit</a></li>
<li>Torstaina <a href="/tapahtumat/piiri/">Kahvit</a></li></ul></main></html>"""


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    context = reader(browser)
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
    _is_as_reviewed(_tree(page, f"{origin}{golden[name]}"), name)


@pytest.mark.parametrize("state", STATES, ids=lambda state: state.name)
def test_the_tree_of_a_state_is_as_it_was_reviewed(page: Page, origin: str, state: State) -> None:
    reach(page, origin, state)
    main = next(each for each in tree_of(page).walk() if each.role == "main")
    parts = tuple(_closed(part) for part in main.parts[:MOST_PARTS])
    _is_as_reviewed(replace(main, parts=parts), state.name)


def _closed(part: Node) -> Node:
    """What lies behind a switch that is closed is reviewed where it is open."""
    is_closed = part.role == "group" and part.parts[0].text.startswith("[closed]")
    return replace(part, parts=part.parts[:1]) if is_closed else part


def _is_as_reviewed(node: Node, name: str) -> None:
    file = GOLDEN / f"{name}.txt"
    tree = LANDED.sub(r"\1 …", "\n".join(node.lines()) + "\n")
    if os.environ.get("KOHTAAMO_GOLDEN") == "write":
        file.parent.mkdir(exist_ok=True)
        file.write_text(tree, "utf-8")
    assert tree == file.read_text("utf-8")


def test_nothing_else_is_kept(golden: Mapping[str, str]) -> None:
    states = {each.name for each in STATES}
    assert {file.stem for file in GOLDEN.iterdir()} == {*golden, *states}


def test_what_is_wrong_is_noticed(page: Page) -> None:
    page.set_content(WRONG)
    assert unheard(tree_of(page), "fi") == [
        "leads to /tapahtumat/kahvit/ and /tapahtumat/piiri/: Kahvit",
        "a weekday is shortened: to 3.12.",
        "a row without its date: Torstaina Kahvit",
    ]
