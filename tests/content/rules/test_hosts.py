# ruff: noqa: E501 - expected lines and files stand whole, as they are written
"""Who may hold events at a place."""

from collections.abc import Callable

Check = Callable[..., list[str]]
Event = Callable[..., str]


def test_one_organiser_of_the_place_is_enough(check: Check, event: Event) -> None:
    assert check({"events/a.md": event(organisers="[martat, kunta]")}) == []


def test_whoever_keeps_the_place_need_not_ask(check: Check, event: Event) -> None:
    house = """\
---
name: Talo
municipality: koivuranta
address: {street: Tie 1}
can_host: [kunta]
maintained_by: martat
---
"""
    assert (
        check({"places/talo.md": house, "events/a.md": event(place="talo", organisers="[martat]")})
        == []
    )


def test_a_place_asks_unless_it_says_otherwise(check: Check, event: Event) -> None:
    assert check({"events/a.md": event(organisers="[martat]")}) == [
        "events/a.md:5: place: warning: events at “tupa” are agreed with its people first. Once they have said yes, the organiser can be added to the place (organisers). [host-to-be-asked]"
    ]


def test_a_place_to_which_a_date_moves_is_asked_too(check: Check, event: Event) -> None:
    moved = "repeat:\n  every: week\n  times: 2\n  changes:\n    - {date: 2026-12-15, place: tupa}"
    elsewhere = event(organisers="[martat]", place=None, location="{name: Tori}", extra=moved)
    assert check({"events/a.md": elsewhere}) == [
        "events/a.md:11: repeat.changes[0].place: warning: events at “tupa” are agreed with its people first. Once they have said yes, the organiser can be added to the place (organisers). [host-to-be-asked]"
    ]


def test_as_many_as_the_room_holds(check: Check, event: Event) -> None:
    registration = "registration:\n  email: tupa@example.fi\n  capacity: {}"
    assert check({"events/a.md": event(room="sali", extra=registration.format(20))}) == []
    assert check({"events/a.md": event(room="sali", extra=registration.format(21))}) == [
        "events/a.md:10: registration.capacity: 21 people may register, but the room “sali” holds 20 (places/tupa.md:7). Lower the number or choose a larger room. [room-too-small]"
    ]
