"""Dates, moments and the days they touch."""

from datetime import date, datetime, time

import pytest

from kohtaamo.schedule.moments import Moment, clock_of, day_of, ending_at, last_day_of

at = datetime.fromisoformat


def test_the_day_and_the_clock_of_moments_and_of_whole_days() -> None:
    assert day_of(at("2026-12-03 18:00")) == date(2026, 12, 3)
    assert day_of(date(2026, 12, 3)) == date(2026, 12, 3)
    assert clock_of(at("2026-12-03 18:00")) == at("2026-12-03 18:00")
    assert clock_of(date(2026, 12, 3)) == at("2026-12-03 00:00")


@pytest.mark.parametrize(
    ("end", "meant"),
    [
        (time(20), "2026-12-03 20:00"),
        (time(0), "2026-12-04 00:00"),
        (time(17), "2026-12-03 17:00"),
    ],
)
def test_an_end_by_time_of_day_is_on_the_date_of_the_start(end: time, meant: str) -> None:
    assert ending_at(end, at("2026-12-03 18:00")) == at(meant)


@pytest.mark.parametrize(
    ("start", "end", "last"),
    [
        (at("2026-12-03 18:00"), at("2026-12-03 20:00"), date(2026, 12, 3)),
        (at("2026-12-03 18:00"), at("2026-12-04 00:00"), date(2026, 12, 3)),
        (at("2026-12-03 18:00"), at("2026-12-04 00:01"), date(2026, 12, 4)),
        (at("2026-12-03 00:00"), at("2026-12-03 00:00"), date(2026, 12, 3)),
        (at("2026-12-03 18:00"), None, date(2026, 12, 3)),
        (date(2026, 12, 3), date(2026, 12, 5), date(2026, 12, 5)),
    ],
)
def test_the_last_day_that_is_touched(start: Moment, end: Moment | None, last: date) -> None:
    assert last_day_of(start, end) == last
