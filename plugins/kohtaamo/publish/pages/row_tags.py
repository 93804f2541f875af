"""The short words behind an event's title in a listing: how one takes part, what it costs."""

from collections.abc import Iterator
from dataclasses import replace

from kohtaamo.model.event import Access, Event, RegistrationState
from kohtaamo.model.translation import said, said_within
from kohtaamo.publish.pages.reader import Reader
from kohtaamo.publish.pages.texts import capital
from kohtaamo.publish.texts.plain import shortened
from kohtaamo.publish.wording.event import ages_words, euros_in_all
from kohtaamo.text.languages import broader

# The rest of a price that is told in more letters stands on the event's own page.
_LONGEST_PRICE = 50
_WORD_OF_STATE = {
    None: "registration",
    RegistrationState.OPEN: "registration",
    RegistrationState.FULL: "full",
    RegistrationState.WAITING_LIST: "waiting_list",
    RegistrationState.CLOSED: "registration_over",
}


def tags_of(reader: Reader, event: Event, *, with_ways: bool = True) -> Iterator[str]:
    """What the row of an event that takes place says behind its title and place.

    `with_ways` also how it is joined from afar, where the row has not begun with that.
    """
    words = reader.words
    if event.access is Access.MEMBERS:
        yield words("site.row.members")
    yield from _topic(reader, event)
    if event.online is not None and with_ways:
        yield capital(words("wording.where.online"))
    if event.phone is not None and with_ways:
        yield words("site.row.phone")
    if event.ages is not None:
        yield ages_words(words, event)
    yield from _price(reader, event)
    if event.registration is not None:
        yield words(f"site.row.{_WORD_OF_STATE[event.registration.state]}")


def _topic(reader: Reader, event: Event) -> Iterator[str]:
    """What it is about, where the reader may not understand the title."""
    understood = broader(reader.language)
    if not event.topics or said(event, "title", reader.language).language in understood:
        return
    topic = reader.network.vocabularies["topics"].get(event.topics[0])
    label = topic.label.said(reader.language) if topic is not None else None
    if label is not None and label.language in understood:
        yield reader.quoted(label)


def _price(reader: Reader, event: Event) -> Iterator[str]:
    """`Maksuton`, `1 €`, `0–4 €`, or the text as written: whoever says no price looks dear."""
    price = event.price
    if price is None:
        return
    if price.is_free:
        yield capital(reader.words("wording.price.free"))
    elif price.items:
        yield euros_in_all(reader.words, price.items)
    elif price.text:
        text = said_within(event, price.text, reader.language)
        yield reader.quoted(replace(text, text=shortened(text.text, _LONGEST_PRICE)))
