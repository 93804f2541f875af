"""What many calendars and feeds hold alike, made once: each VEVENT and each entry, as bytes.

An event stands in eight listings or more. Whoever makes calendars and feeds of an edition shares
one `Parts`; it remembers what it has made, and forgets with the build.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import cache

from kohtaamo.listings.changes import published_at
from kohtaamo.listings.edition import Edition
from kohtaamo.listings.listing import Listing
from kohtaamo.publish.feeds.entry import NEWEST, Entry
from kohtaamo.publish.feeds.event import event_entry, is_in_feeds
from kohtaamo.publish.feeds.notice import notice_entry
from kohtaamo.publish.ics.block import Block
from kohtaamo.publish.ics.event import event_blocks

EVENT, NOTICE = "event", "notice"
WriteEntry = Callable[[Entry], bytes]


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """`blocks` are an event's VEVENTs, by slug and language.

    `entry` is what feeds say of an item, by kind (`event`, `notice`), slug and language; `written`
    its bytes by one format's writer. `announced` says when that was, by kind and slug.
    """

    edition: Edition
    blocks: Callable[[str, str], tuple[Block, ...]]
    entry: Callable[[str, str, str], Entry]
    written: Callable[[WriteEntry, str, str, str], bytes]
    announced: Callable[[str, str], datetime]


def make_parts(edition: Edition) -> Parts:
    """The parts of an edition; nothing is made before it is asked for."""
    network = edition.network

    @cache
    def blocks(slug: str, language: str) -> tuple[Block, ...]:
        return event_blocks(edition, network.events[slug], language)

    @cache
    def entry(kind: str, slug: str, language: str) -> Entry:
        if kind == NOTICE:
            return notice_entry(edition, network.notices[slug], language)
        return event_entry(edition, network.events[slug], language)

    @cache
    def written(write: WriteEntry, kind: str, slug: str, language: str) -> bytes:
        return write(entry(kind, slug, language))

    @cache
    def announced(kind: str, slug: str) -> datetime:
        item = network.notices[slug] if kind == NOTICE else network.events[slug]
        return published_at(edition, item)

    return Parts(edition=edition, blocks=blocks, entry=entry, written=written, announced=announced)


def newest(parts: Parts, listing: Listing) -> list[tuple[str, str]]:
    """Kind and slug of the items that a listing's feeds hold, the newest announcement first."""
    events = parts.edition.network.events
    items = [
        *((EVENT, slug) for slug in listing.events if is_in_feeds(parts.edition, events[slug])),
        *((NOTICE, slug) for slug in listing.notices),
    ]
    items.sort(key=lambda item: parts.announced(*item), reverse=True)
    return items[:NEWEST]
