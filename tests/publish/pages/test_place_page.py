"""The page of a place: its hours first, then what happens there and what one should know."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from .conftest import ROOT, Built, build, edition_of

Networks = Callable[[str], Built]


def hours(built: Built, path: str, summary: str = "") -> list[str]:
    """The days of a list of hours: the first one, or the one folded under a summary."""
    page = built.page(path)
    lists = page.xpath(
        f"//details[contains(summary, '{summary}')]/dl" if summary else "//main//section/dl"
    )
    return [
        " ".join(" ".join(str(part.text_content()).split()) for part in day)
        for day in lists[0].xpath("./div")
    ]


def test_this_week_is_said_day_by_day_with_modes_and_holidays(networks: Networks) -> None:
    assert hours(networks("everything"), "paikat/simpukka/index.html") == [
        "maanantaina 30.11. avoinna 9–17",
        "tiistaina 1.12. avoinna 9–17, digiopastus 17–19 (Tuo oma laitteesi.)",
        "keskiviikkona 2.12. avoinna 9–17",
        "torstaina 3.12. avoinna 9–17",
        "perjantaina 4.12. omatoimi 10–24 (Ovi aukeaa kirjastokortilla.)",
        "lauantaina 5.12. omatoimi 10–24 (Ovi aukeaa kirjastokortilla.)",
        "sunnuntaina 6.12. omatoimi 12–16 Itsenäisyyspäivä",
    ]


def test_next_week_and_the_usual_week_are_there_too(networks: Networks) -> None:
    built = networks("everything")
    path = "en/places/simpukka/index.html"
    assert hours(built, path, "Next week")[0] == "Monday 7 December open 9:00–17:00"
    assert hours(built, path, "Normal week")[6] == "Sunday by appointment 12:00–14:00"


@pytest.mark.parametrize(("today", "is_open"), [("2026-12-03", False), ("2026-12-04", True)])
def test_from_friday_on_the_next_week_stands_open(
    small_content: Path, today: str, is_open: bool
) -> None:
    built = build(edition_of(small_content, today=date.fromisoformat(today)))
    (details,) = built.page("paikat/asematalo/index.html").xpath(
        "//details[contains(summary, 'Ensi viikolla')]"
    )
    assert ("open" in details.attrib) is is_open


def test_exceptions_and_holidays_later_on_are_said_with_their_reasons(networks: Networks) -> None:
    page = networks("everything").page("paikat/simpukka/index.html")
    (lines,) = page.xpath("//details[summary='Poikkeukset myöhemmin']/following-sibling::ul[1]")
    assert [" ".join(str(line.text_content()).split()) for line in lines] == [
        "torstaina 24.12.: suljettu (Jouluaatto)",
        "perjantaina 25.12.: omatoimi 12–16 (Joulupäivä)",
        "lauantaina 26.12.: omatoimi 12–16 (Tapaninpäivä)",
        "torstaina 31.12.: suljettu (Uudenvuoden siivous)",
        "perjantaina 1.1.: omatoimi 12–16 (Uudenvuodenpäivä)",
        "keskiviikkona 6.1.: omatoimi 12–16 (Loppiainen)",
        "22.2.2027–26.2.2027: omatoimi 12–16 (Hiihtoloma)",
    ]


def test_a_holiday_of_which_nobody_has_said_anything_promises_nothing(
    small_content: Path,
) -> None:
    place = small_content / "places" / "asematalo.md"
    text = place.read_text("utf-8").replace("ma–pe", "ma–su").replace("holiday_hours: closed\n", "")
    place.write_text(text, "utf-8")
    built = build(edition_of(small_content))
    assert hours(built, "paikat/asematalo/index.html")[5:] == [
        "lauantaina 5.12. avoinna 10–18",
        "sunnuntaina 6.12. aukiolo ei ole tiedossa, kysy paikasta Itsenäisyyspäivä",
    ]
    text = built.text("paikat/asematalo/index.html")
    assert "Pyhäpäivien aukioloa ei ole ilmoitettu." in text
    unknown = "aukiolo ei ole tiedossa, kysy paikasta"
    assert f"perjantaina 25.12.: {unknown} (Joulupäivä)" in text


def test_holidays_are_said_eight_weeks_ahead_and_stand_directly_under_the_week(
    small_content: Path,
) -> None:
    def coming(today: date) -> list[str]:
        page = build(edition_of(small_content, today=today)).page("paikat/asematalo/index.html")
        assert page.xpath("string(//section[@class='place-hours']/dl/following-sibling::*[1])") == (
            "Pyhäpäivinä suljettu."
        )
        lines = page.xpath("//ul[contains(@class, 'place-hours__coming')]/li")
        return [" ".join(str(line.text_content()).split()) for line in lines]

    christmas = "perjantaina 25.12.: suljettu (Joulupäivä)"
    assert christmas not in coming(date(2026, 10, 25))
    assert christmas in coming(date(2026, 10, 26))
    # The place is closed on every Sunday: that day is no exception.
    assert "sunnuntaina 6.12.: suljettu (Itsenäisyyspäivä)" not in coming(date(2026, 10, 26))


def test_a_day_that_is_like_any_other_is_no_exception(small_content: Path) -> None:
    """On Sundays the place is closed anyhow, Independence Day or not; the day keeps its name."""
    page = build(edition_of(small_content)).page("paikat/asematalo/index.html")
    special = page.xpath("//div[contains(@class, 'hours__day--special')]/dt")
    assert [str(each.text_content()) for each in special] == []
    assert hours(build(edition_of(small_content)), "paikat/asematalo/index.html")[6] == (
        "sunnuntaina 6.12. suljettu Itsenäisyyspäivä"
    )


def test_an_eve_is_named_in_the_language_of_the_page(small_content: Path) -> None:
    network = small_content / "network.yml"
    two = network.read_text("utf-8").replace("languages: [fi]", "languages: [fi, sv]")
    network.write_text(two, "utf-8")
    built = build(edition_of(small_content))
    assert "torsdag 24.12: stängt (Julafton)" in built.text("sv/platser/asematalo/index.html")
    assert "24.12.: suljettu (Jouluaatto)" in built.text("paikat/asematalo/index.html")
    text = (small_content / "places" / "asematalo.md").read_text("utf-8")
    more = text.replace("reason: Jouluaatto", "reason: Jouluaatto on perheen")
    (small_content / "places" / "asematalo.md").write_text(more, "utf-8")
    swedish = build(edition_of(small_content)).text("sv/platser/asematalo/index.html")
    assert "torsdag 24.12: stängt (Jouluaatto on perheen)" in swedish


def test_what_is_not_known_of_the_premises_is_said(networks: Networks) -> None:
    page = networks("everything").page("sv/platser/simpukka/index.html")
    groups = {
        str(group.findtext("h3")): [str(each.text_content()) for each in group.findall("ul/li")]
        for group in page.xpath("//div[contains(@class, 'premises__group')]")
    }
    assert groups["Här finns"] == ["Tillgänglig ingång utan trappsteg"]
    assert groups["Här finns inte"] == ["Hiss"]
    assert groups["Detta vet vi inte"][:2] == [
        "Automatisk dörr",
        "Väg inomhus utan trösklar",
    ]


def test_a_travelling_place_says_when_it_comes_where(networks: Networks) -> None:
    page = networks("everything").page("paikat/kiertava-lukuauto/index.html")
    (stop,) = page.xpath("//section[@class='stop'][h3='Merilahden satama']")
    assert [" ".join(str(each.text_content()).split()) for each in stop.findall("ul/li")] == [
        "torstaina 3.12.2026 klo 10–12",
        "torstaina 17.12.2026 klo 10–12",
        "torstaina 14.1.2027 klo 10–12",
    ]


def test_hours_change_with_the_week_not_with_the_day() -> None:
    monday, sunday = date(2026, 11, 30), date(2026, 12, 6)
    lists = [
        hours(
            build(edition_of(ROOT / "content", today=day)), "paikat/roihankadun-olohuone/index.html"
        )
        for day in (monday, sunday)
    ]
    assert lists[0] == lists[1]


@pytest.mark.parametrize("path", ["paikat/myllytalo/index.html", "sv/platser/myllytalo/index.html"])
def test_a_place_is_a_listing_with_calendar_and_feeds(laakso: Built, path: str) -> None:
    page = laakso.page(path)
    folder = "/" + path.removesuffix("index.html")
    types = page.xpath("//link[@rel='alternate'][@type]/@type")
    assert types == [
        "text/calendar",
        "application/rss+xml",
        "application/atom+xml",
        "application/feed+json",
        "text/plain",
    ]
    # The hours for maps are in the first language only.
    assert page.xpath("//link[@type='text/plain']/@href") == ["/paikat/myllytalo/opening_hours.txt"]
    files = page.xpath("//section[@class='feed-links']//a[@type]/@href")
    assert files == [f"{folder}calendar.ics", f"{folder}rss.xml"]


def test_the_hours_can_be_followed_where_they_stand(networks: Networks) -> None:
    """In the reader's language where the place speaks it, else in the first one."""
    link = "//section[@class='place-hours']//a[starts-with(@href, 'webcal:')]"
    site = "webcal://verkosto.example.org"
    found = {
        (each.get("href").removeprefix(site), each.text_content())
        for path in (
            "paikat/levin-kausitupa/index.html",
            "en/places/levin-kausitupa/index.html",
            "sv/platser/levin-kausitupa/index.html",
        )
        for each in networks("sample").page(path).xpath(link)
    }
    assert found == {
        ("/paikat/levin-kausitupa/hours.ics", "Aukioloajat kalenteriin"),
        ("/en/places/levin-kausitupa/hours.ics", "Opening hours in your calendar"),
        ("/paikat/levin-kausitupa/hours.ics", "Öppettiderna till din kalender"),
    }


