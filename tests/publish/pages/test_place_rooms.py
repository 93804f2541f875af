"""When rooms are taken, day by day, as the page of their place says it."""

from datetime import date
from pathlib import Path

import pytest

from .conftest import build, edition_of

RESERVATIONS = {
    "varaus-2": ("2026-12-07 10:00", "2026-12-10 12:00"),
    "varaus-3": ("2026-11-28 12:00", "2026-12-02 13:00"),
    "varaus-4": ("2026-12-12 22:00", "2026-12-20 02:00"),
    "varaus-5": ("2026-12-05 18:00", "2026-12-06 00:00"),
    "varaus-6": ("2026-12-10 12:00", "2026-12-10 13:00"),
}


def taken(content: Path, today: date) -> list[str]:
    page = build(edition_of(content, today=today)).page("paikat/asematalo/index.html")
    lines = page.xpath("//section[@class='room'][h3='Sali']/ul[@class='room__taken']/li")
    return [" ".join(str(line.text_content()).split()) for line in lines]


@pytest.fixture
def content(small_content: Path) -> Path:
    place = small_content / "places" / "asematalo.md"
    text = place.read_text("utf-8")
    assert "\nrooms:\n" in text
    place.write_text(text.replace("\nrooms:\n", "\nrooms:\n  - {id: sali, name: Sali}\n"), "utf-8")
    for slug, (start, end) in RESERVATIONS.items():
        (small_content / "events" / f"{slug}.md").write_text(
            "---\ntitle: Varaus\naccess: closed\norganisers: [kylayhdistys]\n"
            f"place: asematalo\nroom: sali\nstart: {start}\nend: {end}\n---\n",
            "utf-8",
        )
    return small_content


def test_each_day_from_today_has_its_own_part_of_a_long_reservation(content: Path) -> None:
    assert taken(content, date(2026, 12, 1)) == [
        "tiistaina 1.12. varattu koko päivän",
        "keskiviikkona 2.12. varattu 0–13",
        "lauantaina 5.12. varattu 18–24",
        "maanantaina 7.12. varattu 10–24",
        "tiistaina 8.12. varattu koko päivän",
        "keskiviikkona 9.12. varattu koko päivän",
        "torstaina 10.12. varattu 0–12, varattu 12–13",
        "lauantaina 12.12. varattu 22–24",
        "sunnuntaina 13.12. varattu koko päivän",
    ]


def test_on_its_last_days_a_reservation_is_still_there(content: Path) -> None:
    assert taken(content, date(2026, 12, 19)) == [
        "lauantaina 19.12. varattu koko päivän",
        "sunnuntaina 20.12. varattu 0–2",
    ]


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
    said = made.page("paikat/asematalo/index.html").xpath(
        "//section[@class='room']//p[@class='room__calendar']/span/text()"
    )

    assert calendar.count(b"BEGIN:VEVENT") == 1000
    assert b"DTSTART;TZID=Europe/Helsinki:20270815T" in calendar
    assert said == ["Kalenteriin mahtuu kaikki 15.8.2027 asti."]
