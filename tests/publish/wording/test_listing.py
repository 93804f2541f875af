"""What listings are called, wherever they are named."""

import pytest

from kohtaamo.listings.edition import Edition
from kohtaamo.listings.listing import Listing
from kohtaamo.publish.wording.listing import title, what_it_holds


@pytest.mark.parametrize(
    ("kind", "key", "language", "name"),
    [
        ("all", "", "fi", "Tapahtumat"),
        ("place", "myllytalo", "sv", "Evenemang: Kvarnhuset"),
        ("organiser", "myllyn-vaki", "fi", "Tapahtumat: Myllyn väki ry"),
        ("municipality", "laakso", "fi", "Tapahtumat Laaksossa"),
        # Not inflected in this language; not named in this one.
        ("municipality", "harju", "sv", "Evenemang: Åsen"),
        ("municipality", "harju", "en", "Events: Harju"),
        ("audience", "elderly", "fi", "Tapahtumat ikääntyneille"),
        ("audience", "elderly", "en", "Events for older people"),
        ("topic", "crafts", "fi", "Tapahtumat: Käsityöt"),
        ("need", "lonely", "sv", "Evenemang: Jag känner mig ensam"),
        ("afar", "", "fi", "Tapahtumat, joihin voi osallistua etänä"),
        ("board", "", "en", "Noticeboard"),
        ("changes", "", "sv", "Ändrat och inställt"),
    ],
)
def test_a_listing_has_a_name(
    edition: Edition, kind: str, key: str, language: str, name: str
) -> None:
    assert title(edition, listing_of(edition, kind, key), language) == name


def test_it_says_in_a_sentence_what_it_holds(edition: Edition) -> None:
    assert what_it_holds(edition, listing_of(edition, "all", ""), "fi") == (
        "Kaikille avoimet tapahtumat koko verkostossa (Laakson verkosto)."
    )
    assert what_it_holds(edition, listing_of(edition, "topic", "crafts"), "en") == (
        "Events on this topic: Crafts."
    )


def listing_of(edition: Edition, kind: str, key: str) -> Listing:
    return next(each for each in edition.listings if (each.kind, each.key) == (kind, key))
