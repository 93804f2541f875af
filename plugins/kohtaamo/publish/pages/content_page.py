"""The network's own pages: how to take part, and what was decided."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from kohtaamo.listings.changes import changed_at
from kohtaamo.model.page import Page as Content
from kohtaamo.model.translation import said
from kohtaamo.publish.output import Subject, of_event
from kohtaamo.publish.pages.content_addresses import content_address
from kohtaamo.publish.pages.context import PageContext
from kohtaamo.publish.pages.event_link import event_link
from kohtaamo.publish.pages.listing import section_link
from kohtaamo.publish.pages.notes import notes_of
from kohtaamo.publish.pages.page import Head, Page
from kohtaamo.publish.pages.texts import Link, Rich


@dataclass(frozen=True, slots=True, kw_only=True)
class ContentView:
    """A page that the network's maintainers have written.

    `decided` is the whole phrase of a decision's date, "" on other pages; `meeting` leads to where
    it was made.
    """

    head: Head
    decided: str
    meeting: Link | None
    text: Rich


def content_pages(context: PageContext) -> Iterator[Page]:
    """Every page of `content/pages/` that is not part of a page made anyway."""
    for slug, content in context.network.pages.items():
        at = content_address(context.edition, slug)
        if at is not None:
            yield Page(
                at=at,
                make=partial(_view, context, content),
                subjects=(("page", slug), *_met(context, content)),
                changed=changed_at(context.edition, content),
            )


def page_text(context: PageContext, content: Content | None) -> Rich:
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
            trail=(section_link(context, "about"),) if content.decided else (),
        ),
        decided=_decided_on(context, content),
        meeting=event_link(context, content.meeting),
        text=page_text(context, content),
    )


def _decided_on(context: PageContext, content: Content) -> str:
    """`Päätetty perjantaina 10.4.2026`."""
    if content.decided is None:
        return ""
    return context.words("site.about.decided", date=context.day(content.decided, "on_weekday_year"))


def _met(context: PageContext, content: Content) -> tuple[Subject, ...]:
    slug = content.meeting
    return (of_event(slug),) if slug is not None and slug in context.site.coming else ()
