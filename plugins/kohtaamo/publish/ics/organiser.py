"""Whom a calendar names as the organiser of an event: a role with a public e-mail address."""

from dataclasses import dataclass
from urllib.parse import quote

from kohtaamo.listings.edition import Edition
from kohtaamo.model.event import Event
from kohtaamo.model.translation import said, said_within
from kohtaamo.publish.ics.lines import quoted
from kohtaamo.publish.texts.unseen import without_unseen
from kohtaamo.publish.wording.facts import organiser_names

# What an address may hold as it is in a mailto link (RFC 6068 §2); letters and digits always.
_KEPT = "!$'*+@"


@dataclass(frozen=True, slots=True)
class Organizer:
    """ORGANIZER (RFC 5545 §3.8.4.3): an e-mail address of a role, and the name to show for it."""

    email: str
    name: str


def organizer_of(edition: Edition, event: Event, language: str) -> Organizer | None:
    """The event's own contact e-mail, else that of the first organiser that has one.

    None when nobody has given an address: an ORGANIZER must be one, and none is made up. The name
    is that of the role or the organiser.
    """
    known = [slug for slug in event.organisers if slug in edition.network.organisers]
    if event.contact is not None and event.contact.email:
        names = organiser_names(edition, tuple(known[:1]), language)
        role = said_within(event, event.contact.role or "", language).text
        return Organizer(event.contact.email, role or next(iter(names), ""))
    for slug in known:
        organiser = edition.network.organisers[slug]
        if organiser.contact is not None and organiser.contact.email:
            return Organizer(organiser.contact.email, said(organiser, "name", language).text)
    return None


def cal_address(organizer: Organizer) -> str:
    """Parameter and value of the property, from its `;` or `:` on.

    A parameter value cannot hold a double quote (§3.1), and few readers know the escape of RFC
    6868 for it: a typographic one is as good. Carets are escaped by that RFC.
    """
    address = f":mailto:{quote(organizer.email, safe=_KEPT)}"
    name = " ".join(without_unseen(organizer.name).replace('"', "”").split())
    # icalendar quotes a name of several words too, which is never wrong.
    has_words = " " in name or "'" in name
    return f";CN={quoted(name, always=has_words)}{address}" if name else address
