# ruff: noqa: E501 - expected lines and files stand whole, as they are written
"""Closed groups stay closed."""

from collections.abc import Callable

import pytest

Check = Callable[..., list[str]]

BARE = """\
start: 2026-12-08 16:00
end: 17:00
place: tupa
room: sali
access: closed
"""


@pytest.mark.parametrize(
    "name", ["varaus", "varaus-12", "varattu-sali-ti", "tupa-ma-b", "bokning3", "reserved-room"]
)
def test_neutral_names(check: Check, name: str) -> None:
    assert check({f"events/{name}.yml": BARE}) == []


def test_a_name_that_tells(check: Check) -> None:
    assert check({"events/aa-ryhma-ti.yml": BARE}) == [
        "events/aa-ryhma-ti.yml:1: warning: the file's name is public, and the group can be guessed from it (“aa”). Call it, for example, reserved-1.yml. [closed-name-tells]"
    ]


def test_everything_that_tells_is_listed_on_one_line(check: Check) -> None:
    text = (
        "---\n"
        + BARE
        + "title: Toipujat\norganisers: [kunta]\naudiences: [recovering]\n---\nTervetuloa.\n"
    )
    assert check({"events/varaus-1.md": text}) == [
        "events/varaus-1.md:7: title: warning: the files are public, and for a closed group place, room and times are enough. Remove: title, text, organisers, audiences [closed-tells]"
    ]


def test_a_room_is_what_a_closed_group_takes(check: Check) -> None:
    assert check({"events/varaus-1.yml": BARE.replace("room: sali\n", "")}) == [
        "events/varaus-1.yml:4: access: warning: a closed group reserves a room, but the room is missing, so nothing is reserved. Add room. [closed-without-room]"
    ]
    house = """\
---
name: Laavu
municipality: koivuranta
address: {street: Tie 1}
---
"""
    files = {
        "places/laavu.md": house,
        "events/varaus-1.yml": BARE.replace("tupa\nroom: sali", "laavu"),
    }
    assert check(files) == []
