"""The days that `on` names in a month."""

from datetime import date

import pytest

from kohtaamo.model.repeat import On, OnDay, OnLastWeekday, OnWeekday
from kohtaamo.schedule.named_days import is_named, is_plain_weekday, named_in_month

MON, THU, SUN = 0, 3, 6


@pytest.mark.parametrize(
    ("ons", "year", "month", "days"),
    [
        ((OnDay(1),), 2026, 12, [1]),
        ((OnDay(31),), 2026, 11, []),
        ((OnDay(29),), 2027, 2, []),
        ((OnDay(29),), 2028, 2, [29]),
        ((OnDay(-1),), 2027, 2, [28]),
        ((OnDay(-1),), 2028, 2, [29]),
        ((OnLastWeekday(),), 2026, 12, [31]),  # Thursday
        ((OnLastWeekday(),), 2026, 10, [30]),  # 31 is a Saturday
        ((OnLastWeekday(),), 2027, 1, [29]),  # 31 is a Sunday
        ((OnWeekday(THU),), 2026, 12, [3, 10, 17, 24, 31]),
        ((OnWeekday(THU, 1),), 2026, 12, [3]),
        ((OnWeekday(THU, 5),), 2026, 12, [31]),
        ((OnWeekday(THU, 5),), 2026, 11, []),
        ((OnWeekday(THU, -1),), 2026, 11, [26]),
        ((OnWeekday(SUN, 1),), 2026, 11, [1]),
        ((OnWeekday(MON, 1),), 2027, 2, [1]),
        ((OnDay(31), OnWeekday(THU, 2), OnWeekday(THU, -1), OnDay(-1)), 2026, 12, [10, 31]),
    ],
)
def test_days_of_a_month(ons: tuple[On, ...], year: int, month: int, days: list[int]) -> None:
    assert named_in_month(ons, year, month) == tuple(date(year, month, day) for day in days)
    assert [day for day in range(1, 29) if is_named(ons, date(year, month, day))] == [
        day for day in days if day < 29
    ]


def test_no_names_mean_every_day() -> None:
    assert is_named((), date(2026, 12, 3))


def test_a_weekday_without_an_ordinal_is_plain() -> None:
    assert is_plain_weekday(OnWeekday(THU))
    assert not is_plain_weekday(OnWeekday(THU, 1))
    assert not is_plain_weekday(OnDay(3))
