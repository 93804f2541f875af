"""What may be told otherwise now: after some things have changed, and on a further day.

A thing is named by its key (`thing_key`). Too many are no fault; too few would be one.
"""

from collections.abc import Collection, Iterable, Mapping
from datetime import date
from itertools import chain

from kohtaamo.content.rules.links import LEADS_NOWHERE
from kohtaamo.content.rules.sight import new_in_sight
from kohtaamo.content.source.keys import thing_key
from kohtaamo.listings.facts import Basics, Facts
from kohtaamo.listings.known import Known
from kohtaamo.problems.problem import Problem

# What things tell, by key.
Things = Mapping[str, Basics | Facts]

PICTURES = "images/"
# The network's own file has dates too, and is always read.
_NETWORK = "network"


def things_of(known: Known) -> Things:
    """Everything that is known, by key."""
    kinds = (known.events, known.places, known.organisers, known.notices)
    return {each.names[0]: each for kind in kinds for each in kind.values()}


def affected_by(changed: Collection[str], before: Things, fresh: Things) -> set[str]:
    """The changed things, whatever names them, and whatever shares former names or rooms with them.

    `before` is what was known, `fresh` what the changed things tell now. A picture is named by its
    path. Links in texts may name a thing as it was called before.
    """
    found = set(changed)
    told = (things.get(key) for things in (before, fresh) for key in changed)
    called = found.union(*(each.names for each in told if each))
    kinds = {key.partition("/")[0] for key in changed}
    pictures = {key.removeprefix(PICTURES) for key in changed if key.startswith(PICTURES)}
    for key, each in _both(before, fresh):
        if (
            not called.isdisjoint(each.refers)
            or (each.formerly and key.partition("/")[0] in kinds)
            or (pictures and not pictures.isdisjoint(each.images))
        ):
            found.add(key)
    return found | room_mates(found, before, fresh)


def looking_around(pages: Iterable[str], problems: Iterable[Problem]) -> set[str]:
    """What may be told otherwise whatever has changed.

    The network's own pages link to things without being known by what they name; and where a link
    leads nowhere, the nearest address may be another one now.
    """
    lost = {thing_key(each.path) for each in problems if each.code in LEADS_NOWHERE}
    return lost.union(f"pages/{slug}" for slug in pages)


def stirred_by(before: date, today: date, things: Things, problems: Iterable[Problem]) -> set[str]:
    """Whatever may be told otherwise on `today` than on an earlier day, though nothing has changed.

    `problems` are those of that day. Why these and no others: `content.rules.sight`.
    """
    new = new_in_sight(before, today)
    found = {key for each in problems if (key := thing_key(each.path)) in things}
    for key, each in things.items():
        if isinstance(each, Facts):
            days = new.room_dates if each.has_rooms else new.dates
            if each.spans and each.spans[-1][0] >= days.start:
                found.update(key for first, _ in each.spans if first in days)
        elif new.eves and key.startswith("places/"):
            found.add(key)
    return found | room_mates(found, things, {}) | {_NETWORK}


def needed_for(affected: Collection[str], before: Things, fresh: Things) -> set[str]:
    """What the rules have to look into beside the affected things, these included."""
    found: set[str] = set()
    waiting = list(affected)
    while waiting:
        key = waiting.pop()
        if key not in found:
            found.add(key)
            if key in affected or key.startswith("events/"):
                told = (things.get(key) for things in (before, fresh))
                waiting.extend(chain.from_iterable(each.refers for each in told if each))
    return found | {
        key
        for key, each in _both(before, fresh)
        # A former name is told of wherever somebody still uses it.
        if each.formerly or (isinstance(each, Facts) and f"events/{each.part_of}" in found)
    }


def room_mates(affected: Collection[str], before: Things, fresh: Things) -> set[str]:
    """The events with rooms where an affected event has one; parts of umbrellas count for them."""
    events = [(key, each) for key, each in _both(before, fresh) if isinstance(each, Facts)]
    parts = [(key, f"events/{each.part_of}") for key, each in events if each.part_of]
    near = set(affected)
    near.update(umbrella for key, umbrella in parts if key in affected)
    near.update(key for key, umbrella in parts if umbrella in affected)
    users = [(key, each) for key, each in events if each.has_rooms]
    places = {place for key, each in users if key in near for place in each.places}
    return {key for key, each in users if not places.isdisjoint(each.places)}


def _both(before: Things, fresh: Things) -> Iterable[tuple[str, Basics | Facts]]:
    return chain(before.items(), fresh.items())
