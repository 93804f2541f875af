# ruff: noqa: E501 - expected lines and files stand whole, as they are written
"""Starts and ends of single events."""

from collections.abc import Callable

Check = Callable[..., list[str]]
Event = Callable[..., str]


def test_times_as_they_should_be(check: Check, event: Event) -> None:
    assert (
        check(
            {
                "events/kello.md": event(),
                "events/kesto.md": event(end=None, duration="90 min", start="2026-12-09 15:00"),
                "events/ilman-loppua.md": event(end=None),
                "events/keskiyohon.md": event(
                    place=None, end="24:00", extra="online: {url: https://example.fi/}"
                ),
                "events/yon-yli.md": event(
                    place=None, end="2026-12-09 01:00", extra="phone: {number: 010 123 0001}"
                ),
                "events/koko-paiva.md": event(start="2026-12-08", end="2026-12-09", all_day="yes"),
                "events/yksi-paiva.md": event(start="2026-12-08", end="2026-12-08", all_day="yes"),
                "events/kaksi-paivaa.md": event(
                    start="2026-12-08", end=None, all_day="yes", duration="2 d"
                ),
            }
        )
        == []
    )


def test_an_end_never_means_the_next_day(check: Check, event: Event) -> None:
    assert check({"events/ilta.md": event(start="2026-12-08 16:00", end="16:00")}) == [
        "events/ilta.md:4: end: the event would end at 16:00, though it starts at 16:00. If it ends on the next day, write 2026-12-09 16:00 [end-not-after-start]"
    ]


def test_every_time_of_an_all_day_series_is_a_date(check: Check, event: Event) -> None:
    repeat = """\
repeat:
  every: week
  times: 3
  extra:
    - 2026-12-10 12:00
  changes:
    - date: 2026-12-15
      start: 2026-12-16
    - date: 2026-12-22
      end: 14:00
"""
    text = event(extra=repeat.rstrip(), start="2026-12-08", end=None, all_day="yes")
    assert check({"events/tempaus.md": text}) == [
        "events/tempaus.md:11: repeat.extra[0]: an all-day event (all_day) has no times of day, but this says 2026-12-10 12:00. Write the date alone or remove all_day. [all-day-with-time]",
        "events/tempaus.md:16: repeat.changes[1].end: an all-day event (all_day) has no times of day, but this says 14:00. Write the date alone or remove all_day. [all-day-with-time]",
    ]


def test_a_room_needs_an_end_unless_all_day(check: Check, event: Event) -> None:
    assert check(
        {
            "events/avoin.md": event(end=None, room="sali"),
            "events/paiva.md": event(start="2026-12-09", end=None, room="sali", all_day="yes"),
        }
    ) == [
        "events/avoin.md:6: room: to reserve a room, the event needs an end. Add end or duration. [room-without-end]"
    ]
