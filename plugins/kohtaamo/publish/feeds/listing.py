"""A listing → one of its feeds."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime

from kohtaamo.ids import urn
from kohtaamo.listings.changes import network_changed_at
from kohtaamo.listings.edition import Edition
from kohtaamo.listings.listing import Listing
from kohtaamo.model.translation import said
from kohtaamo.publish.about_event import addresses_in
from kohtaamo.publish.about_listing import feed_title, listing_identity, listing_url
from kohtaamo.publish.feeds.entry import FeedHead
from kohtaamo.publish.parts import Parts, WriteEntry, last_changed, newest
from kohtaamo.publish.wording.listing import what_it_holds
from kohtaamo.publish.wording.place import over_words


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedFormat:
    """`write` writes one entry, `join` puts what was written together under a head."""

    file: str
    write: WriteEntry
    join: Callable[[FeedHead, Iterable[bytes]], bytes]


def listing_feed(parts: Parts, listing: Listing, language: str, form: FeedFormat) -> bytes:
    """The newest items of a listing in one format and language."""
    items = newest(parts, listing)
    head = listing_head(parts.edition, listing, language, form.file, last_changed(parts, listing))
    return form.join(head, (parts.written(form.write, *item, language) for item in items))


def listing_head(
    edition: Edition, listing: Listing, language: str, file: str, updated: datetime | None
) -> FeedHead:
    """What a listing's feed begins with; `updated` is None of one that never held anything.

    An empty feed is as old as the network's own file, so that quiet nights leave it alone.
    """
    identity = edition.network.identity
    page = listing_url(edition, listing, language)
    return FeedHead(
        id=urn(listing_identity(edition, listing)),
        title=feed_title(edition, listing, language),
        subtitle=_subtitle(edition, listing, language),
        language=edition.words[language].html,
        author=said(identity, "name", language).text,
        site=edition.site_url + addresses_in(edition, language).front,
        page=page,
        source=page + file,
        updated=updated or network_changed_at(edition),
    )


def _subtitle(edition: Edition, listing: Listing, language: str) -> str:
    """What it holds, and of a place that is over, since when."""
    holds = what_it_holds(edition, listing, language)
    over = over_words(edition, listing.key, language) if listing.kind == "place" else ""
    return f"{over} {holds}".strip()
