"""What some changed things may have changed: whose problems and listings are looked at anew.

A thing is named by its key (`thing_key`). Too many are no fault; too few would be one.
"""

from collections.abc import Collection, Mapping
from itertools import chain

from kohtaamo.listings.facts import Basics, Facts
from kohtaamo.listings.known import Known


def things_of(known: Known) -> Mapping[str, Basics | Facts]:
    """Everything that is known, by key."""
    kinds = (known.events, known.places, known.organisers, known.notices)
    return {each.names[0]: each for kind in kinds for each in kind.values()}


def affected_by(changed: Collection[str], things: Mapping[str, Basics | Facts]) -> set[str]:
    """The changed things, whatever names them, and whatever shares former names or rooms with them.

    `things` are those of before and after the change together.
    """
    found = set(changed)
    kinds = {key.partition("/")[0] for key in changed}
    for key, each in things.items():
        if not found.isdisjoint(each.refers) or (each.formerly and key.partition("/")[0] in kinds):
            found.add(key)
    return found | _room_mates(found, things)


def needed_for(affected: Collection[str], things: Mapping[str, Basics | Facts]) -> set[str]:
    """What the rules have to look into beside the affected things, these included."""
    found: set[str] = set()
    waiting = list(affected)
    while waiting:
        key = waiting.pop()
        if key not in found:
            found.add(key)
            each = things.get(key)
            if each is not None and (key in affected or key.startswith("events/")):
                waiting.extend(each.refers)
    parts = _parts(things)
    return found.union(*(parts.get(key, ()) for key in found))


def _room_mates(affected: Collection[str], things: Mapping[str, Basics | Facts]) -> set[str]:
    """The events with rooms where an affected event has one; parts of umbrellas count for them."""
    events = {key: each for key, each in things.items() if isinstance(each, Facts)}
    parts = _parts(things)
    umbrellas = (f"events/{each.part_of}" for each in events.values() if each.part_of)
    near = {
        *affected,
        *(key for key in umbrellas if not parts[key].isdisjoint(affected)),
        *chain.from_iterable(parts.get(key, ()) for key in affected),
    }
    users = {key: each for key, each in events.items() if each.has_rooms}
    places = {place for key in near if key in users for place in users[key].places}
    return {key for key, each in users.items() if not places.isdisjoint(each.places)}


def _parts(things: Mapping[str, Basics | Facts]) -> Mapping[str, set[str]]:
    found: dict[str, set[str]] = {}
    for key, each in things.items():
        if isinstance(each, Facts) and each.part_of:
            found.setdefault(f"events/{each.part_of}", set()).add(key)
    return found
