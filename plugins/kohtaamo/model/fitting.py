"""Which events and places fit a need, as rules that anybody can read."""

from dataclasses import dataclass
from enum import StrEnum


class EventTrait(StrEnum):
    """What an event says of itself; what it does not say is not known, and fits no rule."""

    FREE = "free"
    DROP_IN = "drop-in"
    ALONE_OK = "alone-ok"
    BY_PHONE = "by-phone"
    ONLINE = "online"
    FIRST_VISIT = "first-visit"


class PlaceTrait(StrEnum):
    """What a place says of itself: somebody is there, answers the phone, tells of a first visit.

    `PHONE` is the number of whom to ask, `BY_PHONE` one by which people take part.
    """

    STAFFED = "staffed"
    GUIDANCE = "guidance"
    PHONE = "phone"
    BY_PHONE = "by-phone"
    FIRST_VISIT = "first-visit"


@dataclass(frozen=True, slots=True, kw_only=True)
class EventRule:
    """All the traits, and of the audiences and of the topics, where any are named, at least one."""

    traits: tuple[EventTrait, ...] = ()
    audiences: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceRule:
    """All the traits, and of each list that names anything at least one.

    Of `accessibility` only what is known to be there counts.
    """

    traits: tuple[PlaceTrait, ...] = ()
    audiences: tuple[str, ...] = ()
    facilities: tuple[str, ...] = ()
    accessibility: tuple[str, ...] = ()
