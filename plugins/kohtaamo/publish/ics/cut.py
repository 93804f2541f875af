"""What one calendar file holds, of a listing or of anything else."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date

from kohtaamo.listings.edition import Edition
from kohtaamo.listings.listing import Listing
from kohtaamo.publish.about_listing import feed_title, listing_identity, listing_url
from kohtaamo.publish.ics.block import Block, complete_until, within_limits
from kohtaamo.publish.ics.calendar import Head, calendar_file, header
from kohtaamo.publish.ics.near import near_events
from kohtaamo.publish.wording.place import over_words
from kohtaamo.schedule.occurrence import Occurrence

CALENDAR_FILE = "calendar.ics"

BlocksOf = Callable[[str, str], tuple[Block, ...]]
GuestOf = Callable[[Occurrence, str], tuple[Block, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cut:
    """The bytes before the components, the components, and how far they are complete.

    `until` is the last day before which nothing is missing, None when nothing is.
    """

    head: bytes
    blocks: tuple[Block, ...]
    until: date | None


def calendar_of(cut: Cut) -> bytes:
    """The whole file."""
    return calendar_file(cut.head, (block.body for block in cut.blocks))


def listing_head(edition: Edition, listing: Listing, language: str) -> bytes:
    """What a listing's calendar begins with: its name, addresses and colour."""
    page = listing_url(edition, listing, language)
    return header(
        Head(
            name=feed_title(edition, listing, language),
            page=page,
            source=page + CALENDAR_FILE,
            about=over_words(edition, listing.key, language) if listing.kind == "place" else "",
            identity=listing_identity(edition, listing),
        )
    )


def cut_of(head: bytes, blocks: Iterable[Block], today: date) -> Cut:
    """Of blocks in their order, those that one calendar with such a head may hold."""
    kept, until = within_limits(blocks, today, len(head))
    return Cut(head=head, blocks=kept, until=until)


def cut_listing(
    edition: Edition, listing: Listing, language: str, blocks_of: BlocksOf, guest_of: GuestOf
) -> Cut:
    """All that the calendar window holds of a listing, as far as a calendar file may hold it.

    Its events are whole, and of thousands only the nearest are made. Of a series that only visits,
    the dates that come here stand alone, with identities of their own: the whole series would send
    people here every week.
    """
    near, beyond = near_events(edition, listing)
    own = (block for slug in near for block in blocks_of(slug, language))
    guests = (block for each in listing.guests for block in guest_of(each, language))
    head = listing_head(edition, listing, language)
    cut = cut_of(head, (*own, *guests), edition.today)
    ends = (cut.until, complete_until(beyond, edition.today))
    return replace(cut, until=min(filter(None, ends), default=None))
