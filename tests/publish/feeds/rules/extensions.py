"""What entries say in other vocabularies: when and where, and pictures.

RSS 1.0's event module and GeoRSS: InvalidW3CDTFDate, InvalidCoord, CoordComma, InvalidLatitude,
InvalidLongitude. Media RSS: MissingAttribute, InvalidLink, InvalidMIMEAttribute,
InvalidMediaMedium, InvalidPositiveInteger, InvalidMediaTextType, ContainsUndeclaredHTML,
DuplicateElement.
"""

import re
from collections.abc import Iterator

from lxml import etree  # type: ignore[import-untyped]  # ships no types

from .addresses import is_address, is_media_type
from .dates import Wrong, w3c_date
from .html import text_faults
from .names import names
from .xml import name_of

_EVENT, _GEORSS = "{http://purl.org/rss/1.0/modules/event/}", "{http://www.georss.org/georss}"
_MEDIA = "{http://search.yahoo.com/mrss/}"
_POINT = re.compile(r"(-?\d{1,2}(?:\.\d+)?) (-?\d{1,3}(?:\.\d+)?)")
_MEDIUMS = names("image audio video document executable")
_MEDIA_ATTRIBUTES = names("url type medium width height fileSize lang isDefault")


def extension_faults(entry: etree._Element) -> Iterator[str]:
    """What is wrong with the extensions of one entry, of either format."""
    for element in entry:
        if element.tag in (f"{_EVENT}startdate", f"{_EVENT}enddate"):
            try:
                w3c_date(element.text or "")
            except Wrong as wrong:
                yield f"{name_of(element)} {wrong}"
        elif element.tag == f"{_GEORSS}point":
            point = _POINT.fullmatch(element.text or "")
            if point is None or abs(float(point[1])) > 90 or abs(float(point[2])) > 180:
                yield "the point is no latitude and longitude"
        elif element.tag == f"{_MEDIA}content":
            yield from (f"media:content {fault}" for fault in _media(element))


def _media(content: etree._Element) -> Iterator[str]:
    if not is_address(content.get("url", "")):
        yield "has no absolute address"
    if not is_media_type(content.get("type", "")):
        yield "has no media type"
    if content.get("medium") not in _MEDIUMS:
        yield "has no medium"
    for name in ("width", "height", "fileSize"):
        if re.fullmatch("[1-9][0-9]*", content.get(name, "1")) is None:
            yield f"has no {name} in numbers"
    if set(content.attrib) - _MEDIA_ATTRIBUTES:
        yield "has an attribute that is none"
    descriptions = content.findall(f"{_MEDIA}description")
    if len(descriptions) > 1:
        yield "has more than one description"
    for each in descriptions:
        if each.get("type", "plain") != "plain":
            yield "has a description that is not plain"
        yield from (f"description {fault}" for fault in text_faults(each.text or ""))
