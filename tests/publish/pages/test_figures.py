"""Pages show the pictures of places, events and organisers, and keep their room free."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from PIL import Image

from .conftest import Built, build, edition_of

PLACE = "paikat/asematalo/index.html"
EVENT = "tapahtumat/torstain-kahvit/index.html"


def pictures(built: Built, path: str) -> list[Mapping[str, str]]:
    return [dict(each.attrib) for each in built.page(path).xpath("//main//img")]


@pytest.fixture
def with_pictures(small_content: Path) -> Built:
    """Two pictures of the place, the first one large; none of its events."""
    place = small_content / "places" / "asematalo.md"
    listed = (
        "images:\n"
        '  - {file: talo.png, alt: "Asematalo & \\"piha\\"", credit: Kyläyhdistys}\n'
        "  - {file: sisalla.png, alt: Odotussalin pöytä}\n"
    )
    place.write_text(place.read_text("utf-8").replace("---\n", f"---\n{listed}", 1), "utf-8")
    images = small_content / "images"
    images.mkdir()
    Image.new("RGB", (2400, 1600)).save(images / "talo.png")
    Image.new("RGB", (300, 500)).save(images / "sisalla.png")
    return build(edition_of(small_content), images)


def test_a_place_shows_its_pictures_those_further_down_when_one_comes_near(
    with_pictures: Built,
) -> None:
    assert pictures(with_pictures, PLACE) == [
        {
            "class": "figure__picture",
            "src": "/images/talo-png.jpg",
            "alt": 'Asematalo & "piha"',
            "width": "1200",
            "height": "800",
            "decoding": "async",
        },
        {
            "class": "figure__picture",
            "src": "/images/sisalla-png.jpg",
            "alt": "Odotussalin pöytä",
            "width": "300",
            "height": "500",
            "loading": "lazy",
            "decoding": "async",
        },
    ]
    assert with_pictures.text(PLACE, "//figcaption") == "Kuva: Kyläyhdistys"


def test_an_event_without_a_picture_shows_the_first_of_its_place(with_pictures: Built) -> None:
    assert [each["src"] for each in pictures(with_pictures, EVENT)] == ["/images/talo-png.jpg"]


def test_an_event_shows_its_own(networks: Callable[[str], Built]) -> None:
    sample = networks("sample")
    (own,) = pictures(sample, "tapahtumat/torstaikahvit/index.html")
    (of_place,) = pictures(sample, "tapahtumat/digiopastus-tiistaisin/index.html")
    assert (own["src"], of_place["src"]) == (
        "/images/kahvikupit-png.jpg",
        "/images/avoin-ovi-png.jpg",
    )
    assert (own["width"], own["height"]) == ("960", "640")


def test_an_alternative_text_says_its_language(networks: Callable[[str], Built]) -> None:
    (own,) = pictures(networks("sample"), "en/events/torstaikahvit/index.html")
    assert own["lang"] == "fi"


def test_without_pictures_there_is_no_empty_room(laakso: Built) -> None:
    assert laakso.page("paikat/myllytalo/index.html").xpath("//figure|//img") == []
