"""What many calendars and feeds hold alike, made once: each VEVENT and each entry, as bytes.

An event stands in eight listings or more. Whoever makes calendars and feeds of an edition shares
one `Parts`; it remembers what it has made, and forgets with the build.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cache

from kohtaamo.listings.changes import changed_at, published_at
from kohtaamo.listings.declared import Declared
from kohtaamo.listings.edition import Edition
from kohtaamo.listings.listing import Listing
from kohtaamo.publish.feeds.change import change_entry
from kohtaamo.publish.feeds.entry import NEWEST, Entry
from kohtaamo.publish.feeds.event import event_entry, is_in_feeds
from kohtaamo.publish.feeds.notice import notice_entry
from kohtaamo.publish.ics.block import Block
from kohtaamo.publish.ics.cut import Cut, cut_listing
from kohtaamo.publish.ics.event import event_blocks, guest_blocks
from kohtaamo.schedule.occurrence import Occurrence

EVENT, NOTICE, CHANGE = "event", "notice", "change"
WriteEntry = Callable[[Entry], bytes]
Changes = Mapping[str, Declared]


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """`blocks` are an event's VEVENTs, by slug and language.

    `cut` is what a listing's calendar holds, by kind, key and language: its page asks how far.
    `entry` is what feeds say of an item, by kind (`event`, `notice`, `change`), slug or key, and
    language; `written` its bytes by one format's writer. `announced` says when that was, by kind
    and slug or key.
    """

    edition: Edition
    blocks: Callable[[str, str], tuple[Block, ...]]
    cut: Callable[[str, str, str], Cut]
    entry: Callable[[str, str, str], Entry]
    written: Callable[[WriteEntry, str, str, str], bytes]
    announced: Callable[[str, str], datetime]


def make_parts(edition: Edition) -> Parts:
    """The parts of an edition; nothing is made before it is asked for."""
    network = edition.network
    listings = {(listing.kind, listing.key): listing for listing in edition.listings}
    changes = {each.key: each for listing in edition.listings for each in listing.changes}

    @cache
    def blocks(slug: str, language: str) -> tuple[Block, ...]:
        return event_blocks(edition, network.events[slug], language)

    @cache
    def guest(occurrence: Occurrence, language: str) -> tuple[Block, ...]:
        return guest_blocks(edition, occurrence, language)

    @cache
    def cut(kind: str, key: str, language: str) -> Cut:
        return cut_listing(edition, listings[kind, key], language, blocks, guest)

    @cache
    def entry(kind: str, slug: str, language: str) -> Entry:
        return _entry(edition, changes, (kind, slug), language)

    @cache
    def written(write: WriteEntry, kind: str, slug: str, language: str) -> bytes:
        return write(entry(kind, slug, language))

    @cache
    def announced(kind: str, slug: str) -> datetime:
        return _announced(edition, changes, (kind, slug))

    return Parts(
        edition=edition,
        blocks=blocks,
        cut=cut,
        entry=entry,
        written=written,
        announced=announced,
    )


def _entry(edition: Edition, changes: Changes, item: tuple[str, str], language: str) -> Entry:
    kind, slug = item
    if kind == CHANGE:
        return change_entry(edition, changes[slug], language)
    if kind == NOTICE:
        return notice_entry(edition, edition.network.notices[slug], language)
    return event_entry(edition, edition.network.events[slug], language)


def _announced(edition: Edition, changes: Changes, item: tuple[str, str]) -> datetime:
    """A change is announced when its event's file lands, all else when it says so itself."""
    kind, slug = item
    if kind == CHANGE:
        return changed_at(edition, edition.network.events[changes[slug].event])
    if kind == NOTICE:
        return published_at(edition, edition.network.notices[slug])
    return published_at(edition, edition.network.events[slug])


def newest(parts: Parts, listing: Listing) -> list[tuple[str, str]]:
    """Kind and slug of the items that a listing's feeds hold, the newest announcement first."""
    events = parts.edition.network.events
    items = [
        *((EVENT, slug) for slug in listing.told if is_in_feeds(parts.edition, events[slug])),
        *((NOTICE, slug) for slug in listing.notices),
        *((CHANGE, change.key) for change in listing.changes),
    ]
    items.sort(key=lambda item: parts.announced(*item), reverse=True)
    return items[:NEWEST]
