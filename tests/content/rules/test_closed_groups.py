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
    "name",
    [
        *("varaus", "varaus-12", "varattu-sali-ti", "tupa-ma-b", "bokning3", "reserved-room"),
        *("koivuranta/varaus", "Koivuranta/suljetut-ryhmat/varaus", "tupa/2026/varaus"),
    ],
)
def test_neutral_names(check: Check, name: str) -> None:
    assert check({f"events/{name}.yml": BARE}) == []


def test_a_name_that_tells(check: Check) -> None:
    assert check({"events/aa-ryhma-ti.yml": BARE}) == [
        "events/aa-ryhma-ti.yml:1: warning: the file's name is public, and the group can be guessed from it (“aa”). Call it, for example, reserved-1.yml. [closed-name-tells]"
    ]


@pytest.mark.parametrize(
    ("folder", "word"),
    [("tyottomat", "tyottomat"), ("koivuranta/aa", "aa"), ("slutna-grupper/sorg", "sorg")],
)
def test_a_folder_that_tells(check: Check, folder: str, word: str) -> None:
    path = f"events/{folder}/varaus-1.yml"
    assert check({path: BARE}) == [
        f"{path}:1: warning: the folder's name is public, and the group can be guessed from it (“{word}”). Move the file, for example, to the municipality's folder. [closed-folder-tells]"
    ]


def test_comments_are_read_too(check: Check) -> None:
    """What they say is not repeated; a schema for an editor says nothing."""
    text = f"# yaml-language-server: $schema=event.json\n# AA-ryhmä\n{BARE}setup: 15 # toipujat tulevat\n"
    assert check({"events/varaus-1.yml": text}) == [
        "events/varaus-1.yml:2: warning: the file of a closed group has comments (#), and anybody can read those too. Remove them if the group can be guessed from them. Lines: 2, 8 [closed-comment]",
        "events/varaus-1.yml:8: setup: warning: what follows the hash sign (#) is left out: “…”. If it belongs to the text, put quotes around the whole value. [comment-after-value]",
    ]


def test_comments_stand_in_the_fields_alone(check: Check) -> None:
    """Below them `#` begins a heading, and all text tells."""
    head = f"---\n{BARE}# AA\n---\n# AA\n"
    assert check({"events/varaus-1.md": head})[:1] == [
        "events/varaus-1.md:7: warning: the file of a closed group has comments (#), and anybody can read those too. Remove them if the group can be guessed from them. Lines: 7 [closed-comment]"
    ]


def test_reasons_tell(check: Check) -> None:
    repeat = (
        "repeat: {every: week, times: 4, skip: [{from: 2026-12-21, to: 2026-12-23, reason: Retriitti}],"
        " changes: [{date: 2026-12-15, cancelled: yes, reason: Vetäjä on sairas}]}\n"
    )
    assert check({"events/varaus-1.yml": BARE + repeat}) == [
        "events/varaus-1.yml:6: repeat.skip.reason: warning: the files are public, and for a closed group place, room and times are enough. Remove: repeat.skip.reason, repeat.changes.reason [closed-tells]"
    ]


OPEN = BARE.replace("access: closed\n", "title: Toipujat\norganisers: [kunta]\n")


@pytest.mark.parametrize(
    "said",
    [
        "access:",
        "access: ~",
        'access: ""',
        "access: # closed",
        "#access: closed",
        "# - access: closed",
    ],
)
def test_a_group_that_is_not_closed_although_somebody_means_it(check: Check, said: str) -> None:
    found = check({"events/varaus-1.yml": f"{said}\n{OPEN}"})

    assert [line for line in found if "comment-after-value" not in line] == [
        "events/varaus-1.yml:1: access: who may come? There is access here, but without a value, in a comment or in the text, and so the group is not closed. Write access: closed on a line of its own, or remove this line if the event is open to all. [access-unclear]"
    ]


def test_below_the_fields_it_does_not_count(check: Check) -> None:
    text = f"---\n{OPEN}---\naccess: closed\n"

    (found,) = check({"events/varaus-1.md": text})
    assert found.startswith("events/varaus-1.md:9: access: who may come?")


@pytest.mark.parametrize("said", ["access: open", "access: members # vain jäsenille", ""])
def test_whoever_says_who_may_come_is_not_asked(check: Check, said: str) -> None:
    found = check({"events/kerho.yml": f"{said}\n{OPEN}"})

    assert [line for line in found if "access-unclear" in line] == []


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("start: Toipujat ti", "neither a date nor a date and time"),
        ("start: 2026-12-88 16:00", "2026-12-88"),
        ("audiences: [toipujat]", "has no id “…”"),
        ("Toipujat: tiistaisin", "there is no field “…”"),
        ("titel: Toipujat", "there is no field “…”. Did you mean “title”?"),
        ("organisers: [Toipujat]", "“…”"),
        ("setup: 'Toipujat", "is never closed"),
    ],
)
def test_what_is_wrong_is_said_without_the_words_of_the_file(
    check: Check, line: str, message: str
) -> None:
    """Logs are public, and stay when the file has been mended."""
    key = line.partition(":")[0]
    rest = "".join(f"{each}\n" for each in BARE.splitlines() if not each.startswith(f"{key}:"))
    found = "\n".join(check({"events/varaus-1.yml": f"{rest}{line}\n"}))

    assert message in found
    assert "toipuja" not in found.lower()


def test_everything_that_tells_is_listed_on_one_line(check: Check) -> None:
    text = (
        "---\n"
        + BARE
        + "title: Toipujat\norganisers: [kunta]\naudiences: [recovering]\n---\nTervetuloa.\n"
    )
    assert check({"events/varaus-1.md": text}) == [
        "events/varaus-1.md:7: title: warning: the files are public, and for a closed group place, room and times are enough. Remove: title, organisers, audiences, text [closed-tells]"
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
