"""Our own lines are, octet by octet, those that the icalendar library writes."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Parameters

from kohtaamo.listings.edition import Edition
from kohtaamo.model.common import Coordinates
from kohtaamo.model.translation import Said
from kohtaamo.publish.formats import feed_outputs
from kohtaamo.publish.ics.calendar import Head, header
from kohtaamo.publish.ics.lines import quoted
from kohtaamo.publish.ics.organiser import Organizer
from kohtaamo.publish.ics.vevent import Stamps, Vevent, to_bytes
from kohtaamo.publish.pictures.picture import Picture
from kohtaamo.schedule.exported_rule import CODES, ExportedRule
from kohtaamo.schedule.moments import Moment
from tests.publish.ics import reference

# What has to be escaped, quoted, left out or not taken apart, among everything else.
SIGNS = "\\,;:\n\r\t\"'^’N \x00\x0b\x7f\x85\u2028\u202e\ufeff\ufffeäŠ\u0301\U0001f9f6"
ANY_SIGN = st.characters(exclude_categories=["Cs"])
PIECES = st.text(st.sampled_from(SIGNS), max_size=6) | st.text(ANY_SIGN, max_size=12)
HOSTILE = st.lists(PIECES, max_size=8).map("".join)
LONG = st.builds(lambda text, times: text * times, HOSTILE, st.integers(1, 12))
URLS = st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), max_size=90).map(
    "https://example.fi/".__add__
)
FIRST, LAST = datetime.fromisoformat("1971-01-01"), datetime.fromisoformat("2099-01-01")
LANDED = st.datetimes(FIRST, LAST, timezones=st.just(UTC))
CLOCKS = st.datetimes(FIRST, LAST)
# The nights in which clocks change.
NIGHTS = st.builds(
    datetime.combine,
    st.sampled_from((date(2026, 10, 25), date(2027, 3, 28))),
    st.times(),
)
WHOLE_DAYS = st.dates(date(1990, 1, 1), date(2099, 1, 1))


def vevents(moments: st.SearchStrategy[Moment]) -> st.SearchStrategy[Vevent]:
    """Any VEVENT of times of day, or of whole days; whether it makes sense does not matter."""
    rules = st.builds(
        ExportedRule,
        freq=st.sampled_from(("WEEKLY", "MONTHLY")),
        interval=st.integers(1, 60),
        byday=st.lists(st.sampled_from((*CODES, "1TH", "-1FR")), min_size=1).map(tuple),
        dtstart=moments,
        until=moments,
    )
    pictures = st.builds(
        Picture, url=URLS, alt=st.builds(Said, HOSTILE, st.just("fi")), media_type=HOSTILE
    )
    degrees = st.decimals(-180, 180, places=6)
    return st.builds(
        Vevent,
        uid=st.uuids(),
        stamps=st.builds(Stamps, created=st.none() | LANDED, changed=LANDED),
        start=moments,
        end=st.none() | moments,
        summary=LONG,
        description=LONG,
        location=LONG,
        url=URLS,
        geo=st.none() | st.builds(Coordinates, lat=degrees, lon=degrees),
        # icalendar leaves a byte order mark at the beginning of each but the first.
        categories=st.lists(HOSTILE.map(lambda text: f"a{text}"), max_size=4).map(tuple),
        contact=HOSTILE,
        organizer=st.none() | st.builds(Organizer, HOSTILE, HOSTILE),
        picture=st.none() | pictures,
        is_cancelled=st.booleans(),
        rule=st.none() | rules,
        exdates=st.lists(moments, max_size=4).map(tuple),
        recurrence_id=st.none() | moments,
    )


@given(vevents(CLOCKS | NIGHTS) | vevents(WHOLE_DAYS))
def test_any_event(vevent: Vevent) -> None:
    assert to_bytes(vevent) == reference.to_bytes(vevent)


@given(st.builds(Head, name=LONG, page=URLS, source=URLS, identity=st.none() | st.uuids()))
def test_any_head(head: Head) -> None:
    always, named, rest = header(head).partition(b"NAME:")

    assert named + rest == reference.header(head)
    assert always == (
        b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Kohtaamo//kohtaamo//FI\r\n"
        b"CALSCALE:GREGORIAN\r\nX-WR-TIMEZONE:Europe/Helsinki\r\n"
        b"REFRESH-INTERVAL;VALUE=DURATION:PT6H\r\nX-PUBLISHED-TTL:PT6H\r\n"
    )


@given(PIECES)
def test_any_parameter(value: str) -> None:
    assert f"X={quoted(value)}".encode() == Parameters({"X": value}).to_ical()


def test_every_calendar(any_edition: Edition, monkeypatch: pytest.MonkeyPatch) -> None:
    """All calendars of whole networks; those of rooms are written line by line elsewhere."""

    def calendars() -> dict[str, bytes]:
        outputs = feed_outputs(any_edition)
        return {each.path: each.render() for each in outputs if each.path.endswith(".ics")}

    ours = calendars()
    monkeypatch.setattr("kohtaamo.publish.ics.event.to_bytes", reference.to_bytes)
    monkeypatch.setattr("kohtaamo.publish.ics.hours.to_bytes", reference.to_bytes)

    assert calendars() == ours


def test_busy_time(calendars: dict[str, bytes]) -> None:
    body = calendars["paikat/myllytalo/rooms/sali.ics"]
    _, begun, rest = body.partition(b"BEGIN:VEVENT\r\n")
    first = begun + rest[: rest.index(b"BEGIN:VEVENT")]
    uid = first.partition(b"UID:")[2][:36].decode()

    assert first == reference.busy(
        uid,
        datetime(2026, 11, 2, 7, tzinfo=UTC),
        datetime.fromisoformat("2026-11-10T09:00"),
        datetime.fromisoformat("2026-11-10T10:30"),
        "Varattu",
    )
