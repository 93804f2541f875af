"""Every form of rule that people may write, and the dates it gives."""

from datetime import date

import pytest

from kohtaamo.model.repeat import (
    Every,
    On,
    OnDay,
    OnLastWeekday,
    OnWeekday,
    Parity,
    Repeat,
    Unit,
)
from kohtaamo.schedule.recurrence import is_on_rule, rule_dates

MON, TUE, WED, THU, FRI, SAT, SUN = range(7)


def _dates(
    first: str,
    every: tuple[int, Unit] | Parity,
    *ons: On,
    until: str | None = None,
    times: int | None = None,
) -> list[str]:
    repeat = _repeat(every, *ons, until=until, times=times)
    return [day.isoformat() for day in rule_dates(repeat, date.fromisoformat(first))]


def _repeat(
    every: tuple[int, Unit] | Parity,
    *ons: On,
    until: str | None = None,
    times: int | None = None,
) -> Repeat:
    if isinstance(every, Parity):
        how = Every(count=1, unit=Unit.WEEK, parity=every)
    else:
        how = Every(count=every[0], unit=every[1])
    last = None if until is None else date.fromisoformat(until)
    return Repeat(every=how, on=ons, until=last, times=times)


def test_every_day() -> None:
    assert _dates("2026-12-30", (1, Unit.DAY), until="2027-01-02") == [
        "2026-12-30",
        "2026-12-31",
        "2027-01-01",
        "2027-01-02",
    ]


def test_every_third_day() -> None:
    assert _dates("2026-02-26", (3, Unit.DAY), times=3) == [
        "2026-02-26",
        "2026-03-01",
        "2026-03-04",
    ]


def test_every_day_on_weekdays() -> None:
    weekdays = [OnWeekday(day) for day in (MON, TUE, WED, THU, FRI)]
    assert _dates("2026-12-03", (1, Unit.DAY), *weekdays, times=4) == [
        "2026-12-03",
        "2026-12-04",
        "2026-12-07",
        "2026-12-08",
    ]


def test_every_week_on_the_weekday_of_the_start() -> None:
    assert _dates("2026-12-17", (1, Unit.WEEK), until="2027-01-07") == [
        "2026-12-17",
        "2026-12-24",
        "2026-12-31",
        "2027-01-07",
    ]


def test_until_is_inclusive_and_need_not_be_a_date_of_the_rule() -> None:
    assert _dates("2026-12-17", (1, Unit.WEEK), until="2026-12-24") == ["2026-12-17", "2026-12-24"]
    assert _dates("2026-12-17", (1, Unit.WEEK), until="2026-12-30") == ["2026-12-17", "2026-12-24"]


def test_until_before_the_start_leaves_nothing() -> None:
    assert _dates("2026-12-17", (1, Unit.WEEK), until="2026-12-16") == []


def test_every_week_on_several_weekdays_begins_in_the_middle_of_one() -> None:
    assert _dates("2026-12-03", (1, Unit.WEEK), OnWeekday(THU), OnWeekday(MON), times=4) == [
        "2026-12-03",
        "2026-12-07",
        "2026-12-10",
        "2026-12-14",
    ]


def test_every_second_week_counts_weeks_from_monday() -> None:
    # Begins on a Sunday: the Monday after it is in the second week, which is left out.
    assert _dates("2026-12-06", (2, Unit.WEEK), OnWeekday(MON), OnWeekday(SUN), times=5) == [
        "2026-12-06",
        "2026-12-14",
        "2026-12-20",
        "2026-12-28",
        "2027-01-03",
    ]


def test_even_weeks_over_week_53() -> None:
    # Weeks 50, 52, then 53 and 1 are odd, then 2 and 4.
    assert _dates("2026-12-07", Parity.EVEN, until="2027-01-31") == [
        "2026-12-07",
        "2026-12-21",
        "2027-01-11",
        "2027-01-25",
    ]


