"""The same entries and feeds, written by feedgen and lxml."""

from collections.abc import Iterable
from html import escape

from feedgen.entry import FeedEntry
from feedgen.ext.base import BaseEntryExtension, BaseExtension
from feedgen.feed import FeedGenerator
from lxml import etree  # type: ignore[import-untyped]  # ships no types

from kohtaamo.publish.feeds import atom, rss
from kohtaamo.publish.feeds.entry import Entry, FeedHead, Takes, iso
from kohtaamo.publish.feeds.extensions import DUBLIN_CORE, EVENT, GEORSS, MEDIA
from kohtaamo.publish.pictures.picture import Picture

CONTENT = "http://purl.org/rss/1.0/modules/content/"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
PREFIXES = {"ev": EVENT, "georss": GEORSS, "media": MEDIA, "dc": DUBLIN_CORE}


class Prefixes(BaseExtension):  # type: ignore[misc]  # feedgen is untyped
    def extend_ns(self) -> dict[str, str]:
        return dict(PREFIXES)


class EntryExtras(BaseEntryExtension):  # type: ignore[misc]  # as above
    entry: Entry

    def extend_atom(self, element: etree._Element) -> etree._Element:
        if self.entry.takes is not None:
            add_times(element, self.entry.takes)
        if self.entry.picture is not None:
            add_picture(element, self.entry.picture)
        return element

    def extend_rss(self, element: etree._Element) -> etree._Element:
        for author in self.entry.authors:
            add(element, DUBLIN_CORE, "creator", author)
        return self.extend_atom(element)


def rss_item(entry: Entry) -> bytes:
    made = feed_entry(entry)
    made.description(escape(entry.summary, quote=False), isSummary=True)
    return entry_bytes(made.rss_entry())


def rss_feed(head: FeedHead, items: Iterable[bytes]) -> bytes:
    empty: bytes = feed_head(head, rss.MEDIA_TYPE).rss_str()
    return with_entries(empty, b"</channel></rss>", items)


def atom_entry(entry: Entry) -> bytes:
    made = feed_entry(entry)
    made.summary(entry.summary)
    made.author([{"name": author} for author in entry.authors])
    element = made.atom_entry()
    element.set(XML_LANG, entry.around)
    for name, language in (("title", entry.language), ("summary", entry.summary_language)):
        if language != entry.around:
            element.find(name).set(XML_LANG, language)
    return entry_bytes(element)


def atom_feed(head: FeedHead, entries: Iterable[bytes]) -> bytes:
    empty: bytes = feed_head(head, atom.MEDIA_TYPE).atom_str()
    return with_entries(empty, b"</feed>", entries)


def feed_entry(entry: Entry) -> FeedEntry:
    made = FeedEntry()
    made.id(entry.id)
    made.title(entry.title)
    made.link(href=entry.url, rel="alternate", type="text/html")
    made.published(entry.published)
    made.updated(entry.updated)
    made.content(entry.html, type="html")
    made.category([{"term": category} for category in entry.categories])
    made.register_extension("extras", EntryExtras)
    made.extras.entry = entry
    return made


def feed_head(head: FeedHead, media_type: str) -> FeedGenerator:
    feed = FeedGenerator()
    feed.register_extension("extras", Prefixes, EntryExtras)
    feed.id(head.id)
    feed.title(head.title)
    feed.subtitle(head.subtitle)
    feed.language(head.language)
    feed.author(name=head.author, uri=head.site)
    feed.updated(head.updated)
    feed.generator("Kohtaamo")
    feed.link(href=head.source, rel="self", type=media_type)
    feed.link(href=head.page, rel="alternate", type="text/html")
    return feed


def entry_bytes(element: etree._Element) -> bytes:
    """One entry, its prefixes left to be declared by the feed around it."""
    around = etree.Element("around", nsmap={**PREFIXES, "content": CONTENT})
    around.append(element)
    written: bytes = etree.tostring(around, encoding="UTF-8", xml_declaration=False)
    return written.partition(b">")[2].removesuffix(b"</around>") + b"\n"


def with_entries(empty: bytes, end: bytes, entries: Iterable[bytes]) -> bytes:
    return b"".join((empty.removesuffix(end), b"\n", *entries, end, b"\n"))


def add_times(element: etree._Element, takes: Takes) -> None:
    add(element, EVENT, "startdate", iso(takes.start))
    if takes.end is not None:
        add(element, EVENT, "enddate", iso(takes.end))
    if takes.where:
        add(element, EVENT, "location", takes.where)
    if takes.geo is not None:
        add(element, GEORSS, "point", f"{takes.geo.lat} {takes.geo.lon}")


def add_picture(element: etree._Element, picture: Picture) -> None:
    shown = {"url": picture.url, "type": picture.media_type, "medium": "image"}
    content = etree.SubElement(element, f"{{{MEDIA}}}content", shown)
    add(content, MEDIA, "description", picture.alt.text, type="plain")
    if picture.credit:
        add(content, MEDIA, "credit", picture.credit)


def add(around: etree._Element, namespace: str, name: str, text: str, **attributes: str) -> None:
    etree.SubElement(around, f"{{{namespace}}}{name}", attributes).text = text
