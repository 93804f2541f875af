"""How to follow what happens, for people who never subscribed to anything; then every feed."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from kohtaamo.publish.feeds import opml
from kohtaamo.publish.output import ORGANISERS, PLACES, of_listing
from kohtaamo.publish.pages.context import PageContext
from kohtaamo.publish.pages.feeds import feeds_of
from kohtaamo.publish.pages.followed import FollowedGroup, FollowedView, general, groups
from kohtaamo.publish.pages.page import Head, Page
from kohtaamo.publish.pages.reader import Reader
from kohtaamo.publish.pages.texts import Text

DEVICES = ("apple", "google", "outlook", "unknown")
_WITH_NOTE = frozenset({"google", "outlook"})
_STEPS = ("1", "2", "3")
# The names of links that steps tell people to press.
_PRESSED = ("add", "google", "outlook", "file")


@dataclass(frozen=True, slots=True, kw_only=True)
class DeviceView:
    """What to do on one kind of device; `is_ordered` where the steps follow one another."""

    title: str
    steps: tuple[str, ...]
    note: str
    is_ordered: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SubscribeView:
    """`everything` is the calendar of all events; `all_feeds` the list of every feed (OPML)."""

    head: Head
    everything: str
    find: str
    devices: tuple[DeviceView, ...]
    general: tuple[FollowedView, ...]
    groups: tuple[FollowedGroup, ...]
    all_feeds: str


def subscribe_pages(context: PageContext) -> Iterator[Page]:
    """One page for all calendars and feeds."""
    if ("all", "") not in context.site.scope.listings:
        return
    yield Page(
        at=lambda addresses: addresses.section("subscribe"),
        make=partial(_view, context),
        subjects=(of_listing("all", ""), PLACES, ORGANISERS),
        changed=context.site.outlines["all", ""].changed or context.site.changed_network,
    )


def _view(context: PageContext) -> SubscribeView:
    lead = context.words("subscribe.page.lead")
    return SubscribeView(
        head=Head(
            title=Text(context.words("site.section.subscribe")),
            description=lead,
            section="subscribe",
            lead=Text(lead),
        ),
        everything=feeds_of(context, context.site.listings["all", ""])[0].subscribe,
        find=context.words(
            "subscribe.page.device", title=context.words("subscribe.title.calendar")
        ),
        devices=tuple(_device(context, key) for key in DEVICES),
        general=general(context),
        groups=tuple(groups(context)),
        all_feeds=context.link(f"/{opml.FILE}"),
    )


def _device(reader: Reader, key: str) -> DeviceView:
    """The steps, in which every link has the name that it has in the block."""
    names = {name: reader.words(f"subscribe.{name}") for name in _PRESSED}

    def say(part: str) -> str:
        return reader.words(f"subscribe.device.{key}.{part}", **names)

    return DeviceView(
        title=say("title"),
        steps=tuple(say(step) for step in _STEPS),
        note=say("note") if key in _WITH_NOTE else "",
        is_ordered=key != "unknown",
    )
