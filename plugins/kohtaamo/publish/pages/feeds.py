"""The calendar and feeds of a listing, as pages link them."""

from dataclasses import dataclass

from kohtaamo.listings.listing import Listing
from kohtaamo.publish.formats import links_of
from kohtaamo.publish.ics.calendar import MEDIA_TYPE as CALENDAR
from kohtaamo.publish.pages.reader import Reader
from kohtaamo.publish.pages.webcal import webcal
from kohtaamo.publish.wording.listing import title


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedView:
    """`subscribe` is a `webcal:` address, for calendars only: a plain link imports just once.

    `label` names the format, and is for the page about subscribing alone.
    """

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
            subscribe=webcal(reader, link.address) if link.media_type == CALENDAR else "",
        )
        for link in links_of(reader.edition, listing, reader.language)
    )
