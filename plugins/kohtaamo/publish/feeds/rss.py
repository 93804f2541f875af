"""RSS 2.0, as the RSS Advisory Board's best practices and the W3C validator want it."""

from collections.abc import Iterable
from html import escape

from kohtaamo.publish.feeds.entry import GENERATOR, Entry, FeedHead
from kohtaamo.publish.feeds.extensions import PREFIXES, creators, extras
from kohtaamo.publish.feeds.xml import (
    ATOM,
    CONTENT,
    attribute,
    element,
    joined,
    rfc_2822,
    written,
)

MEDIA_TYPE = "application/rss+xml"
# What a reader of the file itself finds the format explained by.
DOCS = "http://www.rssboard.org/rss-specification"

_NAMESPACES = PREFIXES + attribute("xmlns:atom", ATOM) + attribute("xmlns:content", CONTENT)


def rss_item(entry: Entry) -> bytes:
    """One `item` element; its guid is the entry's urn, never its address.

    Readers take `description` for HTML, so the plain summary is escaped once more.
    """
    item = (
        "<item>",
        element("title", entry.title),
        element("link", entry.url),
        element("description", escape(entry.summary, quote=False)),
        element("content:encoded", entry.html),
        element("guid", entry.id, ' isPermaLink="false"'),
        *(element("category", category) for category in entry.categories),
        element("pubDate", rfc_2822(entry.published)),
        creators(entry.authors),
        extras(entry),
        "</item>\n",
    )
    return written(item)


def rss_feed(head: FeedHead, items: Iterable[bytes]) -> bytes:
    """The feed of items that `rss_item` has written, newest first."""
    own = attribute("href", head.source) + attribute("rel", "self") + attribute("type", MEDIA_TYPE)
    channel = (
        f'<rss{_NAMESPACES} version="2.0"><channel>',
        element("title", head.title),
        element("link", head.page),
        element("description", head.subtitle),
        f"<atom:link{own}/>",
        element("docs", DOCS),
        element("generator", GENERATOR),
        element("language", head.language),
        element("lastBuildDate", rfc_2822(head.updated)),
    )
    return joined(channel, items, b"</channel></rss>")
