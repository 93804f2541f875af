"""Every page of every language, and the machine files beside them."""

from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from types import MappingProxyType

from jinja2 import Environment

from kohtaamo.addresses import file_of
from kohtaamo.listings.edition import Edition
from kohtaamo.publish.html.environment import STYLES
from kohtaamo.publish.html.scripts import SCRIPTS
from kohtaamo.publish.output import TODAY, Output
from kohtaamo.publish.pages.about import about_pages
from kohtaamo.publish.pages.changes import changes_pages
from kohtaamo.publish.pages.components import components_pages
from kohtaamo.publish.pages.content_page import content_pages
from kohtaamo.publish.pages.context import (
    PageContext,
    finisher,
    make_context,
    saying_languages,
    siblings_of,
)
from kohtaamo.publish.pages.easy import plainer
from kohtaamo.publish.pages.event import event_pages
from kohtaamo.publish.pages.frame import frame_maker
from kohtaamo.publish.pages.front import front_pages
from kohtaamo.publish.pages.guide import guide_pages
from kohtaamo.publish.pages.guide_kind import guide_kind_pages
from kohtaamo.publish.pages.guide_messages import guide_messages_pages
from kohtaamo.publish.pages.indexes import index_pages
from kohtaamo.publish.pages.listing import listing_pages
from kohtaamo.publish.pages.machine import SITEMAP, machine_outputs
from kohtaamo.publish.pages.month import month_pages
from kohtaamo.publish.pages.municipality import municipality_pages
from kohtaamo.publish.pages.not_found import not_found_pages
from kohtaamo.publish.pages.notice import notice_pages
from kohtaamo.publish.pages.noticeboard import noticeboard_pages
from kohtaamo.publish.pages.organiser import organiser_pages
from kohtaamo.publish.pages.organisers import organisers_pages
from kohtaamo.publish.pages.page import Page, PageType, as_preview
from kohtaamo.publish.pages.place import place_pages
from kohtaamo.publish.pages.places import places_pages
from kohtaamo.publish.pages.redirects import redirect_outputs
from kohtaamo.publish.pages.report import report_pages
from kohtaamo.publish.pages.room import room_pages
from kohtaamo.publish.pages.search import search_pages
from kohtaamo.publish.pages.site import make_site
from kohtaamo.publish.pages.statement import statement_pages
from kohtaamo.publish.pages.subscribe import subscribe_pages
from kohtaamo.publish.pages.tell import tell_pages
from kohtaamo.publish.parts import Parts, make_parts
from kohtaamo.publish.scope import WHOLE, Scope

# Says of a kind of outputs whether it is wanted at all.
Makes = Callable[[str], bool]

PAGE_TYPES = (
    PageType("front.html", front_pages),
    PageType("listing.html", listing_pages),
    PageType("month.html", month_pages),
    PageType("event.html", event_pages),
    PageType("places.html", places_pages),
    PageType("place.html", place_pages),
    PageType("room.html", room_pages),
    PageType("index.html", index_pages),
    PageType("municipality.html", municipality_pages),
    PageType("organisers.html", organisers_pages),
    PageType("organiser.html", organiser_pages),
    PageType("noticeboard.html", noticeboard_pages),
    PageType("notice.html", notice_pages),
    PageType("changes.html", changes_pages),
    PageType("search.html", search_pages),
    PageType("about.html", about_pages),
    PageType("content.html", content_pages),
    PageType("statement.html", statement_pages),
    PageType("subscribe.html", subscribe_pages),
    PageType("tell.html", tell_pages),
    PageType("guide.html", guide_pages),
    PageType("guide-kind.html", guide_kind_pages),
    PageType("guide-messages.html", guide_messages_pages),
    PageType("not-found.html", not_found_pages),
    PageType("components.html", components_pages, is_preview=True),
    PageType("report.html", report_pages, is_preview=True),
)


def page_outputs(
    edition: Edition,
    environment: Environment,
    parts: Parts | None = None,
    makes: Makes = lambda kind: True,
    images: Path = Path(),
    scope: Scope = WHOLE,
    indexed: Mapping[str, str | None] = MappingProxyType({}),
    *,
    is_preview: bool = False,
) -> Iterator[Output]:
    """All pages of all languages; nothing is rendered before an output is asked for its bytes.

    `parts` when calendars and feeds are made of the same; `makes` says which types of pages are
    wanted, by their templates, and `scope` which of them; `images` is where the contributors'
    pictures lie; `indexed` is what the sitemap said. A preview has pages that are never published.
    """
    parts = parts or make_parts(edition)
    edition = saying_languages(edition)
    site = make_site(edition, parts, images, scope)
    siblings = siblings_of(site)
    entries = dict(indexed)
    taken: set[str] = set()
    for language in edition.languages:
        context = make_context(site, language, siblings, environment)
        for output in _pages(context, environment, makes, is_preview=is_preview):
            if output.indexed is not None:
                address, changed = output.indexed
                entries[address] = changed
            taken.add(output.path)
            yield output
        for redirect in redirect_outputs(context, environment):
            # What is at an address now wins over what was there before.
            if redirect.path not in taken:
                taken.add(redirect.path)
                yield redirect
    yield from machine_outputs(edition, list(entries.items()))


def _pages(
    context: PageContext, environment: Environment, makes: Makes, *, is_preview: bool
) -> Iterator[Output]:
    """The output of every page of one language."""
    styles = [str(environment.globals[name]) for name in STYLES]
    scripts = {name: str(environment.globals[name]) for name in SCRIPTS}
    frame = frame_maker(context, styles, scripts)
    finish = finisher(context.edition)

    def render(template: str, page: Page) -> bytes:
        view = page.make()
        if context.words.is_easy:
            view = plainer(view)
        html = environment.get_template(template).render(
            frame=frame(page, view.head), page=view, words=context.words
        )
        return finish(html).encode()

    has_sitemap = makes(SITEMAP)
    has_previews = is_preview and context.language == context.edition.first_language
    for page_type in PAGE_TYPES:
        if not makes(page_type.template) or (page_type.is_preview and not has_previews):
            continue
        for each in page_type.pages(context):
            page = as_preview(each) if page_type.is_preview else each
            address = page.at(context.addresses)
            subjects = page.subjects if page.changed else (*page.subjects, TODAY)
            make = partial(render, page_type.template, page)
            indexed = (address, _day(page.changed)) if page.is_indexed and has_sitemap else None
            yield Output(file_of(address), make, page_type.template, subjects, indexed)


def _day(changed: datetime | None) -> str | None:
    return changed.astimezone(UTC).date().isoformat() if changed else None
