"""Identities that last for years: calendars and feed readers know a thing by these.

A uuid5 (RFC 9562 §5.5) of the network's id and of kind and first slug; never of time, order,
title, address, domain or language. `formerly` lists former slugs, the oldest first.
"""

from collections.abc import Sequence
from datetime import date, datetime
from functools import cache
from uuid import NAMESPACE_URL, UUID, uuid5

# The name under which every network's own namespace is made; changing it changes every identity.
_ROOT = "tag:kohtaamo,2026:"


@cache
def network_namespace(network_id: str) -> UUID:
    """The namespace of everything one network publishes."""
    return uuid5(NAMESPACE_URL, _ROOT + network_id)


def item_id(network_id: str, kind: str, slug: str, formerly: Sequence[str] = ()) -> UUID:
    """The identity of a file: `formerly[0]` is the first slug it ever had."""
    first = formerly[0] if formerly else slug
    return uuid5(network_namespace(network_id), f"{kind}/{first}")


def date_id(series: UUID, start: date | datetime) -> UUID:
    """The identity of one date that leaves as an event of its own: series and local start date."""
    return uuid5(series, start.strftime("%Y-%m-%d"))


def change_id(series: UUID, named: str, kind: str) -> UUID:
    """The identity of one declared change of an event (contract §5.7).

    `named` is the date by the rule that it changes, or `all`; `kind` is cancelled, postponed or
    moved.
    """
    return uuid5(series, f"{named}/{kind}")


def busy_id(network_id: str, place: str, room: str, start: datetime) -> UUID:
    """The identity of busy time: room and local start, nothing of the group that meets there.

    `place` is the first slug that the room's place ever had.
    """
    minute = start.isoformat(timespec="minutes")
    return uuid5(network_namespace(network_id), f"busy/{place}/{room}/{minute}")


def room_id(network_id: str, place: str, room: str) -> UUID:
    """The identity of a room; `place` is the first slug that its place ever had."""
    return uuid5(network_namespace(network_id), f"room/{place}/{room}")


def weekly_hours_id(place: UUID, season: str, stop: str, weekday: int, ordinal: int) -> UUID:
    """The identity of a place's weekly hours: their number on a weekday, never their times.

    `season` is the season's first day, or the word for the ordinary week.
    """
    return uuid5(place, f"hours/{season}/{stop}/{weekday}/{ordinal}")


def hours_of_day_id(place: UUID, day: date, ordinal: int) -> UUID:
    """The identity of hours that a place keeps on one day alone: their number on that day."""
    return uuid5(place, f"hours/{day.isoformat()}/{ordinal}")


def urn(identity: UUID) -> str:
    """As feeds write it (RFC 9562 §4)."""
    return f"urn:uuid:{identity}"
