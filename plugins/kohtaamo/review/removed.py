"""What a contribution removes beside things: pages and terms; and the addresses that end."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from kohtaamo.addresses import Addresses
from kohtaamo.content.rules.portal import SUBSCRIBED
from kohtaamo.content.rules.rule import FOLDERS
from kohtaamo.content.source.keys import thing_key
from kohtaamo.content.source.layout import THINGS
from kohtaamo.model.terms import Term
from kohtaamo.review.touched import Contribution, Side, Touch, faulty_keys

# The vocabularies whose terms have a page, calendar and feeds, and the kind of listing that is.
LISTINGS = {
    "municipalities": "municipality",
    "audiences": "audience",
    "topics": "topic",
    "needs": "need",
}
_PAGES, _VOCABULARIES = "pages/", "vocabularies/"


@dataclass(frozen=True, slots=True, kw_only=True)
class Gone:
    """A thing, page or term that is removed: `name` is its kind or vocabulary, `item` it was."""

    name: str
    slug: str
    item: Any


def touches_others(contribution: Contribution) -> bool:
    """True when a page is removed or a vocabulary is touched."""
    return any(
        path.startswith(_VOCABULARIES) or (path.startswith(_PAGES) and touch is Touch.REMOVED)
        for path, touch in contribution.files.items()
    )


def pages_and_terms(contribution: Contribution) -> Iterator[Gone]:
    """Those that are removed, and have no new name."""
    before, after = contribution.before.network, contribution.after.network
    renamed = {old for page in after.pages.values() for old in page.formerly}
    for slug, page in before.pages.items():
        is_removed = contribution.files.get(page.origin.path) is Touch.REMOVED
        if is_removed and slug not in after.pages and slug not in renamed:
            yield Gone(name="page", slug=slug, item=page)
    for vocabulary, terms in before.vocabularies.items():
        there = after.vocabularies.get(vocabulary, {})
        renamed = {old for term in there.values() for old in term.formerly}
        for term_id, term in terms.items():
            if term_id not in there and term_id not in renamed and _was_read(contribution, term):
                yield Gone(name=vocabulary, slug=term_id, item=term)


def addresses_of(side: Side, gone: Gone) -> Iterator[str]:
    """Its page in the network's languages, the first one first; terms of some have none."""
    first = side.network.identity.first_language
    for tag in side.network.identity.languages:
        if tag not in side.words or first not in side.words:
            continue
        addresses = Addresses(words=side.words[tag], is_first=tag == first)
        if gone.name in LISTINGS:
            yield addresses.listing(LISTINGS[gone.name], gone.slug)
        elif gone.name != "page":
            yield from _of_thing(addresses, gone)
        elif gone.slug == side.words[first]("addresses.privacy"):
            yield addresses.section("privacy")
        # The page about the network is there without a text too.
        elif gone.slug != side.words[first]("addresses.about"):
            yield addresses.page(gone.slug)


def _of_thing(addresses: Addresses, gone: Gone) -> Iterator[str]:
    if gone.name in THINGS.values():
        yield getattr(addresses, gone.name)(gone.slug)


def subscribed(gone: Gone) -> Iterator[str]:
    """The calendars and feeds below its page."""
    yield from SUBSCRIBED.get(FOLDERS.get(gone.name, gone.name), ())
    if gone.name == "place":
        yield from (f"rooms/{room.id}.ics" for room in gone.item.rooms)


def _was_read(contribution: Contribution, term: Term) -> bool:
    """False while the vocabulary has errors: what could not be read is not gone."""
    path = term.origin.path
    return path in contribution.files and thing_key(path) not in faulty_keys(
        contribution.after.problems
    )
