"""About the network: its own text, members, meetings, decisions, and who looks after it."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup

from kohtaamo.model.page import Page as Content
from kohtaamo.model.translation import said
from kohtaamo.publish.html.scripts import OF_DAYS
from kohtaamo.publish.output import EVERYTHING
from kohtaamo.publish.pages.affairs import DecisionLine, TownMembers, decisions, meetings, members
from kohtaamo.publish.pages.contact import ContactView, contact_view, phone_view
from kohtaamo.publish.pages.content_addresses import statement_slug
from kohtaamo.publish.pages.content_page import page_text
from kohtaamo.publish.pages.context import PageContext
from kohtaamo.publish.pages.hours_words import period
from kohtaamo.publish.pages.notes import notes_of
from kohtaamo.publish.pages.page import Head, Page
from kohtaamo.publish.pages.texts import Link, Rich, Text


@dataclass(frozen=True, slots=True, kw_only=True)
class CoordinatorView:
    """The network's coordinator and the term for which it was chosen."""

    role: Text
    organisation: Text
    term: str
    deputy: Text
    contact: ContactView


@dataclass(frozen=True, slots=True, kw_only=True)
class AboutView:
    """The network's own text and affairs, who keeps it, and when the site was built.

    `meetings` are rows of its own events, of which `organiser` has all.
    """

    head: Head
    area: Text
    text: Rich
    members: tuple[TownMembers, ...]
    meetings: tuple[Markup, ...]
    organiser: Link | None
    decisions: tuple[DecisionLine, ...]
    coordinator: CoordinatorView | None
    contact: ContactView
    licence: Text
    built: str


def about_pages(context: PageContext) -> Iterator[Page]:
    """The about page, even without a text: one of those that say when the site was built."""
    yield Page(
        at=lambda addresses: addresses.section("about"),
        make=partial(_view, context),
        subjects=(EVERYTHING,),
    )


def _view(context: PageContext) -> AboutView:
    identity = context.network.identity
    organiser = identity.organiser
    return AboutView(
        head=_head(context),
        area=context.field(identity, "area"),
        text=page_text(context, _content(context)),
        members=members(context),
        meetings=meetings(context),
        organiser=context.organiser_link(organiser) if organiser else None,
        decisions=decisions(context),
        coordinator=_coordinator(context),
        contact=contact_view(context, identity, identity.contact),
        licence=context.own(identity, identity.licence),
        built=context.day(context.edition.today, "on_weekday_year"),
    )


def _content(context: PageContext) -> Content | None:
    return context.network.pages.get(statement_slug(context.edition, "about"))


def _head(context: PageContext) -> Head:
    content = _content(context)
    if content is None:
        return Head(title=Text(context.words("site.section.about")), scripts=OF_DAYS)
    return Head(
        title=context.field(content, "title"),
        description=context.quoted(said(content, "summary", context.language)),
        notes=notes_of(context, content),
        lead=context.field(content, "summary"),
        scripts=OF_DAYS,
    )


def _coordinator(context: PageContext) -> CoordinatorView | None:
    identity = context.network.identity
    who = identity.coordinator
    if who is None:
        return None
    return CoordinatorView(
        role=context.own(identity, who.role),
        organisation=context.own(identity, who.organisation),
        term=period(context, who.from_, who.until),
        deputy=context.own(identity, who.deputy),
        contact=ContactView(phone=phone_view(who.phone), email=who.email or ""),
    )
