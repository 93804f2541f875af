"""The hour from 3 to 4 on the last Sunday of October, which clocks show twice.

RFC 5545 §3.3.5 means the first of the two, libical and ical.js take the second: said in UTC, it is
one moment for all. A contributor is warned of it, and everywhere else a local time is written.
"""

from collections.abc import Callable
from pathlib import Path

import pytest

from kohtaamo.publish.formats import feed_outputs
from tests.editions import edition_of

HEAD = """\
---
title: Yökahvit
place: asematalo
organisers: [kylayhdistys]
published: 2026-10-01
"""
Times = Callable[[str], list[str]]


@pytest.fixture
def times(small_content: Path) -> Times:
    """Starts and ends in the calendar of an event with such a head."""

    def lines(head: str) -> list[str]:
        (small_content / "events" / "yokahvit.md").write_text(f"{HEAD}{head}---\n", "utf-8")
        outputs = feed_outputs(edition_of(small_content))
        (file,) = (each for each in outputs if each.path == "tapahtumat/yokahvit/event.ics")
        events = file.render().decode().partition("END:VTIMEZONE")[2].splitlines()
        return [
            each for each in events if each.startswith(("DT", "RECURR")) and "DTSTAMP" not in each
        ]

    return lines


def test_a_start_and_an_end(times: Times) -> None:
    assert times("start: 2027-10-31 3:15\nend: 3:45\n") == [
        "DTSTART:20271031T001500Z",
        "DTEND:20271031T004500Z",
    ]


def test_an_end_alone(times: Times) -> None:
    assert times("start: 2027-10-31 2:30\nend: 3:30\n") == [
        "DTSTART;TZID=Europe/Helsinki:20271031T023000",
        "DTEND:20271031T003000Z",
    ]


def test_the_hours_beside_it_are_local(times: Times) -> None:
    assert times("start: 2027-10-31 2:59\nend: 4:00\n") == [
        "DTSTART;TZID=Europe/Helsinki:20271031T025900",
        "DTEND;TZID=Europe/Helsinki:20271031T040000",
    ]


def test_an_end_within_a_series_is_an_override(times: Times) -> None:
    """Its exact length is that of the others, and yet some engines would make it an hour longer."""
    every = "repeat: {every: week, until: 2027-11-07}\n"

    assert times(f"start: 2027-10-24 2:30\nend: 3:30\n{every}") == [
        "DTSTART;TZID=Europe/Helsinki:20271024T023000",
        "DTEND;TZID=Europe/Helsinki:20271024T033000",
        "DTSTART;TZID=Europe/Helsinki:20271031T023000",
        "DTEND:20271031T003000Z",
        "RECURRENCE-ID;TZID=Europe/Helsinki:20271031T023000",
    ]
