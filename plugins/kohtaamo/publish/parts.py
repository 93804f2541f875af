"""What many calendars and feeds hold alike, made once: each VEVENT and each entry, as bytes.

An event stands in eight listings or more. Whoever makes calendars and feeds of an edition shares
one `Parts`; it remembers what it has made, and forgets with the build.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cache, lru_cache, partial

from kohtaamo.listings.changes import changed_at, landed_at, published_at
from kohtaamo.listings.declared import Declared
from kohtaamo.listings.edition import Edition
from kohtaamo.listings.facts import Facts
from kohtaamo.listings.listing import Listing
from kohtaamo.listings.table import BOARD, CHANGES
from kohtaamo.model.notice import Notice
from kohtaamo.publish.feeds.change import change_entry
from kohtaamo.publish.feeds.entry import NEWEST, Entry
from kohtaamo.publish.feeds.event import entry_of
from kohtaamo.publish.feeds.notice import notice_entry
from kohtaamo.publish.gist import Gist, gist_of
from kohtaamo.publish.ics.block import Block
from kohtaamo.publish.ics.cut import Cut, cut_listing
from kohtaamo.publish.ics.event import blocks_of, guest_blocks
from kohtaamo.publish.pictures.kept import NO_PICTURES, KeptPictures
from kohtaamo.publish.place_parts import PlaceParts, place_parts
from kohtaamo.publish.remembered import Remembered
from kohtaamo.publish.texts.html import TOP_OF_TEXT, to_html

# Texts and entries are asked for by one municipality's pages and feeds, soon after one another;
# VEVENTs by calendars of all kinds.
_FEW, _MANY = 1_000, 12_000
few = lru_cache(maxsize=_FEW)
EVENT, NOTICE, CHANGE = "event", "notice", "change"
WriteEntry = Callable[[Entry], bytes]
Changes = Callable[[], Mapping[str, Declared]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """What the build before made of events, by slug and language; None for what is not known.

    `pictures` are what any build has made of pictures.
    Whoever keeps it answers for it that it is what would be made now.
    """

    blocks: Callable[[str, str], tuple[Block, ...] | None]
    entry: Callable[[str, str], Entry | None]
    pictures: KeptPictures = NO_PICTURES


NOTHING_KEPT = Kept(blocks=lambda slug, language: None, entry=lambda slug, language: None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """`blocks` are an event's VEVENTs, by slug and language.

    `cut` is what a listing's calendar holds, by kind, key and language: its page asks how far.
    `entry` is what feeds say of an item, by kind (`event`, `notice`, `change`), slug or key, and
    language; `written` its bytes by one format's writer. `announced` says when that was, by kind
    and slug or key, `changed` when an event or a notice last changed, by kind and slug. `html` is
    a contributor's Markdown, links at the site's root without a base, its highest heading at the
    level that is given; `places` are the parts of places. `pictures` are those that are kept.
    """

    edition: Edition
    blocks: Remembered[tuple[Block, ...]]
    cut: Callable[[str, str, str], Cut]
    entry: Remembered[Entry]
    written: Callable[[WriteEntry, str, str, str], bytes]
    announced: Callable[[str, str], datetime]
    changed: Callable[[str, str], datetime]
    html: Callable[[str, int], str]
    places: PlaceParts
    pictures: KeptPictures


def make_parts(edition: Edition, kept: Kept = NOTHING_KEPT) -> Parts:
    """The parts of an edition; nothing is made before it is asked for, nor what is `kept`."""
    listings = edition.listed
    changes = cache(lambda: {each.key: each for each in listings[CHANGES, ""].changes})
    guest = cache(partial(guest_blocks, edition))
    network = edition.network
    gist = few(lambda slug, language: gist_of(edition, network.events[slug], language))
    html = few(_converted)
    entry = Remembered(partial(_entry, edition, changes, gist, html, kept), _FEW)
    blocks = Remembered(partial(_blocks, gist, kept), _MANY)

    @few
    def cut(kind: str, key: str, language: str) -> Cut:
        return cut_listing(edition, listings[kind, key], language, blocks, guest)

    @few
    def written(write: WriteEntry, kind: str, slug: str, language: str) -> bytes:
        return write(entry(kind, slug, language))

    return Parts(
        edition=edition,
        blocks=blocks,
        cut=cut,
        entry=entry,
        written=written,
        announced=cache(partial(_announced, edition, changes)),
        changed=cache(partial(_changed, edition)),
        html=html,
        places=place_parts(edition),
        pictures=kept.pictures,
    )


def _converted(markdown: str, top: int) -> str:
    return to_html(markdown, top=top)


def _blocks(
    gist: Callable[[str, str], Gist], kept: Kept, slug: str, language: str
) -> tuple[Block, ...]:
    known = kept.blocks(slug, language)
    return blocks_of(gist(slug, language)) if known is None else known


def _entry(
    edition: Edition,
    changes: Changes,
    gist: Callable[[str, str], Gist],
    html: Callable[[str, int], str],
    kept: Kept,
    kind: str,
    slug: str,
    language: str,
) -> Entry:
    if kind == CHANGE:
        return change_entry(edition, changes()[slug], language)
    if kind == NOTICE:
        return notice_entry(edition, edition.network.notices[slug], language)
    known = kept.entry(slug, language)
    if known is not None:
        return known
    return entry_of(gist(slug, language), lambda text: html(text, TOP_OF_TEXT))


def _announced(edition: Edition, changes: Changes, kind: str, slug: str) -> datetime:
    """A change is announced when its event's file lands, all else when it says so itself."""
    if kind == CHANGE:
        return landed_at(edition, edition.facts[changes()[slug].event])
    return published_at(edition, _item(edition, kind, slug))


def _changed(edition: Edition, kind: str, slug: str) -> datetime:
    return changed_at(edition, _item(edition, kind, slug))


def _item(edition: Edition, kind: str, slug: str) -> Facts | Notice:
    return edition.network.notices[slug] if kind == NOTICE else edition.facts[slug]


def newest(parts: Parts, listing: Listing) -> list[tuple[str, str]]:
    """Kind and slug of the items that a listing's feeds hold, the newest announcement first.

    Events and notices that are over count among the NEWEST too: else an old one would come back,
    as if it were new, whenever a newer one is over.
    """
    items, told = _announcements(listing), set(listing.told)
    if listing.kind == CHANGES:
        # Of one landing by date, which no passing day changes.
        ordered = sorted(listing.changes, key=lambda each: (each.occurrence.sort_key, each.key))
        items = [(CHANGE, each.key) for each in ordered]
        told = {each.key for each in ordered}
    items.sort(key=lambda item: parts.announced(*item), reverse=True)
    return [item for item in items[:NEWEST] if item[1] in told]


def last_changed(parts: Parts, listing: Listing) -> datetime | None:
    """When anything that a listing ever held last changed, to the end of that second.

    What is over counts too: a feed does not grow older when its newest item leaves.
    """
    changed = (parts.changed(*item) for item in _announcements(listing))
    newest_change = max(changed, default=None)
    return None if newest_change is None else newest_change.replace(microsecond=999_999)


def _announcements(listing: Listing) -> list[tuple[str, str]]:
    kind = NOTICE if listing.kind == BOARD else EVENT
    return [(kind, slug) for slug in listing.announced]
