"""How to follow what happens: every calendar and feed, and how to take one into use."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from kohtaamo.publish.feeds import opml
from kohtaamo.publish.pages.context import PageContext
from kohtaamo.publish.pages.feeds import FeedView, feeds_of
from kohtaamo.publish.pages.listing import SECTION_OF
from kohtaamo.publish.pages.page import Head, Page
from kohtaamo.publish.pages.texts import Link, Text
from kohtaamo.publish.wording.listing import name_of, title

# Everything first, then by where, for whom, what about and why; single organisers last.
ORDER = ("all", "afar", "board", "municipality", "place", "audience", "topic", "need", "organiser")
_GENERAL = frozenset({"all", "afar", "board"})


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowedView:
    """One listing and its calendar and feeds."""

    listing: Link
    feeds: tuple[FeedView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowedGroup:
    """Listings of one kind; those without events just now are left out."""

    name: str
    listings: tuple[FollowedView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SubscribeView:
    """`all_feeds` is the list of every feed, for readers that import lists (OPML)."""

    head: Head
    intro: str
    general: tuple[FollowedView, ...]
    groups: tuple[FollowedGroup, ...]
    all_feeds: str


def subscribe_pages(context: PageContext) -> Iterator[Page]:
    """One page for all calendars and feeds."""
    yield Page(
        at=lambda addresses: addresses.section("subscribe"),
        make=partial(_view, context),
        changed=context.site.plans["all", ""].changed or context.site.changed_network,
    )


def _view(context: PageContext) -> SubscribeView:
    intro = context.words("site.subscribe.intro")
    kinds = [kind for kind in ORDER if kind not in _GENERAL]
    return SubscribeView(
        head=Head(
            title=Text(context.words("site.section.subscribe")),
            description=intro,
            section="subscribe",
        ),
        intro=intro,
        general=tuple(_followed(context, kind, "") for kind in ORDER if kind in _GENERAL),
        all_feeds=context.link(f"/{opml.FILE}"),
        groups=tuple(group for kind in kinds if (group := _group(context, kind)).listings),
    )


def _group(context: PageContext, kind: str) -> FollowedGroup:
    keys = [key for (of, key), count in context.site.counts.items() if of == kind and count]
    listings = [_followed(context, kind, key) for key in keys]
    if kind in {"municipality", "place", "organiser"}:
        listings.sort(key=lambda each: context.order(each.listing.text))
    return FollowedGroup(
        name=context.words(f"site.section.{SECTION_OF[kind]}"), listings=tuple(listings)
    )


def _followed(context: PageContext, kind: str, key: str) -> FollowedView:
    listing = context.site.listings[kind, key]
    if key:
        text = context.text(name_of(context.edition, listing, context.language))
    else:
        text = Text(title(context.edition, listing, context.language))
    return FollowedView(
        listing=context.listing_link(kind, key, text), feeds=feeds_of(context, listing)
    )
