"""OPML 2.0 (opml.org/spec2): every feed of the portal in one list."""

from kohtaamo.listings.edition import Edition
from kohtaamo.listings.in_use import is_offered
from kohtaamo.listings.listing import Listing
from kohtaamo.model.translation import said
from kohtaamo.publish.about_event import addresses_in
from kohtaamo.publish.about_listing import feed_languages, feed_title, listing_url
from kohtaamo.publish.feeds.xml import DECLARATION, attribute, element, written

FILE = "feeds.opml"
MEDIA_TYPE = "text/x-opml"


def opml(edition: Edition, feed_file: str) -> bytes:
    """One outline a listing and language, in the order of the listings, called as the feed is.

    Places and organisers that are over are left out: their feeds go on for those who follow them.
    Each names one format, because a reader that imports the list subscribes to all of it.
    """
    first = edition.first_language
    name = said(edition.network.identity, "name", first).text
    lines = (
        DECLARATION + '<opml version="2.0">',
        "  <head>",
        "    " + element("title", name),
        "    " + element("ownerName", name),
        "    " + element("ownerId", edition.site_url + addresses_in(edition, first).front),
        "    " + element("docs", "http://opml.org/spec2.opml"),
        "  </head>",
        "  <body>",
        *(
            _outline(edition, listing, language, feed_file)
            for listing in edition.listings
            if is_offered(edition, listing.kind, listing.key)
            for language in feed_languages(edition, listing)
        ),
        "  </body>",
        "</opml>\n",
    )
    return written(("\n".join(lines),))


def _outline(edition: Edition, listing: Listing, language: str, feed_file: str) -> str:
    page = listing_url(edition, listing, language)
    name = feed_title(edition, listing, language)
    facts = {
        "type": "rss",
        "text": name,
        "title": name,
        "xmlUrl": page + feed_file,
        "htmlUrl": page,
        "language": edition.words[language].html,
    }
    return f"    <outline{''.join(attribute(key, value) for key, value in facts.items())}/>"
