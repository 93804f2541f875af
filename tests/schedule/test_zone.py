"""Local time on common days and in the two nights when clocks change."""

from datetime import UTC, datetime

import pytest

from kohtaamo.schedule.zone import is_doubled_hour, is_missing_hour, local, utc

at = datetime.fromisoformat


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("2026-01-15 18:00", "2026-01-15T18:00:00+02:00"),
        ("2026-07-15 18:00", "2026-07-15T18:00:00+03:00"),
        # Clocks show 03:30 twice this night; the first is still summer time.
        ("2026-10-25 03:30", "2026-10-25T03:30:00+03:00"),
        ("2026-10-25 04:00", "2026-10-25T04:00:00+02:00"),
    ],
)
def test_local_time_gets_the_offset_of_its_day(written: str, meant: str) -> None:
    assert local(at(written)).isoformat() == meant


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("2026-10-24 18:00", "2026-10-24T15:00:00+00:00"),
        ("2026-10-25 18:00", "2026-10-25T16:00:00+00:00"),
        # 03:30 does not exist this night: the moment at which clocks show 04:30.
        ("2027-03-28 03:30", "2027-03-28T01:30:00+00:00"),
        ("2027-03-28 04:30", "2027-03-28T01:30:00+00:00"),
    ],
)
def test_utc_is_the_same_moment(written: str, meant: str) -> None:
    assert utc(at(written)).isoformat() == meant
    assert utc(at(written)).tzinfo is UTC


@pytest.mark.parametrize(
    ("written", "missing", "doubled"),
    [
        ("2027-03-28 02:59", False, False),
        ("2027-03-28 03:00", True, False),
        ("2027-03-28 03:59", True, False),
        ("2027-03-28 04:00", False, False),
        ("2026-10-25 02:59", False, False),
        ("2026-10-25 03:00", False, True),
        ("2026-10-25 03:59", False, True),
        ("2026-10-25 04:00", False, False),
        ("2026-10-26 03:30", False, False),
        ("2027-03-29 03:30", False, False),
    ],
)
def test_hours_that_no_clock_shows_and_that_clocks_show_twice(
    written: str, missing: bool, doubled: bool
) -> None:
    assert is_missing_hour(at(written)) is missing
    assert is_doubled_hour(at(written)) is doubled
