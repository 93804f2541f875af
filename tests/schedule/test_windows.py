"""How far a calendar looks."""

from datetime import date

from kohtaamo.schedule.windows import calendar_window


def test_a_month_back_and_a_year_ahead() -> None:
    assert calendar_window(date(2026, 12, 1)) == (date(2026, 11, 1), date(2027, 12, 1))


def test_a_year_after_a_leap_day_is_the_last_of_february() -> None:
    assert calendar_window(date(2028, 2, 29)) == (date(2028, 1, 30), date(2029, 2, 28))
