"""Links to an outside map and to the journey planner, by the templates of `network.yml`."""

from collections.abc import Sequence
from urllib.parse import quote

from kohtaamo.model.common import Address, Coordinates
from kohtaamo.publish.pages.reader import Reader
from kohtaamo.publish.pages.texts import Link, Text


def map_links(
    reader: Reader, address: Address | None, coordinates: Coordinates | None
) -> tuple[Link, ...]:
    """The links whose template can be filled with what is known of the spot: the first of each."""
    links = reader.network.identity.links
    if links is None:
        return ()
    # As it is written there: a map finds a street by its own name.
    line = ", ".join(filter(None, (address.street, address.town))) if address else ""
    found = (
        ("site.where.map", (links.map, links.address_map)),
        ("site.where.journey", (links.journey,)),
    )
    return tuple(
        Link(href, Text(reader.words(key)))
        for key, templates in found
        if (href := _first_filled(templates, line, coordinates))
    )


def _first_filled(
    templates: Sequence[str | None], address: str, coordinates: Coordinates | None
) -> str:
    filled = (_filled(each, address, coordinates) for each in templates if each)
    return next(filter(None, filled), "")


def _filled(template: str, address: str, coordinates: Coordinates | None) -> str:
    """The template with {lat}, {lon} and {address}; "" when it asks for what is not known."""
    known = {"{address}": quote(address, safe="")}
    if coordinates is not None:
        known |= {"{lat}": str(coordinates.lat), "{lon}": str(coordinates.lon)}
    for name in ("{lat}", "{lon}", "{address}"):
        if name in template and not known.get(name):
            return ""
    for name, value in known.items():
        template = template.replace(name, value)
    return template
