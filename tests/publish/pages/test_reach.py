"""A calendar that cannot hold everything: its page says up to which day it does."""

from datetime import date, timedelta
from pathlib import Path

from .conftest import Built, build, edition_of

PLACE = "paikat/asematalo/index.html"


def made(content: Path) -> Built:
    return build(edition_of(content, today=date(2026, 12, 1)))


def test_the_hours_of_a_place(small_content: Path) -> None:
    times = (f"from: {n // 3}:{n % 3}0, to: {n // 3}:{n % 3}5" for n in range(50))
    rows = ", ".join(f"{{days: ma–su, {each}}}" for each in times)
    begins = (date(2026, 12, 28) + timedelta(weeks=2 * number) for number in range(10))
    seasons = "".join(
        f"  - {{from: {day}, to: {day + timedelta(days=13)}, hours: [{rows}]}}\n" for day in begins
    )
    place = small_content / "places" / "asematalo.md"
    text = place.read_text("utf-8").replace("exceptions:", f"seasons:\n{seasons}exceptions:")
    place.write_text(text, "utf-8")
    built = made(small_content)

    body = built.files["paikat/asematalo/hours.ics"]
    assert body.count(b"BEGIN:VEVENT") == 1000
    assert body.count(b"DTSTART;TZID=Europe/Helsinki:20270130T") == 50
    assert built.page(PLACE).xpath("//div[@class='hours-calendar']/p/text()") == [
        "Kalenteriin mahtuu kaikki 30.1.2027 asti."
    ]


def test_the_programme_of_a_festival(small_content: Path) -> None:
    """Dates of no safe rule leave as single events."""
    events = small_content / "events"
    (events / "juhlat.md").write_text(
        "---\ntitle: Juhlat\nplace: asematalo\norganisers: [kylayhdistys]\n"
        "start: 2026-12-01\nend: 2027-12-01\nall_day: yes\n---\n",
        "utf-8",
    )
    for hour in range(9, 18):
        (events / f"osa-{hour}.md").write_text(
            f"---\ntitle: Osa {hour}\nplace: asematalo\norganisers: [kylayhdistys]\n"
            f"part_of: juhlat\nstart: 2026-12-01 {hour}:00\nduration: 30 min\n"
            "repeat: {every: 3 days, until: 2028-03-31}\n---\n",
            "utf-8",
        )
    built = made(small_content)

    assert built.files["tapahtumat/juhlat/event.ics"].count(b"BEGIN:VEVENT") == 1000
    said = built.text("tapahtumat/juhlat/index.html", "//div[@class='event-calendar']")
    assert "Kalenteriin mahtuu kaikki 29.10.2027 asti." in said


def test_what_holds_everything_says_nothing(small_content: Path) -> None:
    assert "Kalenteriin mahtuu" not in made(small_content).text(PLACE)
