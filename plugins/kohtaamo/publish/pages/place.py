"""The page of one place, which is its listing of events too."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial

from kohtaamo.addresses import Addresses
from kohtaamo.listings.changes import changed_at
from kohtaamo.listings.in_use import is_active
from kohtaamo.model.place import CanHost, Place
from kohtaamo.model.translation import said
from kohtaamo.publish.html.scripts import OF_DAYS, OF_NOTICES
from kohtaamo.publish.output import of_listing
from kohtaamo.publish.pages.accessibility import AccessibilityView, accessibility_view
from kohtaamo.publish.pages.cards import NoticeLink, notice_link
from kohtaamo.publish.pages.contact import (
    ContactView,
    PhoneView,
    contact_view,
    keeper_link,
    phone_view,
    readable_url,
)
from kohtaamo.publish.pages.context import PageContext
from kohtaamo.publish.pages.event_where import SpotView, spot_view
from kohtaamo.publish.pages.events_block import EventsBlock, events_block
from kohtaamo.publish.pages.figures import Figure, figures, nest
from kohtaamo.publish.pages.listing import section_link
from kohtaamo.publish.pages.notes import notes_of
from kohtaamo.publish.pages.open_now import SCRIPT
from kohtaamo.publish.pages.page import Head, Page
from kohtaamo.publish.pages.place_data import place_data
from kohtaamo.publish.pages.place_hours import HoursView, hours_text_link, hours_view
from kohtaamo.publish.pages.place_over import is_over, place_over
from kohtaamo.publish.pages.place_rooms import RoomView, room_views
from kohtaamo.publish.pages.place_stops import StopView, stop_views
from kohtaamo.publish.pages.texts import NO_TEXT, Link, Rich, Text
from kohtaamo.publish.wording.event import address_line
from kohtaamo.publish.wording.repeats import joined


@dataclass(frozen=True, slots=True, kw_only=True)
class BookingView:
    """Who may hold events here, and how one books a room."""

    who: str
    hosts: tuple[Link, ...]
    url: str
    email: str
    phone: PhoneView | None
    terms: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoteView:
    """How one takes part without coming."""

    online: Link | None
    phone: PhoneView | None
    note: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceView:
    """What the page says; empty parts are left out by the template.

    `ways` lead to the sections further down, by their ids; `picture` stands near the top, all other
    `pictures` beside the text. Of a place that `is_over` stays what it was, and whom one asks.
    """

    head: Head
    is_over: bool
    ways: tuple[Link, ...]
    hours: HoursView
    stops: tuple[StopView, ...]
    spot: SpotView | None
    municipality: Link | None
    getting_there: Text
    events: EventsBlock
    picture: Figure | None
    pictures: tuple[Figure, ...]
    text: Rich
    first_visit: Text
    rooms: tuple[RoomView, ...]
    booking: BookingView
    facilities: tuple[Text, ...]
    accessibility: AccessibilityView
    audiences: tuple[Link, ...]
    languages: str
    remote: RemoteView | None
    contact: ContactView
    maintained_by: Link | None
    organisers: tuple[Link, ...]
    notices: tuple[NoticeLink, ...]
    checked: str


def place_pages(context: PageContext) -> Iterator[Page]:
    """Every place."""
    for slug, basics in context.edition.known.places.items():
        if ("place", slug) not in context.site.scope.listings:
            continue
        own = changed_at(context.edition, basics)
        listed = context.site.outlines["place", slug].changed
        members = context.site.members.get(("place", slug), ())
        yield Page(
            at=partial(_address, slug),
            make=partial(_view, context, slug),
            subjects=(of_listing("place", slug), ("rooms", slug), ("hours", slug)),
            changed=max(own, listed or own, *(context.site.changed[each] for each in members)),
        )


def _address(slug: str, addresses: Addresses) -> str:
    return addresses.place(slug)


def _view(context: PageContext, slug: str) -> PlaceView:
    place = context.network.places[slug]
    events = events_block(context, "place", place.slug)
    shown = figures(context, place, place.images)
    hours = hours_view(context, place)
    accessibility = accessibility_view(
        context,
        place.accessibility,
        note=context.field(place, "accessibility_note"),
        with_unknown=bool(place.address or place.stops),
    )
    view = PlaceView(
        head=_head(context, place, events, hours),
        is_over=is_over(context, place),
        ways=tuple(_ways(context, place, accessibility)),
        hours=hours,
        stops=stop_views(context, place),
        spot=spot_view(context, place, place.address, place.coordinates),
        # Of a place that travels, each stop says its own.
        municipality=None if place.stops else context.term_link("municipality", place.municipality),
        getting_there=context.field(place, "getting_there"),
        events=events,
        picture=replace(shown[0], is_aside=True) if shown else None,
        pictures=shown[1:],
        text=context.rich(place),
        first_visit=context.field(place, "first_visit"),
        rooms=room_views(context, place),
        booking=_booking(context, place),
        facilities=tuple(context.term("facilities", key) for key in place.facilities),
        accessibility=accessibility,
        audiences=tuple(context.term_link("audience", key) for key in place.audiences),
        languages=joined(context.words, map(context.language_name, place.languages)),
        remote=_remote(context, place),
        contact=contact_view(context, place, place.contact),
        maintained_by=keeper_link(context, place),
        organisers=tuple(_organisers(context, place)),
        notices=tuple(notice_link(context, each) for each in context.site.notices_at(slug)),
        checked=context.day(place.checked) if place.checked else "",
    )
    return _remembered(view) if view.is_over else view


def _organisers(context: PageContext, place: Place) -> Iterator[Link]:
    """Those whom the place itself names, as long as they are active."""
    for slug in place.organisers:
        if is_active(context.edition, slug):
            yield context.organiser_link(slug)


def _hosts(context: PageContext, place: Place) -> Iterator[Link]:
    """Those who may hold events there, as long as they are active."""
    for slug in () if isinstance(place.can_host, CanHost) else place.can_host:
        if is_active(context.edition, slug):
            yield context.organiser_link(slug)


def _remembered(view: PlaceView) -> PlaceView:
    """A place that is over, without what only those need who would come."""
    return replace(
        view,
        ways=(),
        stops=(),
        spot=None,
        getting_there=NO_TEXT,
        first_visit=NO_TEXT,
        remote=None,
        rooms=(),
        facilities=(),
        accessibility=AccessibilityView(yes=(), no=()),
        audiences=(),
        languages="",
        notices=(),
        events=replace(view.events, follow=None),
    )


def _head(context: PageContext, place: Place, events: EventsBlock, hours: HoursView) -> Head:
    summary = context.quoted(said(place, "summary", context.language))
    address = address_line(place, place.address, context.language)
    days = OF_NOTICES if context.site.notices_at(place.slug) else OF_DAYS
    return Head(
        title=context.field(place, "name"),
        where=NO_TEXT if place.stops else context.term("municipalities", place.municipality),
        thing=f"places/{place.slug}",
        description=summary or context.quoted(address),
        section="places",
        trail=(section_link(context, "places"),),
        feeds=(*events.feeds, *hours_text_link(context, place)),
        notes=notes_of(context, place),
        urgent=place_over(context, place),
        lead=context.field(place, "summary"),
        art=nest(context, place.slug),
        data=place_data(context, place),
        drawing_of=place.slug,
        scripts=(*days, *((SCRIPT,) if hours.open_now else ()), "share"),
    )


def _ways(context: PageContext, place: Place, accessibility: AccessibilityView) -> Iterator[Link]:
    words = context.words
    if place.stops:
        yield Link("#stops", Text(words("site.place.stops")))
    yield Link("#visit", Text(words("site.place.visit_way")))
    yield Link("#events", Text(words("site.place.events")))
    if place.rooms and not words.is_easy:
        yield Link("#rooms", Text(words("site.place.rooms")))
    if accessibility:
        yield Link("#access", Text(words("site.premises.title")))


def _booking(context: PageContext, place: Place) -> BookingView:
    """Where none of those who are named is left, one asks."""
    booking, hosts = place.booking, tuple(_hosts(context, place))
    who = "named" if hosts else CanHost.ASK.value
    if isinstance(place.can_host, CanHost):
        who = place.can_host.value
    return BookingView(
        who=context.words(f"site.can_host.{who}"),
        hosts=hosts,
        url=booking.url or "" if booking else "",
        email=booking.email or "" if booking else "",
        phone=phone_view(booking.phone) if booking else None,
        terms=context.own(place, booking.terms) if booking else NO_TEXT,
    )


def _remote(context: PageContext, place: Place) -> RemoteView | None:
    remote = place.remote
    if remote is None:
        return None
    return RemoteView(
        online=Link(remote.url, Text(readable_url(remote.url))) if remote.url else None,
        phone=phone_view(remote.phone),
        note=context.own(place, remote.note),
    )
