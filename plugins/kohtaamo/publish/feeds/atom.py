"""Atom 1.0 (RFC 4287)."""

from collections.abc import Iterable

from kohtaamo.publish.feeds.entry import Entry, FeedHead
from kohtaamo.publish.feeds.xml import XML_LANG, entry_bytes, feed_entry, feed_head, with_entries

MEDIA_TYPE = "application/atom+xml"


def atom_entry(entry: Entry) -> bytes:
    """One `entry` element."""
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
    """The feed of entries that `atom_entry` has written, newest first."""
    empty: bytes = feed_head(head, MEDIA_TYPE).atom_str()
    return with_entries(empty, b"</feed>", entries)
