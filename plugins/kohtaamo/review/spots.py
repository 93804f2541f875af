"""Where an event is, and when two events are at the same spot."""

from collections.abc import Iterator
from enum import Enum

from kohtaamo.listings.table import municipalities_of
from kohtaamo.model.event import Event
from kohtaamo.model.network import Network
from kohtaamo.text.folding import fold


class Spot(Enum):
    """How two events lie to each other; what is only said in part may be the same."""

    SAME = "same"
    PERHAPS = "perhaps"
    OTHER = "other"


def compared(network: Network, one: Event, other: Event) -> Spot:
    """Whether two events are held at the same spot.

    Two places of the network are never the same, nor are two rooms or stops of one place. Where
    one event has a place of its own in words, names and streets decide; without either it may be
    the same where the municipality is.
    """
    if not (one.on_site and other.on_site):
        return Spot.OTHER
    if one.place and other.place:
        differs = one.place != other.place or _differ(one.room, other.room)
        return Spot.OTHER if differs or _differ(one.stop, other.stop) else Spot.SAME
    if set(municipalities_of(one, network)).isdisjoint(municipalities_of(other, network)):
        return Spot.OTHER
    names, others = set(_names(network, one)), set(_names(network, other))
    if not names or not others:
        return Spot.PERHAPS
    return Spot.SAME if _are_near(names, others) else Spot.OTHER


def place_names(network: Network, event: Event) -> Iterator[str]:
    """What a title may call the spot: names of the place, its room and its municipality."""
    place = network.places.get(event.place or "")
    if place is not None:
        yield place.name
    if event.location is not None and event.location.name:
        yield event.location.name
    for municipality in municipalities_of(event, network):
        term = network.vocabularies["municipalities"].get(municipality)
        yield from term.label.by_language.values() if term else (municipality,)


def _differ(one: str | None, other: str | None) -> bool:
    return one is not None and other is not None and one != other


def _names(network: Network, event: Event) -> Iterator[str]:
    """Name and street, without case and accents."""
    place = network.places.get(event.place or "")
    where = place or event.location
    if where is not None:
        street = where.address.street if where.address else None
        yield from (fold(each) for each in (where.name, street) if each)


def _are_near(names: set[str], others: set[str]) -> bool:
    """True when a name holds one of the others, as `Simpeleen koulun sali` does."""
    return any(one in other or other in one for one in names for other in others)
