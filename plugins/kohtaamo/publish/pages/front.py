"""The front page: what can I go to today and this week, and all ways in."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial

from kohtaamo.listings.table import CHANGES
from kohtaamo.model.translation import said
from kohtaamo.publish.output import FRONT
from kohtaamo.publish.pages.context import PageContext
from kohtaamo.publish.pages.events_block import DayView, day_view, is_any_off
from kohtaamo.publish.pages.feeds import feeds_of
from kohtaamo.publish.pages.follow import FollowView, follow_view
from kohtaamo.publish.pages.indexes import term_links
from kohtaamo.publish.pages.listing import month_links, section_link
from kohtaamo.publish.pages.page import Head, Page
from kohtaamo.publish.pages.places import PlaceGroup, place_groups
from kohtaamo.publish.pages.plan import grouped, plan_of
from kohtaamo.publish.pages.texts import Link, Text

MOST_TODAY = 30
MOST_THIS_WEEK = 40


@dataclass(frozen=True, slots=True)
class Days:
    """The dates that fit; `more` says how many others there are, "" when these are all."""

    days: tuple[DayView, ...]
    more: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontView:
    """`ways` lead to the sections by the questions people ask; `more` to the list of all events.

    `changes` is there when something has changed in the coming week; `is_any_off` always asks.
    """

    head: Head
    area: Text
    ways: tuple[Link, ...]
    today_title: str
    today: Days
    changes: Link | None
    week_title: str
    week: Days
    more: Link
    is_any_off: Link
    places: tuple[PlaceGroup, ...]
    months: tuple[Link, ...]
    audiences: tuple[Link, ...]
    topics: tuple[Link, ...]
    needs: tuple[Link, ...]
    afar: Link
    notices: Link
    follow: FollowView


def front_pages(context: PageContext) -> Iterator[Page]:
    """The front page, which says when the site was built."""
    yield Page(
        at=lambda addresses: addresses.front, make=partial(_view, context), subjects=(FRONT,)
    )


def _view(context: PageContext) -> FrontView:
    words, today = context.words, context.edition.today
    identity = context.network.identity
    everything = context.site.listings["all", ""]
    feeds = feeds_of(context, everything)
    area = context.field(identity, "area")
    whom, what, why = (_with_events(context, kind) for kind in ("audience", "topic", "need"))
    months = month_links(context)
    places = place_groups(context)
    return FrontView(
        head=Head(
            title=Text(words("site.front_title")), description=_description(context), feeds=feeds
        ),
        area=area,
        ways=_ways(
            context,
            {"where": places, "when": months, "whom": whom, "what": what, "why": why},
        ),
        today_title=words("site.today", date=context.day(today, "on_weekday")),
        today=_days(context, today, today, MOST_TODAY),
        changes=_changes(context),
        week_title=words("site.coming_days" if context.site.looks_ahead else "site.this_week"),
        week=_days(context, today + timedelta(days=1), _last_day(context), MOST_THIS_WEEK),
        more=Link(
            context.link(context.addresses.section("events")), Text(words("site.all_events"))
        ),
        is_any_off=is_any_off(context),
        places=places,
        months=months,
        audiences=whom,
        topics=what,
        needs=why,
        afar=section_link(context, "afar"),
        notices=section_link(context, "notices"),
        # What a huge network's calendar leaves out is said on the list of all events.
        follow=follow_view(context, everything, says_reach=False),
    )


def _description(context: PageContext) -> str:
    area = said(context.network.identity, "area", context.language)
    return context.words("site.front_description", area=context.quoted(area)).strip()


def _days(context: PageContext, first: date, last: date, most: int) -> Days:
    """The dates of these days: whole days as long as they fit, of the first as much as fits."""
    site = context.site
    dated = site.agenda.of_days(site.listings["all", ""].events, first, last)
    chosen = dated[:most]
    if len(dated) > most and chosen[0].day != dated[most].day:
        chosen = [each for each in chosen if each.day != dated[most].day]
    left = len(dated) - len(chosen)
    fitting = plan_of(chosen, site.coming).items
    return Days(
        days=tuple(day_view(context, group) for group in grouped(fitting)),
        more=context.words.several("site.more", left) if left else "",
    )


def _changes(context: PageContext) -> Link | None:
    """That something is off or different in the coming week; nothing when all is as planned."""
    until = context.edition.today + timedelta(days=6)
    if not any(each.day <= until for each in context.site.listings[CHANGES, ""].changes):
        return None
    href = context.link(context.addresses.section("changes"))
    return Link(href, Text(context.words("changes.coming_days")))


def _last_day(context: PageContext) -> date:
    """Sunday; near the week's end the Sunday after."""
    weeks = 2 if context.site.looks_ahead else 1
    return context.site.monday + timedelta(days=7 * weeks - 1)


def _with_events(context: PageContext, kind: str) -> tuple[Link, ...]:
    return tuple(link for link in term_links(context, kind) if link.note)


def _ways(context: PageContext, sections: Mapping[str, Sequence[object]]) -> tuple[Link, ...]:
    """Links to the sections further down, by their ids; empty ones are not there."""
    return tuple(
        Link(f"#{key}", Text(context.words(f"site.way.{key}")))
        for key, content in sections.items()
        if content
    )
