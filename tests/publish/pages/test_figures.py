"""Pages show the pictures of places, events and organisers, and keep their room free."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from PIL import Image

from kohtaamo.publish.pictures.outputs import picture_outputs

from .conftest import Built, build, edition_of

ROOT = Path(__file__).parents[3]
PLACE = "paikat/asematalo/index.html"
EVENT = "tapahtumat/torstain-kahvit/index.html"


def pictures(built: Built, path: str) -> list[Mapping[str, str]]:
    return [dict(each.attrib) for each in built.page(path).xpath("//main//img")]


def sources(built: Built, path: str) -> list[Mapping[str, str]]:
    """What browsers take instead that know WebP: all that is younger than 2019, and most older."""
    return [dict(each.attrib) for each in built.page(path).xpath("//main//source")]


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


def test_a_screen_takes_as_much_of_a_picture_as_it_shows(with_pictures: Built) -> None:
    """Beside the facts of a place a picture is narrower than below them; no file is named twice."""
    assert sources(with_pictures, PLACE) == [
        {
            "type": "image/webp",
            "srcset": (
                "/images/talo-png-480.webp 480w, /images/talo-png-800.webp 800w,"
                " /images/talo-png-1200.webp 1200w"
            ),
            "sizes": "(min-width: 60em) 26rem, calc(100vw - 2rem)",
        },
        {
            "type": "image/webp",
            "srcset": "/images/sisalla-png-1200.webp 300w",
            "sizes": "(min-width: 60em) 42rem, calc(100vw - 2rem)",
        },
    ]
    (of_event,) = sources(with_pictures, EVENT)
    assert of_event["sizes"] == "(min-width: 60em) 42rem, calc(100vw - 2rem)"


def test_every_file_that_a_page_names_is_there(networks: Callable[[str], Built]) -> None:
    edition, images = networks("sample").edition, ROOT / "content" / "images"
    written = {each.path for each in picture_outputs(edition, images)}
    named = {
        address.partition(" ")[0]
        for page in (
            "tapahtumat/torstaikahvit/index.html",
            "paikat/roihankadun-olohuone/index.html",
        )
        for each in sources(networks("sample"), page)
        for address in each["srcset"].split(", ")
    }
    assert named
    assert named <= {f"/{path}" for path in written}


def test_an_event_without_a_picture_shows_the_first_of_its_place(with_pictures: Built) -> None:
    assert [each["src"] for each in pictures(with_pictures, EVENT)] == ["/images/talo-png.jpg"]


def test_an_event_shows_its_own(networks: Callable[[str], Built]) -> None:
    sample = networks("sample")
    (own,) = pictures(sample, "tapahtumat/torstaikahvit/index.html")
    (of_place,) = pictures(sample, "tapahtumat/digiopastus-tiistaisin/index.html")
    assert (own["src"], of_place["src"]) == (
        "/images/kahvikupit-png.jpg",
        "/images/roihankadun-olohuone-png.jpg",
    )
    assert (own["width"], own["height"]) == ("960", "640")


def test_an_alternative_text_says_its_language(networks: Callable[[str], Built]) -> None:
    (own,) = pictures(networks("sample"), "en/events/torstaikahvit/index.html")
    assert own["lang"] == "fi"


def test_without_pictures_there_is_no_empty_room(laakso: Built) -> None:
    assert laakso.page("paikat/myllytalo/index.html").xpath("//figure|//img") == []