def test_odd_weeks_over_week_53() -> None:
    assert _dates("2026-12-14", Parity.ODD, OnWeekday(MON), OnWeekday(SUN), times=7) == [
        "2026-12-14",
        "2026-12-20",
        "2026-12-28",
        "2027-01-03",
        "2027-01-04",
        "2027-01-10",
        "2027-01-18",
    ]


def test_even_weeks_over_a_year_of_52_weeks() -> None:
    assert _dates("2027-12-13", Parity.EVEN, times=3) == [
        "2027-12-13",
        "2027-12-27",
        "2028-01-10",
    ]


def test_the_week_of_new_year_belongs_to_the_year_of_its_thursday() -> None:
    # 1 January 2027 is a Friday in week 53 of 2026.
    assert _dates("2026-12-18", Parity.ODD, times=3) == ["2026-12-18", "2027-01-01", "2027-01-08"]


def test_every_month_on_the_day_of_the_start() -> None:
    assert _dates("2026-11-15", (1, Unit.MONTH), times=3) == [
        "2026-11-15",
        "2026-12-15",
        "2027-01-15",
    ]


def test_months_without_a_31st_are_left_out() -> None:
    assert _dates("2026-12-31", (1, Unit.MONTH), until="2027-07-31") == [
        "2026-12-31",
        "2027-01-31",
        "2027-03-31",
        "2027-05-31",
        "2027-07-31",
    ]


def test_every_second_month_on_a_day() -> None:
    assert _dates("2026-11-30", (2, Unit.MONTH), OnDay(30), times=4) == [
        "2026-11-30",
        "2027-01-30",
        "2027-03-30",
        "2027-05-30",
    ]


def test_the_first_wednesday_of_each_month() -> None:
    assert _dates("2026-12-02", (1, Unit.MONTH), OnWeekday(WED, 1), times=4) == [
        "2026-12-02",
        "2027-01-06",
        "2027-02-03",
        "2027-03-03",
    ]


def test_the_second_and_fourth_thursday_of_each_month() -> None:
    ons = (OnWeekday(THU, 2), OnWeekday(THU, 4))
    assert _dates("2026-12-10", (1, Unit.MONTH), *ons, times=4) == [
        "2026-12-10",
        "2026-12-24",
        "2027-01-14",
        "2027-01-28",
    ]


def test_the_last_friday_of_each_month() -> None:
    assert _dates("2026-10-30", (1, Unit.MONTH), OnWeekday(FRI, -1), times=4) == [
        "2026-10-30",
        "2026-11-27",
        "2026-12-25",
        "2027-01-29",
    ]


def test_months_without_a_fifth_monday_are_left_out() -> None:
    assert _dates("2026-11-30", (1, Unit.MONTH), OnWeekday(MON, 5), times=4) == [
        "2026-11-30",
        "2027-03-29",
        "2027-05-31",
        "2027-08-30",
    ]


def test_the_last_day_of_each_month_in_a_leap_year_too() -> None:
    assert _dates("2027-12-31", (1, Unit.MONTH), OnDay(-1), times=4) == [
        "2027-12-31",
        "2028-01-31",
        "2028-02-29",
        "2028-03-31",
    ]


def test_the_last_weekday_of_each_month() -> None:
    # 31 October 2026 is a Saturday, 31 January 2027 and 28 February 2027 are Sundays.
    assert _dates("2026-10-30", (1, Unit.MONTH), OnLastWeekday(), times=5) == [
        "2026-10-30",
        "2026-11-30",
        "2026-12-31",
        "2027-01-29",
        "2027-02-26",
    ]


def test_several_kinds_of_days_in_a_month_come_in_order_and_once() -> None:
    # In December the last day is also the last weekday; the 15th is a Tuesday, the 3rd one.
    ons = (OnLastWeekday(), OnDay(-1), OnDay(15), OnWeekday(TUE, 3))
    assert _dates("2026-12-15", (1, Unit.MONTH), *ons, until="2027-01-31") == [
        "2026-12-15",
        "2026-12-31",
        "2027-01-15",
        "2027-01-19",
        "2027-01-29",
        "2027-01-31",
    ]


