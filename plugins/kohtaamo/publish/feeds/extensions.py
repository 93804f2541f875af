"""What entries say beyond RSS and Atom: when and where, the picture, and by whom in RSS.

All are modules that the W3C validator knows: RSS 1.0's event module, GeoRSS, Media RSS and Dublin
Core, which the RSS Advisory Board recommends for authors without an e-mail address.
"""

from collections.abc import Iterable

from kohtaamo.publish.feeds.entry import Entry, Takes, iso
from kohtaamo.publish.feeds.xml import attribute, element
from kohtaamo.publish.pictures.picture import Picture

EVENT = "http://purl.org/rss/1.0/modules/event/"
GEORSS = "http://www.georss.org/georss"
MEDIA = "http://search.yahoo.com/mrss/"
DUBLIN_CORE = "http://purl.org/dc/elements/1.1/"

# The prefixes that feeds declare at their head.
PREFIXES = "".join(
    attribute(f"xmlns:{prefix}", namespace)
    for prefix, namespace in (
        ("ev", EVENT),
        ("georss", GEORSS),
        ("media", MEDIA),
        ("dc", DUBLIN_CORE),
    )
)


def extras(entry: Entry) -> str:
    """The `ev:`, `georss:` and `media:` elements of an entry, in either format."""
    times = "" if entry.takes is None else _times(entry.takes)
    return times if entry.picture is None else times + _picture(entry.picture)


def creators(authors: Iterable[str]) -> str:
    """A `dc:creator` for each author: RSS's own element would be an e-mail."""
    return "".join(element("dc:creator", author) for author in authors)


def _times(takes: Takes) -> str:
    lines = [element("ev:startdate", iso(takes.start))]
    if takes.end is not None:
        lines.append(element("ev:enddate", iso(takes.end)))
    if takes.where:
        lines.append(element("ev:location", takes.where))
    if takes.geo is not None:
        lines.append(element("georss:point", f"{takes.geo.lat} {takes.geo.lon}"))
    return "".join(lines)


def _picture(picture: Picture) -> str:
    """With the words for those who cannot see it."""
    shown = attribute("url", picture.url) + attribute("type", picture.media_type)
    alt = element("media:description", picture.alt.text, ' type="plain"')
    credit = element("media:credit", picture.credit) if picture.credit else ""
    return f'<media:content{shown} medium="image">{alt}{credit}</media:content>'
