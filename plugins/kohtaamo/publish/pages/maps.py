"""Links to an outside map and to the journey planner, by the templates of `network.yml`."""

from urllib.parse import quote

from kohtaamo.model.common import Address, Coordinates
from kohtaamo.publish.pages.reader import Reader
from kohtaamo.publish.pages.texts import Link, Text
from kohtaamo.publish.wording.event import address_line


def map_links(
    reader: Reader, address: Address | None, coordinates: Coordinates | None
) -> tuple[Link, ...]:
    """The links whose template can be filled with what is known of the spot."""
    links = reader.network.identity.links
    if links is None:
        return ()
    templates = (("site.where.map", links.map), ("site.where.journey", links.journey))
    return tuple(
        Link(href, Text(reader.words(key)))
        for key, template in templates
        if template and (href := _filled(template, address_line(address), coordinates))
    )


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
