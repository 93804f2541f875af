# ruff: noqa: E501 - expected lines and files stand whole, as they are written
"""Events that refer to events, and their status."""

from collections.abc import Callable

Check = Callable[..., list[str]]
Event = Callable[..., str]


def test_a_festival_and_its_parts(check: Check, event: Event) -> None:
    place = {"place": None, "location": "{name: Tori}"}
    assert (
        check(
            {
                "events/paivat.md": event(
                    start="2026-12-08", end="2026-12-09", all_day="yes", **place
                ),
                "events/avajaiset.md": event(part_of="paivat", **place),
                "events/paattajaiset.md": event(
                    start="2026-12-09 15:00", part_of="paivat", **place
                ),
                "events/vanha.md": event(
                    status="moved", reason="Remontti", replaced_by="uusi", **place
                ),
                "events/uusi.md": event(start="2026-12-15 15:00", **place),
            }
        )
        == []
    )


def test_parts_are_held_by_those_of_the_whole(check: Check, event: Event) -> None:
    place = {"place": None, "location": "{name: Tori}"}
    assert check(
        {
            "events/juhla.md": event(organisers="[kunta]", **place),
            "events/oma.md": event(organisers="[kunta, martat]", part_of="juhla", **place),
            "events/vieras.md": event(organisers="[martat]", part_of="juhla", **place),
        }
    ) == [
        "events/vieras.md:6: part_of: warning: “juhla” is held by others, so this is not shown as a part of it. Ask them: once they have said yes, they add the organiser to their event (organisers). [part-of-others]"
    ]


def test_a_ring_is_named_once(check: Check, event: Event) -> None:
    place = {"place": None, "location": "{name: Tori}"}
    assert check(
        {
            "events/b.md": event(part_of="c", **place),
            "events/c.md": event(part_of="a", **place),
            "events/a.md": event(part_of="b", **place),
            "events/osa.md": event(part_of="a", **place),
        }
    ) == [
        "events/a.md:6: part_of: the events refer to each other in a ring: a → b → c → a. Remove one of the references. [refers-in-a-ring]"
    ]


def test_nothing_leads_to_a_closed_group(check: Check, event: Event) -> None:
    closed = """\
start: 2026-12-08 15:00
end: 16:00
place: tupa
room: sali
access: closed
"""
    assert check(
        {
            "events/varaus-1.yml": closed,
            "events/a.md": event(status="moved", reason="Remontti", replaced_by="varaus-1"),
        }
    ) == [
        "events/a.md:9: replaced_by: “varaus-1” is a closed group, about which nothing is told. Remove the reference. [refers-to-closed]"
    ]
