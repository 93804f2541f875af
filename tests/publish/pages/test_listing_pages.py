"""Listings: the coming days by day, then every later event once, 100 dates a page."""

import re
from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from lxml import html

from kohtaamo.publish import few_events
from kohtaamo.publish.outputs import all_outputs
from kohtaamo.publish.pages.plan import make_plan
from kohtaamo.schedule.occurrence import Occurrence

from .conftest import THEME, TODAY, Built, build, edition_of


def shown(built: Built, path: str) -> list[str]:
    """Headings of days and the rows under them, in order."""
    page = built.page(path)
    found = page.xpath("//*[@class='event-days__day']|//li[contains(@class, 'event-row')]")
    return [" ".join(str(each.text_content()).split()) for each in found]


def test_days_come_first_and_later_events_once_at_their_next_date(laakso: Built) -> None:
    assert shown(laakso, "jarjestajat/harjun-nuoret/index.html") == [
        "Tiistai 1. joulukuuta",
        (
            "tiistaina 1.12. klo 9–16 PERUTTU: Retki kansallispuistoon Myllytalo, Laakso"
            " Syy: bussi on rikki"
        ),
        "Keskiviikko 2. joulukuuta",
        "keskiviikkona 2.12. klo 10–10.45 Etäjumppa Verkossa Puhelimella 1,50–3 €",
        "Torstai 3. joulukuuta",
        (
            "torstaina 3.12. klo 17–18.30 SIIRTYY: Englannin alkeet Myllytalo, Laakso"
            " Syy: opettajaa etsitään"
        ),
        "Lauantai 5. joulukuuta",
        "lauantaina 5.12. klo 10–14 Perunakellarin siivous Perunakellari, Harju Verkossa",
        "Maanantai 7. joulukuuta",
        shown(laakso, "aiheet/reading/index.html")[1],
        "Keskiviikko 9. joulukuuta",
        "keskiviikkona 9.12. klo 13 Torikahvit Kirkonkylän tori, Harju",
        "Torstai 10. joulukuuta",
        (
            "torstaina 10.12. klo 17–18.30 SIIRTYY: Englannin alkeet Myllytalo, Laakso"
            " Syy: opettajaa etsitään"
        ),
        "Torstai 17. joulukuuta",
        (
            "torstaina 17.12. klo 17–18.30 SIIRTYY: Englannin alkeet Myllytalo, Laakso"
            " Syy: opettajaa etsitään"
        ),
        "Torstai 24. joulukuuta",
        (
            "torstaina 24.12. klo 17–18.30 SIIRTYY: Englannin alkeet Myllytalo, Laakso"
            " Syy: opettajaa etsitään"
        ),
        "Myöhemmin",
        (
            "maanantaina 28.12.2026 – keskiviikkona 30.12.2026 Talkooviikko Myllytalo, Laakso"
            " Täynnä, jonoon pääsee"
        ),
        # Folded, for those who ask.
        "perjantaina 11.12.2026 klo 18–21 Jäsenten ilta Myllytalo, Laakso Jäsenille",
    ]


def test_later_events_show_the_year_of_their_date(networks: Callable[[str], Built]) -> None:
    rows = shown(networks("everything"), "paikat/simpukka/index.html")
    assert rows[rows.index("Myöhemmin") + 1 :] == [
        "perjantaina 29.1.2027 klo 18–21 Elokuvailta Simpukka, Merilahti",
        (
            "perjantaina 4.6.2027 klo 12–14.30 Satamapäivien avajaiset Simpukka, Merilahti"
            " Verkossa Puhelimella 7–99-vuotiaille 0–4,50 € Täynnä, jonoon pääsee"
        ),
    ]


def test_a_moved_date_says_so_in_lists(networks: Callable[[str], Built]) -> None:
    rows = shown(networks("everything"), "paikat/simpukka/index.html")
    assert "torstaina 10.12. klo 14–16 Sataman kahvit Simpukka, Merilahti Uusi aika" in rows
    assert "torstaina 17.12. klo 13–15 Sataman kahvit Kaamostupa, Kaamoskylä Eri paikka" in rows


