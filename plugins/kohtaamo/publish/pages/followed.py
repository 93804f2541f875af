"""Every listing with its calendar and feeds, grouped as the page about subscribing shows them."""

from collections.abc import Iterator
from dataclasses import dataclass

from kohtaamo.addresses import SECTION_OF
from kohtaamo.listings.in_use import is_offered
from kohtaamo.model.translation import Said
from kohtaamo.publish.ics.rooms import room_address
from kohtaamo.publish.pages.context import PageContext
from kohtaamo.publish.pages.feeds import FeedView, feeds_of
from kohtaamo.publish.pages.follow import at_block
from kohtaamo.publish.pages.place_hours import hours_calendar
from kohtaamo.publish.pages.texts import NO_TEXT, Link, Text
from kohtaamo.publish.pages.webcal import webcal
from kohtaamo.publish.wording.listing import name_of, title

# By where, for whom, what about and why; single organisers last.
GROUPS = ("municipality", "place", "audience", "topic", "need", "organiser")
_SORTED_BY_NAME = frozenset({"municipality", "place", "organiser"})


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowedView:
    """One listing; `more` are calendars of another kind that a place has: its hours, its rooms."""

    listing: Link
    feeds: tuple[FeedView, ...]
    more: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowedGroup:
    """Listings of one kind under a name that says how many there are."""

    name: str
    listings: tuple[FollowedView, ...]


def general(context: PageContext) -> tuple[FollowedView, ...]:
    """The listings that are about everything: all events, from afar, the board and the like."""
    alone = [listing for listing in context.edition.listings if listing.kind not in GROUPS]
    return tuple(_followed(context, listing.kind, listing.key) for listing in alone)


def groups(context: PageContext) -> Iterator[FollowedGroup]:
    """Those with something to come, and every place in use; kinds without any are left out."""
    for kind in GROUPS:
        keys = [
            key
            for (of, key), count in context.site.counts.items()
            if of == kind and _is_offered(context, kind, key, count)
        ]
        listings = [_followed(context, kind, key) for key in keys]
        if kind in _SORTED_BY_NAME:
            listings.sort(key=lambda each: context.order(each.listing.text))
        if listings:
            section = context.words(f"site.section.{SECTION_OF[kind]}")
            name = context.words("subscribe.page.group", name=section, count=len(listings))
            yield FollowedGroup(name=name, listings=tuple(listings))


def _is_offered(context: PageContext, kind: str, key: str, count: int) -> bool:
    """Every place that is not over, and what else has something to come and is not over."""
    return is_offered(context.edition, kind, key) and (count > 0 or kind == "place")


def _followed(context: PageContext, kind: str, key: str) -> FollowedView:
    listing = context.site.listings[kind, key]
    if key:
        text = context.text(name_of(context.edition, listing, context.language))
    else:
        text = Text(title(context.edition, listing, context.language))
    return FollowedView(
        listing=at_block(context, context.listing_link(kind, key, text)),
        feeds=feeds_of(context, listing),
        more=tuple(_of_place(context, key)) if kind == "place" else (),
    )


def _of_place(context: PageContext, slug: str) -> Iterator[Link]:
    """When a place is open, and when its rooms are taken."""
    place = context.edition.known.places[slug]
    if hours := hours_calendar(context, slug):
        yield Link(hours.subscribe, NO_TEXT, context.words("hours_calendar.link"))
    for room, name in place.rooms.items():
        address = room_address(context.edition, slug, room)
        yield Link(
            webcal(context, address),
            context.text(Said(name, place.written_in)),
            context.words("subscribe.link.room"),
        )
