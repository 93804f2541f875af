"""When rooms are taken and free, day by day, as their pages say it; and in short on the place's."""

from datetime import date
from pathlib import Path

import pytest

from .conftest import Built, build, edition_of

RESERVATIONS = {
    "varaus-2": ("2026-12-07 10:00", "2026-12-10 12:00"),
    "varaus-3": ("2026-11-28 12:00", "2026-12-02 13:00"),
    "varaus-4": ("2026-12-12 22:00", "2026-12-20 02:00"),
    "varaus-5": ("2026-12-05 18:00", "2026-12-06 00:00"),
    "varaus-6": ("2026-12-10 12:30", "2026-12-10 13:00"),
}
ROOM = "paikat/asematalo/tilat/sali/index.html"
PLACE = "paikat/asematalo/index.html"


def rows(built: Built, cells: str, of: str = "room-weeks") -> list[str]:
    """Some cells of every row of the tables, as they are read."""
    lines = [
        " ".join(" ".join(str(cell.text_content()).split()) for cell in row.xpath(cells))
        for row in built.page(ROOM).xpath(f"//section[@class='{of}']//tbody/tr")
    ]
    return [line for line in lines if "ei v" not in line]


@pytest.fixture
def content(small_content: Path) -> Path:
    place = small_content / "places" / "asematalo.md"
    text = place.read_text("utf-8")
    assert "\nrooms:\n" in text
    place.write_text(
        text.replace(
            "\nrooms:\n", "\nrooms:\n  - {id: sali, name: Sali, bookable: yes, turnaround: 15}\n"
        ),
        "utf-8",
    )
    for slug, (start, end) in RESERVATIONS.items():
        (small_content / "events" / f"{slug}.md").write_text(
            "---\ntitle: Varaus\naccess: closed\norganisers: [kylayhdistys]\n"
            f"place: asematalo\nroom: sali\nstart: {start}\nend: {end}\n---\n",
            "utf-8",
        )
    return small_content


def test_each_day_of_two_weeks_has_its_own_part_of_a_long_reservation(content: Path) -> None:
    built = build(edition_of(content, today=date(2026, 12, 1)))
    assert rows(built, "th|td[2]") == [
        "maanantaina 30.11. varattu koko päivän",
        "tiistaina 1.12. varattu koko päivän",
        "keskiviikkona 2.12. varattu 0–13",
        "lauantaina 5.12. varattu 18–24",
        "maanantaina 7.12. varattu 10–24",
        "tiistaina 8.12. varattu koko päivän",
        "keskiviikkona 9.12. varattu koko päivän",
        "torstaina 10.12. varattu 0–12, varattu 12.30–13",
        "lauantaina 12.12. varattu 22–24",
        "sunnuntaina 13.12. varattu koko päivän",
    ]
    assert rows(built, "th|td[3]") == [
        "keskiviikkona 2.12. vapaana 13.15–18",
        "torstaina 3.12. vapaana 10–18",
        "perjantaina 4.12. vapaana 10–18",
        "torstaina 10.12. vapaana 13.15–18",
        "perjantaina 11.12. vapaana 10–18",
    ]
    assert built.text(PLACE, "//section[@class='room'][h3='Sali']/p") == (
        "Seuraavaksi vapaana: keskiviikkona 2.12. 13.15–18, torstaina 3.12. 10–18"
    )


def test_the_months_are_this_one_from_monday_on_and_the_next(content: Path) -> None:
    built = build(edition_of(content, today=date(2026, 12, 19)))
    months = built.page(ROOM).xpath("//section[@class='room-months']/details")
    assert [(month.findtext("summary"), len(month.xpath(".//tbody/tr"))) for month in months] == [
        ("Joulukuu 2026", 18),
        ("Tammikuu 2027", 31),
    ]
    assert rows(built, "th|td[1]", "room-months")[-1] == "sunnuntaina 20.12. varattu 0–2"


def test_what_has_passed_is_not_offered_and_three_weeks_are(content: Path) -> None:
    built = build(edition_of(content, today=date(2026, 12, 3)))
    free = built.page(ROOM).xpath("//div[@class='room-free']//time/@datetime")
    assert (free[0], free[-1]) == ("2026-12-03", "2026-12-11")
    later = build(edition_of(content, today=date(2026, 12, 13)))
    weeks = later.page(ROOM).xpath("//div[@class='room-free']/h3/text()")
    assert weeks == ["Kahden viikon päästä"]


def test_a_room_that_is_always_taken_says_how_far_its_calendar_reaches(content: Path) -> None:
    """From there on it only looks free."""
    for hour in range(6, 10):
        (content / "events" / f"varaus-{hour}.md").write_text(
            f"---\naccess: closed\nplace: asematalo\nroom: odotussali\n"
            f"start: 2026-12-10 {hour}:00\nduration: 30 min\n"
            "repeat: {every: day, until: 2027-12-31}\n---\n",
            "utf-8",
        )
    made = build(edition_of(content, today=date(2026, 12, 1)))
    calendar = made.files["paikat/asematalo/rooms/odotussali.ics"]
    said = made.page("paikat/asematalo/tilat/odotussali/index.html").xpath(
        "//div[@class='hours-calendar']/p/text()"
    )

    assert calendar.count(b"BEGIN:VEVENT") == 1000
    assert b"DTSTART;TZID=Europe/Helsinki:20270815T" in calendar
    assert said == ["Kalenteriin mahtuu kaikki 15.8.2027 asti."]
