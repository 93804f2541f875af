"""What RSS and Atom share: feedgen's entries, one by one, and feeds put together from them.

feedgen makes the elements of an entry alone (`atom_entry`, `rss_entry`), so each entry is written
once and its bytes are joined into every feed that holds it; a feed without entries is feedgen's own
head. A test compares the result with what feedgen makes of the whole feed at once.
"""

from collections.abc import Iterable

from feedgen.entry import FeedEntry
from feedgen.feed import FeedGenerator
from lxml import etree  # type: ignore[import-untyped]  # ships no types

from kohtaamo.publish.feeds.entry import Entry, FeedHead
from kohtaamo.publish.feeds.extensions import EntryExtras, Prefixes, prefixes

CONTENT = "http://purl.org/rss/1.0/modules/content/"
ATOM = "http://www.w3.org/2005/Atom"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def feed_entry(entry: Entry) -> FeedEntry:
    """What both formats say of an entry; the summary is each format's own."""
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
    """A feed without entries."""
    feed = FeedGenerator()
    feed.register_extension("extras", Prefixes, EntryExtras)
    feed.id(head.id)
    feed.title(head.title)
    feed.subtitle(head.subtitle)
    feed.language(head.language)
    feed.author(name=head.author, uri=head.site)
    feed.updated(head.updated)
    feed.generator("Kohtaamo")
    # RSS takes the last link for its own.
    feed.link(href=head.source, rel="self", type=media_type)
    feed.link(href=head.page, rel="alternate", type="text/html")
    return feed


def entry_bytes(element: etree._Element) -> bytes:
    """One entry, its prefixes left to be declared by the feed around it."""
    around = etree.Element("around", nsmap={**prefixes(), "content": CONTENT})
    around.append(element)
    written: bytes = etree.tostring(around, encoding="UTF-8", xml_declaration=False)
    return written.partition(b">")[2].removesuffix(b"</around>") + b"\n"


def with_entries(empty: bytes, end: bytes, entries: Iterable[bytes]) -> bytes:
    """A feed without entries, with these put before its end."""
    return b"".join((empty.removesuffix(end), b"\n", *entries, end, b"\n"))
