"""All places, by municipality."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from kohtaamo.listings.changes import changed_at
from kohtaamo.publish.output import PLACES
from kohtaamo.publish.pages.cards import PlaceCard, place_card
from kohtaamo.publish.pages.context import PageContext
from kohtaamo.publish.pages.page import Head, Page
from kohtaamo.publish.pages.texts import Link, Text


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceGroup:
    """The places of one municipality, in alphabetical order."""

    municipality: Link
    places: tuple[PlaceCard, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacesView:
    """Municipalities in alphabetical order; travelling places stand in each that they visit."""

    head: Head
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
    return PlacesView(
        head=Head(
            title=Text(context.words("site.section.places")),
            description=intro,
            section="places",
            lead=Text(intro),
        ),
        groups=place_groups(context),
    )


def place_groups(context: PageContext) -> tuple[PlaceGroup, ...]:
    """All places under their municipalities, those without places left out."""
    found: dict[str, list[PlaceCard]] = {}
    for place in context.network.places.values():
        card = place_card(context, place)
        for municipality in place.municipalities:
            found.setdefault(municipality, []).append(card)
    groups = [
        PlaceGroup(
            municipality=context.term_link("municipality", key),
            places=tuple(sorted(cards, key=lambda card: context.order(card.place.text))),
        )
        for key, cards in found.items()
    ]
    return tuple(sorted(groups, key=lambda group: context.order(group.municipality.text)))
