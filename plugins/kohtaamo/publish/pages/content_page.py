"""The network's own pages, and the about page, which is made even without a text."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from kohtaamo.listings.changes import changed_at
from kohtaamo.model.page import Page as Content
from kohtaamo.model.translation import said
from kohtaamo.publish.pages.contact import ContactView, contact_view, phone_view
from kohtaamo.publish.pages.content_addresses import content_address, statement_slug
from kohtaamo.publish.pages.context import PageContext
from kohtaamo.publish.pages.hours_words import period
from kohtaamo.publish.pages.notes import notes_of
from kohtaamo.publish.pages.page import Head, Page
from kohtaamo.publish.pages.texts import NO_TEXT, Rich, Text


@dataclass(frozen=True, slots=True, kw_only=True)
class ContentView:
    """A page that the network's maintainers have written."""

    head: Head
    text: Rich


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
    """The network's own text, who keeps the network, and when the site was built."""

    head: Head
    area: Text
    text: Rich
    coordinator: CoordinatorView | None
    contact: ContactView
    licence: Text
    built: str


def content_pages(context: PageContext) -> Iterator[Page]:
    """Every page of `content/pages/` that is not part of a page made anyway."""
    for slug, content in context.network.pages.items():
        at = content_address(context.edition, slug)
        if at is not None:
            yield Page(
                at=at,
                make=partial(_view, context, content),
                subjects=(("page", slug),),
                changed=changed_at(context.edition, content),
            )


def about_pages(context: PageContext) -> Iterator[Page]:
    """The about page: one of those that say when the site was built."""
    yield Page(
        at=lambda addresses: addresses.section("about"),
        make=partial(_about, context),
        subjects=(),
    )


def _text(context: PageContext, content: Content | None) -> Rich:
    """A page's Markdown, tables included, as HTML."""
    if content is None:
        return Rich(context.site.page_html(""))
    body = said(content, "text", context.language)
    return Rich(context.site.page_html(body.text), context.text(body).lang)


def _view(context: PageContext, content: Content) -> ContentView:
    return ContentView(
        head=Head(
            title=context.field(content, "title"),
            description=context.quoted(said(content, "summary", context.language)),
            notes=notes_of(context, content),
            lead=context.field(content, "summary"),
        ),
        text=_text(context, content),
    )


def _about(context: PageContext) -> AboutView:
    identity = context.network.identity
    content = context.network.pages.get(statement_slug(context.edition, "about"))
    title = Text(context.words("site.section.about"))
    summary = context.field(content, "summary") if content else NO_TEXT
    return AboutView(
        head=Head(
            title=context.field(content, "title") if content else title,
            description=context.quoted(said(content, "summary", context.language))
            if content
            else "",
            notes=notes_of(context, content) if content else (),
            lead=summary,
        ),
        area=context.field(identity, "area"),
        text=_text(context, content),
        coordinator=_coordinator(context),
        contact=contact_view(context, identity, identity.contact),
        licence=context.own(identity, identity.licence),
        built=context.day(context.edition.today, "on_weekday_year"),
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
