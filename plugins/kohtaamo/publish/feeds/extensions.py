"""What entries say beyond RSS and Atom: when and where, the picture, and by whom in RSS.

All are modules that the W3C validator knows: RSS 1.0's event module, GeoRSS, Media RSS and Dublin
Core, which the RSS Advisory Board recommends for authors without an e-mail address.
"""

from feedgen.ext.base import BaseEntryExtension, BaseExtension
from lxml import etree  # type: ignore[import-untyped]  # ships no types

from kohtaamo.publish.feeds.entry import Entry, Takes, iso
from kohtaamo.publish.pictures.picture import Picture

EVENT = "http://purl.org/rss/1.0/modules/event/"
GEORSS = "http://www.georss.org/georss"
MEDIA = "http://search.yahoo.com/mrss/"
DUBLIN_CORE = "http://purl.org/dc/elements/1.1/"

_PREFIXES = (("ev", EVENT), ("georss", GEORSS), ("media", MEDIA), ("dc", DUBLIN_CORE))


def prefixes() -> dict[str, str]:
    """The prefixes that feeds declare at their head, with their namespaces."""
    return dict(_PREFIXES)


class Prefixes(BaseExtension):  # type: ignore[misc]  # feedgen is untyped
    """Declares the prefixes at the head of a feed."""

    def extend_ns(self) -> dict[str, str]:
        """Prefixes with their namespaces."""
        return prefixes()


class EntryExtras(BaseEntryExtension):  # type: ignore[misc]  # as above
    """The further elements of one entry, in either format."""

    entry: Entry

    def extend_atom(self, element: etree._Element) -> etree._Element:
        """Adds `ev:`, `georss:` and `media:` elements."""
        if self.entry.takes is not None:
            _add_times(element, self.entry.takes)
        if self.entry.picture is not None:
            _add_picture(element, self.entry.picture)
        return element

    def extend_rss(self, element: etree._Element) -> etree._Element:
        """Adds the same, and a `dc:creator` for each author: RSS's own would be an e-mail."""
        for author in self.entry.authors:
            _add(element, DUBLIN_CORE, "creator", author)
        return self.extend_atom(element)


def _add_times(element: etree._Element, takes: Takes) -> None:
    _add(element, EVENT, "startdate", iso(takes.start))
    if takes.end is not None:
        _add(element, EVENT, "enddate", iso(takes.end))
    if takes.where:
        _add(element, EVENT, "location", takes.where)
    if takes.geo is not None:
        _add(element, GEORSS, "point", f"{takes.geo.lat} {takes.geo.lon}")


def _add_picture(element: etree._Element, picture: Picture) -> None:
    """With the words for those who cannot see it."""
    shown = {"url": picture.url, "type": picture.media_type, "medium": "image"}
    content = etree.SubElement(element, f"{{{MEDIA}}}content", shown)
    _add(content, MEDIA, "description", picture.alt.text, type="plain")
    if picture.credit:
        _add(content, MEDIA, "credit", picture.credit)


def _add(around: etree._Element, namespace: str, name: str, text: str, **attributes: str) -> None:
    etree.SubElement(around, f"{{{namespace}}}{name}", attributes).text = text
