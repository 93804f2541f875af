"""Atom 1.0 (RFC 4287)."""

from collections.abc import Iterable

from kohtaamo.publish.feeds.entry import GENERATOR, Entry, FeedHead
from kohtaamo.publish.feeds.extensions import PREFIXES, extras
from kohtaamo.publish.feeds.xml import ATOM, attribute, element, joined, written

MEDIA_TYPE = "application/atom+xml"

_NAMESPACES = PREFIXES + attribute("xmlns", ATOM)
_HTML = ' type="html"'


def atom_entry(entry: Entry) -> bytes:
    """One `entry` element; title and summary are marked where their language is another one."""
    made = (
        f"<entry{_language(entry.around)}>",
        element("id", entry.id),
        element("title", entry.title, _language(entry.language, entry.around)),
        element("updated", entry.updated.isoformat()),
        *map(_author, entry.authors),
        element("content", entry.html, _HTML),
        # Without `rel` a link is the alternate one (§4.2.7.2).
        f"<link{attribute('href', entry.url)}/>",
        element("summary", entry.summary, _language(entry.summary_language, entry.around)),
        *(f"<category{attribute('term', category)}/>" for category in entry.categories),
        element("published", entry.published.isoformat()),
        extras(entry),
        "</entry>\n",
    )
    return written(made)


def atom_feed(head: FeedHead, entries: Iterable[bytes]) -> bytes:
    """The feed of entries that `atom_entry` has written, newest first."""
    feed = (
        f"<feed{_NAMESPACES}{_language(head.language)}>",
        element("id", head.id),
        element("title", head.title),
        element("updated", head.updated.isoformat()),
        _author(head.author, head.site),
        _link(head.source, "self", MEDIA_TYPE),
        _link(head.page, "alternate", "text/html"),
        element("generator", GENERATOR),
        element("subtitle", head.subtitle),
    )
    return joined(feed, entries, b"</feed>")


def _author(name: str, site: str = "") -> str:
    uri = element("uri", site) if site else ""
    return f"<author>{element('name', name)}{uri}</author>"


def _link(href: str, rel: str, media_type: str) -> str:
    return f"<link{attribute('href', href)}{attribute('rel', rel)}{attribute('type', media_type)}/>"


def _language(language: str, around: str = "") -> str:
    return "" if language == around else attribute("xml:lang", language)
