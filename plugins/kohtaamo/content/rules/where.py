"""Where an event is: a place or another location, online, by telephone; its stop and its room."""

from collections.abc import Iterator, Mapping
from datetime import date

from kohtaamo.content.build.draft import Draft
from kohtaamo.content.rules.rows import Ruling
from kohtaamo.content.rules.rule import problem_at
from kohtaamo.content.rules.table import WHERE
from kohtaamo.model.event import Event
from kohtaamo.model.place import Place
from kohtaamo.problems.problem import Problem

_WHERE = Ruling(WHERE)


def check_where(draft: Draft, _today: date) -> Iterator[Problem]:
    """At least one of place, location, online and phone; of place and location at most one.

    A written `attendance` agrees with them. Stop and room are the place's own, in changes too.
    That a closed group has a place at all is its own rule.
    """
    for event in draft.network.events.values():
        yield from _WHERE.of(event, event.origin)
        yield from _attendance(event)
        yield from _stop(event, draft.network.places)
        yield from _rooms(event, draft.network.places)


def _attendance(event: Event) -> Iterator[Problem]:
    if event.attendance is None or not (event.on_site or event.from_afar):
        return
    if event.attendance is not event.attended:
        yield problem_at(
            event.origin,
            "attendance",
            "attendance-disagrees",
            value=event.attendance,
            derived=event.attended,
        )


def _stop(event: Event, places: Mapping[str, Place]) -> Iterator[Problem]:
    place = places.get(event.place or "")
    if place is None:
        return
    stops = [stop.id for stop in place.stops]
    if event.stop is None:
        if stops and place.address is None and not event.is_closed:
            allowed = ", ".join(stops)
            yield problem_at(
                event.origin, "place", "stop-missing", place=place.slug, allowed=allowed
            )
    elif not stops:
        yield problem_at(event.origin, "stop", "place-without-stops", place=place.slug)
    elif event.stop not in stops:
        allowed = ", ".join(stops)
        yield problem_at(
            event.origin,
            "stop",
            "unknown-stop",
            value=event.stop,
            place=place.slug,
            allowed=allowed,
        )


def _rooms(event: Event, places: Mapping[str, Place]) -> Iterator[Problem]:
    yield from _room(event, "room", event.room, event.place, places)
    for index, change in enumerate(event.repeat.changes if event.repeat else ()):
        at = f"repeat.changes[{index}].room"
        yield from _room(event, at, change.room, change.place or event.place, places)


def _room(
    event: Event, at: str, room: str | None, slug: str | None, places: Mapping[str, Place]
) -> Iterator[Problem]:
    place = places.get(slug or "")
    if room is None or place is None or place.room(room) is not None:
        return
    if place.rooms:
        allowed = ", ".join(each.id for each in place.rooms)
        yield problem_at(
            event.origin, at, "unknown-room", value=room, place=place.slug, allowed=allowed
        )
    else:
        yield problem_at(event.origin, at, "place-without-rooms", place=place.slug)
