"""The ways in: all municipalities, audiences, topics and needs, each leading to its listing."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from kohtaamo.addresses import Addresses
from kohtaamo.publish.output import PLACES, of_listing
from kohtaamo.publish.pages.context import PageContext
from kohtaamo.publish.pages.page import Head, Page
from kohtaamo.publish.pages.reader import VOCABULARY_OF
from kohtaamo.publish.pages.talk import TalkLine, phone_lines
from kohtaamo.publish.pages.texts import Link, Text


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexView:
    """`with_events` say how many events they lead to; `others` have none just now.

    `talk` is whom one can call, where people come with a need.
    """

    head: Head
    talk: tuple[TalkLine, ...]
    with_events: tuple[Link, ...]
    others: tuple[Link, ...]


# The listing kinds that have an index, with the key of its section.
INDEXES = {
    "municipality": "municipalities",
    "audience": "audiences",
    "topic": "topics",
    "need": "needs",
}


def index_pages(context: PageContext) -> Iterator[Page]:
    """One index a vocabulary."""
    if ("all", "") not in context.site.scope.listings:
        return
    for kind, section in INDEXES.items():
        yield Page(
            at=partial(_address, section),
            make=partial(_view, context, kind, section),
            subjects=(of_listing("all", ""), *((PLACES,) if kind == "need" else ())),
            changed=context.site.outlines["all", ""].changed or context.site.changed_network,
        )


def _address(section: str, addresses: Addresses) -> str:
    return addresses.section(section)


def _view(context: PageContext, kind: str, section: str) -> IndexView:
    intro = context.words(f"site.{section}.intro")
    links = term_links(context, kind)
    return IndexView(
        head=Head(
            title=Text(context.words(f"site.{section}.title")),
            description=intro,
            section=section,
            lead=Text(intro),
        ),
        talk=phone_lines(context) if kind == "need" else (),
        with_events=tuple(link for link in links if link.note),
        others=tuple(link for link in links if not link.note),
    )


def term_links(context: PageContext, kind: str) -> tuple[Link, ...]:
    """The terms of a vocabulary; the note counts their events, "" where there are none.

    Municipalities in alphabetical order, all others as their vocabulary has them.
    """
    links = []
    for key in context.network.vocabularies[VOCABULARY_OF[kind]]:
        link = context.term_link(kind, key)
        count = context.site.counts[kind, key]
        note = context.words.several("site.count.events", count) if count else ""
        links.append(Link(link.href, link.text, note))
    if kind == "municipality":
        links.sort(key=lambda link: context.order(link.text))
    return tuple(links)
