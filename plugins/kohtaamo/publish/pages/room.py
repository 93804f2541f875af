"""The page of one room: when it is free and how one asks for it, what it is, its weeks and months.

What is free from today on changes with every day that had free hours; all else goes by the week.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial

from kohtaamo.addresses import Addresses
from kohtaamo.listings.changes import changed_at
from kohtaamo.model.common import Contact
from kohtaamo.model.place import Booking, Place, Room
from kohtaamo.model.translation import said_within
from kohtaamo.publish.html.scripts import OF_DAYS
from kohtaamo.publish.ics.rooms import room_address
from kohtaamo.publish.pages.contact import PhoneView, phone_view
from kohtaamo.publish.pages.context import PageContext
from kohtaamo.publish.pages.follow import CalendarWays, calendar_ways, reach
from kohtaamo.publish.pages.listing import section_link
from kohtaamo.publish.pages.notes import notes_of
from kohtaamo.publish.pages.page import Head, Page
from kohtaamo.publish.pages.place_over import is_over, place_over
from kohtaamo.publish.pages.place_rooms import capacity
from kohtaamo.publish.pages.room_request import asker
from kohtaamo.publish.pages.room_times import (
    DAYS_LISTED,
    FreeWeek,
    RoomTable,
    free_weeks,
    month_tables,
    week_tables,
)
from kohtaamo.publish.pages.texts import NO_TEXT, Fact, Link, Text
from kohtaamo.schedule.room_days import RoomDay


@dataclass(frozen=True, slots=True, kw_only=True)
class AskView:
    """`state` says that the room cannot be booked, `how` what to do; `terms` are the place's."""

    state: str
    how: str
    url: str
    phone: PhoneView | None
    email: str
    terms: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class RoomPageView:
    """`title` stands over `ask` and `free`; `note` is said below.

    `where` leads to the place. `reach` says how far `calendar` goes, if it does not hold all. Of a
    place that is over no times are said.
    """

    head: Head
    title: str
    ask: AskView
    free: tuple[FreeWeek, ...]
    note: str
    where: Link
    facts: tuple[Fact, ...]
    weeks: tuple[RoomTable, ...]
    months: tuple[RoomTable, ...]
    calendar: CalendarWays | None
    reach: str


def room_pages(context: PageContext) -> Iterator[Page]:
    """Every room of every place.

    When a booking landed is nobody's business: the page is as new as its place.
    """
    for slug, basics in context.edition.known.places.items():
        if ("place", slug) in context.site.scope.listings:
            for room in basics.rooms:
                told_by = "rooms" if room in basics.bookable else "room-weeks"
                yield Page(
                    at=partial(_address, slug, room),
                    make=partial(_view, context, slug, room),
                    subjects=((told_by, slug),),
                    changed=changed_at(context.edition, basics),
                )


def _address(place: str, room: str, addresses: Addresses) -> str:
    return addresses.room(place, room)


def _view(context: PageContext, slug: str, room_id: str) -> RoomPageView:
    place = context.network.places[slug]
    (room,) = (each for each in place.rooms if each.id == room_id)
    days, has_free = context.site.rooms(slug)[room_id], bool(room.bookable)
    ask = _ask(context, place, room)
    mail = asker(context, place, room, ask.email) if ask.email and not ask.url else None
    free = tuple(free_weeks(context, days, mail))
    if mail and not free:
        # There is no time to press.
        ask = replace(ask, how="")
    view = RoomPageView(
        head=_head(context, place, room),
        title=context.words("room.free.title" if has_free else "room.ask.whom"),
        ask=ask,
        free=free,
        note=_note(context, ask, free, days) if has_free else "",
        where=context.place_link(slug),
        facts=tuple(_facts(context, place, room)),
        weeks=tuple(week_tables(context, place, days, has_free)),
        months=tuple(month_tables(context, days, has_free)),
        calendar=_calendar(context, place, room),
        reach=reach(context, context.site.parts.places.room_until(slug, room_id)),
    )
    return _remembered(context, view) if is_over(context, place) else view


