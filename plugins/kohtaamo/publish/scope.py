"""What an edit of events may have touched: as much as that is listed, named and marked anew.

Whatever stands in no scope is as the last good build has left it. A scope may hold too much, never
too little.
"""

from collections.abc import Container, Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date
from typing import Any

from kohtaamo.listings.facets import facets_of
from kohtaamo.listings.facts import Facts, ListingKey
from kohtaamo.listings.known import Known
from kohtaamo.listings.languages import EverTranslated, told_in
from kohtaamo.listings.members import ASKED_AT
from kohtaamo.listings.table import CHANGES
from kohtaamo.publish.few_events import are_few
from kohtaamo.publish.marks.front import concerns_front
from kohtaamo.publish.output import FACETS, FRONT, SEARCH, Subject

# What tells of no event alone, nor of one listing, and may tell of any.
_WIDE = frozenset({"", "care", "everything", "today", "network", "page", "picture", "text"})


def owner_of(subjects: Iterable[Subject]) -> str:
    """To what an output belongs, by its first subject: `event/<slug>`, `<kind>/<key>`.

    Of what is no event's and no listing's the kind of the subject, "" without any.
    """
    kind, *names = next(iter(subjects), ("",))
    if kind == "event":
        return f"event/{names[0]}"
    if kind in {"listing", "page-of"}:
        return f"{names[0]}/{names[1]}"
    if kind in {"rooms", "room-weeks", "hours"}:
        return f"place/{names[0]}"
    return "all/" if kind == "month" else kind


class Every(Container[Any]):
    """Holds whatever it is asked for."""

    def __contains__(self, asked: object) -> bool:
        return True


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """Slugs of `events`, kinds and keys of `listings`, and the `owners` of all outputs in it."""

    events: Container[str]
    listings: Container[ListingKey]
    owners: Container[str]


@dataclass(frozen=True, slots=True)
class OfPlaces(Container[ListingKey]):
    """Those of some listings that are places' own."""

    listings: Container[ListingKey]

    def __contains__(self, key: object) -> bool:
        return isinstance(key, tuple) and key[0] == "place" and key in self.listings


WHOLE = Scope(events=Every(), listings=Every(), owners=Every())


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What was or is known of all things, and into which languages they ever were translated."""

    known: Known
    translated: EverTranslated


def scope_of(before: Told, now: Told, changed: AbstractSet[str], today: date) -> Scope | None:
    """What may differ when just these things, by key, have changed or landed.

    None when anything else than events has: that may be told of everywhere.
    """
    if not all(key.startswith("events/") for key in changed):
        return None
    both = (before.known.events, now.known.events)
    gone = (each for slug, each in both[0].items() if both[1].get(slug) is not each)
    events = frozenset(_touched((*both[1].values(), *gone), changed))
    every = [facts[slug] for facts in both for slug in events if slug in facts]
    listings = {
        # A room is taken by closed groups too, of whom no listing tells; pages of places and
        # organisers tell of events for members.
        *(key for each in every for key in each.listings if each.is_listed or key[0] in ASKED_AT),
        *(key for each in every for _, keys in each.visits for key in keys),
        # Nor does the list of a place that has not agreed to it, whose room it takes all the same.
        *(("place", place) for each in every if each.has_rooms for place in each.places),
    }
    is_told_elsewhere = any(_languages(before, slug) != _languages(now, slug) for slug in events)
    if is_told_elsewhere or any(each.declares for each in every):
        listings.add((CHANGES, ""))
    owners = {
        *_WIDE,
        *(f"event/{slug}" for slug in events),
        *(f"{kind}/{key}" for kind, key in listings),
    }
    if is_told_elsewhere or any(
        concerns_front([facts.get(slug) for facts in both], today) for slug in events
    ):
        owners.update((*FRONT, *SEARCH))
    elif any(are_few(facts.values(), today) for facts in both):
        owners.update(SEARCH)
    if any(_facets(before, slug) != _facets(now, slug) for slug in events):
        owners.update(FACETS)
    return Scope(events=events, listings=listings, owners=owners)


def _touched(facts: Sequence[Facts], changed: AbstractSet[str]) -> Iterator[str]:
    """The changed events, under whatever name, their umbrellas, and what names them."""
    own = {each.slug for each in facts if not changed.isdisjoint(each.names)}
    for each in facts:
        if each.slug in own:
            yield from filter(None, (each.slug, each.part_of))
        elif each.part_of in own or each.replaced_by in own:
            yield each.slug


def _facets(told: Told, slug: str) -> tuple[object, ...]:
    """All that the file of facets may tell of an event."""
    facts = told.known.events.get(slug)
    if facts is None or not facts.is_listed:
        return ()
    return tuple(facets_of(facts)), max((end for _, end in facts.spans), default=0)


def _languages(told: Told, slug: str) -> frozenset[str]:
    """Those in which listings tell of an event."""
    facts = told.known.events.get(slug)
    if facts is None or not facts.is_listed:
        return frozenset()
    return told_in(facts, told.translated)
