"""How to follow one listing: every way into a calendar, a news reader, and the code for a phone."""

from dataclasses import dataclass
from datetime import date
from urllib.parse import quote

from kohtaamo.listings.listing import Listing
from kohtaamo.publish.about_listing import feed_languages, own_or_first
from kohtaamo.publish.formats import links_of
from kohtaamo.publish.html.qr import QrCode
from kohtaamo.publish.ics.calendar import MEDIA_TYPE as CALENDAR
from kohtaamo.publish.ics.listing import calendar_cut
from kohtaamo.publish.pages.feeds import FeedView, feeds_of
from kohtaamo.publish.pages.reader import Reader
from kohtaamo.publish.pages.texts import Link
from kohtaamo.publish.pages.webcal import webcal
from kohtaamo.publish.wording.listing import title
from kohtaamo.text.runs import plain

# Google subscribes to `webcal:` and takes an `https:` file once; Outlook.com reads `https:` only.
_GOOGLE = "https://calendar.google.com/calendar/r?cid={calendar}"
_OUTLOOK = "https://outlook.live.com/calendar/0/addfromweb?url={calendar}&name={name}"


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarWays:
    """`subscribe`, `google` and `outlook` keep up with changes; `file` is taken once."""

    subscribe: str
    google: str
    outlook: str
    file: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowView:
    """The block of a listing; `calendar` is None for listings without dates.

    `kind` (calendar | feed) chooses the words, `anchor` is the block's id, `help` leads to the page
    that explains, `cut` says how far the calendar reaches. `qr` opens the listing at its block, not
    the calendar itself: many Android phones know no `webcal:`. `address` is the same to be typed.
    Without `is_whole` only the ways into calendars are shown.
    """

    anchor: str
    kind: str
    calendar: CalendarWays | None
    feed: FeedView
    help: str
    cut: str
    qr: QrCode
    address: str
    is_whole: bool = True


def follow_view(reader: Reader, listing: Listing, *, says_reach: bool = True) -> FollowView:
    """Every way to follow a listing, in the language of the page where it has its own.

    With `says_reach` how far its calendar goes: that has to stand on the listing's own page.
    """
    page = reader.edition.site_url + reader.addresses.listing(listing.kind, listing.key)
    calendar = _calendar_ways(reader, listing)
    helps = reader.link(reader.addresses.section("subscribe"))
    return FollowView(
        anchor=anchor(reader),
        kind="calendar" if calendar else "feed",
        calendar=calendar,
        feed=next(each for each in feeds_of(reader, listing) if each.media_type != CALENDAR),
        help=f"{helps}#{'how' if calendar else 'news'}",
        cut=_cut(reader, listing) if calendar and says_reach else "",
        qr=reader.site.qr(f"{page}#{anchor(reader)}"),
        address=page.partition("://")[2],
    )


def anchor(reader: Reader) -> str:
    """The id of the block on every listing's first page."""
    return reader.words("addresses.follow")


def at_block(reader: Reader, link: Link) -> Link:
    """A link to a listing's page, right to its block."""
    return Link(f"{link.href}#{anchor(reader)}", link.text, link.note)


def _calendar_ways(reader: Reader, listing: Listing) -> CalendarWays | None:
    links = links_of(reader.edition, listing, reader.language)
    address = next((each.address for each in links if each.media_type == CALENDAR), None)
    if address is None:
        return None
    return calendar_ways(reader, address, title(reader.edition, listing, reader.language))


def calendar_ways(reader: Reader, address: str, name: str) -> CalendarWays:
    """Every way into a calendar, from its address in the site and the name it is to have."""
    subscribe = webcal(reader, address)
    return CalendarWays(
        subscribe=subscribe,
        google=_GOOGLE.format(calendar=quote(subscribe, safe="")),
        outlook=_OUTLOOK.format(
            calendar=quote(reader.edition.site_url + address, safe=""),
            name=quote(plain(name), safe=""),
        ),
        file=reader.link(address),
    )


def reach(reader: Reader, until: date | None) -> str:
    """How far a calendar that is no listing's reaches, when it could not hold everything."""
    return reader.words("subscribe.reach", date=reader.day(until)) if until else ""


def _cut(reader: Reader, listing: Listing) -> str:
    """How far the listing's calendar reaches, when it could not hold everything; else ""."""
    edition = reader.edition
    language = own_or_first(reader.language, feed_languages(edition, listing))
    last = calendar_cut(reader.site.parts, listing, language)
    return reader.words("subscribe.cut", date=reader.day(last)) if last else ""
