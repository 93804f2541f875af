"""Who arranges an event, what it costs, how to take part: lines that calendars and feeds share."""

from datetime import datetime

from kohtaamo.listings.edition import Edition
from kohtaamo.model.event import Event, Registration
from kohtaamo.model.notice import Notice
from kohtaamo.model.translation import said, said_within
from kohtaamo.publish.wording.event import price
from kohtaamo.words.dates import clock, day
from kohtaamo.words.words import Words


def facts(edition: Edition, event: Event, language: str) -> tuple[str, ...]:
    """A line each: organisers, price, registration, taking part from afar."""
    words = edition.words[language]
    lines = []
    names = organiser_names(edition, event.organisers, language)
    if names:
        lines.append(words.several("feeds.organisers", len(names), names=", ".join(names)))
    cost = price(edition, event, language)
    if cost:
        lines.append(words("feeds.price", price=cost))
    if event.registration is not None:
        lines.append(_registration(words, event.registration))
    if event.online is not None:
        lines.append(words("feeds.online", url=event.online.url))
    if event.phone is not None:
        lines.append(words("feeds.phone", number=event.phone.number))
    return tuple(line for line in lines if line)


def organiser_names(edition: Edition, slugs: tuple[str, ...], language: str) -> tuple[str, ...]:
    """The names of the organisers that the network knows."""
    known = edition.network.organisers
    return tuple(said(known[slug], "name", language).text for slug in slugs if slug in known)


def categories(edition: Edition, event: Event, language: str) -> tuple[str, ...]:
    """The labels of its topics and audiences."""
    vocabularies = edition.network.vocabularies
    terms = [
        *(vocabularies["topics"].get(term) for term in event.topics),
        *(vocabularies["audiences"].get(term) for term in event.audiences),
    ]
    labels = (term.label.said(language).text for term in terms if term is not None)
    return tuple(dict.fromkeys(label for label in labels if label))


def contact_line(thing: Event | Notice, language: str) -> str:
    """Role, phone, e-mail and web address of whom one may ask, on one line."""
    contact = thing.contact
    if contact is None:
        return ""
    role = said_within(thing, contact.role or "", language).text
    parts = (role, contact.phone, contact.email, contact.url)
    return ", ".join(part for part in parts if part)


def _registration(words: Words, registration: Registration) -> str:
    parts = []
    if registration.state is not None:
        parts.append(words(f"feeds.registration_state.{registration.state.value}"))
    if registration.by is not None:
        last = day(words, registration.by)
        if isinstance(registration.by, datetime):
            last = f"{last} {words('dates.at', start=clock(words, registration.by))}"
        parts.append(words("feeds.register_by", date=last))
    ways = (registration.url, registration.email, registration.phone)
    how = ", ".join([*parts, *(way for way in ways if way)])
    return words("feeds.registration", how=how) if how else ""