@pytest.mark.parametrize("path", ["kunnat/rautjarvi/index.html", "paikat/index.html"])
def test_a_place_in_a_list_tells_whom_to_call(networks: Callable[[str], Built], path: str) -> None:
    sample = networks("sample")
    card = "//li[.//a[@href='/paikat/roihankadun-olohuone/']]//p[a[starts-with(@href, 'tel:')]]"
    assert sample.text(path, card) == "Kysy lisää: 010 123 0010"
    assert sample.page(path).xpath(f"{card}/a/@href") == ["tel:0101230010"]


@pytest.mark.parametrize(
    ("path", "title"),
    [
        ("tapahtumat/index.html", "Tapahtumat"),
        ("kunnat/rautjarvi/index.html", "Rautjärvi"),
        ("kenelle/elderly/index.html", "Tapahtumat ikääntyneille"),
        ("sv/for-vem/elderly/index.html", "Evenemang för äldre"),
        ("aiheet/crafts/index.html", "Tapahtumat: Käsityöt"),
        ("tarvitsen/lonely/index.html", "Tunnen oloni yksinäiseksi"),
        ("en/from-afar/index.html", "Events you can join remotely"),
        ("tapahtumat/2026/12/index.html", "Tapahtumat: joulukuu 2026"),
        ("sv/evenemang/2027/01/index.html", "Evenemang: januari 2027"),
    ],
)
def test_each_listing_says_what_it_is(
    networks: Callable[[str], Built], path: str, title: str
) -> None:
    assert networks("sample").text(path, "//h1") == title


def test_a_month_has_all_its_dates_from_today_on(laakso: Built) -> None:
    rows = shown(laakso, "tapahtumat/2027/03/index.html")
    assert rows[:3] == [
        "Tiistai 2. maaliskuuta",
        "tiistaina 2.3. klo 18–20 Neulekahvila Myllytalo, Laakso Maksuton",
        "Keskiviikko 3. maaliskuuta",
    ]
    assert "tapahtumat/2027/06/index.html" in laakso.files
    assert "tapahtumat/2027/12/index.html" not in laakso.files
    links = laakso.page("tapahtumat/2027/03/index.html").xpath("//main//nav//a/@href")
    assert links == ["/tapahtumat/2027/02/", "/tapahtumat/2027/04/"]


def occurrence(event: str, start: datetime) -> Occurrence:
    return Occurrence(event=event, start=start, end=None, by_rule=start)


