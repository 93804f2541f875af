"""OPML 2.0 (opml.org/spec2): every feed of the portal in one list."""

from lxml import etree  # type: ignore[import-untyped]  # ships no types

from kohtaamo.listings.edition import Edition
from kohtaamo.model.translation import said
from kohtaamo.publish.about_event import addresses_in
from kohtaamo.publish.about_listing import feed_languages, feed_title, listing_url

FILE = "feeds.opml"
MEDIA_TYPE = "text/x-opml"


def opml(edition: Edition, feed_file: str) -> bytes:
    """One outline a listing and language, in the order of the listings, called as the feed is.

    Each names one format, because a reader that imports the list subscribes to all of it.
    """
    identity, first = edition.network.identity, edition.first_language
    top = etree.Element("opml", version="2.0")
    head = etree.SubElement(top, "head")
    etree.SubElement(head, "title").text = said(identity, "name", first).text
    front = edition.site_url + addresses_in(edition, first).front
    etree.SubElement(head, "ownerName").text = said(identity, "name", first).text
    etree.SubElement(head, "ownerId").text = front
    etree.SubElement(head, "docs").text = "http://opml.org/spec2.opml"
    body = etree.SubElement(top, "body")
    for listing in edition.listings:
        for language in feed_languages(edition, listing):
            page = listing_url(edition, listing, language)
            name = feed_title(edition, listing, language)
            etree.SubElement(
                body,
                "outline",
                type="rss",
                text=name,
                title=name,
                xmlUrl=page + feed_file,
                htmlUrl=page,
                language=edition.words[language].html,
            )
    written: bytes = etree.tostring(top, encoding="UTF-8", xml_declaration=True, pretty_print=True)
    return written
