"""Which events and places fit a need: by what they say of themselves, and by nothing else.

What is not said is not known: an event without a price is not called free, and a place without
known facts of its premises has none of them.
"""

from collections.abc import Iterable, Iterator
from datetime import date

from kohtaamo.model.event import Event
from kohtaamo.model.fitting import EventRule, EventTrait, PlaceRule, PlaceTrait
from kohtaamo.model.network import Network
from kohtaamo.model.place import Mode, Place
from kohtaamo.schedule.in_use import hours_left

NEEDS = "needs"


def needs_of(event: Event, network: Network) -> tuple[str, ...]:
    """The needs that an event names, then those whose rules it fits, as their vocabulary has them.

    Umbrellas fit as their own files say; whether an event is listed at all is not asked here.
    """
    traits = frozenset(_event_traits(event))
    fitting = (
        need.id
        for need in network.vocabularies[NEEDS].values()
        if any(_event_fits(event, traits, rule) for rule in need.events)
    )
    return tuple(dict.fromkeys((*event.needs, *fitting)))


def place_fits(place: Place, rules: Iterable[PlaceRule], since: date) -> bool:
    """True when a place fits any of the rules; hours that were over before a day do not count."""
    traits = frozenset(_place_traits(place, since))
    return any(_place_fits(place, traits, rule) for rule in rules)


def _event_fits(event: Event, traits: frozenset[EventTrait], rule: EventRule) -> bool:
    return traits.issuperset(rule.traits) and all(
        any(each in named for each in own)
        for named, own in ((rule.audiences, event.audiences), (rule.topics, event.topics))
        if named
    )


def _event_traits(event: Event) -> Iterator[EventTrait]:
    if event.price is not None and event.price.is_free:
        yield EventTrait.FREE
    if event.takes_anybody:
        yield EventTrait.DROP_IN
    if event.alone_ok:
        yield EventTrait.ALONE_OK
    if event.phone is not None:
        yield EventTrait.BY_PHONE
    if event.online is not None:
        yield EventTrait.ONLINE
    if event.first_visit:
        yield EventTrait.FIRST_VISIT


def _place_fits(place: Place, traits: frozenset[PlaceTrait], rule: PlaceRule) -> bool:
    known = [key for key, has in place.accessibility.items() if has]
    return traits.issuperset(rule.traits) and all(
        any(each in named for each in own)
        for named, own in (
            (rule.audiences, place.audiences),
            (rule.facilities, place.facilities),
            (rule.accessibility, known),
        )
        if named
    )


def _place_traits(place: Place, since: date) -> Iterator[PlaceTrait]:
    """Where nobody can go, nobody is found: hours of a phone line are no hours of a house."""
    modes = {hours.mode for hours in hours_left(place, since)}
    if place.address is not None or place.stops:
        if Mode.STAFFED in modes:
            yield PlaceTrait.STAFFED
        if Mode.GUIDANCE in modes:
            yield PlaceTrait.GUIDANCE
    if place.contact is not None and place.contact.phone:
        yield PlaceTrait.PHONE
    if place.remote is not None and place.remote.phone:
        yield PlaceTrait.BY_PHONE
    if place.first_visit:
        yield PlaceTrait.FIRST_VISIT
