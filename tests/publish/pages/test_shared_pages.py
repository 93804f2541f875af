"""What a messenger or a network shows of a page whose address somebody shares."""

from collections.abc import Callable, Mapping
from io import BytesIO
from pathlib import Path

from PIL import Image

from .conftest import Built, build, edition_of

SITE = "https://verkosto.example.org"


def shared(built: Built, path: str) -> Mapping[str, str]:
    """What is said to those who read Open Graph, by its name without `og:`."""
    return {
        each.get("property").removeprefix("og:"): each.get("content")
        for each in built.page(path).xpath("//meta[@property]")
    }


def test_each_type_of_page_has_its_own_name_and_picture(networks: Callable[[str], Built]) -> None:
    sample = networks("sample")
    place = shared(sample, "sv/platser/kansalaisten-olohuone/index.html")
    assert place == {
        "title": "Kansalaisten olohuone – Jyväskylä",
        "site_name": "Ovi auki",
        "url": f"{SITE}/sv/platser/kansalaisten-olohuone/",
        "description": place["description"],
        "image": f"{SITE}/paikat/kansalaisten-olohuone/share.png",
        "image:width": "1200",
        "image:height": "630",
        "image:alt": "Kansalaisten olohuone",
    }
    event = shared(sample, "tapahtumat/hiljainen-ilta/index.html")
    assert event["title"] == "Hiljainen ilta – Kansalaisten olohuone"
    assert event["image"] == place["image"]
    for path in ("index.html", "tapahtumat/index.html", "kunnat/kittila/index.html"):
        found = shared(sample, path)
        assert (found["image"], found["image:alt"]) == (f"{SITE}/share.png", "Ovi auki")
    assert shared(sample, "index.html")["title"] == "Ovi auki"


def test_what_is_off_says_so_first(networks: Callable[[str], Built]) -> None:
    sample = networks("sample")
    cancelled = next(
        slug
        for slug, event in sample.edition.network.events.items()
        if event.status.value == "cancelled" and not event.is_closed
    )
    assert shared(sample, f"tapahtumat/{cancelled}/index.html")["title"].startswith("PERUTTU: ")
    english = shared(sample, f"en/events/{cancelled}/index.html")["title"]
    assert english.startswith("CANCELLED: ")


def test_of_lost_pages_and_of_what_is_for_members_nothing_is_shown(
    networks: Callable[[str], Built],
) -> None:
    assert shared(networks("sample"), "404.html").keys() <= {"description"}
    members = networks("everything").page("tapahtumat/hallituksen-kokous/index.html")
    assert members.xpath("//meta[starts-with(@property, 'og:image')]") == []


def test_a_name_is_text_and_another_name_another_picture(small_content: Path) -> None:
    before = build(edition_of(small_content)).files["paikat/asematalo/share.png"]
    place = small_content / "places" / "asematalo.md"
    name = """"><script>alert(1)</script> {{ 7*7 }}"""
    text = place.read_text("utf-8").replace("name: Asematalo", f"name: '{name}'")
    place.write_text(text, "utf-8")
    built = build(edition_of(small_content))
    found = shared(built, "paikat/asematalo/index.html")
    assert found["title"].startswith(name)
    assert found["image:alt"] == name
    after = built.files["paikat/asematalo/share.png"]
    assert after != before
    assert Image.open(BytesIO(after)).size == (1200, 630)
