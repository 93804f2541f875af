"""What search engines and assistants are told of an event, as schema.org has it.

The dates are those of the page and of the calendars (contract §5.8).
"""

from collections.abc import Iterator

from markupsafe import Markup

from kohtaamo.model.event import Ages, Event, Price, RegistrationState
from kohtaamo.model.translation import said
from kohtaamo.publish.html.json_ld import Thing, json_ld
from kohtaamo.publish.pages.data_names import event_names, organisation_names
from kohtaamo.publish.pages.event_data_dates import dates_data, told_date
from kohtaamo.publish.pages.event_data_where import where_data
from kohtaamo.publish.pages.moments import iso
from kohtaamo.publish.pages.page import NO_HTML
from kohtaamo.publish.pages.reader import Reader
from kohtaamo.publish.pictures.picture import picture_of
from kohtaamo.publish.texts.plain import shortened, to_plain

# Where nobody wrote a summary, the beginning of the text stands for it.
_LONGEST_TEXT = 200
_FULL = (RegistrationState.FULL, RegistrationState.WAITING_LIST)
_SCHEMA = "https://schema.org/"


def event_data(reader: Reader, event: Event) -> Markup:
    """An event in the language of its page; nothing of what is not open to all."""
    if not reader.edition.facts[event.slug].is_listed:
        return NO_HTML
    chosen = told_date(reader, event)
    if chosen is None:
        return NO_HTML
    picture = picture_of(reader.edition, event, reader.language)
    registration = event.registration
    return json_ld(
        {
            "@type": "Event",
            **event_names(reader, event.slug),
            "name": said(event, "title", reader.language).text,
            "description": _description(reader, event),
            **where_data(reader, event, chosen),
            **dates_data(reader, event, chosen),
            "organizer": list(_organizers(reader, event)),
            **_offers(reader, event),
            "image": picture.url if picture else None,
            "inLanguage": list(event.languages),
            "typicalAgeRange": _age_range(event.ages) if event.ages else None,
            "maximumAttendeeCapacity": registration.capacity if registration else None,
            "superEvent": _super_event(reader, event.part_of),
        }
    )


def _description(reader: Reader, event: Event) -> str:
    summary = said(event, "summary", reader.language).text
    text = summary or to_plain(said(event, "text", reader.language).text)
    return shortened(text, _LONGEST_TEXT)


def _organizers(reader: Reader, event: Event) -> Iterator[Thing]:
    for slug in event.organisers:
        name = reader.edition.known.organisers[slug].name_in(reader.language).text
        yield {"@type": "Organization", **organisation_names(reader, slug), "name": name}


def _offers(reader: Reader, event: Event) -> Thing:
    """What it costs as it was written; of a price in words nothing, since no program reads it."""
    price, registration = event.price, event.registration
    if price is None or not (price.free or price.items):
        return {}
    url = registration.url if registration else None
    is_full = registration is not None and registration.state in _FULL
    about = {
        "priceCurrency": "EUR",
        "url": url or reader.edition.site_url + reader.addresses.event(event.slug),
        "availability": f"{_SCHEMA}SoldOut" if is_full else None,
        "availabilityEnds": iso(registration.by) if registration and registration.by else None,
    }
    return {
        "isAccessibleForFree": _is_free(price),
        "offers": [{"@type": "Offer", **each, **about} for each in _prices(reader, event, price)],
    }


def _is_free(price: Price) -> bool | None:
    """None where it is free for some."""
    if price.is_free or not any(each.amount == 0 for each in price.items):
        return price.is_free
    return None


def _prices(reader: Reader, event: Event, price: Price) -> Iterator[Thing]:
    if price.free:
        yield {"price": "0"}
    for each in price.items:
        yield {
            "name": reader.own(event, each.for_).text or None,
            "description": reader.own(event, each.note).text or None,
            "price": format(each.amount, "f"),
        }


def _age_range(ages: Ages) -> str:
    """`7-16`, `65-`, `-12`."""
    first, last = ("" if age is None else str(age) for age in (ages.from_, ages.to))
    return f"{first}-{last}" if first or last else ""


def _super_event(reader: Reader, slug: str | None) -> Thing | None:
    """The umbrella event, if that has a page and is open to all."""
    if slug is None or slug not in reader.site.coming or not reader.edition.facts[slug].is_listed:
        return None
    name = said(reader.network.events[slug], "title", reader.language).text
    return {"@type": "Event", **event_names(reader, slug), "name": name}
