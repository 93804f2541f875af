"""ORGANIZER: a role with an e-mail address that is public anyway, and nobody else."""

from collections.abc import Callable, Mapping
from dataclasses import replace

import icalendar
import pytest

from kohtaamo.listings.edition import Edition
from kohtaamo.model.common import Contact
from kohtaamo.publish.ics.listing import event_calendar
from kohtaamo.publish.parts import make_parts

Lint = Callable[[bytes], list[str]]
EVENT = "talkooviikko"
MYLLY, NUORET = "myllyn-vaki", "harjun-nuoret"


def told(
    edition: Edition,
    contact: Contact | None = None,
    organisers: Mapping[str, Contact] | None = None,
    language: str = "fi",
) -> bytes:
    """The calendar of an event of two organisers, with these contacts."""
    network = edition.network
    event = replace(network.events[EVENT], contact=contact)
    known = dict(network.organisers)
    for slug, theirs in (organisers or {}).items():
        known[slug] = replace(known[slug], contact=theirs)
    changed = replace(network, events={**network.events, EVENT: event}, organisers=known)
    return event_calendar(make_parts(replace(edition, network=changed)), event, language)


def organizer(body: bytes) -> tuple[str, str] | None:
    (event,) = icalendar.Calendar.from_ical(body).walk("VEVENT")
    found = event.get("ORGANIZER")
    return None if found is None else (str(found.params.get("CN")), str(found))


def test_nobody_has_said_an_address(edition: Edition) -> None:
    assert organizer(told(edition)) is None
    phones = {MYLLY: Contact(role="Sihteeri", phone="010 123 0001")}
    assert organizer(told(edition, Contact(role="Vetäjä", url="https://e.fi/"), phones)) is None


def test_the_role_of_the_event_first(edition: Edition) -> None:
    own = Contact(role="Talkoiden vetäjä", email="talkoot@example.fi")
    theirs = {MYLLY: Contact(role="Sihteeri", email="mylly@example.fi")}

    assert organizer(told(edition, own, theirs)) == (
        "Talkoiden vetäjä",
        "mailto:talkoot@example.fi",
    )
    assert organizer(told(edition, replace(own, role=None), theirs)) == (
        "Myllyn väki ry",
        "mailto:talkoot@example.fi",
    )


def test_else_the_first_organiser_that_has_one(edition: Edition) -> None:
    both = {
        MYLLY: Contact(role="Sihteeri", email="mylly@example.fi"),
        NUORET: Contact(email="nuoret@example.fi"),
    }

    assert organizer(told(edition, None, both)) == ("Myllyn väki ry", "mailto:mylly@example.fi")
    assert organizer(told(edition, None, both, "sv")) == (
        "Kvarnfolket rf",
        "mailto:mylly@example.fi",
    )
    del both[MYLLY]
    phone = Contact(role="Vetäjä", phone="010 123 0002")
    assert organizer(told(edition, phone, both)) == ("Harjun nuoret ry", "mailto:nuoret@example.fi")


@pytest.mark.parametrize(
    ("role", "line"),
    [
        ("Vetäjä", b"ORGANIZER;CN=Vet\xc3\xa4j\xc3\xa4:mailto:a@example.fi"),
        ("Roolit: a, b; c", b'ORGANIZER;CN="Roolit: a, b; c":mailto:a@example.fi'),
        ('"Vet" \\', b'ORGANIZER;CN="\xe2\x80\x9dVet\xe2\x80\x9d \\":mailto:a@example.fi'),
        ("a\x07b\r\nATTENDEE:x", b'ORGANIZER;CN="ab ATTENDEE:x":mailto:a@example.fi'),
        ("^n ^^", b'ORGANIZER;CN="^^n ^^^^":mailto:a@example.fi'),
    ],
)
def test_a_name_cannot_leave_its_quotes(
    role: str, line: bytes, edition: Edition, lint: Lint
) -> None:
    body = told(edition, Contact(role=role, email="a@example.fi"))

    assert line in body.replace(b"\r\n ", b"").split(b"\r\n")
    assert lint(body) == []


@pytest.mark.parametrize(
    ("email", "address"),
    [
        ("neule+talvi@example.fi", "mailto:neule+talvi@example.fi"),
        ("o'hara_x~y@example.fi", "mailto:o'hara_x~y@example.fi"),
        ("a?cc=b@example.fi", "mailto:a%3Fcc%3Db@example.fi"),
        ("{tupa}|`x`^@example.fi", "mailto:%7Btupa%7D%7C%60x%60%5E@example.fi"),
    ],
)
def test_an_address_brings_no_headers(
    email: str, address: str, edition: Edition, lint: Lint
) -> None:
    body = told(edition, Contact(role="Vetäjä", email=email))

    assert organizer(body) == ("Vetäjä", address)
    assert lint(body) == []


def test_every_date_of_a_series_has_it(calendars: Mapping[str, bytes]) -> None:
    body = calendars["tapahtumat/neulekahvila/event.ics"].replace(b"\r\n ", b"")

    assert body.count(b"BEGIN:VEVENT") == 7
    assert body.count('\r\nORGANIZER;CN="Neulekahvilan vetäjä":mailto:'.encode()) == 7
    assert b"METHOD" not in body
