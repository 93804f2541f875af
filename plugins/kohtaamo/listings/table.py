"""The listing table: each kind of selection, whom it lists, and which events belong to it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from kohtaamo.listings.fitting import needs_of
from kohtaamo.model.event import Event
from kohtaamo.model.network import Network
from kohtaamo.model.place import CanHost

# The two listings that are no selection of events: the noticeboard, and what has changed.
BOARD = "board"
CHANGES = "changes"


@dataclass(frozen=True, slots=True, kw_only=True)
class ListingKind:
    """`keys_of` says under which keys an event belongs.

    `members` gives every key that has an address, events or none; a kind without members of its
    own ("all", "afar") has the one key "".
    """

    name: str
    members: Callable[[Network], Iterable[str]]
    keys_of: Callable[[Event, Network], Iterable[str]]


def municipalities_of(event: Event, network: Network) -> tuple[str, ...]:
    """Where an event is: the municipality of its stop, its place or its own location.

    An event from afar only belongs to the municipalities of its organisers.
    """
    place = network.places.get(event.place or "")
    if place is not None:
        stop = place.stop(event.stop)
        return (stop.municipality if stop else place.municipality,)
    if event.location is not None and event.location.municipality:
        return (event.location.municipality,)
    found = (
        municipality
        for slug in event.organisers
        if slug in network.organisers
        for municipality in network.organisers[slug].municipalities
    )
    return tuple(dict.fromkeys(found))


def _place_of(event: Event, network: Network) -> tuple[str, ...]:
    """Its place, unless that has named who may hold events there, and none of them holds this one.

    A place that wants to be asked has been: whoever takes a contribution in is told of it.
    """
    place = network.places.get(event.place or "")
    if place is None or isinstance(place.can_host, CanHost) or not event.organisers:
        return (event.place,) if event.place else ()
    return (place.slug,) if place.has_agreed_to(event.organisers) else ()


def _terms(vocabulary: str) -> Callable[[Network], Iterable[str]]:
    return lambda network: network.vocabularies[vocabulary]


LISTING_KINDS: tuple[ListingKind, ...] = (
    ListingKind(name="all", members=lambda network: ("",), keys_of=lambda e, n: ("",)),
    ListingKind(
        name="place",
        members=lambda network: network.places,
        keys_of=_place_of,
    ),
    ListingKind(
        name="municipality",
        members=_terms("municipalities"),
        keys_of=municipalities_of,
    ),
    ListingKind(
        name="organiser",
        members=lambda network: network.organisers,
        keys_of=lambda event, network: event.organisers,
    ),
    ListingKind(
        name="audience",
        members=_terms("audiences"),
        keys_of=lambda event, network: event.audiences,
    ),
    ListingKind(
        name="topic",
        members=_terms("topics"),
        keys_of=lambda event, network: event.topics,
    ),
    ListingKind(
        name="need",
        members=_terms("needs"),
        keys_of=needs_of,
    ),
    ListingKind(
        name="afar",
        members=lambda network: ("",),
        keys_of=lambda event, network: ("",) if event.from_afar else (),
    ),
)
