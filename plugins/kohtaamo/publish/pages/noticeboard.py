"""The noticeboard: what holds today, newest first."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from kohtaamo.listings.changes import changed_at
from kohtaamo.listings.paging import page_count, page_slice
from kohtaamo.listings.table import BOARD
from kohtaamo.publish.html.scripts import OF_NOTICES
from kohtaamo.publish.output import of_listing
from kohtaamo.publish.pages.cards import NoticeCard, notice_card
from kohtaamo.publish.pages.context import PageContext
from kohtaamo.publish.pages.events_block import Pager, make_pager
from kohtaamo.publish.pages.feeds import feeds_of
from kohtaamo.publish.pages.follow import FollowView, follow_view
from kohtaamo.publish.pages.listing import paged_address, section_link
from kohtaamo.publish.pages.narrow import Way
from kohtaamo.publish.pages.notice_lists import NoticeList, notice_lists
from kohtaamo.publish.pages.organisers import ways_to
from kohtaamo.publish.pages.page import Head, Page
from kohtaamo.publish.pages.texts import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardView:
    """One page of the board; on the first, `ways` lead to the `lists` of names further down."""

    head: Head
    ways: tuple[Way, ...]
    notices: tuple[NoticeCard, ...]
    lists: tuple[NoticeList, ...]
    pager: Pager
    follow: FollowView | None


def noticeboard_pages(context: PageContext) -> Iterator[Page]:
    """The board, 100 notices a page."""
    if (BOARD, "") not in context.site.scope.listings:
        return
    notices = context.network.notices
    slugs = context.site.listings[BOARD, ""].notices
    moments = (changed_at(context.edition, notices[slug]) for slug in slugs)
    changed = max(moments, default=context.site.changed_network)
    for number in range(1, page_count(slugs) + 1):
        yield Page(
            at=partial(paged_address, BOARD, "", number),
            make=partial(_view, context, number),
            subjects=(of_listing(BOARD, ""),),
            changed=changed,
        )


def _view(context: PageContext, number: int) -> BoardView:
    words = context.words
    listing = context.site.listings[BOARD, ""]
    slugs = listing.notices[page_slice(number)]
    name, intro = words("site.section.notices"), words("site.notices.intro")
    if number > 1:
        name = words("site.listing.page_title", title=name, number=number)
    lists = notice_lists(context, listing.notices) if number == 1 else ()
    return BoardView(
        head=Head(
            title=Text(name),
            description=intro,
            section="notices",
            trail=() if number == 1 else (section_link(context, "notices"),),
            feeds=feeds_of(context, listing),
            lead=Text(intro if number == 1 else ""),
            scripts=OF_NOTICES,
        ),
        ways=tuple(Way(each.way, ways_to(each.groups)) for each in lists),
        lists=lists,
        notices=tuple(notice_card(context, context.network.notices[slug]) for slug in slugs),
        pager=make_pager(
            context, context.addresses.section("notices"), page_count(listing.notices), number
        ),
        follow=follow_view(context, listing) if number == 1 else None,
    )
