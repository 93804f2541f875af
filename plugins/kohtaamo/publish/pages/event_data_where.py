"""Where an event is, and how one takes part, as schema.org has it."""

from collections.abc import Iterator

from kohtaamo.model.event import Attendance, Event
from kohtaamo.model.translation import said, said_within
from kohtaamo.publish.html.json_ld import Thing
from kohtaamo.publish.pages.contact import phone_view
from kohtaamo.publish.pages.data_names import place_names
from kohtaamo.publish.pages.place_data import spot_data
from kohtaamo.publish.pages.reader import Reader
from kohtaamo.schedule.occurrence import Occurrence

_MODES = {
    Attendance.ON_SITE: "Offline",
    Attendance.REMOTE: "Online",
    Attendance.HYBRID: "Mixed",
}


def where_data(reader: Reader, event: Event, occurrence: Occurrence) -> Thing:
    """Where one date of an event is, on the spot and from afar, and which of these it is."""
    mode = _MODES[event.attended]
    return {
        "eventAttendanceMode": f"https://schema.org/{mode}EventAttendanceMode",
        "location": location_data(reader, event, occurrence),
    }


def location_data(reader: Reader, event: Event, occurrence: Occurrence) -> Thing | list[Thing]:
    """One location, or all that there are."""
    found = [*_on_site(reader, event, occurrence), *_from_afar(event)]
    return found[0] if len(found) == 1 else found


def _on_site(reader: Reader, event: Event, occurrence: Occurrence) -> Iterator[Thing]:
    place = reader.network.places.get(occurrence.place or "")
    location = event.location
    if place is not None:
        stop = place.stop(occurrence.stop)
        at = stop or place
        names = place_names(reader, place.slug)
        name = said(place, "name", reader.language)
        at_stop = said_within(place, stop.name if stop else "", reader.language)
        yield {
            "@type": "Place",
            # A stop has no page of its own.
            **({"url": names["url"]} if stop else names),
            "name": ", ".join(part.text for part in (name, at_stop) if part),
            **spot_data(reader, at.municipality, at.address, at.coordinates),
        }
    elif location is not None:
        address = location.address
        spot = spot_data(reader, location.municipality, address, None)
        called = location.name or (address.street if address else None)
        told = reader.own(event, called).text or spot["address"]["addressLocality"]
        yield {"@type": "Place", "name": told, **spot}


def _from_afar(event: Event) -> Iterator[Thing]:
    """By the web, or by phone: the address is then a number to call."""
    if event.online is not None:
        yield {"@type": "VirtualLocation", "url": event.online.url}
    phone = phone_view(event.phone.number) if event.phone else None
    if phone is not None:
        yield {"@type": "VirtualLocation", "url": phone.href}
