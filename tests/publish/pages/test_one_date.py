"""The next date of a series, alone, for calendars on the web."""

from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from .conftest import Built, build, edition_of

SITE = "https://verkosto.example.org"


def ways(built: Built, page: str) -> dict[str, dict[str, str]]:
    """What each link says, by its host."""
    links = built.page(page).xpath("//*[@class='event-calendar']//a[@rel='noreferrer']/@href")
    addresses = [urlsplit(link) for link in links]
    return {
        str(each.hostname): {key: values[0] for key, values in parse_qs(each.query).items()}
        for each in addresses
    }


def test_google_and_outlook_take_the_next_date_that_takes_place(small_content: Path) -> None:
    event = small_content / "events" / "torstain-kahvit.md"
    changes = "  changes:\n    - {date: 2026-12-03, cancelled: yes}\n---\nPöytään"
    event.write_text(event.read_text("utf-8").replace("---\nPöytään", changes), "utf-8")
    assert ways(build(edition_of(small_content)), "tapahtumat/torstain-kahvit/index.html") == {
        "calendar.google.com": {
            "action": "TEMPLATE",
            "text": "Torstain kahvit",
            "dates": "20261210T130000/20261210T150000",
            "ctz": "Europe/Helsinki",
            "location": "Asematalo, Asematie 1, Lehtijärvi",
            "details": f"{SITE}/tapahtumat/torstain-kahvit/",
        },
        "outlook.live.com": {
            "rru": "addevent",
            "subject": "Torstain kahvit",
            "startdt": "2026-12-10T13:00+02:00",
            "enddt": "2026-12-10T15:00+02:00",
            "location": "Asematalo, Asematie 1, Lehtijärvi",
            "body": f"{SITE}/tapahtumat/torstain-kahvit/",
        },
    }


def test_whole_days_end_on_the_day_after(small_content: Path) -> None:
    event = small_content / "events" / "torstain-kahvit.md"
    text = event.read_text("utf-8").replace("klo 13\nend: klo 15", "\nall_day: yes")
    event.write_text(text, "utf-8")
    found = ways(build(edition_of(small_content)), "tapahtumat/torstain-kahvit/index.html")
    assert found["calendar.google.com"]["dates"] == "20261203/20261204"
    outlook = found["outlook.live.com"]
    assert (outlook["startdt"], outlook["enddt"]) == ("2026-12-03", "2026-12-04")
    assert outlook["allday"] == "true"


def test_a_single_event_has_them_too(small_content: Path) -> None:
    found = ways(build(edition_of(small_content)), "tapahtumat/joululaulut/index.html")
    assert {
        host: each["details" if "details" in each else "body"] for host, each in found.items()
    } == {
        "calendar.google.com": f"{SITE}/tapahtumat/joululaulut/",
        "outlook.live.com": f"{SITE}/tapahtumat/joululaulut/",
    }
