# ruff: noqa: E501 - expected lines and files stand whole, as they are written
"""What is said of a picture."""

from collections.abc import Callable

import pytest

from kohtaamo.content.rules.alternatives import says_nothing

Check = Callable[..., list[str]]
Event = Callable[..., str]
Picture = Callable[[str], bytes]


def test_a_name_is_no_description(check: Check, event: Event, picture: Picture) -> None:
    pictures = """\
images:
  - {file: kahvi.png, alt: kahvi.png}
  - {file: kahvi.png, alt: Kahvia kaadetaan kuppiin}"""
    files = {"images/kahvi.png": picture("PNG"), "events/ilta.md": event(extra=pictures)}
    assert check(files) == [
        "events/ilta.md:8: images[0].alt: warning: “kahvi.png” does not tell what the picture shows to somebody who does not see it. Write it briefly, for instance “People around a coffee table”. [image-alt-says-nothing]",
    ]


@pytest.mark.parametrize(
    "alt",
    [
        *(
            "kuva",
            "Kuva",
            "KUVA.",
            "Kuva 1",
            "kuvia",
            "Valokuva",
            "bild",
            "Foto 2",
            "Image",
            "photo",
        ),
        *("IMG_20260901_1201.jpg", "IMG_1234", "DSC00012", "PXL 20260901", "WhatsApp Image 3", "7"),
        *("toinen.JPEG", "talot/sali.png", "sali", "sali.jpg", "-", "kuva.webp"),
    ],
)
def test_what_says_nothing(alt: str) -> None:
    assert says_nothing(alt, "talot/sali.jpg")


@pytest.mark.parametrize(
    "alt",
    [
        *("Sali", "Kuva seinällä", "Valokuva vuodelta 1923: talo rakenteilla", "Photo of a hall"),
        *("Logo: kädet ja pesä", "صورة القاعة", "2 kissaa", "Sali ja kuvia seinillä"),
    ],
)
def test_what_says_something(alt: str) -> None:
    assert not says_nothing(alt, "talot/sali.jpg")
