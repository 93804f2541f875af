"""Our own elements are, byte for byte, those that feedgen and lxml write."""

from dataclasses import replace

from hypothesis import given
from lxml import etree  # type: ignore[import-untyped]  # ships no types

from kohtaamo.listings.edition import Edition
from kohtaamo.model.translation import Said
from kohtaamo.publish.feeds.atom import atom_entry, atom_feed
from kohtaamo.publish.feeds.entry import Entry, FeedHead
from kohtaamo.publish.feeds.opml import opml
from kohtaamo.publish.feeds.rss import rss_feed, rss_item
from kohtaamo.publish.formats import FORMATS
from kohtaamo.publish.parts import make_parts, newest
from kohtaamo.publish.pictures.picture import Picture
from kohtaamo.publish.texts.unseen import without_unseen
from tests.publish.feeds import reference
from tests.publish.feeds.entries import ENTRIES, HEADS


def seen(entry: Entry) -> Entry:
    """The entry without what XML cannot hold: lxml would refuse all of it."""
    texts = ("title", "url", "summary", "html")
    takes, picture = entry.takes, entry.picture
    return replace(
        entry,
        **{name: without_unseen(getattr(entry, name)) for name in texts},
        categories=tuple(map(without_unseen, entry.categories)),
        authors=tuple(map(without_unseen, entry.authors)),
        takes=takes and replace(takes, where=without_unseen(takes.where)),
        picture=picture and seen_picture(picture),
    )


def seen_picture(picture: Picture) -> Picture:
    return replace(
        picture,
        url=without_unseen(picture.url),
        alt=Said(without_unseen(picture.alt.text), picture.alt.language),
        credit=without_unseen(picture.credit),
        media_type=without_unseen(picture.media_type),
    )


def seen_head(head: FeedHead) -> FeedHead:
    texts = ("title", "subtitle", "author", "site", "page", "source")
    return replace(head, **{name: without_unseen(getattr(head, name)) for name in texts})


@given(ENTRIES)
def test_any_entry(entry: Entry) -> None:
    assert rss_item(entry) == reference.rss_item(seen(entry))
    assert atom_entry(entry) == reference.atom_entry(seen(entry))


@given(HEADS)
def test_any_head(head: FeedHead) -> None:
    entries = [b"<item/>\n", b"<item/>\n"]

    assert rss_feed(head, entries) == reference.rss_feed(seen_head(head), entries)
    assert atom_feed(head, entries) == reference.atom_feed(seen_head(head), entries)


def test_every_feed(any_edition: Edition) -> None:
    """Every entry of whole networks, in all their languages."""
    parts = make_parts(any_edition)
    told = {item for listing in any_edition.listings for item in newest(parts, listing)}
    for language in any_edition.languages:
        for item in told:
            entry = parts.entry(*item, language)
            assert rss_item(entry) == reference.rss_item(entry)
            assert atom_entry(entry) == reference.atom_entry(entry)
    assert told


def test_the_list_of_all_feeds(any_edition: Edition) -> None:
    body = opml(any_edition, FORMATS[1].file)
    top = etree.fromstring(body, etree.XMLParser(remove_blank_text=True))

    assert body == etree.tostring(top, encoding="UTF-8", xml_declaration=True, pretty_print=True)
