"""The calendar and feeds of a listing, as pages link them."""

from dataclasses import dataclass

from kohtaamo.listings.listing import Listing
from kohtaamo.publish.about_listing import feed_languages
from kohtaamo.publish.formats import links_of
from kohtaamo.publish.ics.listing import calendar_cut
from kohtaamo.publish.pages.reader import Reader
from kohtaamo.publish.wording.listing import title

CALENDAR = "text/calendar"


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedView:
    """`subscribe` is a `webcal:` address, for calendars only: a plain link imports just once."""

    href: str
    media_type: str
    label: str
    title: str
    subscribe: str = ""


def feeds_of(reader: Reader, listing: Listing) -> tuple[FeedView, ...]:
    """One link a format, in the order of the list of formats."""
    name = title(reader.edition, listing, reader.language)
    return tuple(
        FeedView(
            href=reader.link(link.address),
            media_type=link.media_type,
            label=reader.words(link.label_key),
            title=name,
            subscribe=_webcal(reader, link.address) if link.media_type == CALENDAR else "",
        )
        for link in links_of(reader.edition, listing, reader.language)
    )


def calendar_cut_words(reader: Reader, listing: Listing) -> str:
    """How far the listing's calendar reaches, when it could not hold everything; else ""."""
    edition = reader.edition
    has_own = reader.language in feed_languages(edition, listing)
    language = reader.language if has_own else edition.first_language
    last = calendar_cut(reader.site.parts, listing, language)
    return reader.words("feeds.cut", date=reader.day(last)) if last else ""


def _webcal(reader: Reader, address: str) -> str:
    """The same address under the scheme by which calendars keep up with changes."""
    _, separator, rest = reader.edition.site_url.partition("://")
    return f"webcal{separator}{rest}{address}" if separator else reader.link(address)
