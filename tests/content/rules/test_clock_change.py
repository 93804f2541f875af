# ruff: noqa: E501 - expected lines and files stand whole, as they are written
"""The nights in which clocks change."""

from collections.abc import Callable
from datetime import date

Check = Callable[..., list[str]]
Event = Callable[..., str]
NIGHT = {"place": None, "location": "{name: Ranta}"}


def test_the_field_that_was_written_is_named(check: Check, event: Event) -> None:
    files = {
        "events/a.md": event(start="2027-03-28 03:00", end="05:00", **NIGHT),
        "events/b.md": event(start="2027-03-28 01:30", end=None, duration="2 h", **NIGHT),
        "events/c.md": event(
            start="2027-03-21 03:30",
            end="05:00",
            extra="repeat: {every: week, times: 3}",
            **NIGHT,
        ),
        "events/d.md": event(
            start="2027-03-26 20:00",
            end="21:00",
            extra="repeat:\n  every: week\n  times: 2\n  extra: [2027-03-28 03:15]",
            **NIGHT,
        ),
        "events/e.md": event(
            start="2027-03-26 20:00",
            end="21:00",
            extra="repeat:\n  every: week\n  times: 2\n  changes: [{date: 2027-03-26, start: 2027-03-28 03:15, end: 2027-03-28 05:00}]",
            **NIGHT,
        ),
    }
    lines = check(files)
    assert [line.partition(": there is")[0] for line in lines] == [
        "events/a.md:3: start",
        "events/b.md:5: duration",
        "events/c.md:3: start",
        "events/d.md:10: repeat.extra[0]",
        "events/e.md:10: repeat.changes[0].start",
    ]
    assert (
        lines[0]
        == "events/a.md:3: start: there is no Sun 2027-03-28 03:00: that night the clocks go forward and the hour from 3 to 4 is left out. Choose another time. [missing-hour]"
    )


def test_nobody_is_warned_of_last_autumn(check: Check, event: Event) -> None:
    files = {"events/halloween.md": event(start="2026-10-25 03:30", end="05:00", **NIGHT)}
    assert check(files, today=date(2026, 10, 26)) == []
    assert check(files, today=date(2026, 10, 25)) == [
        "events/halloween.md:3: start: warning: Sun 2026-10-25 03:30 comes twice: that night the clocks go back. The first time is meant; consider another time. [doubled-hour]"
    ]


def test_the_hours_around_exist_once(check: Check, event: Event) -> None:
    assert (
        check(
            {
                "events/a.md": event(start="2027-03-28 02:59", end="04:00", **NIGHT),
                "events/b.md": event(start="2027-10-31 02:59", end="04:00", **NIGHT),
                "events/c.md": event(start="2027-03-27 03:30", end="05:00", **NIGHT),
            }
        )
        == []
    )
