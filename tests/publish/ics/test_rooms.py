"""What a room's calendar tells, and what nothing tells of a closed group."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime

import icalendar

from kohtaamo.listings.edition import Edition
from kohtaamo.listings.known import known_of
from kohtaamo.publish.formats import feed_outputs

SALI = "paikat/myllytalo/rooms/sali.ics"
SECRETS = ("sala", "Sala", "varattu-1", "puhemies", "salaseura")


def test_only_times_and_one_word(calendars: Mapping[str, bytes]) -> None:
    busy = icalendar.Calendar.from_ical(calendars[SALI]).walk("VEVENT")

    assert {frozenset(each) for each in busy} == {
        frozenset({"UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "TRANSP"})
    }
    assert {str(each["SUMMARY"]) for each in busy} == {"Varattu"}
    assert {str(each["TRANSP"]) for each in busy} == {"OPAQUE"}
    december = [each for each in busy if each["DTSTART"].dt.month == 12]
    assert [
        (f"{each['DTSTART'].dt:%d.%m. %H:%M}", f"{each['DTEND'].dt:%H:%M}") for each in december
    ] == [
        # The closed group with its setup and teardown; the one of 10.12. is cancelled.
        ("03.12. 13:45", "15:30"),
        ("08.12. 09:00", "10:30"),
        ("10.12. 09:00", "10:30"),
        ("11.12. 18:00", "21:00"),
        ("12.12. 15:00", "16:00"),
        ("17.12. 13:45", "15:30"),
        ("22.12. 09:00", "10:30"),
    ]


def test_a_room_that_is_free_has_a_calendar(calendars: Mapping[str, bytes]) -> None:
    free = calendars["paikat/myllytalo/rooms/verstas.ics"]

    assert b"BEGIN:VEVENT" not in free
    assert b"\r\nNAME:Verstas\\, Myllytalo: varatut ajat\r\n" in free


def test_a_night_changes_nothing(edition: Edition) -> None:
    """Whole months: whoever looks at its bytes sees a change only when there is one."""

    def on(day: str) -> bytes:
        today = replace(edition, today=date.fromisoformat(day))
        (sali,) = (each for each in feed_outputs(today) if each.path == SALI)
        return sali.render()

    assert on("2026-12-01") == on("2026-12-02") == on("2026-12-31")
    assert on("2026-12-01") != on("2027-01-01")


def test_a_place_of_another_name_has_the_same_busy_times(edition: Edition) -> None:
    places = dict(edition.network.places)
    # Its first slug was vanha-mylly.
    mylly = replace(places.pop("myllytalo"), slug="mylly", formerly=("vanha-mylly", "myllytalo"))
    events = {
        slug: replace(event, place="mylly") if event.place == "myllytalo" else event
        for slug, event in edition.network.events.items()
    }
    network = replace(edition.network, places={**places, "mylly": mylly}, events=events)
    moved = replace(edition, network=network, known=known_of(network))
    files = {each.path: each for each in feed_outputs(moved)}

    def uids(body: bytes) -> list[str]:
        return [str(each["UID"]) for each in icalendar.Calendar.from_ical(body).walk("VEVENT")]

    before = {each.path: each for each in feed_outputs(edition)}[SALI].render()
    assert uids(files["paikat/mylly/rooms/sali.ics"].render()) == uids(before)
    assert files[SALI].render() == files["paikat/mylly/rooms/sali.ics"].render()


def test_nothing_else_of_a_closed_group_is_in_any_byte(files: Mapping[str, bytes]) -> None:
    telling = {
        path
        for path, body in files.items()
        if any(secret in path or secret.encode() in body for secret in SECRETS)
    }

    assert telling == set()


def test_not_even_when_its_file_changed(edition: Edition, files: Mapping[str, bytes]) -> None:
    """Who reads a room's calendar must not see which organiser's group has moved."""
    later = datetime(2026, 11, 30, 23, 59, 59, tzinfo=UTC)
    changed = dict(edition.changed) | {"events/varattu-1": later}
    after = {
        output.path: output.render() for output in feed_outputs(replace(edition, changed=changed))
    }

    assert after == files
