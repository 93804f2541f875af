"""Sentences about one event that pages, calendars and feeds share."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from decimal import Decimal
from functools import lru_cache

from babel.numbers import format_decimal

from kohtaamo.listings.edition import Edition
from kohtaamo.model.common import Address
from kohtaamo.model.event import Event, PriceItem, Status
from kohtaamo.model.place import Place
from kohtaamo.model.repeat import Repeat
from kohtaamo.model.translation import (
    Said,
    Translated,
    said,
    said_together,
    said_within,
)
from kohtaamo.publish.wording.repeats import rule_words
from kohtaamo.schedule.occurrence import Occurrence, State
from kohtaamo.schedule.series import end_of, is_all_day, plan
from kohtaamo.words.dates import day, ends_that_night, hours
from kohtaamo.words.words import Words

_SAID_FIRST = frozenset({Status.CANCELLED, Status.POSTPONED, State.CANCELLED, State.POSTPONED})


def title(edition: Edition, event: Event, language: str) -> Said:
    """The title; `PERUTTU:` or `SIIRTYY:` first when that is said of the whole event."""
    return _prefixed(edition, said(event, "title", language), event.status, language)


def occurrence_title(edition: Edition, event: Event, occurrence: Occurrence, language: str) -> Said:
    """The title for one date; `PERUTTU:` or `SIIRTYY:` first when that is said of this date."""
    return _prefixed(edition, said(event, "title", language), occurrence.state, language)


def state_words(words: Words, status: Status | State) -> str:
    """What has to be said first: `PERUTTU`, `SIIRTYY`; "" when it takes place."""
    return words(f"wording.state.{status.value}") if status in _SAID_FIRST else ""


def summary(edition: Edition, event: Event, language: str) -> Said:
    """The summary as written, empty when there is none."""
    return said(event, "summary", language)


def where(edition: Edition, event: Event, occurrence: Occurrence | None, language: str) -> str:
    """In one plain line: place, room, street and town; or online, or by phone; or both.

    An occurrence that has moved to another place is where it has moved to.
    """
    words = edition.words[language]
    place = edition.network.places.get((occurrence.place if occurrence else event.place) or "")
    if place is not None:
        room = occurrence.room if occurrence else event.room
        stop = occurrence.stop if occurrence else event.stop
        parts = _parts_of_place(place, stop, room, language)
    else:
        parts = _parts_of_location(edition, event, language)
    on_site = ", ".join(words.quoted(part.text, part.language) for part in parts)
    afar = from_afar_words(words, event)
    if on_site and afar:
        return words("wording.where.also", place=on_site, afar=afar)
    return on_site or afar


def repeats(edition: Edition, event: Event, language: str) -> str:
    """The rule with hours and end: `joka tiistai klo 13–15, 15.12.2026 asti`; "" for one time."""
    if event.repeat is None:
        return ""
    own = edition.words[language]
    words = own.speaker("wording.every.")
    rule = rule_words(words, event.repeat, event.start)
    if not is_all_day(event) and isinstance(event.start, datetime):
        span = hours(words, event.start, _end_that_night(event, event.start))
        rule = words("wording.with_hours", rule=rule, hours=span)
    return own.quoted(_until(words, event, event.repeat, rule), words.tag)


def rhythm(edition: Edition, event: Event, language: str) -> str:
    """The rule with its end, without hours: `joka päivä, 24.12.2026 asti`; "" for one time."""
    if event.repeat is None:
        return ""
    own = edition.words[language]
    words = own.speaker("wording.every.")
    rule = rule_words(words, event.repeat, event.start)
    return own.quoted(_until(words, event, event.repeat, rule), words.tag)


def _until(words: Words, event: Event, repeat: Repeat, rule: str) -> str:
    last = repeat.until or max(plan(event).dates, default=None)
    return words("wording.until", rule=rule, date=day(words, last)) if last else rule


def price(edition: Edition, event: Event, language: str) -> str:
    """`maksuton`, or amounts, or the text as written; "" when nothing is said of it."""
    if event.price is None:
        return ""
    words = edition.words[language]
    if event.price.free:
        return words("wording.price.free")
    if event.price.text:
        return said_within(event, event.price.text, language).text
    return ", ".join(_price_item(words, event, item) for item in event.price.items)


def euros(words: Words, amount: Decimal) -> str:
    """An amount as the language writes it, cents only where there are some: `5 €`, `2,50 €`."""
    if amount == 1:
        return words("wording.price.one_euro")
    return words("wording.price.euros", amount=_said_amount(words, amount))


def euros_in_all(words: Words, items: Sequence[PriceItem]) -> str:
    """From the lowest amount to the highest: `0–4 €`, or the only one there is."""
    amounts = sorted({item.amount for item in items})
    if len(amounts) == 1:
        return euros(words, amounts[0])
    least, most = (_said_amount(words, each) for each in (amounts[0], amounts[-1]))
    return words("wording.price.euros", amount=words("dates.span", start=least, end=most))


def _said_amount(words: Words, amount: Decimal) -> str:
    pattern = "#,##0" if amount == amount.to_integral_value() else "#,##0.00"
    return _number(amount, pattern, words.locale)


@lru_cache(maxsize=1_000)
def _number(amount: Decimal, pattern: str, locale: str) -> str:
    """A pure function of its arguments; most prices are among few."""
    return format_decimal(amount, format=pattern, locale=locale)


def ages_words(words: Words, event: Event) -> str:
    """For which ages it is: `7–16-vuotiaille`; "" when nothing is said of it."""
    ages = event.ages
    if ages is None:
        return ""
    if ages.from_ is not None and ages.to is not None:
        return words("site.ages.between", from_=ages.from_, to=ages.to)
    if ages.from_ is not None:
        return words("site.ages.from_", from_=ages.from_)
    return words("site.ages.to", to=ages.to) if ages.to is not None else ""


def address_line(thing: Translated, address: Address | None, language: str) -> Said:
    """Street and town, as one says it aloud; the postcode is for letters."""
    written = (address.street, address.town) if address else ()
    return said_together(thing, written, language)


def _prefixed(edition: Edition, text: Said, status: Status | State, language: str) -> Said:
    words = edition.words[language]
    state = state_words(words, status)
    return (
        replace(text, text=words("wording.prefixed", state=state, title=text.text))
        if state
        else text
    )


def at_place(place: Place, stop_id: str | None, room_id: str | None, language: str) -> str:
    """In one plain line: the place, its stop or room if one is named, street and town."""
    return ", ".join(part.text for part in _parts_of_place(place, stop_id, room_id, language))


def _parts_of_place(
    place: Place, stop_id: str | None, room_id: str | None, language: str
) -> tuple[Said, ...]:
    stop, room = place.stop(stop_id), place.room(room_id)
    parts = (
        said(place, "name", language),
        said_within(place, stop.name if stop else "", language),
        said_within(place, room.name if room else "", language),
        address_line(place, (stop.address if stop else None) or place.address, language),
    )
    return tuple(part for part in parts if part)


def _parts_of_location(edition: Edition, event: Event, language: str) -> tuple[Said, ...]:
    location = event.location
    if location is None:
        return ()
    parts = [
        said_within(event, location.name or "", language),
        address_line(event, location.address, language),
    ]
    municipality = edition.network.vocabularies["municipalities"].get(location.municipality or "")
    if municipality is not None and not (location.address and location.address.town):
        parts.append(municipality.label.said(language))
    return tuple(part for part in parts if part)


def from_afar_words(words: Words, event: Event) -> str:
    """`verkossa; puhelimitse, 010 123 4567`; "" for what is only joined on the spot."""
    parts = []
    if event.online is not None:
        parts.append(words("wording.where.online"))
    if event.phone is not None:
        parts.append(words("wording.where.phone", number=event.phone.number))
    return "; ".join(parts)


def _end_that_night(event: Event, start: datetime) -> datetime | None:
    """The end, unless the event goes on for days: then a rule says only when it begins."""
    end = end_of(event)
    if not isinstance(end, datetime):
        return None
    return end if end.date() == start.date() or ends_that_night(start, end) else None


def _price_item(words: Words, event: Event, item: PriceItem) -> str:
    who, note = (said_within(event, text or "", words.tag).text for text in (item.for_, item.note))
    text = euros(words, item.amount)
    if who:
        text = words("wording.price.for", who=who, amount=text)
    return words("wording.price.note", price=text, note=note) if note else text