def test_a_long_listing_goes_on_on_further_pages() -> None:
    noon = datetime.combine(TODAY, datetime.min.time()) + timedelta(hours=12)
    coming = {
        f"e{number:03}": (occurrence(f"e{number:03}", noon + timedelta(days=number // 10)),)
        for number in range(250)
    }
    plan = make_plan(coming, coming, TODAY, {})
    assert plan.pages == 3
    assert [sum(len(group.occurrences) for group in plan.groups(page)) for page in (1, 2, 3)] == [
        100,
        100,
        50,
    ]


def test_what_has_begun_stands_under_today_and_what_is_far_under_later() -> None:
    began = Occurrence(
        event="a", start=date(2026, 11, 28), end=date(2026, 12, 3), by_rule=date(2026, 11, 28)
    )
    last_near = occurrence("b", datetime.fromisoformat("2026-12-27T18:00"))
    first_far = occurrence("c", datetime.fromisoformat("2026-12-28T08:00"))
    plan = make_plan("abc", {"a": (began,), "b": (last_near,), "c": (first_far,)}, TODAY, {})
    assert [(item.occurrence.event, item.day) for item in plan.items] == [
        ("a", date(2026, 12, 1)),
        ("b", date(2026, 12, 27)),
        ("c", None),
    ]


def test_the_near_days_end_on_a_sunday_all_week_long() -> None:
    sunday = occurrence("a", datetime.fromisoformat("2026-12-27T18:00"))
    monday = occurrence("b", datetime.fromisoformat("2026-12-28T08:00"))
    coming = {"a": (sunday,), "b": (monday,)}
    days = (date(2026, 11, 29), date(2026, 11, 30), date(2026, 12, 6), date(2026, 12, 7))
    near = {
        day.isoformat(): [item.day is not None for item in make_plan("ab", coming, day, {}).items]
        for day in days
    }
    assert near == {
        "2026-11-29": [False, False],
        "2026-11-30": [True, False],
        "2026-12-06": [True, False],
        "2026-12-07": [True, True],
    }


def test_a_listing_of_nothing_has_one_page_that_says_so(networks: Callable[[str], Built]) -> None:
    built = networks("sample")
    assert "Tulossa ei ole juuri nyt tapahtumia." in built.text("paikat/linja-auki/index.html")
    assert "Näistä ei ole juuri nyt tulossa tapahtumia Vammaiset ihmiset" in built.text(
        "kenelle/index.html"
    )


def test_a_listing_too_long_for_a_calendar_says_how_far_that_reaches(small_content: Path) -> None:
    event = (small_content / "events" / "joululaulut.md").read_text("utf-8")
    text = re.sub(r"room: .*\n", "", event)
    for number in range(1001):
        day = TODAY + timedelta(days=30 + number // 4)
        dated = re.sub(r"start: .*", f"start: {day} {10 + number % 4}:00", text)
        (small_content / "events" / f"laulut-{number}x.md").write_text(dated, "utf-8")
    edition = edition_of(small_content)
    outputs = {
        each.path: each.render for each in all_outputs(edition, THEME, small_content / "images")
    }
    page = html.document_fromstring(outputs["tapahtumat/index.html"]().decode())
    assert page.xpath("//p[@class='feed-links__cut']/text()") == [
        "Kalenteriin mahtuu kaikki 5.9.2027 asti; kauempana oleva on tällä sivulla."
    ]


def test_a_need_is_not_said_twice_but_has_a_word_of_its_own(
    networks: Callable[[str], Built],
) -> None:
    sample, lead = networks("sample"), "//main//p[@class='lead']"
    assert "käsi" in sample.text("aiheet/crafts/index.html", lead).lower()
    assert sample.text("tarvitsen/shy/index.html", lead) == (
        "Moni muukin on ujo, eikä kenenkään ole pakko esittäytyä tai puhua. Voit istua sivummalla,"
        " katsella ja lähteä, kun haluat. Voit myös soittaa etukäteen ja kysyä, milloin paikassa on"
        " rauhallisinta."
    )
    assert sample.text("selko/tarvitsen/shy/index.html", lead) == (
        "Moni muukin on ujo. Sinun ei ole pakko puhua. Voit istua ja katsella. Saat lähteä, kun"
        " haluat. Voit soittaa ja kysyä, milloin paikassa on rauhallista."
    )


def test_each_municipality_has_its_events_once_more(networks: Callable[[str], Built]) -> None:
    sample = networks("sample")
    page = sample.page("tarvitsen/shy/index.html")

    leads = {
        str(item.xpath("string(a/@href)")): " ".join(str(item.text_content()).split())
        for item in page.xpath("//main//ul[@class='links']/li[starts-with(a/@href, '#town')]")
    }
    assert leads == {
        "#town-jyvaskyla": "Jyväskylä (9)",
        "#town-kauniainen": "Kauniainen (3)",
        "#town-kittila": "Kittilä (2)",
        "#town-mikkeli": "Mikkeli (5)",
        "#town-rautjarvi": "Rautjärvi (4)",
        "#town-rovaniemi": "Rovaniemi (3)",
    }
    assert sample.text("tarvitsen/shy/index.html", "//*[@id='town-kauniainen']//a") == (
        "Kielikahvila suomeksi ja ruotsiksi Yhteinen pöytä, tiistaina 1.12.2026 klo 14–15.30\n"
        "Läksyapu Yhteinen pöytä, keskiviikkona 2.12.2026 klo 15–17\n"
        "Valon aamupäivä Yhteinen pöytä, perjantaina 4.12.2026 klo 10.30–12"
    )
    for path in ("selko/tarvitsen/shy/index.html", "tapahtumat/index.html"):
        assert sample.page(path).xpath("//*[starts-with(@id, 'town-')]") == []


def test_a_long_list_is_not_told_twice(
    networks: Callable[[str], Built], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(few_events, "MOST_BY_TOWN", 6)
    page = build(networks("sample").edition).page("tarvitsen/shy/index.html")
    assert page.xpath("//*[starts-with(@id, 'town-')]") == []
