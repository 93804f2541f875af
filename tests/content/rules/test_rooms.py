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
        "events/b.md:7: room: the room tupa/sali needs 15 min between two uses (places/tupa.md:7), but on Tue 2026-12-08 there is less: this one 12:14–13:00, the file events/a.md 10:00–12:00. The same room is free that day 12:15–18:00. Choose another time or room. [room-turnaround]"
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
        "events/a-kuoro.md:7: room: the room tupa/sali is booked twice on Tue 2026-12-08: this one 11:00–13:00 (setting up from 10:30), the file events/b-kerho.md 10:00–12:00. This happens once more. The same room is free that day 12:15–18:00. Choose another time or room. [room-clash]"
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
        "events/kuoro.md:7: room: the room tupa/sali is booked twice on Tue 2026-12-08: this one 10:00–12:00, the file events/varaus-1.yml 09:00–11:00. The same room is free that day 11:15–18:00. Choose another time or room. [room-clash]"
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


def test_a_series_that_leaves_too_short_a_pause_names_its_own_file(
    check: Check, event: Event
) -> None:
    vigil = event(
        room="sali",
        start="2026-12-08 09:00",
        end="2026-12-09 08:50",
        extra="repeat: {every: day, times: 2}",
    )
    assert check({"events/a.md": vigil})[:1] == [
        "events/a.md:7: room: the room tupa/sali needs 15 min between two uses (places/tupa.md:7), but on Wed 2026-12-09 there is less: this one Wed 2026-12-09 09:00 – Thu 2026-12-10 08:50, the file events/a.md Tue 2026-12-08 09:00 – Wed 2026-12-09 08:50. Choose another time or room. [room-turnaround]"
    ]


def test_what_would_be_free_is_only_said_where_hours_are_known(check: Check, event: Event) -> None:
    house = "---\nname: Laavu\nmunicipality: koivuranta\naddress: {street: Tie 1}\ncan_host: all\nrooms: [{id: sali, name: Sali}]\n---\n"
    assert check(
        {
            "places/laavu.md": house,
            "events/a.md": event(place="laavu", room="sali"),
            "events/b.md": event(place="laavu", room="sali"),
        }
    ) == [
        "events/b.md:7: room: the room laavu/sali is booked twice on Tue 2026-12-08: this one 15:00–17:00, the file events/a.md 15:00–17:00. Choose another time or room. [room-clash]"
    ]
