"""Entries written one by one and joined are the feed that feedgen writes at once."""

from collections.abc import Callable, Mapping
from html import escape

import pytest
from feedgen.feed import FeedGenerator
from lxml import etree  # type: ignore[import-untyped]  # ships no types

from kohtaamo.listings.edition import Edition
from kohtaamo.publish.feeds.event import event_entry
from kohtaamo.publish.feeds.extensions import EntryExtras, Prefixes
from kohtaamo.publish.parts import make_parts, newest

Write = Callable[[FeedGenerator], bytes]


def reference(edition: Edition, write: Write, *, summaries_are_html: bool) -> bytes:
    feed = FeedGenerator()
    feed.register_extension("extras", Prefixes, EntryExtras)
    feed.id("urn:uuid:b25c4a6c-5a22-5b0a-8ad0-1b9a2ec9d0b8")
    feed.title("Viite")
    feed.description("Viite")
    feed.link(href="https://example.fi/")
    (listing,) = (each for each in edition.listings if each.kind == "all")
    for _, slug in newest(make_parts(edition), listing):
        entry = event_entry(edition, edition.network.events[slug], "fi")
        made = feed.add_entry(order="append")
        made.id(entry.id)
        made.title(entry.title)
        made.link(href=entry.url)
        made.content(entry.html, type="html")
        if summaries_are_html:
            made.description(escape(entry.summary, quote=False), isSummary=True)
        else:
            made.summary(entry.summary)
            made.author([{"name": author} for author in entry.authors])
        made.category([{"term": category} for category in entry.categories])
        made.published(entry.published)
        made.updated(entry.updated)
        made.extras.entry = entry
    return write(feed)


@pytest.mark.parametrize(
    ("file", "tag", "write", "summaries_are_html"),
    [
        ("rss.xml", "item", FeedGenerator.rss_str, True),
        ("atom.xml", "{http://www.w3.org/2005/Atom}entry", FeedGenerator.atom_str, False),
    ],
)
def test_same_entries(
    file: str,
    tag: str,
    write: Write,
    summaries_are_html: bool,
    edition: Edition,
    files: Mapping[str, bytes],
) -> None:
    ours = canonical_entries(files[f"tapahtumat/{file}"], tag)
    theirs = canonical_entries(
        reference(edition, write, summaries_are_html=summaries_are_html), tag
    )

    assert ours == theirs
    assert len(ours) == 17


def canonical_entries(body: bytes, tag: str) -> list[bytes]:
    """Each entry in canonical XML, without the languages that we add."""
    entries = list(etree.fromstring(body).iter(tag))
    for entry in entries:
        for element in entry.iter():
            element.attrib.pop("{http://www.w3.org/XML/1998/namespace}lang", None)
        entry.tail = None
    return [etree.tostring(entry, method="c14n", exclusive=True) for entry in entries]
