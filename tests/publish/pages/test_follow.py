"""The block on every listing: into a calendar, a news reader, or on to the phone."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
import segno
from lxml import html

from .conftest import Built, build, edition_of

Networks = Callable[[str], Built]


def named(content: Path, name: str) -> Path:
    """The content with another name for its one place."""
    place = content / "places" / "asematalo.md"
    text = place.read_text("utf-8")
    place.write_text(text.replace("name: Asematalo", f"name: {name}"), "utf-8")
    return content


def block(page: html.HtmlElement) -> html.HtmlElement:
    (found,) = page.xpath("//main//section[@class='feed-links']")
    return found


def links(page: html.HtmlElement) -> dict[str, str]:
    """Every link of the block by its words."""
    return {str(link.text_content()): link.get("href") for link in block(page).iter("a")}


def test_every_way_into_a_calendar_by_its_exact_address(small_content: Path) -> None:
    built = build(edition_of(named(small_content, "Äijät & Ämmät"), "https://kyla.example"))

    assert links(built.page("paikat/asematalo/index.html")) == {
        "Tilaa kalenteriin": "webcal://kyla.example/paikat/asematalo/calendar.ics",
        "Näin tilaat kalenterin": "/tilaa/#how",
        "Google-kalenteri": (
            "https://calendar.google.com/calendar/r"
            "?cid=webcal%3A%2F%2Fkyla.example%2Fpaikat%2Fasematalo%2Fcalendar.ics"
        ),
        "Outlook.com": (
            "https://outlook.live.com/calendar/0/addfromweb"
            "?url=https%3A%2F%2Fkyla.example%2Fpaikat%2Fasematalo%2Fcalendar.ics"
            "&name=Tapahtumat%3A%20%C3%84ij%C3%A4t%20%26%20%C3%84mm%C3%A4t"
        ),
        "Lataa tiedosto (ei päivity)": "/paikat/asematalo/calendar.ics",
        "Seuraa uutislukijalla": "/paikat/asematalo/rss.xml",
    }


def test_every_way_keeps_the_folder_that_a_site_lies_in(small_content: Path) -> None:
    built = build(edition_of(small_content, "https://x.example/kohtaamo"))

    assert links(built.page("kunnat/lehtijarvi/index.html")) == {
        "Tilaa kalenteriin": "webcal://x.example/kohtaamo/kunnat/lehtijarvi/calendar.ics",
        "Näin tilaat kalenterin": "/kohtaamo/tilaa/#how",
        "Google-kalenteri": (
            "https://calendar.google.com/calendar/r"
            "?cid=webcal%3A%2F%2Fx.example%2Fkohtaamo%2Fkunnat%2Flehtijarvi%2Fcalendar.ics"
        ),
        "Outlook.com": (
            "https://outlook.live.com/calendar/0/addfromweb"
            "?url=https%3A%2F%2Fx.example%2Fkohtaamo%2Fkunnat%2Flehtijarvi%2Fcalendar.ics"
            "&name=Tapahtumat%20Lehtij%C3%A4rvell%C3%A4"
        ),
        "Lataa tiedosto (ei päivity)": "/kohtaamo/kunnat/lehtijarvi/calendar.ics",
        "Seuraa uutislukijalla": "/kohtaamo/kunnat/lehtijarvi/rss.xml",
    }


def test_one_sentence_says_what_happens_and_how_long_changes_take(laakso: Built) -> None:
    assert laakso.text("paikat/myllytalo/index.html", "//p[@class='feed-links__what']") == (
        "Tapahtumat tulevat omaan kalenteriisi, ja muutokset päivittyvät sinne itsestään noin"
        " vuorokaudessa. Näin tilaat kalenterin"
    )


def test_a_listing_without_dates_has_no_calendar(laakso: Built) -> None:
    page = laakso.page("ilmoitustaulu/index.html")

    assert links(page) == {
        "Mikä on uutislukija?": "/tilaa/#news",
        "Seuraa uutislukijalla": "/ilmoitustaulu/rss.xml",
    }
    assert "kalenteri" not in str(block(page).text_content())


@pytest.mark.parametrize(
    ("path", "anchor", "calendar"),
    [
        # Translated into Swedish, so it has a calendar of its own; this one is not.
        ("sv/platser/myllytalo", "folj", "sv/platser/myllytalo"),
        ("en/municipalities/harju", "follow", "kunnat/harju"),
    ],
)
def test_another_language_leads_to_the_calendar_that_there_is(
    laakso: Built, path: str, anchor: str, calendar: str
) -> None:
    found = block(laakso.page(f"{path}/index.html"))

    assert found.get("id") == anchor
    assert found.xpath(".//a[@class='button']/@href") == [
        f"webcal://example.fi/{calendar}/calendar.ics"
    ]


def test_every_listing_can_be_followed_on_its_first_page_only(networks: Networks) -> None:
    sample = networks("sample")
    pages = {
        path: page.xpath("//section[@class='feed-links']/@id")
        for path, page in sample.pages.items()
    }
    first = {path for path in pages if f"{path.removesuffix('index.html')}rss.xml" in sample.files}

    assert len(first) > 80
    assert {path: ids for path, ids in pages.items() if path in first and len(ids) != 1} == {}


CODE = "//*[local-name()='svg'][@class='qr']"


def modules(page: html.HtmlElement) -> list[list[int]]:
    """The dark and light modules of a page's code, read from its path as a browser draws it."""
    (code,) = page.xpath(CODE)
    (path,) = code.xpath("./*[local-name()='path'][@stroke]/@d")
    box = code.get("viewbox")
    left, top, size, _ = box.split()
    side = int(size) - 8
    assert (left, top, size) == ("-4", "-4.5", str(side + 8))
    drawn = [[0] * side for _ in range(side)]
    x = y = 0
    for right, down, length in re.findall(r"m(-?\d+) (\d+)h(\d+)", path):
        x, y = x + int(right), y + int(down)
        for _ in range(int(length)):
            drawn[y][x] = 1
            x += 1
    assert re.sub(r"m-?\d+ \d+h\d+", "", path) == ""
    return drawn


