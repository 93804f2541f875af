"""What is joined from afar: how one joins, who answers, which events by phone and which online."""

from dataclasses import dataclass

from kohtaamo.publish.few_events import fit_by_town
from kohtaamo.publish.pages.by_town import NOWHERE, ByTown, name_of_event
from kohtaamo.publish.pages.context import PageContext
from kohtaamo.publish.pages.search_names import Letter
from kohtaamo.publish.pages.talk import TalkLine, lines_of_places
from kohtaamo.publish.pages.texts import Link, Text

BY_PHONE, ONLINE = "phone", "online"


@dataclass(frozen=True, slots=True, kw_only=True)
class AfarView:
    """`how` are sentences about joining; `lines` the places that one can call or join online."""

    how: tuple[str, ...]
    lines: tuple[TalkLine, ...]


def afar_view(context: PageContext) -> AfarView:
    """How one joins, before anything else; of a way that nothing offers nothing is said."""
    lines = tuple(lines_of_places(context))
    offered = {
        BY_PHONE: bool(_joined_by(context, BY_PHONE)) or any(each.phone for each in lines),
        ONLINE: bool(_joined_by(context, ONLINE)) or any(each.online for each in lines),
    }
    ways = (key for key, is_there in offered.items() if is_there)
    return AfarView(
        how=(*(context.words(f"afar.how.{key}") for key in ways), context.words("afar.how.zone")),
        lines=lines,
    )


def by_way(context: PageContext) -> ByTown:
    """Each event once, at its next date, under every way to join it; nothing for one way only."""
    edition = context.edition
    events = context.site.listings["afar", ""].events
    if not fit_by_town((edition.facts[each] for each in events), edition.today):
        return NOWHERE
    found = {key: _joined_by(context, key) for key in (BY_PHONE, ONLINE)}
    if not all(found.values()):
        return NOWHERE
    groups = tuple(_group(context, key, slugs) for key, slugs in found.items())
    return ByTown(
        title=context.words("afar.by_way"),
        links=tuple(
            Link(f"#{each.key}", Text(each.name), f"({len(each.names)})") for each in groups
        ),
        towns=groups,
    )


def _joined_by(context: PageContext, way: str) -> tuple[str, ...]:
    """The coming events of the list that are joined this way; none of them is looked into."""
    facts, coming = context.edition.facts, context.site.coming
    return tuple(
        slug
        for slug in context.site.listings["afar", ""].events
        if f"way/{way}" in facts[slug].extras and coming[slug]
    )


def _group(context: PageContext, key: str, slugs: tuple[str, ...]) -> Letter:
    """By the next date; by phone with the number, which is all that one needs."""
    events = context.network.events

    def note(slug: str) -> str:
        phone = events[slug].phone
        return phone.number if phone and key == BY_PHONE else ""

    names = [name_of_event(context, slug, note(slug)) for slug in slugs]
    names.sort(key=lambda each: (each.when.iso if each.when else "", each.href))
    return Letter(name=context.words(f"afar.way.{key}"), key=f"way-{key}", names=tuple(names))
