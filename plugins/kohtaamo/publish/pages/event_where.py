"""Where an event is, on the spot and from afar."""

from dataclasses import dataclass, replace

from kohtaamo.model.common import Address, Coordinates
from kohtaamo.model.event import Event
from kohtaamo.model.translation import Translated
from kohtaamo.publish.pages.contact import PhoneView, phone_view, readable_url
from kohtaamo.publish.pages.maps import map_links
from kohtaamo.publish.pages.reader import Reader
from kohtaamo.publish.pages.texts import NO_TEXT, Link, Text


@dataclass(frozen=True, slots=True, kw_only=True)
class SpotView:
    """An address as lines, how to find the door, and links to outside maps."""

    lines: tuple[Text, ...]
    directions: Text
    maps: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WhereView:
    """`place` leads to the place's page; `name` is a stop's, or that of another location."""

    place: Link | None = None
    name: Text = NO_TEXT
    room: Text = NO_TEXT
    spot: SpotView | None = None
    municipality: Link | None = None
    getting_there: Text = NO_TEXT
    online: Link | None = None
    phone: PhoneView | None = None
    phone_note: Text = NO_TEXT


def where_view(reader: Reader, event: Event) -> WhereView:
    """Where the event is by its own file; single dates may have moved and say so themselves."""
    on_site = _at_place(reader, event) if event.place else _at_location(reader, event)
    online = event.online.url if event.online else ""
    return replace(
        on_site,
        online=Link(online, Text(readable_url(online))) if online else None,
        phone=phone_view(event.phone.number) if event.phone else None,
        phone_note=reader.own(event, event.phone.note) if event.phone else NO_TEXT,
    )


def spot_view(
    reader: Reader, thing: Translated, address: Address | None, coordinates: Coordinates | None
) -> SpotView | None:
    """An address as on an envelope; None when neither it nor the coordinates are known."""
    maps = map_links(reader, address, coordinates)
    if address is None:
        return SpotView(lines=(), directions=NO_TEXT, maps=maps) if maps else None
    town = reader.own(thing, address.town)
    line = " ".join(part for part in (address.postcode, town.text) if part)
    return SpotView(
        lines=tuple(
            part for part in (reader.own(thing, address.street), replace(town, text=line)) if part
        ),
        directions=reader.own(thing, address.directions),
        maps=maps,
    )


def _at_place(reader: Reader, event: Event) -> WhereView:
    place = reader.network.places[event.place or ""]
    stop, room = place.stop(event.stop), place.room(event.room)
    spot = stop or place
    return WhereView(
        place=reader.place_link(place.slug),
        name=reader.own(place, stop.name) if stop else NO_TEXT,
        room=reader.own(place, room.name) if room else NO_TEXT,
        spot=spot_view(reader, place, spot.address, spot.coordinates),
        municipality=reader.term_link("municipality", spot.municipality),
        getting_there=reader.field(place, "getting_there"),
    )


def _at_location(reader: Reader, event: Event) -> WhereView:
    location = event.location
    if location is None:
        return WhereView()
    municipality = location.municipality
    return WhereView(
        name=reader.own(event, location.name),
        spot=spot_view(reader, event, location.address, None),
        municipality=reader.term_link("municipality", municipality) if municipality else None,
    )
