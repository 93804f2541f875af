"""The front page: what can I go to today and this week, and all ways in."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial

from kohtaamo.listings.declared import declared_changes
from kohtaamo.listings.table import CHANGES
from kohtaamo.model.translation import said
from kohtaamo.publish.html.scripts import OF_DAYS
from kohtaamo.publish.output import FRONT
from kohtaamo.publish.pages.context import PageContext
from kohtaamo.publish.pages.events_block import DayView, day_view, is_any_off
from kohtaamo.publish.pages.feeds import feeds_of
from kohtaamo.publish.pages.figures import nest
from kohtaamo.publish.pages.follow import FollowView, follow_view
from kohtaamo.publish.pages.foremost import MOST_MONTHS, MOST_TOWNS, foremost, with_events
from kohtaamo.publish.pages.listing import month_links, section_link
from kohtaamo.publish.pages.open_now import SCRIPT
from kohtaamo.publish.pages.open_today import OpenToday, open_today
from kohtaamo.publish.pages.page import Head, Page
from kohtaamo.publish.pages.plan import grouped, plan_of
from kohtaamo.publish.pages.texts import Link, Text

MOST_TODAY = 30
MOST_THIS_WEEK = 40
# With more places than these, municipalities stand alone: their pages name the places.
MOST_PLACES = 60
_EASY_WAYS = ("events", "places", "topics")


@dataclass(frozen=True, slots=True)
class Days:
    """The dates that fit; `more` says how many others there are, "" when these are all."""

    days: tuple[DayView, ...]
    more: str


@dataclass(frozen=True, slots=True)
class Near:
    """A municipality, whose page tells of everything near, and its places by name."""

    municipality: Link
    places: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontView:
    """`towns` lead to the municipalities of a small network, `ways` to the sections by question.

    `more` leads to the list of all events, `changes` is there when something has changed in the
    coming week; `is_any_off` always asks.
    """

    head: Head
    towns: tuple[Link, ...]
    ways: tuple[Link, ...]
    today_iso: str
    today_title: str
    today: Days
    open_today: OpenToday
    changes: Link | None
    week_title: str
    week: Days
    more: Link
    is_any_off: Link
    near: tuple[Near, ...]
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
    everything = context.site.listings["all", ""]
    whom, what = foremost(context, "audience"), foremost(context, "topic")
    why = with_events(context, "need")
    months, near = month_links(context)[:MOST_MONTHS], _near(context)
    opened = open_today(context)
    sections = {"where": near, "when": months, "whom": whom, "what": what, "why": why}
    return FrontView(
        head=_head(context, opened),
        towns=tuple(each.municipality for each in near) if len(near) <= MOST_TOWNS else (),
        ways=_ways(context, sections),
        today_iso=today.isoformat(),
        today_title=words("site.today", date=context.day(today, "on_weekday")),
        today=_days(context, today, today, MOST_TODAY),
        open_today=opened,
        changes=_changes(context),
        week_title=words("site.coming_days" if context.site.looks_ahead else "site.this_week"),
        week=_days(context, today + timedelta(days=1), _last_day(context), MOST_THIS_WEEK),
        more=Link(
            context.link(context.addresses.section("events")), Text(words("site.all_events"))
        ),
        is_any_off=is_any_off(context),
        near=near,
        months=months,
        audiences=whom,
        topics=what,
        needs=why,
        afar=section_link(context, "afar"),
        notices=section_link(context, "notices"),
        # What a huge network's calendar leaves out is said on the list of all events.
        follow=follow_view(context, everything, says_reach=False),
    )


def _head(context: PageContext, opened: OpenToday) -> Head:
    words, identity = context.words, context.network.identity
    area = said(identity, "area", context.language)
    return Head(
        title=Text(words("site.front_title")),
        description=words("site.front_description", area=context.quoted(area)).strip(),
        feeds=feeds_of(context, context.site.listings["all", ""]),
        lead=context.field(identity, "area"),
        art=nest(context, identity.id),
        scripts=(*OF_DAYS, SCRIPT) if any(each.open_now for each in opened.places) else OF_DAYS,
    )


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


def _near(context: PageContext) -> tuple[Near, ...]:
    """Every municipality of the network, in alphabetical order."""
    places = context.network.places
    shown = {} if len(places) > MOST_PLACES else context.site.places_in
    found = []
    for key in context.network.vocabularies["municipalities"]:
        links = (context.place_link(slug) for slug in shown.get(key, ()))
        in_order = tuple(sorted(links, key=lambda link: context.order(link.text)))
        found.append(Near(context.term_link("municipality", key), in_order))
    return tuple(sorted(found, key=lambda each: context.order(each.municipality.text)))


def _changes(context: PageContext) -> Link | None:
    """That something is off or different in the coming week; nothing when all is as planned."""
    edition = context.edition
    until = edition.today + timedelta(days=6)
    week = range(edition.today.toordinal(), until.toordinal() + 1)

    def is_later(slug: str) -> bool:
        return not any(day in week for day in edition.facts[slug].days)

    # Few events are looked into when the likely ones come first.
    likely = sorted(context.site.listings[CHANGES, ""].announced, key=is_later)
    events = (edition.network.events[slug] for slug in likely)
    changes = (each for event in events for each in declared_changes([event], edition.today))
    if not any(each.day <= until for each in changes):
        return None
    href = context.link(context.addresses.section("changes"))
    return Link(href, Text(context.words("changes.coming_days")))


def _last_day(context: PageContext) -> date:
    """Sunday; near the week's end the Sunday after."""
    weeks = 2 if context.site.looks_ahead else 1
    return context.site.monday + timedelta(days=7 * weeks - 1)


def _ways(context: PageContext, sections: Mapping[str, Sequence[object]]) -> tuple[Link, ...]:
    """Links to the sections further down, by their ids; empty ones are not there.

    Easy pages have few sections: there they lead to what happens, where, and what about.
    """
    if context.words.is_easy:
        return tuple(section_link(context, key) for key in _EASY_WAYS)
    return tuple(
        Link(f"#{key}", Text(context.words(f"site.way.{key}")))
        for key, content in sections.items()
        if content
    )
