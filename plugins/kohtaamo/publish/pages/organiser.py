"""The page of one organiser, which is its listing of events too."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup

from kohtaamo.addresses import Addresses
from kohtaamo.listings.changes import changed_at
from kohtaamo.listings.in_use import is_active, is_listed
from kohtaamo.model.organiser import Funding, Organiser
from kohtaamo.model.translation import said, said_together
from kohtaamo.publish.html.scripts import OF_DAYS, OF_NOTICES
from kohtaamo.publish.output import of_listing
from kohtaamo.publish.pages.cards import NoticeCard, notice_card
from kohtaamo.publish.pages.contact import ContactView, contact_view, readable_url
from kohtaamo.publish.pages.context import PageContext
from kohtaamo.publish.pages.event_off import OffView
from kohtaamo.publish.pages.events_block import EventsBlock, events_block
from kohtaamo.publish.pages.figures import Figure, figures, nest
from kohtaamo.publish.pages.hours_words import period
from kohtaamo.publish.pages.listing import section_link
from kohtaamo.publish.pages.notes import notes_of
from kohtaamo.publish.pages.organiser_data import organiser_data
from kohtaamo.publish.pages.page import NO_HTML, Head, Page
from kohtaamo.publish.pages.texts import Fact, Link, Rich, Text
from kohtaamo.publish.wording.repeats import joined


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganiserView:
    """What the page says; empty parts are left out by the template."""

    head: Head
    figures: tuple[Figure, ...]
    text: Rich
    kind: Text
    sector: str
    facts: tuple[Fact, ...]
    municipalities: tuple[Link, ...]
    places: tuple[Link, ...]
    audiences: tuple[Link, ...]
    topics: tuple[Link, ...]
    looks_for: tuple[Fact, ...]
    funding: tuple[Text, ...]
    site: Link | None
    contact: ContactView
    notices: tuple[NoticeCard, ...]
    events: EventsBlock


def organiser_pages(context: PageContext) -> Iterator[Page]:
    """Every organiser."""
    for slug, basics in context.edition.known.organisers.items():
        if ("organiser", slug) not in context.site.scope.listings:
            continue
        own = changed_at(context.edition, basics)
        listed = context.site.outlines["organiser", slug].changed
        members = context.site.members.get(("organiser", slug), ())
        yield Page(
            at=partial(_address, slug),
            make=partial(_view, context, slug),
            subjects=(of_listing("organiser", slug),),
            changed=max(own, listed or own, *(context.site.changed[each] for each in members)),
        )


def _address(slug: str, addresses: Addresses) -> str:
    return addresses.organiser(slug)


def _view(context: PageContext, slug: str) -> OrganiserView:
    organiser = context.network.organisers[slug]
    events = events_block(context, "organiser", organiser.slug)
    url = organiser.url or ""
    return OrganiserView(
        head=_head(context, organiser, events),
        figures=figures(context, organiser, organiser.images),
        text=context.rich(organiser, top=2),
        kind=context.term("organiser-classes", organiser.class_),
        sector=context.words(f"site.sector.{organiser.sector.value}"),
        facts=tuple(_facts(context, organiser)),
        municipalities=tuple(
            context.term_link("municipality", key) for key in organiser.municipalities
        ),
        places=tuple(
            context.place_link(slug)
            for slug in organiser.places
            if is_listed(context.edition, slug)
        ),
        audiences=tuple(context.term_link("audience", key) for key in organiser.audiences),
        topics=tuple(context.term_link("topic", key) for key in organiser.topics),
        looks_for=tuple(_looks_for(context, each.value) for each in organiser.looks_for)
        if is_active(context.edition, slug)
        else (),
        funding=tuple(_funding(context, organiser, each) for each in organiser.funding),
        site=Link(url, Text(readable_url(url))) if url else None,
        contact=contact_view(context, organiser, organiser.contact),
        notices=_notices(context, organiser),
        events=events,
    )


def _head(context: PageContext, organiser: Organiser, events: EventsBlock) -> Head:
    return Head(
        title=context.field(organiser, "name"),
        description=context.quoted(said(organiser, "summary", context.language)),
        section="organisers",
        trail=(section_link(context, "organisers"),),
        feeds=events.feeds,
        notes=notes_of(context, organiser),
        urgent=_over(context, organiser),
        lead=context.field(organiser, "summary"),
        art=nest(context, organiser.slug),
        data=organiser_data(context, organiser),
        scripts=OF_NOTICES if context.site.notices_of(organiser.slug) else OF_DAYS,
    )


def _over(context: PageContext, organiser: Organiser) -> Markup:
    """That nobody acts any more, and since when."""
    if organiser.open_until is None or is_active(context.edition, organiser.slug):
        return NO_HTML
    date = context.day(organiser.open_until, "on_weekday_year")
    off = OffView(whole=context.words("site.organiser.over", date=date))
    return context.rows.fragments.component("event-off")(off, context.words)


def _looks_for(context: PageContext, key: str) -> Fact:
    """What it is, and what a reader may do about it."""
    words = context.words
    return Fact(words(f"site.looks_for.{key}"), Text(words(f"site.organiser.help.{key}")))


def _facts(context: PageContext, organiser: Organiser) -> Iterator[Fact]:
    words = context.words
    if organiser.languages:
        names = (context.language_name(tag) for tag in organiser.languages)
        yield Fact(words("site.fact.languages"), Text(joined(words, names)))
    if organiser.business_id:
        yield Fact(words("site.fact.business_id"), Text(organiser.business_id))
    if organiser.open_until and is_active(context.edition, organiser.slug):
        yield Fact(words("site.fact.open_until"), Text(context.day(organiser.open_until)))
    if organiser.checked:
        yield Fact(words("site.fact.checked"), Text(context.day(organiser.checked)))


def _funding(context: PageContext, organiser: Organiser, funding: Funding) -> Text:
    """Funder, grant and period in one line."""
    dates = period(context, funding.from_, funding.until)
    parts = (funding.funder, funding.grant, dates)
    return context.text(said_together(organiser, parts, context.language))


def _notices(context: PageContext, organiser: Organiser) -> tuple[NoticeCard, ...]:
    return tuple(
        notice_card(context, context.network.notices[slug], organiser.slug)
        for slug in context.site.notices_of(organiser.slug)
    )
