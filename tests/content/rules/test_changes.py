# ruff: noqa: E501 - expected lines and files stand whole, as they are written
"""Changed dates and extra starts."""

from collections.abc import Callable

Check = Callable[..., list[str]]
Event = Callable[..., str]


def test_changes_as_they_should_be(check: Check, event: Event) -> None:
    repeat = """\
repeat:
  every: week
  times: 5
  skip: [2026-12-22]
  extra: [2026-12-10 11:00, 2026-12-22 10:00]
  changes:
    - {date: 2026-12-10, start: 12:00}
    - {date: 2026-12-15, start: 2026-12-16 15:00, reason: Sali on varattu}
    - {date: 2026-12-29, cancelled: yes}
    - {date: 2027-01-05, end: 18:00}"""
    assert check({"events/kerho.md": event(extra=repeat)}) == []


def test_a_cancelled_date_does_not_crowd(check: Check, event: Event) -> None:
    repeat = "repeat: {every: week, times: 3, changes: [{date: 2026-12-15, cancelled: yes}, {date: 2026-12-22, start: 2026-12-15 15:00}]}"
    assert check({"events/kerho.md": event(extra=repeat)}) == []


def test_a_whole_day_does_not_end_before_it_begins(check: Check, event: Event) -> None:
    repeat = "all_day: yes\nrepeat: {every: week, times: 2, changes: [{date: 2026-12-15, end: 2026-12-13}]}"
    assert check({"events/talkoot.md": event(start="2026-12-08", end=None, extra=repeat)}) == [
        "events/talkoot.md:7: repeat.changes[0].end: the event would end on Sun 2026-12-13, though it starts on Tue 2026-12-15. Correct the start or the end. [end-before-start]"
    ]


def test_two_extras_on_one_date(check: Check, event: Event) -> None:
    repeat = """\
repeat:
  every: week
  times: 2
  extra:
    - 2026-12-10 10:00
    - 2026-12-10 14:00"""
    assert check({"events/kerho.md": event(extra=repeat)}) == [
        "events/kerho.md:11: repeat.extra[0]: Thu 2026-12-10 has two starts in one series. Leave one out, or make it a file of its own. [two-starts]"
    ]


def test_a_change_in_a_series_without_any_date(check: Check, event: Event) -> None:
    repeat = "repeat: {every: week, times: 1, skip: [2026-12-08], changes: [{date: 2026-12-15, cancelled: yes}]}"
    assert check({"events/kerho.md": event(extra=repeat)}) == [
        "events/kerho.md:7: repeat.changes[0].date: the series has no date at all, so Tue 2026-12-15 cannot be changed. Correct the repetition first (every, on, until). [change-of-no-series]",
        "events/kerho.md:7: repeat.skip: warning: every date of the series is skipped, so the event never takes place. Check skip. [all-skipped]",
    ]
