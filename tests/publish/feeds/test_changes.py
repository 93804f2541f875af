"""The feed of declared changes: one entry each, as long as a date that it concerns is to come."""

import json
from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import feedparser  # type: ignore[import-untyped]  # ships no types
import pytest

from kohtaamo.ids import change_id, item_id, urn
from kohtaamo.listings.edition import Edition
from kohtaamo.publish.formats import feed_outputs
from tests.editions import TODAY, edition_of

FEED = "muutokset/feed.json"
SERIES = """\
---
title: Torstain kahvit
start: 2026-10-01 13:00
end: 15:00
place: asematalo
organisers: [kylayhdistys]
summary: Kahvia joka torstai.
published: 2026-08-20
repeat:
  every: week
  until: 2027-05-27
  changes:
{changes}
---
"""


def items(content: Path, today: date = TODAY, path: str = FEED) -> list[dict[str, Any]]:
    edition = edition_of(content, today=today)
    outputs = {output.path: output.render for output in feed_outputs(edition)}
    found: list[dict[str, Any]] = json.loads(outputs[path]())["items"]
    return found


def write_series(content: Path, *changes: str) -> None:
    lines = "\n".join(f"    - {{{change}}}" for change in changes)
    (content / "events" / "torstain-kahvit.md").write_text(SERIES.format(changes=lines), "utf-8")


def titles(found: list[dict[str, Any]]) -> list[str]:
    return [item["title"] for item in found]


def test_titles_say_first_what_changes(files: Mapping[str, bytes]) -> None:
    """Newest landing first, then the next date first."""
    assert titles(json.loads(files[FEED])["items"]) == [
        "PERUTTU: Neulekahvila, ti 8.12.",
        "UUSI AIKA: Neulekahvila, ke 16.12. klo 17.30–19.30 (piti olla ti 15.12.)",
        "UUSI AIKA: Neulekahvila, ti 19.1. klo 17–19",
        "ERI HUONE: Neulekahvila, ti 2.2.",
        "SIIRTYY: Englannin alkeet, kaikki kerrat",
        "PERUTTU: Retki kansallispuistoon, ti 1.12.",
        "MUUTOS: Perunakellarin siivous, la 5.12.",
        "UUSI AIKA: Avoimet ovet, la 19.12. (piti olla pe 18.12.)",
        "PERUTTU: Parillisten viikkojen puuro, to 24.12.",
        "ERI PAIKKA: Parillisten viikkojen puuro, to 14.1.",
    ]
    assert titles(json.loads(files["sv/andringar/feed.json"])["items"])[:3] == [
        "INSTÄLLT: Stickcafé, tis 8.12",
        "NY TID: Stickcafé, ons 16.12 kl. 17.30–19.30 (skulle ha varit tis 15.12)",
        "NY TID: Stickcafé, tis 19.1 kl. 17–19",
    ]
    assert titles(json.loads(files["en/changes/feed.json"])["items"])[4] == (
        "POSTPONED: English for beginners, all dates"
    )


def test_one_entry_says_it_all(files: Mapping[str, bytes]) -> None:
    entry = json.loads(files[FEED])["items"][1]

    assert entry == {
        "id": "urn:uuid:5e6e90db-3d55-53c4-b72f-57c0abdb991d",
        "url": "https://example.fi/tapahtumat/neulekahvila/",
        "title": "UUSI AIKA: Neulekahvila, ke 16.12. klo 17.30–19.30 (piti olla ti 15.12.)",
        "content_html": (
            "<p>Aika on muuttunut.<br>Aiempi aika: tiistaina 15.12.2026 klo 18–20."
            "<br>Syy: sali on varattu<br>Uusi aika: keskiviikkona 16.12.2026 klo 17.30–19.30"
            "<br>Missä: Myllytalo, Kabinetti, Myllytie 2, Laakso</p>\n"
            '<p><a href="https://example.fi/tapahtumat/neulekahvila/">Neulekahvila</a></p>\n'
        ),
        "summary": (
            "Aika on muuttunut. Aiempi aika: tiistaina 15.12.2026 klo 18–20."
            " Syy: sali on varattu. Uusi aika: keskiviikkona 16.12.2026 klo 17.30–19.30."
            " Missä: Myllytalo, Kabinetti, Myllytie 2, Laakso."
        ),
        "date_published": "2026-11-30T06:30:15+00:00",
        "date_modified": "2026-11-30T06:30:15.279453+00:00",
        "language": "fi",
        "authors": [{"name": "Myllyn väki ry"}],
        "tags": ["Käsityöt", "Kaikki"],
        "_event": {
            "start_date": "2026-12-16T17:30:00+02:00",
            "all_day": False,
            "end_date": "2026-12-16T19:30:00+02:00",
            "location": "Myllytalo, Kabinetti, Myllytie 2, Laakso",
            "latitude": 61.428,
            "longitude": 29.3705,
        },
    }