def test_the_hours_can_be_followed_in_google_and_outlook_too(networks: Networks) -> None:
    page = networks("sample").page("paikat/levin-kausitupa/index.html")
    links = page.xpath("//div[@class='hours-calendar']//a")
    assert [(each.text_content(), each.get("href")) for each in links[1:]] == [
        (
            "Google-kalenteri (Aukioloajat kalenteriin)",
            (
                "https://calendar.google.com/calendar/r?cid=webcal%3A%2F%2Fverkosto.example.org"
                "%2Fpaikat%2Flevin-kausitupa%2Fhours.ics"
            ),
        ),
        (
            "Outlook.com (Aukioloajat kalenteriin)",
            (
                "https://outlook.live.com/calendar/0/addfromweb?url=https%3A%2F%2Fverkosto.example.org"
                "%2Fpaikat%2Flevin-kausitupa%2Fhours.ics&name=Levin%20kausitupa%3A%20aukioloajat"
            ),
        ),
    ]


def test_without_hours_there_is_nothing_to_follow(small_content: Path) -> None:
    file = small_content / "places" / "asematalo.md"
    text = file.read_text("utf-8")
    start, end = text.index("hours:\n"), text.index("exceptions:")
    file.write_text(text[:start] + text[end:].replace("holiday_hours: closed\n", ""), "utf-8")
    built = build(edition_of(small_content))
    assert "webcal:" not in "".join(
        built.page("paikat/asematalo/index.html").xpath("//section[@class='place-hours']//@href")
    )
    # Whoever has followed it gets an empty calendar.
    assert "paikat/asematalo/hours.ics" in built.files
