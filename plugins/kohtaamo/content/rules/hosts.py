"""Who may hold events at a place, and how many fit in."""

from collections.abc import Iterator, Mapping
from datetime import date

from kohtaamo.content.build.draft import Draft
from kohtaamo.content.rules.rule import line_of, problem_at
from kohtaamo.model.event import Event
from kohtaamo.model.place import CanHost, Place
from kohtaamo.problems.problem import Problem


def check_hosts(draft: Draft, _today: date) -> Iterator[Problem]:
    """One of the organisers may host at the place; no more may register than the room holds."""
    for event in draft.network.events.values():
        if event.is_closed:
            continue
        if draft.known["organiser"].issuperset(event.organisers):
            yield from _hosts(event, draft.network.places)
        if not event.is_off:
            yield from _room_sizes(event, draft.network.places)


def _hosts(event: Event, places: Mapping[str, Place]) -> Iterator[Problem]:
    """At the event's own place and at those to which dates are moved; once a place."""
    changes = event.repeat.changes if event.repeat else ()
    named = {event.place: "place"}
    for index, change in enumerate(changes):
        if not change.cancelled:
            named.setdefault(change.place, f"repeat.changes[{index}].place")
    for slug, at in named.items():
        place = places.get(slug or "")
        if place is not None:
            yield from _host(event, place, at)


def _host(event: Event, place: Place, at: str) -> Iterator[Problem]:
    """The place's own people may always; a list names the others, `ask` asks about the others."""
    if not event.organisers or place.has_agreed_to(event.organisers):
        return
    if isinstance(place.can_host, CanHost) or not place.can_host:
        yield problem_at(event.origin, at, "host-to-be-asked", place=place.slug)
    else:
        allowed = ", ".join(place.can_host)
        yield problem_at(event.origin, at, "host-not-listed", place=place.slug, allowed=allowed)


def _room_sizes(event: Event, places: Mapping[str, Place]) -> Iterator[Problem]:
    """The event's own room and those of changed dates; once a room.

    Who may also take part from afar needs no room: of their number nothing is claimed.
    """
    if event.from_afar or event.registration is None or event.registration.capacity is None:
        return
    changes = event.repeat.changes if event.repeat else ()
    rooms = [
        (event.place, event.room, "registration.capacity"),
        *(
            (change.place or event.place, change.room, f"repeat.changes[{index}].room")
            for index, change in enumerate(changes)
            if not change.cancelled
        ),
    ]
    told: set[tuple[str, str]] = set()
    for slug, room_id, at in rooms:
        place = places.get(slug or "")
        if place is not None and room_id is not None and (place.slug, room_id) not in told:
            told.add((place.slug, room_id))
            yield from _room_size(event, place, room_id, at)


def _room_size(event: Event, place: Place, room_id: str, at: str) -> Iterator[Problem]:
    room = place.room(room_id)
    wanted = event.registration.capacity if event.registration else None
    if room is None or room.capacity is None or wanted is None or wanted <= room.capacity:
        return
    yield problem_at(
        event.origin,
        at,
        "room-too-small",
        value=str(wanted),
        room=room.id,
        capacity=str(room.capacity),
        source=line_of(place, f"rooms[{place.rooms.index(room)}].capacity"),
    )
