"""Places that have not been opened, come to other municipalities, or are over: where they stand."""

from collections.abc import Callable
from datetime import date
from functools import cache

import pytest

from tests.conftest import SITES
from tests.publish.ics.linter import faults

from .conftest import Built, build, edition_of

CONTENT = SITES / "hours" / "content"
On = Callable[[str], Built]


@pytest.fixture(scope="module")
def on() -> On:
    """The network of `tests/sites/hours` on a day."""
    return cache(lambda day: build(edition_of(CONTENT, today=date.fromisoformat(day))))


def cards(built: Built, path: str) -> list[str]:
    page = built.page(path)
    return [
        " / ".join(" ".join(str(part.text_content()).split()) for part in card.xpath(".//p"))
        for card in page.xpath("//main//li[contains(@class, 'card--drawn')]")
    ]


def test_a_pop_up_says_when_it_opens_until_it_does(on: On) -> None:
    before, after = on("2026-12-02"), on("2026-12-03")
    assert cards(before, "kunnat/saari/index.html") == [
        "Kyläbussi / Kiertää eri paikoissa: Laituri, odotuskoppi",
        "Talvitupa / Avataan torstaina 3.12.2026. / Saarentie 2, Saari",
    ]
    assert cards(after, "kunnat/saari/index.html")[1] == "Talvitupa / Saarentie 2, Saari"
    for path, says in (
        ("paikat/talvitupa/index.html", "Avataan torstaina 3.12.2026."),
        ("sv/platser/talvitupa/index.html", "Öppnas torsdag 3.12.2026."),
        ("en/places/talvitupa/index.html", "Opens on Thursday 3 December 2026."),
        ("selko/paikat/talvitupa/index.html", "Paikka avataan torstaina 3. joulukuuta 2026."),
    ):
        assert says in before.text(path)
        assert says not in after.text(path)


def test_a_place_is_listed_to_its_last_day(on: On) -> None:
    last, over = on("2026-11-29"), on("2026-11-30")
    for path in ("paikat/index.html", "kunnat/ranta/index.html", "index.html", "tilaa/index.html"):
        assert "Kesäkioski" in last.text(path)
        assert "Kesäkioski" not in over.text(path)
    assert "Kesäkioski" in last.text("jarjestajat/kunta/index.html")
    assert "Kesäkioski" not in over.text("jarjestajat/kunta/index.html")
    assert b"kesakioski" in last.files["feeds.opml"]
    assert b"kesakioski" not in over.files["feeds.opml"]


def test_its_page_stays_and_says_since_when_and_what_is_near(on: On) -> None:
    built = on("2026-11-30")
    page = built.page("paikat/kesakioski/index.html")
    assert built.text("paikat/kesakioski/index.html", "//div[@class='event-off']/p") == (
        "Paikka ei ole enää käytössä. Se suljettiin sunnuntaina 29.11.2026.\nLähellä on:"
    )
    near = page.xpath("//div[@class='event-off']//a")
    assert [(str(each.text_content()), each.get("href")) for each in near] == [
        ("Kyläbussi", "/paikat/kylabussi/"),
        ("Yötupa", "/paikat/yotupa/"),
        ("Ranta", "/kunnat/ranta/"),
    ]
    assert page.xpath("//section[@class='place-hours']") == []
    for path, says in (
        ("sv/platser", "Platsen finns inte längre. Den stängdes söndag 29.11.2026."),
        (
            "en/places",
            "This place is no longer in use. It closed on Sunday 29 November 2026.",
        ),
        ("selko/paikat", "Paikkaa ei enää ole. Se suljettiin sunnuntaina 29. marraskuuta 2026."),
    ):
        assert says in built.text(f"{path}/kesakioski/index.html")


def test_its_calendars_and_feeds_stay_and_say_so(on: On) -> None:
    says = "Paikka ei ole enää käytössä. Se suljettiin sunnuntaina 29.11.2026."
    for day, is_over in (("2026-11-29", False), ("2026-11-30", True)):
        files = on(day).files
        for name in ("calendar.ics", "hours.ics", "rss.xml", "atom.xml", "feed.json"):
            text = files[f"paikat/kesakioski/{name}"].decode().replace("\r\n ", "")
            assert (says in text) is is_over, name
            assert not name.endswith(".ics") or faults(files[f"paikat/kesakioski/{name}"]) == []


def test_a_travelling_place_is_listed_where_it_still_comes(on: On) -> None:
    """Its last Wednesday in Ranta is the ninth, whatever day its timetable ends there."""

    def listed(day: str) -> dict[str, list[str]]:
        paths = {key: f"kunnat/{key}/index.html" for key in ("ranta", "saari")}
        every = {key: cards(on(day), path) for key, path in paths.items()}
        return {key: [c for c in found if "Kyläbussi" in c] for key, found in every.items()}

    travels = "Kyläbussi / Kiertää eri paikoissa"
    saari = [f"{travels}: Laituri, odotuskoppi"]
    assert listed("2026-12-08") == {"ranta": [f"{travels}: Rannan koulu; Tori"], "saari": saari}
    assert listed("2026-12-09") == {"ranta": [f"{travels}: Rannan koulu"], "saari": saari}
    assert listed("2026-12-10") == {"ranta": [], "saari": saari}
    assert listed("2027-02-24") == {"ranta": [], "saari": saari}
    assert listed("2027-02-25") == {"ranta": [], "saari": []}
    assert "Se suljettiin keskiviikkona 24.2.2027." in on("2027-02-25").text(
        "paikat/kylabussi/index.html"
    )


def test_what_happens_at_a_stop_is_in_the_municipality_of_the_stop(on: On) -> None:
    files = on("2026-12-10").files
    for key, is_there in (("ranta", False), ("saari", True)):
        for name in ("index.html", "calendar.ics", "rss.xml", "atom.xml", "feed.json"):
            assert (b"Lukuhetki bussissa" in files[f"kunnat/{key}/{name}"]) is is_there, name