def _remembered(context: PageContext, view: RoomPageView) -> RoomPageView:
    """A room of a place that is over: what it was, and whom one asks."""
    return replace(
        view,
        title=context.words("room.ask.whom"),
        ask=replace(view.ask, state="", how="", url="", terms=NO_TEXT),
        free=(),
        note="",
        weeks=(),
        months=(),
        calendar=None,
    )


def _head(context: PageContext, place: Place, room: Room) -> Head:
    name = context.quoted(said_within(place, room.name, context.language))
    at = context.quoted(context.edition.known.places[place.slug].name_in(context.language))
    equipment = said_within(place, room.equipment or "", context.language)
    return Head(
        title=Text(context.words("room.title", room=name, place=at)),
        description=context.quoted(equipment),
        section="places",
        trail=(section_link(context, "places"), context.place_link(place.slug)),
        notes=notes_of(context, place),
        # Where one can go instead stands on the place's page.
        urgent=place_over(context, place, with_near=False),
        scripts=OF_DAYS,
    )


def _ask(context: PageContext, place: Place, room: Room) -> AskView:
    """Who takes bookings, else whom the place names; these first without bookings."""
    found: tuple[Booking | Contact | None, ...] = (place.booking, place.contact)
    if not room.bookable:
        found = found[::-1]
    who = next(filter(_answers, found), None)
    url = who.url or "" if isinstance(who, Booking) and room.bookable else ""
    terms = place.booking.terms if place.booking and room.bookable else None
    return AskView(
        state="" if room.bookable else context.words(_state(room)),
        how=context.words(_how(who, url)) if room.bookable or not who else "",
        url=url,
        phone=phone_view(who.phone) if who else None,
        email=who.email or "" if who else "",
        terms=context.own(place, terms),
    )


def _state(room: Room) -> str:
    return "room.unsaid" if room.bookable is None else "room.not_bookable"


def _answers(who: Booking | Contact | None) -> bool:
    """True for whom one can ask; a page is enough where it takes bookings."""
    return who is not None and bool(
        who.email or who.phone or (isinstance(who, Booking) and who.url)
    )


def _how(who: Booking | Contact | None, url: str) -> str:
    if who is None:
        return "room.ask.nobody"
    if url:
        return "room.ask.online"
    if not who.email:
        return "room.ask.call"
    return "room.ask.press_or_call" if who.phone else "room.ask.press"


def _note(
    context: PageContext, ask: AskView, free: tuple[FreeWeek, ...], days: tuple[RoomDay, ...]
) -> str:
    """What is said below the free times: what the others are, and that a mail books nothing."""
    words = context.words
    if not free:
        return words("room.free.none", date=context.day(days[DAYS_LISTED - 1].day))
    others = words("room.free.others")
    return others if ask.url else f"{others} {words('room.free.sure')}"


def _facts(context: PageContext, place: Place, room: Room) -> Iterator[Fact]:
    words = context.words
    between = words.several("room.turnaround", room.turnaround) if room.turnaround else ""
    for name, value in (
        ("capacity", Text(capacity(context, room))),
        ("equipment", context.own(place, room.equipment)),
        ("price", context.own(place, room.price)),
        ("users", context.own(place, room.users)),
        ("terms", context.own(place, room.terms)),
        ("afterwards", context.own(place, room.afterwards)),
        ("turnaround", Text(between)),
    ):
        if value:
            yield Fact(words(f"room.fact.{name}"), value)


def _calendar(context: PageContext, place: Place, room: Room) -> CalendarWays:
    address = room_address(context.edition, place.slug, room.id)
    names = {"room": context.own(place, room.name), "place": context.field(place, "name")}
    title = context.words("feeds.room", **{key: name.text for key, name in names.items()})
    return calendar_ways(context, address, title)
