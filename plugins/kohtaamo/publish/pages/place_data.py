"""What search engines and assistants are told of a place, as schema.org has it."""

from dateutil.relativedelta import relativedelta
from markupsafe import Markup

from kohtaamo.model.common import Address, Coordinates
from kohtaamo.model.place import Place, Stop
from kohtaamo.model.translation import said, said_within
from kohtaamo.publish.html.json_ld import Thing, json_ld
from kohtaamo.publish.osm.file import OPEN_AT_ALL
from kohtaamo.publish.pages.data_names import place_names
from kohtaamo.publish.pages.hours_data import hours_data
from kohtaamo.publish.pages.reader import Reader
from kohtaamo.schedule.civil_hours import Wanted
from kohtaamo.schedule.moments import ONE_DAY
from kohtaamo.schedule.regular_hours import travels
from kohtaamo.schedule.windows import months_moved_on
from kohtaamo.text.runs import plain

# So many months are told: programs come again soon, and the page has to stay light.
_MONTHS = 4
# A house that is there for the public; what travels, or is only online, is no more than a place.
_HOUSE, _PLACE = "CivicStructure", "Place"


def place_data(reader: Reader, place: Place) -> Markup:
    """A place in the language of its page, with the hours of this month and the five after it."""
    is_house = bool(place.address or place.coordinates) and not travels(place)
    contact = place.contact
    return json_ld(
        {
            "@type": _HOUSE if is_house else _PLACE,
            **place_names(reader, place.slug),
            "name": said(place, "name", reader.language).text,
            **spot_data(reader, place.municipality, place.address, place.coordinates),
            "telephone": contact.phone if contact else None,
            "email": contact.email if contact else None,
            **_hours(reader, place),
        }
    )


def _hours(reader: Reader, place: Place) -> Thing:
    """Its own, or each stop with those that are kept there."""
    plans = reader.site.parts.places.plans(place.slug)
    until = months_moved_on(reader.edition.today) + relativedelta(months=_MONTHS) - ONE_DAY
    if not travels(place):
        return hours_data(plans(Wanted(modes=OPEN_AT_ALL)), until)
    stops: list[tuple[Stop, Thing]] = [
        (stop, hours_data(plans(Wanted(modes=OPEN_AT_ALL, stop=stop.id)), until))
        for stop in place.stops
    ]
    return {
        "containsPlace": [
            {
                "@type": _PLACE,
                "name": said_within(place, stop.name, reader.language).text,
                **spot_data(reader, stop.municipality, stop.address, stop.coordinates),
                **hours,
            }
            for stop, hours in stops
        ]
    }


def spot_data(
    reader: Reader, municipality: str | None, address: Address | None, spot: Coordinates | None
) -> Thing:
    """An address, as far as it is known, and coordinates."""
    named = plain(reader.term("municipalities", municipality).text) if municipality else None
    town = address.town if address else None
    return {
        "address": {
            "@type": "PostalAddress",
            "streetAddress": address.street if address else None,
            "postalCode": address.postcode if address else None,
            "addressLocality": town or named,
            "addressCountry": "FI",
        },
        "geo": {
            "@type": "GeoCoordinates",
            "latitude": float(spot.lat),
            "longitude": float(spot.lon),
        }
        if spot
        else None,
    }
