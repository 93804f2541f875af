"""The directory of organisers: by class, by municipality, and by what they look for."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from kohtaamo.listings.changes import changed_at
from kohtaamo.listings.in_use import active_organisers
from kohtaamo.model.organiser import LooksFor, Organiser
from kohtaamo.publish.output import ORGANISERS
from kohtaamo.publish.pages.cards import OrganiserCard, organiser_card
from kohtaamo.publish.pages.context import PageContext
from kohtaamo.publish.pages.narrow import Way
from kohtaamo.publish.pages.page import Head, Page
from kohtaamo.publish.pages.search_names import Letter, Name
from kohtaamo.publish.pages.seats import of_all
from kohtaamo.publish.pages.texts import Link, Text
from kohtaamo.publish.wording.repeats import joined


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganiserGroup:
    """The organisers of one class, in alphabetical order; `key` marks the group in the page."""

    key: str
    name: Text
    organisers: tuple[OrganiserCard, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganisersView:
    """Classes in the order of their vocabulary; `ways` lead to each part of the page.

    Each organiser stands once more by its name: under `towns` where it works, under `seeks` by
    what it looks for.
    """

    head: Head
    ways: tuple[Way, ...]
    groups: tuple[OrganiserGroup, ...]
    towns: tuple[Letter, ...]
    seeks: tuple[Letter, ...]


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
    intro = context.words("site.organisers.intro")
    every = [context.network.organisers[slug] for slug in active_organisers(context.edition)]
    groups, towns, seeks = _groups(context, every), _towns(context, every), _seeks(context, every)
    return OrganisersView(
        head=Head(
            title=Text(context.words("site.section.organisers")),
            description=intro,
            section="organisers",
            lead=Text(intro),
        ),
        ways=tuple(_ways(context, groups, towns, seeks)),
        groups=groups,
        towns=towns,
        seeks=seeks,
    )


def _ways(
    context: PageContext,
    groups: tuple[OrganiserGroup, ...],
    towns: tuple[Letter, ...],
    seeks: tuple[Letter, ...],
) -> Iterator[Way]:
    """Easy pages have the first alone, as they have of the page."""
    words = context.words
    links = [Link(f"#{each.key}", each.name, f"({len(each.organisers)})") for each in groups]
    if len(links) > 1:
        yield Way(words("site.way.what"), tuple(links))
    for name, letters in (("site.way.where", towns), ("site.organisers.seeks", seeks)):
        if letters and not words.is_easy:
            yield Way(words(name), ways_to(letters))


def ways_to(letters: Iterable[Letter]) -> tuple[Link, ...]:
    """A link to each list of names further down the page, with the number of its names."""
    return tuple(Link(f"#{each.key}", Text(each.name), f"({len(each.names)})") for each in letters)


def _groups(context: PageContext, every: Iterable[Organiser]) -> tuple[OrganiserGroup, ...]:
    found: dict[str, list[OrganiserCard]] = defaultdict(list)
    for organiser in every:
        found[organiser.class_].append(organiser_card(context, organiser))
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


def _towns(context: PageContext, every: Iterable[Organiser]) -> tuple[Letter, ...]:
    """By municipality, unless there is but one; its note is of which class and sector one is."""
    found: dict[str, list[Organiser]] = defaultdict(list)
    for organiser in every:
        for key in organiser.municipalities:
            found[key].append(organiser)
    vocabulary = context.network.vocabularies["municipalities"]
    if len(found) < 2 and not any(vocabulary[key].associations for key in found):
        return ()
    keys = sorted(found, key=lambda key: context.order(context.term("municipalities", key)))
    return tuple(
        Letter(
            name=context.quoted(vocabulary[key].label.said(context.language)),
            key=f"town-{key}",
            about=of_all(context, key),
            names=_names(context, found[key], _kind),
        )
        for key in keys
    )


def _seeks(context: PageContext, every: Collection[Organiser]) -> tuple[Letter, ...]:
    """By what they look for, so that premises, people and money find those who need them."""
    found: Mapping[LooksFor, list[Organiser]] = {
        each: [organiser for organiser in every if each in organiser.looks_for] for each in LooksFor
    }
    return tuple(
        Letter(
            name=context.words(f"site.looks_for.{each.value}"),
            key=f"seeks-{each.value}",
            about=context.words(f"site.organisers.offer.{each.value}"),
            names=_names(context, organisers, _where),
        )
        for each, organisers in found.items()
        if organisers
    )


def _names(
    context: PageContext,
    organisers: Iterable[Organiser],
    note: Callable[[PageContext, Organiser], str],
) -> tuple[Name, ...]:
    links = [(context.organiser_link(each.slug), note(context, each)) for each in organisers]
    links.sort(key=lambda each: context.order(each[0].text))
    return tuple(Name(link.href, link.text, said) for link, said in links)


def _kind(context: PageContext, organiser: Organiser) -> str:
    sector = context.words(f"site.sector.{organiser.sector.value}")
    kind = context.network.vocabularies["organiser-classes"].get(organiser.class_)
    if kind is None:
        return sector
    return f"{sector} · {context.quoted(kind.label.said(context.language))}"


def _where(context: PageContext, organiser: Organiser) -> str:
    known = context.network.vocabularies["municipalities"]
    labels = (known[key].label for key in organiser.municipalities if key in known)
    return joined(context.words, (context.quoted(each.said(context.language)) for each in labels))
