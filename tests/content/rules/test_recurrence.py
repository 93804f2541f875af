# ruff: noqa: E501 - expected lines and files stand whole, as they are written
"""Rules of series."""

from collections.abc import Callable
from datetime import date

Check = Callable[..., list[str]]
Event = Callable[..., str]


def test_series_as_they_should_be(check: Check, event: Event) -> None:
    assert (
        check(
            {
                "events/viikoittain.md": event(
                    extra="repeat: {every: week, times: 5, skip: [public-holidays, eves]}"
                ),
                "events/parilliset.md": event(extra="repeat: {every: even weeks, times: 2}"),
                "events/kerran-vuodessa.md": event(
                    place=None, location="{name: Tori}", extra="repeat: {every: year, times: 40}"
                ),
                "events/kuukausittain.md": event(
                    place=None,
                    location="{name: Tori}",
                    extra="repeat: {every: month, on: 2nd tue, until: 2028-05-31}",
                ),
            }
        )
        == []
    )


def test_the_nearest_day_keeps_the_weekday_when_on_is_left_out(check: Check, event: Event) -> None:
    assert check({"events/kerho.md": event(extra="repeat: {every: odd weeks, times: 2}")}) == [
        "events/kerho.md:3: start: the series does not fall on its first day Tue 2026-12-08. The nearest day that fits is Tue 2026-12-15: correct the start or the repetition (every, on). [start-off-rule]"
    ]


def test_of_a_wrong_weekday_one_thing_is_said(check: Check, event: Event) -> None:
    """What is skipped or changed would not fit either, and follows from the day."""
    repeat = """\
repeat:
  every: week
  on: [mon, wed]
  times: 3
  skip: [2026-12-15]
  changes: [{date: 2026-12-22, cancelled: yes}]"""
    assert check({"events/kerho.md": event(extra=repeat)}) == [
        "events/kerho.md:3: start: the start Tue 2026-12-08 is a Tuesday, but the field “on” says Monday, Wednesday. Change either the weekday (on: Tue) or the start, for example to Wed 2026-12-09. [start-other-weekday]"
    ]


def test_breaks_behind_the_end_of_a_shorter_series_are_told_once(
    check: Check, event: Event
) -> None:
    extra = "repeat: {every: viikko, until: 2026-12-15, skip: [pyhät, 2026-12-22, 2026-12-29]}"
    assert check({"events/kerho.md": event(extra=extra)}) == [
        "events/kerho.md:7: repeat.skip[1]: dates are skipped only after the last one of the series (Tue 2026-12-15): Tue 2026-12-22, Tue 2026-12-29. They can be removed. [skip-after-end]"
    ]


def test_the_nearest_day_may_lie_weeks_away(check: Check, event: Event) -> None:
    text = event(start="2026-12-07 15:00", extra="repeat: {every: odd weeks, on: day 31, times: 2}")
    lines = check({"events/kerho.md": text})
    assert lines == [
        "events/kerho.md:3: start: the series does not fall on its first day Mon 2026-12-07. The nearest day that fits is Thu 2026-12-31: correct the start or the repetition (every, on). [start-off-rule]"
    ]


def test_eighteen_months_are_counted_from_today_for_a_running_series(
    check: Check, event: Event
) -> None:
    files = {
        "events/kerho.md": event(
            place=None,
            location="{name: Tori}",
            start="2024-12-03 15:00",
            extra="repeat:\n  every: week\n  until: 2028-06-02",
        )
    }
    assert check(files, today=date(2026, 12, 2)) == []
    assert check(files, today=date(2026, 12, 1)) == [
        "events/kerho.md:9: repeat.until: warning: the series goes on for long: its last date is Fri 2028-06-02. A series is confirmed anew at least every 18 months, so let it end by Thu 2028-06-01 and extend it then. [series-long]"
    ]


def test_both_bounds_or_none(check: Check, event: Event) -> None:
    assert check(
        {
            "events/a.md": event(extra="repeat:\n  every: week"),
            "events/b.md": event(extra="repeat:\n  every: week\n  until: 2027-01-05\n  times: 5"),
        }
    ) == [
        "events/a.md:8: repeat: the series has to end some time. Add its last day (until: 2027-05-31) or the number of times (times: 10). [series-without-end]",
        "events/b.md:10: repeat.times: the series has both until and times. Keep only one. [until-and-times]",
    ]


def test_the_nearest_date_and_of_two_as_near_the_later(check: Check, event: Event) -> None:
    """The series is on 8., 18. and 22.12.; the second skip meets it."""
    repeat = """\
repeat:
  every: 2 days
  on: [tue, fri]
  times: 3
  skip:
    - 2026-12-01
    - 2026-12-18
    - 2026-12-17
    - 2026-12-20
    - 2027-03-01"""
    assert check({"events/kerho.md": event(extra=repeat)}) == [
        "events/kerho.md:12: repeat.skip[0]: the series has no date on Tue 2026-12-01, so it cannot be skipped. The nearest date is Tue 2026-12-08. Correct the date or remove it. [skip-without-date]",
        "events/kerho.md:14: repeat.skip[2]: the series has no date on Thu 2026-12-17, so it cannot be skipped. The nearest date is Fri 2026-12-18. Correct the date or remove it. [skip-without-date]",
        "events/kerho.md:15: repeat.skip[3]: the series has no date on Sun 2026-12-20, so it cannot be skipped. The nearest date is Tue 2026-12-22. Correct the date or remove it. [skip-without-date]",
        "events/kerho.md:16: repeat.skip[4]: dates are skipped only after the last one of the series (Tue 2026-12-22): Mon 2027-03-01. They can be removed. [skip-after-end]",
    ]
