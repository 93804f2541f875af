"""Search: a form for those who run scripts; for all, every way in and every name from A to Ö."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from kohtaamo.listings.changes import changed_at
from kohtaamo.publish.few_events import are_few
from kohtaamo.publish.html.environment import FORM_STYLE
from kohtaamo.publish.html.scripts import OF_DAYS
from kohtaamo.publish.output import SEARCH
from kohtaamo.publish.pages.contact import ContactView, contact_view
from kohtaamo.publish.pages.context import PageContext
from kohtaamo.publish.pages.foremost import MOST_MONTHS, MOST_TOWNS, foremost, with_events
from kohtaamo.publish.pages.indexes import term_links
from kohtaamo.publish.pages.listing import month_links, section_link
from kohtaamo.publish.pages.page import Head, Page
from kohtaamo.publish.pages.search_names import Letter, letters
from kohtaamo.publish.pages.texts import Link, Text

# The module of the theme that searches.
SCRIPT = "search"


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchView:
    """The ways in by question, then the names; without `has_events` no event is among these.

    `at` is where the page lies, `contact` whom to ask when nothing helps; `has_form` where there is
    an index to look into, and `style` the sheet of its form.
    """

    head: Head
    at: str
    contact: ContactView
    letters: tuple[Letter, ...]
    where: tuple[Link, ...]
    when: tuple[Link, ...]
    whom: tuple[Link, ...]
    what: tuple[Link, ...]
    why: tuple[Link, ...]
    others: tuple[Link, ...]
    has_events: bool
    has_form: bool
    style: str


def search_pages(context: PageContext) -> Iterator[Page]:
    """One page; it changes with whatever it names."""
    if SEARCH[0] not in context.site.scope.owners:
        return
    known, site = context.edition.known, context.site
    moments = [
        site.changed_network,
        *(changed_at(context.edition, each) for each in known.places.values()),
        *(changed_at(context.edition, each) for each in known.organisers.values()),
    ]
    if _has_events(context):
        moments += filter(None, (site.outlines["all", ""].changed,))
    yield Page(
        at=lambda addresses: addresses.section("search"),
        make=partial(_view, context),
        subjects=(SEARCH,),
        changed=max(moments),
    )


def _has_events(context: PageContext) -> bool:
    return are_few(context.edition.known.events.values(), context.edition.today)


def _view(context: PageContext) -> SearchView:
    words, identity = context.words, context.network.identity
    return SearchView(
        head=Head(
            title=Text(words("search.title")),
            description=words("search.description"),
            lead=Text(words("search.lead")),
            scripts=(*OF_DAYS, SCRIPT) if context.edition.is_searched else OF_DAYS,
        ),
        at=context.link(context.addresses.section("search")),
        contact=contact_view(context, identity, identity.contact),
        letters=letters(context),
        where=_where(context),
        when=_when(context),
        whom=foremost(context, "audience"),
        what=foremost(context, "topic"),
        why=with_events(context, "need"),
        others=tuple(
            section_link(context, key)
            for key in ("organisers", "notices", "afar", "changes", "subscribe")
        ),
        has_events=_has_events(context),
        has_form=context.edition.is_searched,
        style=context.link(str(context.environment.globals[FORM_STYLE])),
    )


def _where(context: PageContext) -> tuple[Link, ...]:
    """The municipalities of a small network, or the way to them, and the way to all places."""
    towns = term_links(context, "municipality")
    places = Link(
        context.link(context.addresses.section("places")),
        Text(context.words("site.open_today.all")),
    )
    shown = towns if len(towns) <= MOST_TOWNS else (section_link(context, "municipalities"),)
    return (*shown, places)


def _when(context: PageContext) -> tuple[Link, ...]:
    """Today and this week stand on the front page, all other days in the list of all events."""
    front = context.link(context.addresses.front)
    days = (
        Link(f"{front}#today", Text(context.words("search.today"))),
        Link(
            context.link(context.addresses.section("events")), Text(context.words("search.by_day"))
        ),
    )
    return (*days, *month_links(context)[:MOST_MONTHS])
