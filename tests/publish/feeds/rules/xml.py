"""The XML around a feed.

SAXError, WPBlankLine, UnicodeError, NotUTF8, MissingEncoding, ObscureEncoding, BadXmlVersion,
InvalidDoctype, ContainsSystemEntity, BadCharacters, MissingNamespace, NotInANamespace,
UnknownNamespace, NonstdPrefix, ReservedPrefix, InvalidNamespace, UnexpectedText.
"""

import re
from collections.abc import Iterator

from lxml import etree  # type: ignore[import-untyped]  # ships no types

ATOM = "http://www.w3.org/2005/Atom"
CONTENT = "http://purl.org/rss/1.0/modules/content/"
XML = "http://www.w3.org/XML/1998/namespace"
LANG = f"{{{XML}}}lang"
# Those that the validator knows and that a portal of events may come to use, with usual prefixes.
NAMESPACES = {
    ATOM: "atom",
    CONTENT: "content",
    "http://purl.org/dc/elements/1.1/": "dc",
    "http://purl.org/dc/terms/": "dcterms",
    "http://purl.org/rss/1.0/modules/event/": "ev",
    "http://purl.org/rss/1.0/modules/syndication/": "sy",
    "http://www.georss.org/georss": "georss",
    "http://search.yahoo.com/mrss/": "media",
}
_DECLARATION = re.compile(rb"""<\?xml version=["']1\.0["'] encoding=["'](UTF|utf)-8["']""")
# What XML 1.0 §2.2 allows but asks not to write, and line separators that break what reads lines.
_BAD = re.compile("[\x7f-\x84\x86-\x9f\ufdd0-\ufdef\ufffd]")


class Unreadable(Exception):
    """The bytes are no XML that could be looked at further; says why."""


def read_xml(body: bytes) -> etree._Element:
    """The root of strictly read XML."""
    if not _DECLARATION.match(body):
        raise Unreadable("does not begin with an XML declaration of UTF-8")
    try:
        body.decode()
    except UnicodeDecodeError:
        raise Unreadable("is not UTF-8") from None
    if b"<!DOCTYPE" in body:
        raise Unreadable("has a DOCTYPE")
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True
    )
    try:
        return etree.fromstring(body, parser)
    except etree.XMLSyntaxError:
        raise Unreadable("is not well-formed XML") from None


def document_faults(body: bytes, root: etree._Element) -> Iterator[str]:
    """What holds for every element, whatever the format."""
    if _BAD.search(body.decode()):
        yield "has a character that means nothing"
    for element in root.iter():
        for prefix, namespace in sorted(element.nsmap.items(), key=str):
            # Of a declaration that nobody uses the validator says nothing, a reader neither.
            if element.getparent() is not None and element.getparent().nsmap == element.nsmap:
                break
            if namespace not in NAMESPACES:
                yield f"has a namespace nobody knows: {namespace}"
            elif prefix not in (None, NAMESPACES[namespace]):
                yield f"has the prefix {prefix} where others write {NAMESPACES[namespace]}"
        if len(element) and (element.text or "").strip():
            yield f"has loose text in {name_of(element)}"


def name_of(element: etree._Element) -> str:
    """The name with its usual prefix, as a person would write it."""
    name = etree.QName(element)
    prefix = NAMESPACES.get(name.namespace or "")
    return f"{prefix}:{name.localname}" if prefix and prefix != "atom" else str(name.localname)


def blank_faults(parent: etree._Element, optional: frozenset[str] = frozenset()) -> Iterator[str]:
    """NotBlank, AttrNotBlank: an element that is there says something."""
    for element in parent:
        name = name_of(element)
        holds = len(element) or element.attrib or (element.text or "").strip()
        if not holds and name not in optional:
            yield f"{name} is blank"
        yield from (f"{name} has a blank {key}" for key, value in element.items() if not value)
