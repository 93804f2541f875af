"""The form of every calendar file: of networks in memory, and of sites that are built."""

from collections.abc import Callable, Mapping
from pathlib import Path

import icalendar
import pytest
import vobject  # type: ignore[import-untyped]  # ships no types

from tests.publish.ics.reading import saying_more

Lint = Callable[[bytes], list[str]]

SITES = ("small", "everything", "sample")


def test_every_calendar_is_well_formed(any_calendars: Mapping[str, bytes], lint: Lint) -> None:
    assert {path: faults for path, body in any_calendars.items() if (faults := lint(body))} == {}
    assert len(any_calendars) > 50


@pytest.mark.parametrize("site", SITES)
def test_every_calendar_of_a_built_site_is_well_formed(
    site: str, built: Callable[[str], Path], lint: Lint
) -> None:
    folder = built(site)
    calendars = sorted(folder.rglob("*.ics"))

    wrong = {
        str(file.relative_to(folder)): found
        for file in calendars
        if (found := lint(file.read_bytes()))
    }

    assert wrong == {}
    assert {file.name for file in calendars} >= {"calendar.ics", "event.ics", "hours.ics"}


def test_two_other_readers_agree(any_calendars: Mapping[str, bytes]) -> None:
    """icalendar and vobject share no code; both find every component, and none of its faults."""
    for path, body in saying_more(any_calendars).items():
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