@pytest.mark.parametrize(
    ("path", "address"),
    [
        ("index.html", "https://example.fi/tapahtumat/#seuraa"),
        ("paikat/myllytalo/index.html", "https://example.fi/paikat/myllytalo/#seuraa"),
        ("sv/platser/myllytalo/index.html", "https://example.fi/sv/platser/myllytalo/#folj"),
        ("ilmoitustaulu/index.html", "https://example.fi/ilmoitustaulu/#seuraa"),
    ],
)
def test_the_code_leads_to_the_block_of_the_listing_itself(
    laakso: Built, path: str, address: str
) -> None:
    expected = segno.make(address, error="m", micro=False, mask=2)

    assert modules(laakso.page(path)) == [list(row) for row in expected.matrix]
    assert expected.error in {"M", "Q", "H"}


def test_the_code_has_a_name_and_is_small(laakso: Built, networks: Networks) -> None:
    page = laakso.page("paikat/myllytalo/index.html")
    (code,) = page.xpath(CODE)

    assert code.get("role") == "img"
    assert [str(each.text) for each in code if each.tag == "title"] == [
        "QR-koodi, joka avaa tämän sivun puhelimessa"
    ]
    codes = [
        code
        for built in (laakso, networks("sample"))
        for path, body in built.files.items()
        if path.endswith(".html")
        for code in re.findall(rb'<svg class="qr".*?</svg>', body)
    ]
    assert len(codes) > 250
    assert max(map(len, codes)) < 2_500


def test_paper_shows_the_address_beside_the_code(laakso: Built) -> None:
    said = laakso.text("paikat/myllytalo/index.html", "//div[@class='feed-links__phone']/p")

    assert said == (
        "Osoita koodia puhelimen kameralla. Tämä sivu avautuu puhelimeesi, ja voit lisätä"
        " tapahtumat sen kalenteriin. Tai kirjoita selaimeen osoite: example.fi/paikat/myllytalo/"
    )


def test_formats_are_named_where_subscribing_is_explained_and_nowhere_else(
    networks: Networks,
) -> None:
    """Of all that can be seen; links to files and what is in the head are for programs."""
    names = re.compile(r"\b(RSS|Atom|JSON|iCal|iCalendar|ICS|OPML|webcal)\b", re.IGNORECASE)
    naming = {
        path: found
        for path, page in networks("sample").pages.items()
        if (found := sorted(set(names.findall(str(page.find("body").text_content())))))
    }

    formats = ["Atom", "JSON", "OPML", "RSS"]
    assert naming == {
        "tilaa/index.html": formats,
        "sv/prenumerera/index.html": formats,
        "en/subscribe/index.html": formats,
        "se/tilaa/index.html": formats,
        "selko/tilaa/index.html": formats,
    }


def calendar_of(built: Built, path: str) -> tuple[str, list[tuple[str, str]]]:
    """What the button of an event says, and whom to follow for changes."""
    page = built.page(path)
    (button,) = page.xpath("//div[@class='event-calendar']//a[@class='button']")
    follow = page.xpath("//section[@class='event-follow']/ul//a")
    return str(button.text), [(link.text_content(), link.get("href")) for link in follow]


def test_an_event_says_how_much_is_taken_and_whom_to_follow_for_changes(laakso: Built) -> None:
    assert calendar_of(laakso, "tapahtumat/neulekahvila/index.html") == (
        "Lisää kaikki kerrat kalenteriin",
        [
            ("Tilaa: Myllytalo", "/paikat/myllytalo/#seuraa"),
            ("Tilaa: Myllyn väki ry", "/jarjestajat/myllyn-vaki/#seuraa"),
        ],
    )
    assert calendar_of(laakso, "tapahtumat/talkooviikko/index.html")[0] == "Lisää kalenteriin"


def test_no_listing_tells_of_a_group_for_members(laakso: Built) -> None:
    assert calendar_of(laakso, "tapahtumat/jasenten-ilta/index.html")[1] == []
    assert laakso.text(
        "tapahtumat/jasenten-ilta/index.html", "//section[@class='event-follow']/p"
    ) == ("Jos tapahtuma muuttuu, kalenterisi ei saa siitä tietoa.")
