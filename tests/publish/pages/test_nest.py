"""What has no picture has a nest: always the same one, seldom that of somebody else."""

import re
from collections import Counter

from kohtaamo.publish.html.nest import COLOURS, Egg, Nest, nest_of

from .conftest import Built

SLUGS = [f"paikka-{number}" for number in range(300)]


def test_a_slug_has_its_nest_for_ever() -> None:
    assert nest_of("asematalo") == Nest(
        ground=1,
        sky="",
        leaves=(
            "M110 47C107 35 113 27 118 24 119 35 116 43 110 47Z"
            "M10 48C4 40 3 30 7 23 13 31 14 41 10 48Z"
        ),
        eggs=(Egg(1, 49, 45, 13, 15), Egg(2, 74, 46, 12, 14)),
        dark="M106 54Q78 60 56 83M92 58Q42 58 17 65M103 63Q76 68 44 82M7 51C42 64 80 60 110 53",
        light="M14 54Q42 60 64 83M28 58Q78 58 103 65M17 63Q44 68 76 82M113 51C78 64 40 60 10 53",
    )


def test_nests_are_many_and_use_every_colour() -> None:
    nests = [nest_of(slug) for slug in SLUGS]
    assert len(set(nests)) > 200
    assert Counter(nest.ground for nest in nests).keys() == set(range(1, COLOURS + 1))
    assert {egg.colour for nest in nests for egg in nest.eggs} == set(range(1, COLOURS + 1))
    assert {bool(nest.sky) for nest in nests} == {bool(nest.leaves) for nest in nests}


def test_everybody_sits_within_the_picture_and_above_the_bottom_of_the_bowl() -> None:
    for nest in map(nest_of, SLUGS):
        for egg in nest.eggs:
            assert 20 < egg.x - egg.width < egg.x + egg.width < 100
            assert 20 < egg.y - egg.height < 54 < egg.y + egg.height < 66


def test_drawings_are_for_eyes_alone_and_of_tokens_alone(laakso: Built) -> None:
    page = laakso.page("paikat/myllytalo/index.html")
    drawn = page.xpath("//*[local-name()='svg'][not(@class='qr')]")
    assert [svg.get("class").split()[0] for svg in drawn] == ["mark", "nest"]
    assert {svg.get("aria-hidden") for svg in drawn} == {"true"}
    html = laakso.files["paikat/myllytalo/index.html"].decode()
    (nest,) = re.findall(r'<svg class="nest.*?</svg>', html, re.DOTALL)
    assert re.findall(r"\b(fill|stroke|style|id)=", nest) == []
    assert len(nest) < 1_000


def test_an_event_has_the_nest_of_its_place_and_no_page_has_nobody_in_it(laakso: Built) -> None:
    def nest(path: str) -> str:
        (found,) = laakso.page(path).xpath("//*[@class='page-head__art']/*")
        return "".join(found.xpath(".//@d|.//@cx|.//@class"))

    assert nest("tapahtumat/neulekahvila/index.html") == nest("paikat/myllytalo/index.html")
    assert nest("tapahtumat/etajumppa/index.html") != nest("paikat/myllytalo/index.html")
    assert "egg" in nest("kunnat/harju/index.html")
    assert "egg" not in nest("404.html")
