"""The terms of a vocabulary that lead to the most events, and the way to all others."""

from kohtaamo.publish.pages.context import PageContext
from kohtaamo.publish.pages.indexes import INDEXES, term_links
from kohtaamo.publish.pages.reader import VOCABULARY_OF
from kohtaamo.publish.pages.texts import Link, Text

# On a phone each is a line of its own.
MOST = 8
# As many fit on a phone above today's events.
MOST_TOWNS = 12
# The list of all events leads to the later ones.
MOST_MONTHS = 4


def with_events(context: PageContext, kind: str) -> tuple[Link, ...]:
    """Those that lead to any event, as their vocabulary has them."""
    return tuple(link for link in term_links(context, kind) if link.note)


def foremost(context: PageContext, kind: str) -> tuple[Link, ...]:
    """The eight that lead to the most events, as their vocabulary has them, then a link to all.

    Of equals the earlier ones. All of them, without that link, where it would spare no line.
    """
    links = with_events(context, kind)
    if len(links) <= MOST + 1:
        return links
    counts = {key: context.site.counts[kind, key] for key in _keys(context, kind)}
    chosen = sorted(counts, key=lambda key: -counts[key])[:MOST]
    shown = (context.term_link(kind, key) for key in counts if key in chosen)
    section = INDEXES[kind]
    every = Link(
        context.link(context.addresses.section(section)), Text(context.words(f"site.{section}.all"))
    )
    return (*shown, every)


def _keys(context: PageContext, kind: str) -> tuple[str, ...]:
    return tuple(context.network.vocabularies[VOCABULARY_OF[kind]])
