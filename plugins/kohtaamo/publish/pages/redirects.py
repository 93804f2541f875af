"""Old addresses: small pages that lead to where a thing has moved (contract §2, `formerly`)."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from itertools import product

from jinja2 import Environment

from kohtaamo.addresses import file_of
from kohtaamo.publish.html.spoken import spoken
from kohtaamo.publish.output import Output
from kohtaamo.publish.pages.content_addresses import content_address
from kohtaamo.publish.pages.context import PageContext
from kohtaamo.publish.pages.reader import VOCABULARY_OF


@dataclass(frozen=True, slots=True)
class Move:
    """An address within the site, and the one that took its place."""

    old: str
    new: str


def redirect_outputs(context: PageContext, environment: Environment) -> Iterator[Output]:
    """One redirect page for every former slug, in the context's language."""
    for move in moves(context):
        render = partial(_render, context, environment, move)
        yield Output(file_of(move.old), render, "redirect.html", (("text", move.new),))


def moves(context: PageContext) -> Iterator[Move]:
    """Every old address of things that have a page; closed groups never had one."""
    addresses = context.addresses
    network = context.network
    known = context.edition.known
    shown = (facts for facts in known.events.values() if not facts.is_closed)
    kinds = (
        (addresses.event, shown),
        (addresses.place, known.places.values()),
        (addresses.organiser, known.organisers.values()),
        (addresses.notice, known.notices.values()),
    )
    for address, things in kinds:
        for thing in things:
            yield from (Move(address(old), address(thing.slug)) for old in thing.formerly)
    for place in known.places.values():
        for old, room in product(place.formerly, place.rooms):
            yield Move(addresses.room(old, room), addresses.room(place.slug, room))
    for kind, vocabulary in VOCABULARY_OF.items():
        for term in network.vocabularies[vocabulary].values():
            for old in term.formerly:
                yield Move(addresses.listing(kind, old), addresses.listing(kind, term.id))
    for slug, page in network.pages.items():
        at = content_address(context.edition, slug)
        if at is not None:
            yield from (Move(addresses.page(old), at(addresses)) for old in page.formerly)


def _render(context: PageContext, environment: Environment, move: Move) -> bytes:
    template = environment.get_template("redirect.html")
    html = template.render(
        words=context.words,
        lang=context.words.html,
        to=context.link(move.new),
        canonical=context.edition.site_url + move.new,
    )
    return spoken(html).encode()
