"""Who may hold events at a place, and how many fit in."""

from collections.abc import Iterator
from datetime import date

from kohtaamo.content.build.draft import Draft
from kohtaamo.content.rules.rule import problem_at
from kohtaamo.model.event import Event
from kohtaamo.model.place import CanHost, Place
from kohtaamo.problems.problem import Problem


def check_hosts(draft: Draft, _today: date) -> Iterator[Problem]:
    """One of the organisers may host at the place; no more may register than the room holds."""
    for event in draft.network.events.values():
        place = draft.network.places.get(event.place or "")
        if place is not None and not event.is_closed:
            if draft.known["organiser"].issuperset(event.organisers):
                yield from _host(event, place)
            yield from _room_size(event, place)


def _host(event: Event, place: Place) -> Iterator[Problem]:
    """The place's own people may always; a list names the others, `ask` asks about the others."""
    own = {*place.organisers, place.maintained_by}
    if place.can_host is CanHost.ALL or not event.organisers or own.intersection(event.organisers):
        return
    if isinstance(place.can_host, CanHost):
        yield problem_at(event.origin, "place", "host-to-be-asked", place=place.slug)
    elif not set(place.can_host).intersection(event.organisers):
        allowed = ", ".join(place.can_host)
        yield problem_at(
            event.origin, "place", "host-not-listed", place=place.slug, allowed=allowed
        )


def _room_size(event: Event, place: Place) -> Iterator[Problem]:
    room = place.room(event.room)
    wanted = event.registration.capacity if event.registration else None
    if room is None or room.capacity is None or wanted is None or wanted <= room.capacity:
        return
    yield problem_at(
        event.origin,
        "registration.capacity",
        "room-too-small",
        value=str(wanted),
        room=room.id,
        capacity=str(room.capacity),
    )
