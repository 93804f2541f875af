"""Of closed groups nothing but a room's taken hours is on any page."""

from collections.abc import Callable

import pytest

from .conftest import Built

SECRETS = {
    "laakso": ("Salaseura", "Salainen", "salainen", "salaseura@", "varattu-1"),
    "everything": ("varaus-1",),
    "sample": (),
}


@pytest.mark.parametrize("name", SECRETS)
def test_nothing_of_a_closed_group_is_published(
    networks: Callable[[str], Built], name: str
) -> None:
    built = networks(name)
    closed = [event for event in built.edition.network.events.values() if event.is_closed]
    assert closed
    titles = {event.title for event in closed if event.title}
    words = {*SECRETS[name], *titles, *(f"/{event.slug}/" for event in closed)}
    for path, body in built.files.items():
        assert not any(f"/{event.slug}/" in f"/{path}" for event in closed)
        found = [word for word in words if word.encode() in body]
        assert found == [], path


def test_its_room_is_just_taken_setup_included(laakso: Built) -> None:
    page = laakso.page("paikat/myllytalo/tilat/sali/index.html")
    rows = [
        " ".join(str(cell.text_content()) for cell in row.xpath("th|td[2]"))
        for row in page.xpath("//section[@class='room-weeks']//tbody/tr")
    ]
    assert [row for row in rows if "ei varauksia" not in row] == [
        "torstaina 3.12. varattu 13.45–15.30",
        "tiistaina 8.12. varattu 9–10.30 (Parillisten viikkojen puuro)",
        "torstaina 10.12. varattu 9–10.30 (Parillisten viikkojen puuro)",
        "perjantaina 11.12. varattu 18–21",
        "lauantaina 12.12. varattu 15–16 (Markkinalaulut)",
    ]


def test_events_for_members_are_told_of_where_somebody_asks(laakso: Built) -> None:
    """By their place and their organiser, folded, and nowhere else."""
    assert "tapahtumat/jasenten-ilta/index.html" in laakso.files
    linking = {
        path
        for path, page in laakso.pages.items()
        if any(href.endswith("/jasenten-ilta/") for href in page.xpath("//main//a/@href"))
    }
    assert linking == {
        "en/organisers/harjun-nuoret/index.html",
        "en/places/myllytalo/index.html",
        "jarjestajat/harjun-nuoret/index.html",
        "paikat/myllytalo/index.html",
        "sv/arrangorer/harjun-nuoret/index.html",
        "sv/platser/myllytalo/index.html",
    }
    for path in linking:
        page = laakso.page(path)
        assert page.xpath("count(//a[contains(@href, 'jasenten-ilta')])") == 1
        assert page.xpath("//details[not(@open)]//a[contains(@href, 'jasenten-ilta')]")


def test_they_are_marked_and_told_by_their_next_dates(laakso: Built) -> None:
    folded = "//details[@class='members-events']"
    assert laakso.text("paikat/myllytalo/index.html", folded).partition(" sunnuntai")[0] == (
        "Jäsenten omat tapahtumat (2) Nämä on tarkoitettu järjestäjän omille jäsenille,"
        " eivätkä ne ole muissa luetteloissa eivätkä kalentereissa. Kysy järjestäjältä,"
        " miten pääsee mukaan."
        " perjantaina 11.12.2026 klo 18–21 Jäsenten ilta Myllytalo, Laakso Jäsenille"
    )


def test_no_calendar_and_no_feed_but_its_own_tells_of_them(laakso: Built) -> None:
    telling = {
        path
        for path, body in laakso.files.items()
        if not path.endswith(".html") and b"jasenten-ilta" in body
    }
    assert {path for path in telling if "jasenten-ilta/event.ics" not in path} <= {"sitemap.xml"}
