"""The page of one event or series."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup

from kohtaamo.addresses import Addresses
from kohtaamo.listings.table import municipalities_of
from kohtaamo.model.event import Access, Event
from kohtaamo.model.translation import said
from kohtaamo.publish.html.scripts import OF_DAYS
from kohtaamo.publish.output import of_event
from kohtaamo.publish.pages.accessibility import AccessibilityView, accessibility_view
from kohtaamo.publish.pages.context import PageContext
from kohtaamo.publish.pages.event_calendar import EventCalendarView, event_calendar_view
from kohtaamo.publish.pages.event_data import event_data
from kohtaamo.publish.pages.event_door import (
    DoorView,
    FirstVisit,
    door_view,
    first_visit,
    staff_at,
)
from kohtaamo.publish.pages.event_facts import cost_of, for_whom
from kohtaamo.publish.pages.event_link import event_link
from kohtaamo.publish.pages.event_off import event_off
from kohtaamo.publish.pages.event_people import ask_of, people_of
from kohtaamo.publish.pages.event_when import WhenView, when_view
from kohtaamo.publish.pages.event_where import where_view
from kohtaamo.publish.pages.figures import Figure, figures_of_event, nest_of_event
from kohtaamo.publish.pages.listing import section_link
from kohtaamo.publish.pages.moments import Moments
from kohtaamo.publish.pages.notes import notes_of
from kohtaamo.publish.pages.page import Head, Page
from kohtaamo.publish.pages.texts import NO_TEXT, Link, Rich, Text
from kohtaamo.publish.wording.event import state_words, where


@dataclass(frozen=True, slots=True, kw_only=True)
class PartView:
    """A part of an umbrella event, at its next date."""

    event: Link
    when: Moments


@dataclass(frozen=True, slots=True, kw_only=True)
class PremisesView:
    """What is known of the premises, and the place that says more of them."""

    facts: AccessibilityView
    place: Link | None


@dataclass(frozen=True, slots=True, kw_only=True)
class EventView:
    """What the page says, from the most urgent down; empty parts are left out by the template.

    What is finished (`where`, `for_whom`, `price`, `ask`, `premises`, `people`) many events have
    alike.
    """

    head: Head
    when: WhenView
    where: Markup
    figures: tuple[Figure, ...]
    text: Rich
    for_whom: Markup
    price: Markup
    premises: Markup
    people: Markup
    ask: Markup
    door: DoorView | None
    first_visit: FirstVisit | None
    calendar: EventCalendarView | None
    part_of: Link | None
    parts: tuple[PartView, ...]


def event_pages(context: PageContext) -> Iterator[Page]:
    """Every event but closed groups, of which nothing is shown."""
    for slug in context.site.coming:
        if slug not in context.site.scope.events:
            continue
        yield Page(
            at=partial(_address, slug),
            make=partial(_view, context, slug),
            subjects=(of_event(slug),),
            changed=context.site.changed[slug],
        )


def _address(slug: str, addresses: Addresses) -> str:
    return addresses.event(slug)


def _view(context: PageContext, slug: str) -> EventView:
    event = context.network.events[slug]
    when = when_view(context, event)
    staff = staff_at(context.site, event)
    return EventView(
        head=_head(context, event, when),
        when=when,
        where=_where(context, event),
        figures=figures_of_event(context, event),
        text=context.rich(event),
        for_whom=for_whom(context, event),
        price=cost_of(context, event),
        premises=_premises(context, event),
        people=people_of(context, event),
        ask=ask_of(context, event),
        door=door_view(context, event, staff),
        first_visit=first_visit(context, event, staff),
        calendar=event_calendar_view(context, event),
        part_of=event_link(context, event.part_of),
        parts=_parts(context, event),
    )


def _where(context: PageContext, event: Event) -> Markup:
    """Where it is: alike for all events of a room that cannot be joined from afar."""
    if event.place is None or event.online is not None or event.phone is not None:
        return context.rows.fragments.made("event-where", where_view(context, event))
    return context.rows.fragments.once(
        "event-where",
        (event.place, event.stop, event.room),
        lambda: where_view(context, event),
    )


def _premises(context: PageContext, event: Event) -> Markup:
    """What is known of the premises: alike for all events of a place that say no more of them."""
    at = event.place if not event.accessibility else event.slug
    return context.rows.fragments.once(
        "event-premises", (at, not event.accessibility), lambda: _premises_view(context, event)
    )


def _premises_view(context: PageContext, event: Event) -> PremisesView:
    place = context.network.places.get(event.place or "")
    known = {**(place.accessibility if place else {}), **event.accessibility}
    note = context.field(place, "accessibility_note") if place else NO_TEXT
    return PremisesView(
        facts=accessibility_view(context, known, note=note),
        place=context.place_link(place.slug) if place else None,
    )


def _head(context: PageContext, event: Event, when: WhenView) -> Head:
    summary = context.quoted(said(event, "summary", context.language))
    return Head(
        title=context.field(event, "title"),
        state=state_words(context.words, event.status),
        where=_named_where(context, event),
        thing=_thing(context, event),
        description=summary or _what_and_where(context, event),
        section="events",
        trail=(section_link(context, "events"),),
        notes=notes_of(context, event),
        urgent=event_off(context, event, when, event_link(context, event.replaced_by)),
        lead=context.field(event, "summary"),
        art=nest_of_event(context, event),
        data=event_data(context, event),
        drawing_of=event.place or "",
        is_discreet=event.access is not Access.OPEN,
        scripts=(*(OF_DAYS if when.next else ()), "share"),
    )


def _thing(context: PageContext, event: Event) -> str:
    """Nothing of what is for members: the form knows only what is open to all."""
    towns = municipalities_of(event, context.network)
    return f"{towns[0]}/events/{event.slug}" if towns and event.access is Access.OPEN else ""


def _what_and_where(context: PageContext, event: Event) -> str:
    """What is known of an event that nobody has summed up; a place has many."""
    title = context.quoted(said(event, "title", context.language))
    at = where(context.edition, event, None, context.language)
    return context.words("site.page_title", title=title, network=at)


def _named_where(context: PageContext, event: Event) -> Text:
    """Its place or another location by name, else the municipality; nothing from afar."""
    if event.place is not None:
        return context.place_link(event.place).text
    location = event.location
    if location is None or (location.name is None and location.municipality is None):
        return NO_TEXT
    if location.name is not None:
        return context.own(event, location.name)
    return context.term("municipalities", location.municipality or "")


def _parts(context: PageContext, event: Event) -> tuple[PartView, ...]:
    """The parts that are still to come, by their next date."""
    dated = [
        (dates[0], link)
        for slug in context.site.parts_of.get(event.slug, ())
        if (dates := context.site.dates(slug)) and (link := event_link(context, slug)) is not None
    ]
    dated.sort(key=lambda part: part[0].sort_key)
    return tuple(
        PartView(event=link, when=context.dates.moments(occurrence, "on_weekday"))
        for occurrence, link in dated
    )
