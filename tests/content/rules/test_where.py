# ruff: noqa: E501 - expected lines and files stand whole, as they are written
"""Where events are."""

from collections.abc import Callable

Check = Callable[..., list[str]]
Event = Callable[..., str]

BUS = """\
---
name: Kyläbussi
municipality: koivuranta
stops:
  - {id: tori, name: Tori, municipality: koivuranta, hours: [{days: tue, from: 10:00, to: 14:00}]}
holiday_hours: closed
can_host: all
---
"""


def test_every_way_to_be_somewhere(check: Check, event: Event) -> None:
    assert (
        check(
            {
                "places/bussi.md": BUS,
                "events/paikalla.md": event(attendance="on-site"),
                "events/muualla.md": event(
                    place=None, extra="location: {municipality: koivuranta}"
                ),
                "events/verkossa.md": event(
                    place=None, online="{url: https://example.fi/}", attendance="remote"
                ),
                "events/puhelimessa.md": event(place=None, phone="{number: 010 123 0001}"),
                "events/molemmat.md": event(
                    online="{url: https://example.fi/}", attendance="hybrid"
                ),
                "events/bussissa.md": event(
                    start="2026-12-08 11:00", end="12:00", place="bussi", stop="tori"
                ),
            }
        )
        == []
    )


def test_attendance_agrees_with_the_rest(check: Check, event: Event) -> None:
    text = event(online="{url: https://example.fi/}", attendance="on-site")
    assert check({"events/lahetys.md": text}) == [
        "events/lahetys.md:8: attendance: attendance is “on-site”, but going by the place, the web address and the telephone it is “hybrid”. You can leave the field out. [attendance-disagrees]"
    ]


def test_a_changed_room_belongs_to_the_changed_place(check: Check, event: Event) -> None:
    house = """\
---
name: Talo
municipality: koivuranta
address: {street: Tie 1}
can_host: all
rooms: [{id: verstas, name: Verstas}]
---
"""
    changes = (
        "repeat: {every: week, times: 2, changes: [{date: 2026-12-15, place: talo, room: ROOM}]}"
    )
    assert check(
        {
            "places/talo.md": house,
            "events/a.md": event(extra=changes.replace("ROOM", "verstas")),
            "events/b.md": event(
                start="2026-12-08 10:00", end="11:00", extra=changes.replace("ROOM", "sali")
            ),
        }
    ) == [
        "events/b.md:7: repeat.changes[0].room: the place “talo” has no room “sali”. Its rooms are: verstas [unknown-room]"
    ]


def test_nothing_is_said_of_a_place_that_is_faulty_itself(check: Check, event: Event) -> None:
    assert check(
        {
            "places/tupa.md": "---\nname: Tupa\nmunicipality: koivuranta\nvuosi: 1920\n---\n",
            "events/ilta.md": event(room="sali", stop="tori"),
        }
    ) == [
        "places/tupa.md:4: vuosi: there is no field “vuosi”. Here you can use: name, municipality, summary, address, stops, coordinates, contact, hours, … [unknown-key]"
    ]
