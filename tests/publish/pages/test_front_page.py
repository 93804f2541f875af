"""The front page answers: what can I go to today and this week, and where do I look further?"""

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from .conftest import ROOT, Built, build, edition_of


def sections(built: Built, path: str = "index.html") -> dict[str, list[str]]:
    """The first links or rows of each section by its heading."""
    found = {}
    for section in built.page(path).xpath("//main//section[h2]"):
        links = section.xpath(".//a[not(ancestor::*[@class='feed-links'])]")
        found[str(section.find("h2").text_content())] = [
            " ".join(str(link.text_content()).split()) for link in links
        ]
    return found


def test_today_and_this_week_come_first_then_every_way_in(laakso: Built) -> None:
    found = sections(laakso)
    assert list(found) == [
        "Tänään tiistaina 1.12.",
        "Auki tänään tiistaina 1.12.",
        "Missä?",
        "Tällä viikolla",
        "Tarvitsen kohtaamista, kun…",
        "Milloin?",
        "Kenelle?",
        "Mitä haluaisit tehdä?",
        "Muita tapoja tulla mukaan",
        "Tilaa tapahtumat kalenteriisi",
    ]
    assert found["Tänään tiistaina 1.12."] == [
        "Lähipäivinä on muutoksia tai peruutuksia",
        "PERUTTU: Retki kansallispuistoon",
        "Neulekahvila",
    ]
    assert found["Tällä viikolla"] == [
        "Etäjumppa",
        "Hallituksen avoin kokous",
        "SIIRTYY: Englannin alkeet",
        "Perunakellarin siivous",
        "Neulekahvila",
        "Myllyn yövahti",
        "Kaikki tapahtumat",
        "Onko jotakin peruttu?",
    ]
    assert found["Missä?"] == [
        "Harju",
        "Kiertävä kahvila",
        "Laakso",
        "Kiertävä kahvila",
        "Myllytalo",
    ]


def test_its_heading_invites_and_its_title_is_the_network(laakso: Built) -> None:
    page = laakso.page("sv/index.html")
    assert (page.findtext(".//title"), page.findtext(".//h1")) == ("Laakson verkosto", "Kom med")


def test_near_the_end_of_the_week_the_next_one_is_shown_too() -> None:
    built = build(edition_of(ROOT / "content", today=date(2026, 12, 4)))
    days = built.page("index.html").xpath("//main//h3/time/@datetime")
    assert (days[0], days[-1]) == ("2026-12-05", "2026-12-13")
    assert "Seuraavina päivinä" in sections(built)


def test_what_does_not_fit_is_counted_and_no_day_is_cut_in_two(small_content: Path) -> None:
    event = (small_content / "events" / "joululaulut.md").read_text("utf-8")
    rest = re.sub(r"start: .*\n|end: .*\n|duration: .*\n|room: .*\n", "", event)
    days = {"2026-12-01": 32, "2026-12-03": 25, "2026-12-04": 25}
    for day, count in days.items():
        for number in range(count):
            text = rest.replace("title:", f"start: {day} 10:00\nduration: 1 h\ntitle:", 1)
            (small_content / "events" / f"x{day}-{number}.md").write_text(text, "utf-8")
    built = build(edition_of(small_content))
    # 32 today, and 25 on Thursday beside the village's own coffee; Friday would be too much.
    assert (
        len(
            built.page("index.html").xpath(
                "//main//section[1]//li[contains(@class, 'event-row')][not(ancestor::section/h3)]"
            )
        )
        == 30
    )
    assert "Lisäksi 2 muuta tapahtumaa. Auki tänään" in built.text("index.html")
    assert built.page("index.html").xpath("//main//h3/time/@datetime") == ["2026-12-03"]
    assert "Lisäksi 25 muuta tapahtumaa." in built.text("index.html")


def test_a_day_without_events_says_so() -> None:
    small = ROOT / "tests" / "sites" / "small" / "content"
    built = build(edition_of(small, today=date(2026, 11, 30)))
    assert "Tälle päivälle ei ole ilmoitettu tapahtumia." in built.text("index.html")


def test_the_nearest_months_are_there_and_the_list_of_all_events_has_the_others(
    networks: Callable[[str], Built],
) -> None:
    sample = networks("sample")
    assert sections(sample)["Milloin?"] == [
        "Joulukuu 2026",
        "Tammikuu 2027",
        "Helmikuu 2027",
        "Maaliskuu 2027",
    ]
    assert len(sections(sample, "tapahtumat/index.html")["Milloin?"]) == 12


def open_places(built: Built) -> list[str]:
    """What is read without scripts, which alone look into templates."""
    rows = built.page("index.html").xpath("//section[@class='open-today']//li")
    texts = (row.xpath(".//text()[not(ancestor::template)]") for row in rows)
    return [" ".join("".join(text).split()) for text in texts]


def test_places_that_are_open_today_are_named_with_their_hours(
    networks: Callable[[str], Built],
) -> None:
    assert open_places(networks("sample")) == [
        "Kansalaisten olohuone Jyväskylä avoinna 10–20",
        "Linja auki Jyväskylä avoinna 12–15",
        "Yhteinen pöytä Kauniainen avoinna 10–18",
        # It travels, and is in Kittilä on Tuesdays.
        "Kiertävä perhetupa Kittilä avoinna 10–13 (Kirkonkylä, kirjaston kerhohuone)",
        (
            "Mikkelin kumppanuustalo Mikkeli avoinna 9–16, omatoimi 16–21"
            " (Ovikoodi on tilan varaajalla)"
        ),
        "Roihankadun olohuone Rautjärvi avoinna 9–12, digiopastus 12–15 (Digiopastaja paikalla)",
        "Perhetupa Kieppi Rovaniemi avoinna 9–14, avoinna 14–18.30 (Ilta-aukiolo työssä käyville)",
    ]


@pytest.mark.parametrize(
    ("today", "said"),
    [
        (date(2026, 12, 4), ["Asematalo Lehtijärvi avoinna 10–18"]),
        # A Saturday, Independence Day, an exception.
        (date(2026, 12, 5), []),
        (date(2027, 12, 6), []),
        (date(2026, 12, 24), []),
    ],
)
def test_a_place_that_is_closed_or_says_nothing_is_not_promised(
    small_content: Path, today: date, said: list[str]
) -> None:
    built = build(edition_of(small_content, today=today))
    assert open_places(built) == said
    text = built.text("index.html", "//section[@class='open-today']")
    assert ("Yksikään paikka ei ole ilmoittanut olevansa auki." in text) == (not said)


def test_of_many_open_places_the_first_are_named_and_the_others_counted(
    small_content: Path,
) -> None:
    place = (small_content / "places" / "asematalo.md").read_text("utf-8")
    for number in range(70):
        text = place.replace("name: Asematalo", f"name: Talo {number:02}")
        (small_content / "places" / f"talo-{number}x.md").write_text(text, "utf-8")
    built = build(edition_of(small_content))
    found = open_places(built)
    assert (len(found), found[0], found[-1]) == (
        12,
        "Asematalo Lehtijärvi avoinna 10–18",
        "Talo 10 Lehtijärvi avoinna 10–18",
    )
    assert "Lisäksi 59 muuta paikkaa on auki." in built.text("index.html")
    # Their municipality names them all.
    near = built.text("index.html", "//section[@class='front-near']//li")
    assert near == "Lehtijärvi"
