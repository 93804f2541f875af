# ruff: noqa: E501 - expected lines and files stand whole, as they are written
"""No room is taken twice."""

from collections.abc import Callable

Check = Callable[..., list[str]]
Event = Callable[..., str]


def test_turnaround_between_two_uses(check: Check, event: Event) -> None:
    files = {
        "events/a.md": event(room="sali", start="2026-12-08 10:00", end="12:00"),
        "events/b.md": event(room="sali", start="2026-12-08 12:15", end="13:00"),
    }
    assert check(files) == []
    files["events/b.md"] = event(room="sali", start="2026-12-08 12:14", end="13:00")
    assert check(files) == [
        "events/b.md:7: room: the room tupa/sali needs 15 min between two uses, Tue 2026-12-08 12:14: this one 12:14–13:00, the file events/a.md 10:00–12:00. Such cases in all: 1. Choose another time or room. [room-turnaround]"
    ]


def test_a_pair_of_series_is_named_once_in_the_file_that_begins_later(
    check: Check, event: Event
) -> None:
    files = {
        "events/b-kerho.md": event(
            room="sali",
            start="2026-12-01 10:00",
            end="12:00",
            extra="repeat: {every: week, times: 3}",
        ),
        "events/a-kuoro.md": event(
            room="sali",
            start="2026-12-08 11:00",
            end="13:00",
            setup="30",
            extra="repeat: {every: week, times: 3}",
        ),
    }
    assert check(files) == [
        "events/a-kuoro.md:7: room: the room tupa/sali is booked twice, Tue 2026-12-08 10:30: this one 10:30–13:00, the file events/b-kerho.md 10:00–12:00 (setting up included). Clashes in all: 2. Choose another time or room. [room-clash]"
    ]


def test_of_a_closed_group_only_room_time_and_file_are_told(check: Check, event: Event) -> None:
    closed = """\
start: 2026-12-08 09:00
end: 11:00
place: tupa
room: sali
access: closed
"""
    assert check(
        {
            "events/varaus-1.yml": closed,
            "events/kuoro.md": event(room="sali", start="2026-12-08 10:00", end="12:00"),
        }
    ) == [
        "events/kuoro.md:7: room: the room tupa/sali is booked twice, Tue 2026-12-08 10:00: this one 10:00–12:00, the file events/varaus-1.yml 09:00–11:00 (setting up included). Clashes in all: 1. Choose another time or room. [room-clash]"
    ]


def test_cancelled_dates_umbrellas_and_other_rooms_take_nothing(check: Check, event: Event) -> None:
    assert (
        check(
            {
                "events/a.md": event(room="sali"),
                "events/b.md": event(room="sali", status="cancelled", reason="Flunssa"),
                "events/c.md": event(),
                "events/d.md": event(
                    room="sali",
                    start="2026-12-01 15:00",
                    extra="repeat: {every: week, times: 2, changes: [{date: 2026-12-08, cancelled: yes}]}",
                ),
            }
        )
        == []
    )
