"""Pages are light: what a cheap phone on a slow line has to fetch before anything is seen."""

import gzip
from collections.abc import Callable

import pytest

from .conftest import Built

STYLES = "theme/kohtaamo.css"
# What a server sends before it waits for an answer is ten packets (RFC 6928).
ONE_ROUND_TRIP = 14_000
OF_A_HUNDRED_ITEMS = 30_000


def packed(built: Built, path: str) -> int:
    return len(gzip.compress(built.files[path], 9, mtime=0))


def pages_below(built: Built, sections: tuple[str, ...]) -> list[str]:
    """The pages of single things: `paikat/x/index.html`, `sv/platser/x/index.html`."""
    return [
        path
        for path in built.files
        if path.endswith("/index.html")
        and path.split("/")[-3:-2] in ([each] for each in sections)
        and not path.split("/")[-2].isdigit()
    ]


@pytest.mark.parametrize("network", ["laakso", "sample", "everything"])
def test_an_event_or_a_place_comes_in_one_round_trip_with_its_styles(
    networks: Callable[[str], Built], network: str
) -> None:
    built = networks(network)
    sections = ("tapahtumat", "evenemang", "events", "paikat", "platser", "places")
    styles = packed(built, STYLES)
    weights = {path: packed(built, path) + styles for path in pages_below(built, sections)}
    assert len(weights) > 20
    assert {path: size for path, size in weights.items() if size > ONE_ROUND_TRIP} == {}


@pytest.mark.parametrize(
    "path", ["index.html", "tapahtumat/index.html", "paikat/index.html", "jarjestajat/index.html"]
)
def test_a_list_of_a_hundred_is_light_too(networks: Callable[[str], Built], path: str) -> None:
    sample = networks("sample")
    items = len(sample.page(path).xpath("//li"))
    assert packed(sample, path) < OF_A_HUNDRED_ITEMS * max(items, 100) / 100