def test_identity_is_the_series_the_date_and_the_kind(small_content: Path) -> None:
    write_series(
        small_content,
        "date: 2026-12-10, cancelled: yes",
        "date: 2026-12-17, start: '14:00'",
    )
    series = item_id(edition_of(small_content).network.identity.id, "event", "torstain-kahvit")

    assert [item["id"] for item in items(small_content)] == [
        urn(change_id(series, "2026-12-10", "cancelled")),
        urn(change_id(series, "2026-12-17", "moved")),
    ]
    # Another new time for the same date is the same change, said anew.
    before = items(small_content)[1]["id"]
    write_series(small_content, "date: 2026-12-17, start: '10:00'")
    assert [item["id"] for item in items(small_content)] == [before]


@pytest.mark.parametrize(
    ("change", "last"),
    [
        ("date: 2026-12-10, cancelled: yes", date(2026, 12, 10)),
        ("date: 2026-12-10, start: 2026-12-08 13:00", date(2026, 12, 10)),
        ("date: 2026-12-10, start: 2026-12-14 13:00", date(2026, 12, 14)),
        ("date: 2026-12-10, start: 2026-12-13 22:00, end: 2026-12-14 02:00", date(2026, 12, 14)),
    ],
)
def test_until_the_old_date_and_the_new_have_passed(
    change: str, last: date, small_content: Path
) -> None:
    write_series(small_content, change)
    long_before = items(small_content, date(2026, 12, 1))

    assert len(long_before) == 1
    assert items(small_content, last) == long_before
    assert items(small_content, last + timedelta(days=1)) == []


def test_a_whole_series_until_its_last_date(small_content: Path) -> None:
    """With its old dates the change of one date has nothing more to say."""
    write_series(small_content, "date: 2026-12-10, cancelled: yes")
    file = small_content / "events" / "torstain-kahvit.md"
    text = file.read_text("utf-8").replace("summary", "status: cancelled\nsummary")
    file.write_text(text, "utf-8")

    assert titles(items(small_content)) == ["PERUTTU: Torstain kahvit, kaikki kerrat"]
    assert len(items(small_content, date(2027, 5, 27))) == 1
    assert items(small_content, date(2027, 5, 28)) == []


def test_nothing_of_closed_groups_and_members(small_content: Path) -> None:
    write_series(small_content, "date: 2026-12-10, cancelled: yes")
    file = small_content / "events" / "torstain-kahvit.md"
    text = file.read_text("utf-8")
    for access in ("members", "closed"):
        file.write_text(text.replace("summary", f"access: {access}\nsummary"), "utf-8")
        assert items(small_content) == []


def test_an_umbrella_event_is_told_once(small_content: Path) -> None:
    umbrella = """\
---
title: Kyläpäivät
start: 2026-12-12
end: 2026-12-13
all_day: yes
location: {name: Tori}
organisers: [kylayhdistys]
status: postponed
reason: Torilla tehdään kaivutöitä.
---
"""
    part = """\
---
title: Avajaiset
start: 2026-12-12 12:00
end: 13:00
location: {name: Tori}
organisers: [kylayhdistys]
part_of: kylapaivat
---
"""
    (small_content / "events" / "kylapaivat.md").write_text(umbrella, "utf-8")
    (small_content / "events" / "avajaiset.md").write_text(part, "utf-8")

    (item,) = items(small_content)
    assert item["title"] == "SIIRTYY: Kyläpäivät, la 12.12. – su 13.12."
    assert item["content_html"] == (
        "<p>Tämä siirtyy. Uusi aika ilmoitetaan myöhemmin.<br>Syy: Torilla tehdään kaivutöitä."
        "<br>Piti olla: lauantaina 12.12.2026 – sunnuntaina 13.12.2026<br>Missä: Tori</p>\n"
        '<p><a href="https://example.fi/tapahtumat/kylapaivat/">Kyläpäivät</a></p>\n'
    )


def test_what_takes_the_place_of_it_is_linked() -> None:
    """A new time that has been announced as an event of its own."""
    everything = Path(__file__).parents[2] / "sites" / "everything" / "content"
    (item,) = (each for each in items(everything) if "Levyraati" in each["title"])

    assert item["title"] == "SIIRTYY: Levyraati, to 10.12."
    assert item["content_html"] == (
        "<p>Tämä siirtyy uuteen aikaan.<br>Syy: Levysoitin on huollossa."
        "<br>Piti olla: torstaina 10.12.2026 klo 18–20<br>Missä: puhelimitse, 010 123 0033</p>\n"
        '<p><a href="https://example.fi/tapahtumat/levyraati/">Levyraati</a></p>\n'
        '<p>Tämän tilalla on: <a href="https://example.fi/tapahtumat/levyraati-tammikuussa/">'
        "Levyraati tammikuussa</a></p>\n"
    )


def test_a_quiet_feed_is_whole(small_content: Path) -> None:
    outputs = {output.path: output.render for output in feed_outputs(edition_of(small_content))}
    read = feedparser.parse(outputs["muutokset/atom.xml"]())

    assert (read.bozo, read.entries) == (False, [])
    assert read.feed.title == "Muutokset ja peruutukset – Lehtijärven kohtaamispaikka"
    assert "muutokset/calendar.ics" not in outputs


def test_a_place_that_a_date_has_left_is_not_pictured(any_edition: Edition) -> None:
    outputs = {output.path: output.render for output in feed_outputs(any_edition)}
    for item in json.loads(outputs[FEED]())["items"]:
        if item["title"].startswith("ERI PAIKKA"):
            assert "image" not in item
