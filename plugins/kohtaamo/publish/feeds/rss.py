"""RSS 2.0, as the RSS Advisory Board's best practices and the W3C validator want it."""

from collections.abc import Iterable
from html import escape

from kohtaamo.publish.feeds.entry import Entry, FeedHead
from kohtaamo.publish.feeds.xml import entry_bytes, feed_entry, feed_head, with_entries

MEDIA_TYPE = "application/rss+xml"


def rss_item(entry: Entry) -> bytes:
    """One `item` element; its guid is the entry's urn, never its address.

    Readers take `description` for HTML, so the plain summary is escaped once more.
    """
    made = feed_entry(entry)
    made.description(escape(entry.summary, quote=False), isSummary=True)
    return entry_bytes(made.rss_entry())


def rss_feed(head: FeedHead, items: Iterable[bytes]) -> bytes:
    """The feed of items that `rss_item` has written, newest first."""
    empty: bytes = feed_head(head, MEDIA_TYPE).rss_str()
    return with_entries(empty, b"</channel></rss>", items)
