"""The one list of formats in which every listing leaves the house beside its page.

A new format is one maker and one line here; pages, the preview server and the outputs follow.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from kohtaamo.listings.edition import Edition
from kohtaamo.listings.listing import Listing
from kohtaamo.listings.table import BOARD, CHANGES
from kohtaamo.model.event import Event
from kohtaamo.publish.about_event import addresses_in
from kohtaamo.publish.about_listing import feed_languages, own_languages, own_or_first
from kohtaamo.publish.feed_files import Format, feed_files
from kohtaamo.publish.feeds import atom, jsonfeed, opml, rss
from kohtaamo.publish.feeds.listing import FeedFormat, listing_feed
from kohtaamo.publish.ics import calendar
from kohtaamo.publish.ics.cut import CALENDAR_FILE
from kohtaamo.publish.ics.hours import HOURS_FILE
from kohtaamo.publish.ics.listing import EVENT_FILE, listing_calendar
from kohtaamo.publish.osm import file as osm
from kohtaamo.publish.osm.file import HOURS_TEXT_FILE
from kohtaamo.publish.output import CALENDAR, FEED, Output
from kohtaamo.publish.parts import Parts, make_parts
from kohtaamo.publish.scope import WHOLE, Scope


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedLink:
    """`address` is the site's own, as `kohtaamo.addresses` makes them."""

    label_key: str
    media_type: str
    address: str


def _feed(form: FeedFormat) -> Callable[[Parts, Listing, str], bytes]:
    return partial(listing_feed, form=form)


_RSS = FeedFormat(file="rss.xml", write=rss.rss_item, join=rss.rss_feed)
_ATOM = FeedFormat(file="atom.xml", write=atom.atom_entry, join=atom.atom_feed)
_JSON = FeedFormat(file="feed.json", write=jsonfeed.json_item, join=jsonfeed.json_feed)

FORMATS: tuple[Format, ...] = (
    Format(
        name="ics",
        file=CALENDAR_FILE,
        media_type=calendar.MEDIA_TYPE,
        label_key="subscribe.add",
        told_as=CALENDAR,
        make=listing_calendar,
        applies=lambda listing: listing.kind not in {BOARD, CHANGES},
    ),
    Format(
        name="rss",
        file=_RSS.file,
        media_type=rss.MEDIA_TYPE,
        label_key="subscribe.link.rss",
        told_as=FEED,
        make=_feed(_RSS),
        applies=lambda listing: True,
    ),
    Format(
        name="atom",
        file=_ATOM.file,
        media_type=atom.MEDIA_TYPE,
        label_key="subscribe.link.atom",
        told_as=FEED,
        make=_feed(_ATOM),
        applies=lambda listing: True,
    ),
    Format(
        name="json",
        file=_JSON.file,
        media_type=jsonfeed.MEDIA_TYPE,
        label_key="subscribe.link.json",
        told_as=FEED,
        make=_feed(_JSON),
        applies=lambda listing: True,
    ),
)

# For servers: by file name, with the character set where a type has one.
MEDIA_TYPES_BY_FILE = {
    **{form.file: form.media_type for form in FORMATS},
    CALENDAR_FILE: f"{calendar.MEDIA_TYPE}; charset=utf-8",
    EVENT_FILE: f"{calendar.MEDIA_TYPE}; charset=utf-8",
    HOURS_FILE: f"{calendar.MEDIA_TYPE}; charset=utf-8",
    HOURS_TEXT_FILE: f"{osm.MEDIA_TYPE}; charset=utf-8",
    opml.FILE: opml.MEDIA_TYPE,
}


def links_of(edition: Edition, listing: Listing, language: str) -> tuple[FeedLink, ...]:
    """A listing's calendar and feeds; the first language's where this one has none of its own."""
    own = own_or_first(language, feed_languages(edition, listing))
    address = addresses_in(edition, own).listing(listing.kind, listing.key)
    return tuple(
        FeedLink(
            label_key=form.label_key,
            media_type=form.media_type,
            address=address + form.file,
        )
        for form in FORMATS
        if form.applies(listing)
    )


def event_link(edition: Edition, event: Event, language: str) -> FeedLink:
    """The calendar file of one event, likewise."""
    own = own_or_first(language, own_languages(edition, event))
    return FeedLink(
        label_key="subscribe.event.one",
        media_type=calendar.MEDIA_TYPE,
        address=addresses_in(edition, own).event(event.slug) + EVENT_FILE,
    )


def feed_outputs(
    edition: Edition,
    parts: Parts | None = None,
    makes: Callable[[str], bool] = lambda kind: True,
    scope: Scope = WHOLE,
) -> Iterator[Output]:
    """Every calendar and feed of an edition; `parts` when its maker shares them with the pages.

    `makes` says which files are wanted, by their names, `scope` of what.
    """
    return feed_files(parts or make_parts(edition), FORMATS, makes, scope)