def test_every_friday_of_every_second_month() -> None:
    assert _dates("2026-12-18", (2, Unit.MONTH), OnWeekday(FRI), times=4) == [
        "2026-12-18",
        "2026-12-25",
        "2027-02-05",
        "2027-02-12",
    ]


def test_every_year_on_the_date_of_the_start() -> None:
    assert _dates("2026-12-06", (1, Unit.YEAR), until="2028-12-06") == [
        "2026-12-06",
        "2027-12-06",
        "2028-12-06",
    ]


def test_29_february_comes_in_leap_years_only() -> None:
    assert _dates("2028-02-29", (1, Unit.YEAR), times=3) == [
        "2028-02-29",
        "2032-02-29",
        "2036-02-29",
    ]


def test_every_year_on_an_ordinal_weekday_of_the_month_of_the_start() -> None:
    assert _dates("2026-09-05", (1, Unit.YEAR), OnWeekday(SAT, 1), times=3) == [
        "2026-09-05",
        "2027-09-04",
        "2028-09-02",
    ]


def test_a_start_off_the_rule_waits_for_the_next_date_of_it() -> None:
    assert _dates("2026-12-03", (1, Unit.MONTH), OnWeekday(WED, 1), times=2) == [
        "2027-01-06",
        "2027-02-03",
    ]


@pytest.mark.parametrize(
    ("first", "repeat", "on_rule"),
    [
        ("2026-12-03", _repeat((1, Unit.WEEK), OnWeekday(THU)), True),
        ("2026-12-03", _repeat((1, Unit.WEEK), OnWeekday(FRI)), False),
        ("2026-12-03", _repeat((1, Unit.WEEK)), True),
        ("2026-12-03", _repeat((1, Unit.DAY)), True),
        ("2026-12-03", _repeat((1, Unit.DAY), OnWeekday(FRI)), False),
        ("2026-12-07", _repeat(Parity.EVEN), True),
        ("2026-12-07", _repeat(Parity.ODD), False),
        ("2027-01-01", _repeat(Parity.ODD), True),
        ("2026-12-03", _repeat((1, Unit.MONTH), OnWeekday(THU, 1)), True),
        ("2026-12-10", _repeat((1, Unit.MONTH), OnWeekday(THU, 1)), False),
        ("2026-12-31", _repeat((1, Unit.MONTH), OnDay(-1)), True),
        ("2026-10-31", _repeat((1, Unit.MONTH), OnLastWeekday()), False),
        ("2026-09-05", _repeat((1, Unit.YEAR), OnWeekday(SAT, 1)), True),
        # Neither `until` nor `times` decides whether the start itself fits.
        ("2026-12-03", _repeat((1, Unit.WEEK), until="2026-01-01"), True),
    ],
)
def test_whether_the_start_is_on_the_rule(first: str, repeat: Repeat, on_rule: bool) -> None:
    assert is_on_rule(repeat, date.fromisoformat(first)) is on_rule


def test_a_rule_that_no_date_satisfies_ends() -> None:
    # Every twelfth month from February has no 30th.
    assert _dates("2026-02-15", (12, Unit.MONTH), OnDay(30)) == []
    assert _dates("2026-12-03", (7, Unit.DAY), OnWeekday(FRI)) == []


def test_a_rule_without_an_end_ends() -> None:
    daily = _dates("2026-12-01", (1, Unit.DAY), times=100_000)
    assert len(daily) == 10_000
    assert (daily[0], daily[-1]) == ("2026-12-01", "2054-04-17")
    assert _dates("2026-12-06", (1, Unit.YEAR))[-1] == "2126-12-06"
