"""What a page costs on a slow line: its HTML and the style sheet, packed as web servers pack them.

A new connection brings about 14 kB in its first round trip (RFC 6928: ten segments of 1 460
bytes), and whoever looks up one event or one place should not have to wait for a second one.
"""

import gzip
import re
from collections.abc import Mapping

import pytest

from kohtaamo.publish.html.styles import ELSEWHERE
from tests.publish.pages.test_every_page import Networks
from tests.shown import ROOT, Shown, pages_of

STYLES = "theme/kohtaamo.css"
# Of these the pages of an event and of a place make no use.
MORE_STYLES = "theme/more.css"
ONE_THING = 14_000
MANY_THINGS = 30_000
# Some three hundred messages on one page, so that a browser finds any of them.
EVERY_MESSAGE = 42_000
ALONE = ("event", "place")
# At most a hundred things a page.
BUDGETS = {
    "event": ONE_THING,
    "place": ONE_THING,
    "room": ONE_THING,
    "front": MANY_THINGS,
    "listing": MANY_THINGS,
    "month": MANY_THINGS,
    "places": MANY_THINGS,
    "organisers": MANY_THINGS,
    "municipality": MANY_THINGS,
    "organiser": MANY_THINGS,
    "noticeboard": MANY_THINGS,
    "changes": MANY_THINGS,
    "guide": ONE_THING,
    "guide-kind": MANY_THINGS,
    "guide-messages": EVERY_MESSAGE,
}


def _weight(files: Mapping[str, bytes], path: str) -> int:
    return len(gzip.compress(files[path], 9))


@pytest.mark.parametrize("network", ["sample", "everything"])
def test_pages_stay_light(networks: Networks, network: str) -> None:
    content = ROOT / {"sample": "content", "everything": "tests/sites/everything/content"}[network]
    files = networks(network).files
    pages = [page for page in pages_of(content) if page.kind in BUDGETS]
    styles = _weight(files, STYLES)
    more = _weight(files, MORE_STYLES)
    weights = {
        page: styles + _weight(files, page.path) + (0 if page.kind in ALONE else more)
        for page in pages
    }

    assert {page.kind for page in pages} == set(BUDGETS)
    assert _too_heavy(weights) == []


@pytest.mark.parametrize("network", ["sample", "everything"])
def test_one_thing_needs_no_further_styles(networks: Networks, network: str) -> None:
    content = ROOT / {"sample": "content", "everything": "tests/sites/everything/content"}[network]
    files = networks(network).files
    block = re.compile(rf'class="(?:[^"]* )?({"|".join(sorted(ELSEWHERE))})(?:__|--|[ "])')
    pages = [each.path for each in pages_of(content) if each.kind in ALONE]
    assert [(path, block.findall(files[path].decode())) for path in pages] == [
        (path, []) for path in pages
    ]
    assert not any(MORE_STYLES in files[path].decode() for path in pages)
    assert MORE_STYLES in files["index.html"].decode()


def test_what_is_too_heavy_is_noticed() -> None:
    event = Shown(kind="event", language="fi", path="tapahtumat/kahvit/index.html")
    assert _too_heavy({event: ONE_THING}) == []
    assert _too_heavy({event: ONE_THING + 1}) == ["event fi /tapahtumat/kahvit/: 14001 bytes"]


def _too_heavy(weights: Mapping[Shown, int]) -> list[str]:
    return [
        f"{page}: {weight} bytes" for page, weight in weights.items() if weight > BUDGETS[page.kind]
    ]
