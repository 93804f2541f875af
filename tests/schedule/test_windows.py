"""How far a calendar looks."""

from datetime import date, timedelta
from itertools import pairwise

import pytest

from kohtaamo.schedule.windows import (
    calendar_window,
    entered_on,
    left_on,
    months_moved_on,
    whole_months,
)

ONE_DAY = timedelta(days=1)


def test_a_month_back_and_a_year_ahead() -> None:
    assert calendar_window(date(2026, 12, 1)) == (date(2026, 11, 1), date(2027, 12, 1))


def test_a_year_after_a_leap_day_is_the_last_of_february() -> None:
    assert calendar_window(date(2028, 2, 29)) == (date(2028, 1, 30), date(2029, 2, 28))


@pytest.mark.parametrize(
    ("today", "first", "last"),
    [
        ("2026-12-01", "2026-11-01", "2027-12-31"),
        ("2026-12-31", "2026-11-01", "2027-12-31"),
        ("2027-01-01", "2026-12-01", "2028-01-31"),
        ("2027-03-01", "2027-01-01", "2028-03-31"),
        ("2027-03-31", "2027-01-01", "2028-03-31"),
        ("2028-02-29", "2028-01-01", "2029-02-28"),
    ],
)
def test_whole_months_move_on_the_first_of_a_month(today: str, first: str, last: str) -> None:
    months = whole_months(date.fromisoformat(today))

    assert months == (date.fromisoformat(first), date.fromisoformat(last))


def test_whole_months_hold_the_window_every_day_and_move_when_they_say() -> None:
    """Night by night over five years, both leap days among them."""
    days = [date(2024, 1, 1) + timedelta(days=number) for number in range(5 * 366)]
    for day in days:
        first, last = calendar_window(day)
        assert whole_months(day)[0] <= first
        assert last <= whole_months(day)[1]
    turns = [
        after for before, after in pairwise(days) if whole_months(before) != whole_months(after)
    ]

    assert turns == [day for day in days[1:] if months_moved_on(day) == day]
    assert len(turns) == 60


def test_a_day_enters_the_window_and_leaves_it() -> None:
    for number in range(4 * 366):
        day = date(2027, 1, 1) + timedelta(days=number)
        before, after = entered_on(day), left_on(day)

        assert calendar_window(before)[1] >= day > calendar_window(before - ONE_DAY)[1]
        assert calendar_window(after - ONE_DAY)[0] <= day < calendar_window(after)[0]
