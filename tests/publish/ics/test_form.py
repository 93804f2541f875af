"""The form of every calendar file, and the linter itself on files that are wrong on purpose."""

from collections.abc import Callable, Mapping

import icalendar
import pytest
import vobject  # type: ignore[import-untyped]  # ships no types

Lint = Callable[[bytes], list[str]]

GOOD = "tapahtumat/neulekahvila/event.ics"

# What is changed in a good file, into what, and what the linter says then.
WRONG = {
    "line feeds only": (b"\r\n", b"\n", "line ends"),
    "a lone carriage return": (b"CALSCALE:GREGORIAN", b"CALSCALE:\rGREGORIAN", "line ends"),
    "a long line": (b"SUMMARY:", b"SUMMARY:" + b"x" * 80, "line too long"),
    "a folded character": ("ä".encode(), b"\xc3\r\n \xa4", "split character"),
    "a bell": (b"SUMMARY:", b"SUMMARY:\x07", "control character"),
    "a method": (b"VERSION:2.0", b"VERSION:2.0\r\nMETHOD:PUBLISH", "METHOD"),
    "no name": (b"X-WR-CALNAME", b"X-WR-CALNICK", "X-WR-CALNAME"),
    "no zone": (b"BEGIN:VTIMEZONE", b"BEGIN:VTIMEZONES", "VTIMEZONE"),
    "summer an hour late": (
        b"19700329T030000",
        b"19700329T040000",
        "VTIMEZONE at 2027-03-28 03:01",
    ),
    "winter an hour early": (
        b"19701025T040000",
        b"19701025T030000",
        "VTIMEZONE at 2027-10-31 03:59",
    ),
    "floating": (b"DTSTART;TZID=Europe/Helsinki:", b"DTSTART:", "DTSTART form"),
    "until in local time": (b"UNTIL=20270525T150000Z", b"UNTIL=20270525T180000", "UNTIL form"),
    "until as a date": (b"UNTIL=20270525T150000Z", b"UNTIL=20270525", "UNTIL form"),
    "a skip in UTC": (
        b"EXDATE;TZID=Europe/Helsinki:20261222T180000",
        b"EXDATE:20261222T160000Z",
        "EXDATE form",
    ),
    "a skip off the rule": (b":20261222T180000", b":20261222T170000", "EXDATE off the rule"),
    "a rule by month days": (b"BYDAY=TU", b"BYMONTHDAY=1", "RRULE parts"),
    "a daily rule": (b"FREQ=WEEKLY", b"FREQ=DAILY", "RRULE parts"),
    "a start off the rule": (b"BYDAY=TU", b"BYDAY=WE", "DTSTART off the rule"),
    "an override off the rule": (
        b"RECURRENCE-ID;TZID=Europe/Helsinki:20261215T180000",
        b"RECURRENCE-ID;TZID=Europe/Helsinki:20261216T180000",
        "RECURRENCE-ID off the rule",
    ),
    "an override of a skipped date": (
        b"RECURRENCE-ID;TZID=Europe/Helsinki:20261215T180000",
        b"RECURRENCE-ID;TZID=Europe/Helsinki:20261222T180000",
        "RECURRENCE-ID off the rule",
    ),
    "two of one identity": (b"RECURRENCE-ID;", b"X-RECURRENCE-ID;", "UID twice"),
    "no identity": (b"UID:", b"X-UID:", "UID"),
    "an invitation": (b"STATUS:", b"ORGANIZER:mailto:a@example.fi\r\nSTATUS:", "ORGANIZER"),
    "an end before its start": (b":20260901T200000", b":20260901T170000", "DTEND before DTSTART"),
    "a description without address": (
        b"\r\nURL:",
        b"\r\nURL:https:",
        "DESCRIPTION without address",
    ),
}


def test_every_calendar_is_well_formed(any_calendars: Mapping[str, bytes], lint: Lint) -> None:
    assert {path: faults for path, body in any_calendars.items() if (faults := lint(body))} == {}
    assert len(any_calendars) > 50


@pytest.mark.parametrize("case", WRONG)
def test_the_linter_notices(case: str, calendars: Mapping[str, bytes], lint: Lint) -> None:
    old, new, fault = WRONG[case]
    body = calendars[GOOD]
    assert lint(body) == []
    assert old in body

    assert fault in lint(body.replace(old, new))


def test_two_other_readers_agree(any_calendars: Mapping[str, bytes]) -> None:
    """icalendar and vobject share no code; both find every component, and none of its faults."""
    for path, body in any_calendars.items():
        written = body.count(b"BEGIN:VEVENT")
        first = icalendar.Calendar.from_ical(body)
        second = vobject.readOne(body.decode())

        assert [each.errors for each in first.walk() if each.errors] == [], path
        assert len(first.walk("VEVENT")) == written, path
        assert len(second.contents.get("vevent", [])) == written, path
        for ours, theirs in zip(
            first.walk("VEVENT"), second.contents.get("vevent", []), strict=True
        ):
            assert str(ours["UID"]) == theirs.uid.value, path
            assert ours["DTSTART"].dt == theirs.dtstart.value, path
            assert str(ours["SUMMARY"]) == theirs.summary.value, path
