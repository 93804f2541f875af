"""What is cancelled, postponed or changed: the page that one looks at before leaving home."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from itertools import groupby

from kohtaamo.listings.changes import changed_at
from kohtaamo.listings.paging import page_count, page_slice
from kohtaamo.listings.table import CHANGES
from kohtaamo.publish.html.scripts import OF_DAYS
from kohtaamo.publish.output import of_listing
from kohtaamo.publish.pages.change_rows import ChangeRow, change_row
from kohtaamo.publish.pages.context import PageContext
from kohtaamo.publish.pages.events_block import Pager, heading, make_pager
from kohtaamo.publish.pages.feeds import feeds_of
from kohtaamo.publish.pages.follow import FollowView, follow_view
from kohtaamo.publish.pages.listing import paged_address, section_link
from kohtaamo.publish.pages.page import Head, Page
from kohtaamo.publish.pages.texts import Text
from kohtaamo.publish.wording.listing import title


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeDay:
    """The changes of which this is the next day that somebody would go in vain."""

    iso: str
    heading: str
    rows: tuple[ChangeRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangesView:
    """One page of changes, the next first."""

    head: Head
    days: tuple[ChangeDay, ...]
    pager: Pager
    follow: FollowView | None


def changes_pages(context: PageContext) -> Iterator[Page]:
    """All declared changes, 100 a page; a quiet page when there are none."""
    if (CHANGES, "") not in context.site.scope.listings:
        return
    changes = context.site.listings[CHANGES, ""].changes
    events = context.network.events
    moments = (changed_at(context.edition, events[each.event]) for each in changes)
    changed = max(moments, default=context.site.changed_network)
    for number in range(1, page_count(changes) + 1):
        yield Page(
            at=partial(paged_address, CHANGES, "", number),
            make=partial(_view, context, number),
            subjects=(of_listing(CHANGES, ""),),
            changed=changed,
        )


def _view(context: PageContext, number: int) -> ChangesView:
    words = context.words
    listing = context.site.listings[CHANGES, ""]
    shown = listing.changes[page_slice(number)]
    name, intro = title(context.edition, listing, context.language), words("changes.intro")
    if number > 1:
        name = words("site.listing.page_title", title=name, number=number)
    return ChangesView(
        head=Head(
            title=Text(name),
            description=intro,
            section="changes",
            trail=() if number == 1 else (section_link(context, "changes"),),
            feeds=feeds_of(context, listing),
            lead=Text(intro if number == 1 and shown else ""),
            scripts=OF_DAYS if shown else (),
        ),
        days=tuple(
            ChangeDay(
                iso=day.isoformat(),
                heading=heading(context, day),
                rows=tuple(change_row(context, each) for each in group),
            )
            for day, group in groupby(shown, key=lambda each: each.day)
        ),
        pager=make_pager(
            context, context.addresses.section("changes"), page_count(listing.changes), number
        ),
        follow=follow_view(context, listing) if number == 1 else None,
    )
