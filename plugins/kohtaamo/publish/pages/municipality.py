"""One municipality: its places, its events, its organisers and notices."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from kohtaamo.addresses import Addresses
from kohtaamo.listings.table import BOARD
from kohtaamo.publish.html.scripts import OF_DAYS, OF_NOTICES
from kohtaamo.publish.output import of_listing
from kohtaamo.publish.pages.cards import (
    NoticeCard,
    OrganiserCard,
    PlaceCard,
    notice_card,
    organiser_card,
    place_card,
)
from kohtaamo.publish.pages.context import PageContext
from kohtaamo.publish.pages.events_block import EventsBlock, events_block
from kohtaamo.publish.pages.figures import nest
from kohtaamo.publish.pages.listing import section_link
from kohtaamo.publish.pages.narrow import Narrow, narrow_view, scripts_of
from kohtaamo.publish.pages.page import Head, Page
from kohtaamo.publish.pages.seats import of_all
from kohtaamo.publish.wording.listing import title, what_it_holds


@dataclass(frozen=True, slots=True, kw_only=True)
class MunicipalityView:
    """`events_title` says "Tapahtumat Rautjärvellä"."""

    head: Head
    places: tuple[PlaceCard, ...]
    events_title: str
    narrow: Narrow | None
    events: EventsBlock
    organisers: tuple[OrganiserCard, ...]
    of_all: str
    notices: tuple[NoticeCard, ...]


def municipality_pages(context: PageContext) -> Iterator[Page]:
    """Every municipality of the network's own list."""
    for key in context.network.vocabularies["municipalities"]:
        if ("municipality", key) not in context.site.scope.listings:
            continue
        yield Page(
            at=partial(_address, key),
            make=partial(_view, context, key),
            subjects=(of_listing("municipality", key),),
            changed=context.site.outlines["municipality", key].changed
            or context.site.changed_network,
        )


def _address(key: str, addresses: Addresses) -> str:
    return addresses.listing("municipality", key)


def _view(context: PageContext, key: str) -> MunicipalityView:
    events = events_block(context, "municipality", key)
    listing = context.site.listings["municipality", key]
    narrow = narrow_view(context, listing, 3)
    site, network = context.site, context.network
    places = [
        place_card(context, network.places[slug], key) for slug in site.places_in.get(key, ())
    ]
    organisers = [
        organiser_card(context, network.organisers[slug])
        for slug in site.organisers_in.get(key, ())
    ]
    notices = tuple(
        notice_card(context, network.notices[slug])
        for slug in site.listings[BOARD, ""].notices
        if key in network.notices[slug].municipalities
    )
    return MunicipalityView(
        head=Head(
            title=context.term("municipalities", key),
            description=what_it_holds(context.edition, listing, context.language),
            section="municipalities",
            trail=(section_link(context, "municipalities"),),
            feeds=events.feeds,
            art=nest(context, key),
            scripts=(*(OF_NOTICES if notices else OF_DAYS), *scripts_of(narrow)),
        ),
        places=tuple(sorted(places, key=lambda card: context.order(card.place.text))),
        events_title=title(context.edition, listing, context.language),
        narrow=narrow,
        events=events,
        organisers=tuple(sorted(organisers, key=lambda card: context.order(card.organiser.text))),
        of_all=of_all(context, key),
        notices=notices,
    )
