"""Listings of events: all, for whom, what about, why, from afar; and the later pages of any."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial

from kohtaamo.addresses import SECTION_OF, Addresses
from kohtaamo.listings.table import BOARD, CHANGES
from kohtaamo.publish.html.scripts import OF_DAYS
from kohtaamo.publish.output import PLACES, Subject, of_page
from kohtaamo.publish.pages.afar import AfarView, afar_view, by_way
from kohtaamo.publish.pages.by_town import NOWHERE, ByTown, by_town
from kohtaamo.publish.pages.context import PageContext
from kohtaamo.publish.pages.events_block import EventsBlock, events_block
from kohtaamo.publish.pages.figures import nest
from kohtaamo.publish.pages.moments import month_name
from kohtaamo.publish.pages.narrow import Narrow, narrow_view, scripts_of
from kohtaamo.publish.pages.needs import NeedView, need_view
from kohtaamo.publish.pages.page import NO_HTML, Head, Page
from kohtaamo.publish.pages.reader import VOCABULARY_OF
from kohtaamo.publish.pages.texts import NO_TEXT, Link, Text, capital
from kohtaamo.publish.wording.listing import name_of, title, what_it_holds

# Their first page is a page type of its own.
WITH_OWN_PAGE = frozenset({"place", "municipality", "organiser"})
# They list no events by date; all their pages are of a type of their own.
OF_THEIR_OWN = frozenset({BOARD, CHANGES})
# Their first page tells of places too, and when somebody is there.
WITH_PLACES = frozenset({"need", "afar"})


@dataclass(frozen=True, slots=True, kw_only=True)
class ListingView:
    """A listing; `need` and `afar` are there on the first page of what they are about."""

    head: Head
    need: NeedView | None
    afar: AfarView | None
    narrow: Narrow | None
    by_town: ByTown
    events: EventsBlock


def listing_pages(context: PageContext) -> Iterator[Page]:
    """Every page of every listing that has no first page of its own."""
    for kind, key in context.site.listings:
        if kind in OF_THEIR_OWN or (kind, key) not in context.site.scope.listings:
            continue
        outline = context.site.outlines[kind, key]
        first = 2 if kind in WITH_OWN_PAGE else 1
        for number in range(first, outline.pages + 1):
            yield Page(
                at=partial(paged_address, kind, key, number),
                make=partial(_view, context, kind, key, number),
                subjects=_subjects(kind, key, number),
                changed=outline.changed or context.site.changed_network,
            )


def _subjects(kind: str, key: str, number: int) -> tuple[Subject, ...]:
    own = of_page(kind, key, number)
    return (own, PLACES) if kind in WITH_PLACES and number == 1 else (own,)


def paged_address(kind: str, key: str, number: int, addresses: Addresses) -> str:
    """Page `number` of a listing, in the language of these addresses."""
    return addresses.paged(addresses.listing(kind, key), number)


def _view(context: PageContext, kind: str, key: str, number: int) -> ListingView:
    listing = context.site.listings[kind, key]
    events = events_block(context, kind, key, number)
    if kind == "all" and number == 1:
        events = replace(events, months=month_links(context))
    narrow = narrow_view(context, listing, 2) if number == 1 else None
    intro = what_it_holds(context.edition, listing, context.language)
    return ListingView(
        head=Head(
            title=_title(context, kind, key, number),
            description=of_page_number(context, intro, number),
            section=SECTION_OF[kind],
            trail=_trail(context, kind, key, number),
            feeds=events.feeds,
            art=nest(context, key) if key else NO_HTML,
            lead=_lead(context, kind, key, intro) if number == 1 else NO_TEXT,
            scripts=(*OF_DAYS, *scripts_of(narrow)),
        ),
        need=need_view(context, key) if kind == "need" and number == 1 else None,
        afar=afar_view(context) if kind == "afar" and number == 1 else None,
        narrow=narrow,
        by_town=_grouped(context, kind, key) if number == 1 else NOWHERE,
        events=events,
    )


def of_page_number(context: PageContext, description: str, number: int) -> str:
    """What one page of a long list holds: each page has a description of its own."""
    if number == 1:
        return description
    return context.words("site.listing.page_description", text=description, number=number)


def _lead(context: PageContext, kind: str, key: str, intro: str) -> Text:
    """What somebody says of the term; else what the listing holds, which a need says itself."""
    term = context.network.vocabularies[VOCABULARY_OF[kind]].get(key) if key else None
    said = context.label(term.text) if term else NO_TEXT
    return said or Text(intro if kind != "need" else "")


def _grouped(context: PageContext, kind: str, key: str) -> ByTown:
    return by_way(context) if kind == "afar" else by_town(context, kind, key)


def _title(context: PageContext, kind: str, key: str, number: int) -> Text:
    """Needs speak for themselves; all other listings say what they hold."""
    listing = context.site.listings[kind, key]
    name = title(context.edition, listing, context.language)
    if kind == "need":
        need = name_of(context.edition, listing, context.language)
        if number == 1:
            return context.text(need)
        name = context.quoted(need)
    if number == 1:
        return Text(name)
    return Text(context.words("site.listing.page_title", title=name, number=number))


def _trail(context: PageContext, kind: str, key: str, number: int) -> tuple[Link, ...]:
    section = section_link(context, SECTION_OF[kind])
    if not key:
        return () if number == 1 else (section,)
    if number == 1:
        return (section,)
    if kind in VOCABULARY_OF:
        return (section, context.term_link(kind, key))
    link = context.place_link(key) if kind == "place" else context.organiser_link(key)
    return (section, link)


def section_link(context: PageContext, key: str) -> Link:
    """The first page of a section, by its name."""
    name = context.words(f"site.section.{key}")
    return Link(context.link(context.addresses.section(key)), Text(name))


def month_links(context: PageContext) -> tuple[Link, ...]:
    """The months that have dates, with their number of dates."""
    return tuple(
        Link(
            context.link(context.addresses.month(*month)),
            Text(capital(month_name(context.words, month))),
            context.words.several("site.count.dates", outline.items),
        )
        for month, outline in context.site.month_outlines.items()
    )
