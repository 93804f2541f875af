"""What an audience, a topic or a need leads to in each municipality."""

from collections import defaultdict
from dataclasses import dataclass

from kohtaamo.listings.table import municipalities_of
from kohtaamo.publish.few_events import fit_by_town
from kohtaamo.publish.pages.context import PageContext
from kohtaamo.publish.pages.search_names import Letter, Name, name_when
from kohtaamo.publish.pages.texts import NO_TEXT, Link
from kohtaamo.schedule.occurrence import Occurrence

KINDS = frozenset({"audience", "topic", "need"})


@dataclass(frozen=True, slots=True)
class ByTown:
    """`links` lead to the municipalities further down, each with the number of its events.

    `title` says by what the names are put together.
    """

    title: str = ""
    links: tuple[Link, ...] = ()
    towns: tuple[Letter, ...] = ()


NOWHERE = ByTown()


def by_town(context: PageContext, kind: str, key: str) -> ByTown:
    """Each event of a listing once, at its next date, under every municipality that it belongs to.

    Nothing when all are in one municipality, or too many to stand on the page twice.
    """
    edition, events = context.edition, context.site.listings[kind, key].events
    if kind not in KINDS or not fit_by_town(
        (edition.facts[each] for each in events), edition.today
    ):
        return NOWHERE
    found: dict[str, list[Name]] = defaultdict(list)
    for slug in events:
        if context.site.coming[slug]:
            for town in municipalities_of(context.network.events[slug], context.network):
                found[town].append(_name(context, slug))
    if len(found) < 2:
        return NOWHERE
    towns = sorted(found, key=lambda town: context.order(context.term("municipalities", town)))
    return ByTown(
        title=context.words("site.listing.by_town"),
        links=tuple(_link(context, town, len(found[town])) for town in towns),
        towns=tuple(_town(context, town, found[town]) for town in towns),
    )


def _next(context: PageContext, slug: str) -> Occurrence:
    """The next date that takes place; of one that is off as a whole, the next."""
    dates = context.site.coming[slug]
    return next((each for each in dates if each.takes_place), dates[0])


def _name(context: PageContext, slug: str) -> Name:
    """Where it is next, in one word."""
    place = context.network.places.get(_next(context, slug).place or "")
    where = context.field(place, "name") if place else NO_TEXT
    note = (
        context.words.quoted(where.text, place.written_in) if place and where.lang else where.text
    )
    return name_of_event(context, slug, note)


def name_of_event(context: PageContext, slug: str, note: str) -> Name:
    """An event as a name that leads to it, with its next date."""
    href = context.link(context.addresses.event(slug))
    title = context.field(context.network.events[slug], "title")
    return Name(href, title, note, name_when(context, _next(context, slug)))


def _link(context: PageContext, town: str, count: int) -> Link:
    return Link(f"#{_key(town)}", context.term("municipalities", town), f"({count})")


def _town(context: PageContext, town: str, names: list[Name]) -> Letter:
    label = context.network.vocabularies["municipalities"][town].label
    in_order = sorted(names, key=lambda each: (each.when.iso if each.when else "", each.href))
    return Letter(
        name=context.quoted(label.said(context.language)), key=_key(town), names=tuple(in_order)
    )


def _key(town: str) -> str:
    return f"town-{town}"
