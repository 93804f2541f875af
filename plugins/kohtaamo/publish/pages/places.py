"""All places, by municipality, and on a drawn map."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from kohtaamo.listings.changes import changed_at
from kohtaamo.publish.html.scripts import NEAR
from kohtaamo.publish.output import PLACES
from kohtaamo.publish.pages.cards import PlaceCard, place_card
from kohtaamo.publish.pages.context import PageContext
from kohtaamo.publish.pages.listing import section_link
from kohtaamo.publish.pages.page import Head, Page
from kohtaamo.publish.pages.places_map import PlacesMap, is_on_map, places_map
from kohtaamo.publish.pages.texts import Link, Text


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceGroup:
    """The places of one municipality, in alphabetical order."""

    municipality: Link
    places: tuple[PlaceCard, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NearView:
    """Places by distance: what there is instead, and whether some do not say where they are."""

    municipalities: Link
    has_journey: bool
    has_unknown: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacesView:
    """Municipalities in alphabetical order; travelling places stand in each that they visit.

    What is over is not among them. `near` is None where a script has nothing to sort.
    """

    head: Head
    map: PlacesMap | None
    near: NearView | None
    groups: tuple[PlaceGroup, ...]


def places_pages(context: PageContext) -> Iterator[Page]:
    """One page for them all."""
    places = context.edition.known.places.values()
    moments = (changed_at(context.edition, place) for place in places)
    yield Page(
        at=lambda addresses: addresses.section("places"),
        make=partial(_view, context),
        subjects=(PLACES,),
        changed=max(moments, default=context.site.changed_network),
    )


def _view(context: PageContext) -> PlacesView:
    intro = context.words("site.places.intro")
    groups = _grouped(context)
    numbers: dict[str, int] = {}
    for _, slugs in groups:
        for slug in slugs:
            if is_on_map(context.network.places[slug], context.edition.today):
                numbers.setdefault(slug, len(numbers) + 1)
    drawn = places_map(context, numbers)
    near = _near(context, groups, len(numbers))
    return PlacesView(
        head=Head(
            title=Text(context.words("site.section.places")),
            description=intro,
            section="places",
            lead=Text(intro),
            scripts=(NEAR,) if near else (),
        ),
        map=drawn,
        near=near,
        groups=_cards(context, groups, numbers if drawn else {}),
    )


def _near(context: PageContext, groups: list[tuple[str, list[str]]], known: int) -> NearView | None:
    """`known` are the places that say where they are: one alone is the nearest anyway."""
    if known < 2:
        return None
    links = context.network.identity.links
    return NearView(
        municipalities=section_link(context, "municipalities"),
        has_journey=bool(links and links.journey),
        has_unknown=known < len({slug for _, slugs in groups for slug in slugs}),
    )


def _grouped(context: PageContext) -> list[tuple[str, list[str]]]:
    """Municipalities and slugs of places in the order of the page."""
    groups = [
        (key, sorted(slugs, key=lambda slug: context.order(context.place_link(slug).text)))
        for key, slugs in context.site.places_in.items()
    ]
    name = partial(context.term, "municipalities")
    return sorted(groups, key=lambda group: context.order(name(group[0])))


def _cards(
    context: PageContext, groups: list[tuple[str, list[str]]], numbers: Mapping[str, int]
) -> tuple[PlaceGroup, ...]:
    places = context.network.places
    return tuple(
        PlaceGroup(
            municipality=context.term_link("municipality", municipality),
            places=tuple(
                place_card(
                    context, places[slug], municipality, numbers.get(slug, 0), with_spots=True
                )
                for slug in slugs
            ),
        )
        for municipality, slugs in groups
    )
