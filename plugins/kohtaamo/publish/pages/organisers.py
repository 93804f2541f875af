"""All organisers, by class."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from kohtaamo.listings.changes import changed_at
from kohtaamo.publish.output import ORGANISERS
from kohtaamo.publish.pages.cards import OrganiserCard, organiser_card
from kohtaamo.publish.pages.context import PageContext
from kohtaamo.publish.pages.page import Head, Page
from kohtaamo.publish.pages.texts import Link, Text


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganiserGroup:
    """The organisers of one class, in alphabetical order; `key` marks the group in the page."""

    key: str
    name: Text
    organisers: tuple[OrganiserCard, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganisersView:
    """Classes in the order of their vocabulary; `ways` lead to each."""

    head: Head
    ways: tuple[Link, ...]
    groups: tuple[OrganiserGroup, ...]


def organisers_pages(context: PageContext) -> Iterator[Page]:
    """One page for them all."""
    if ORGANISERS[0] not in context.site.scope.owners:
        return
    organisers = context.edition.known.organisers.values()
    moments = (changed_at(context.edition, organiser) for organiser in organisers)
    yield Page(
        at=lambda addresses: addresses.section("organisers"),
        make=partial(_view, context),
        subjects=(ORGANISERS,),
        changed=max(moments, default=context.site.changed_network),
    )


def _view(context: PageContext) -> OrganisersView:
    intro, groups = context.words("site.organisers.intro"), _groups(context)
    return OrganisersView(
        head=Head(
            title=Text(context.words("site.section.organisers")),
            description=intro,
            section="organisers",
            lead=Text(intro),
        ),
        ways=tuple(Link(f"#{each.key}", each.name) for each in groups),
        groups=groups,
    )


def _groups(context: PageContext) -> tuple[OrganiserGroup, ...]:
    found: dict[str, list[OrganiserCard]] = {}
    for organiser in context.network.organisers.values():
        found.setdefault(organiser.class_, []).append(organiser_card(context, organiser))
    return tuple(
        OrganiserGroup(
            key=f"class-{key}",
            name=context.term("organiser-classes", key),
            organisers=tuple(
                sorted(found[key], key=lambda card: context.order(card.organiser.text))
            ),
        )
        for key in context.network.vocabularies["organiser-classes"]
        if key in found
    )
