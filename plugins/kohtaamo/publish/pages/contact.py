"""Whom to ask, and how one takes part from afar: numbers and addresses as links."""

import re
from dataclasses import dataclass, replace

from kohtaamo.listings.in_use import is_active
from kohtaamo.model.common import Contact
from kohtaamo.model.event import Event
from kohtaamo.model.place import Place
from kohtaamo.model.translation import Translated
from kohtaamo.publish.pages.reader import Reader
from kohtaamo.publish.pages.texts import NO_TEXT, Link, Text

_NOT_DIALLED = re.compile(r"[^0-9+]")


@dataclass(frozen=True, slots=True)
class PhoneView:
    """`href` is a `tel:` address (RFC 3966), the number as people write it beside it."""

    href: str
    number: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactView:
    """Empty values are not known; `url_name` is the address without its scheme.

    `whose` is said where one would take the contact for somebody else's.
    """

    whose: Link | None = None
    role: Text = NO_TEXT
    phone: PhoneView | None = None
    email: str = ""
    url: str = ""

    def __bool__(self) -> bool:
        return bool(self.role or self.phone or self.email or self.url)

    @property
    def url_name(self) -> str:
        return readable_url(self.url)


def contact_view(reader: Reader, thing: Translated, contact: Contact | None) -> ContactView:
    """The contact that a thing names; an empty one when it names none."""
    if contact is None:
        return ContactView()
    return ContactView(
        role=reader.own(thing, contact.role),
        phone=phone_view(contact.phone),
        email=contact.email or "",
        url=contact.url or "",
    )


def contact_for_event(reader: Reader, event: Event) -> ContactView:
    """The event's own contact, else its first organiser's that has one, else the place's."""
    own = contact_view(reader, event, event.contact)
    if own:
        return own
    for slug in event.organisers:
        organiser = reader.network.organisers[slug]
        theirs = contact_view(reader, organiser, organiser.contact)
        if theirs:
            return replace(theirs, whose=reader.organiser_link(slug))
    place = reader.network.places.get(event.place or "")
    if place is None:
        return ContactView()
    return replace(contact_view(reader, place, place.contact), whose=reader.place_link(place.slug))


def keeper_link(reader: Reader, place: Place) -> Link | None:
    """Who keeps a place, where it says so, as long as that one is active."""
    keeper = place.maintained_by
    is_there = keeper is not None and is_active(reader.edition, keeper)
    return reader.organiser_link(keeper) if keeper is not None and is_there else None


def phone_view(number: str | None) -> PhoneView | None:
    """A number to press: only its digits and a leading plus are dialled."""
    if not number:
        return None
    return PhoneView("tel:" + _NOT_DIALLED.sub("", number), number)


def readable_url(url: str) -> str:
    """`https://example.fi/kerhot/` as people say it: `example.fi/kerhot`."""
    return url.partition("://")[2].removeprefix("www.").rstrip("/") or url
