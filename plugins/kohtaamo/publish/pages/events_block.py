"""The dates of a listing as its pages show them."""

from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from kohtaamo.publish.pages.context import PageContext
from kohtaamo.publish.pages.feeds import FeedView, feeds_of
from kohtaamo.publish.pages.follow import FollowView, follow_view
from kohtaamo.publish.pages.members import members_rows
from kohtaamo.publish.pages.plan import Group
from kohtaamo.publish.pages.texts import Link, Text, capital


@dataclass(frozen=True, slots=True, kw_only=True)
class DayView:
    """`iso` is "" for the later events, whose rows say their dates themselves.

    `is_any_off` when a date of it does not take place.
    """

    iso: str
    heading: str
    rows: tuple[Markup, ...]
    is_any_off: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Pager:
    """Links to the neighbouring pages, "" at either end; nothing at all for a single page."""

    here: int
    pages: int
    earlier: str
    later: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EventsBlock:
    """`feeds`, `changes` and `follow` stand only on the listing's first page.

    `months` lead to all dates month by month, where the listing has such pages; `members` are rows
    of events for members, on the first page of a place or an organiser.
    """

    days: tuple[DayView, ...]
    pager: Pager
    feeds: tuple[FeedView, ...]
    changes: Link | None
    follow: FollowView | None
    months: tuple[Link, ...] = ()
    members: tuple[Markup, ...] = ()


def events_block(context: PageContext, kind: str, key: str, page: int = 1) -> EventsBlock:
    """One page of a listing's dates, with its calendar and feeds."""
    plan = context.site.plans[kind, key]
    listing = context.site.listings[kind, key]
    address = context.addresses.listing(kind, key)
    return EventsBlock(
        days=tuple(
            day_view(context, group, from_afar=kind == "afar") for group in plan.groups(page)
        ),
        pager=make_pager(context, address, plan.pages, page),
        feeds=feeds_of(context, listing) if page == 1 else (),
        changes=is_any_off(context) if page == 1 else None,
        follow=follow_view(context, listing) if page == 1 else None,
        members=members_rows(context, kind, key) if page == 1 else (),
    )


def is_any_off(context: PageContext) -> Link:
    """`Onko jotakin peruttu?` is asked always, so that no quiet night changes the page."""
    href = context.link(context.addresses.section("changes"))
    return Link(href, Text(context.words("changes.is_any")))


def day_view(context: PageContext, group: Group, *, from_afar: bool = False) -> DayView:
    """The rows of one day, or of all later events; with `from_afar` for who does not go there."""
    return DayView(
        iso=group.day.isoformat() if group.day else "",
        heading=heading(context, group.day),
        rows=tuple(
            context.rows(
                each,
                group.day is None,
                is_folded=each.event in group.folded,
                from_afar=from_afar,
            )
            for each in group.occurrences
        ),
        is_any_off=not all(each.takes_place for each in group.occurrences),
    )


def heading(context: PageContext, day: date | None) -> str:
    """`Torstai 3. joulukuuta 2026`, or what stands over the later events."""
    if day is None:
        return context.words("site.listing.later")
    return capital(context.day(day, "heading"))


def make_pager(context: PageContext, address: str, pages: int, page: int) -> Pager:
    """Where the pages before and after lie."""

    def to(number: int) -> str:
        inside = 1 <= number <= pages
        return context.link(context.addresses.paged(address, number)) if inside else ""

    return Pager(here=page, pages=pages, earlier=to(page - 1), later=to(page + 1))
