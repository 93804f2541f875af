"""No room is taken twice at the same time."""

from collections.abc import Iterator
from datetime import date, timedelta
from functools import partial

from kohtaamo.content.build.draft import Draft
from kohtaamo.content.rules.event_times import is_readable
from kohtaamo.content.rules.rule import problem_at, written
from kohtaamo.content.rules.sight import horizon
from kohtaamo.model.event import Event
from kohtaamo.model.network import Network
from kohtaamo.problems.problem import Problem
from kohtaamo.schedule.doubtful_rooms import doubtful_events
from kohtaamo.schedule.moments import clock_of
from kohtaamo.schedule.rooms import BusySpan, busy_rooms, clashes

Pair = tuple[BusySpan, BusySpan]


def check_rooms(draft: Draft, today: date) -> Iterator[Problem]:
    """Spans of one room from today over 18 months that overlap, or lie too near for its turnaround.

    One problem for each pair of events, with the first date, in the file of the event that begins
    later (by path when they begin together); it names the other file and nothing of its content.
    """
    network = draft.network
    events = [event for event in network.events.values() if is_readable(event)]
    doubtful = doubtful_events(events, partial(_turnaround, network))
    for (slug, room_id), spans in busy_rooms(doubtful, today, horizon(today)).items():
        turnaround = _turnaround(network, slug, room_id)
        pairs: dict[tuple[str, str], list[Pair]] = {}
        for pair in clashes(spans, turnaround):
            names = sorted((pair[0].event, pair[1].event))
            pairs.setdefault((names[0], names[1]), []).append(pair)
        for (one, other), found in pairs.items():
            later, earlier = _in_order(network.events[one], network.events[other])
            yield _clash(later, earlier, found, turnaround, f"{slug}/{room_id}")


def _turnaround(network: Network, slug: str, room_id: str) -> int:
    place = network.places.get(slug)
    room = place.room(room_id) if place else None
    return room.turnaround if room else 0


def _in_order(one: Event, other: Event) -> tuple[Event, Event]:
    ordered = sorted((one, other), key=lambda event: (clock_of(event.start), event.origin.path))
    return ordered[1], ordered[0]


def _clash(later: Event, earlier: Event, found: list[Pair], turnaround: int, room: str) -> Problem:
    overlapping = [pair for pair in found if pair[1].start < pair[0].taken_until]
    first, second = (overlapping or found)[0]
    values = {
        "room": room,
        "when": written(second.start),
        "first": _hours(first),
        "second": _hours(second),
        "count": str(len(found)),
    }
    if later is earlier:
        return problem_at(later.origin, "room", "room-clash-with-itself", **values)
    values["other"] = earlier.origin.path
    if overlapping:
        return problem_at(later.origin, "room", "room-clash", **values)
    return problem_at(later.origin, "room", "room-turnaround", **values, minutes=str(turnaround))


def _hours(span: BusySpan) -> str:
    """`13:00–15:00`; with the date where it is not the day of the start."""
    if span.end is None:
        return f"{span.start:%H:%M}"
    if span.end.date() - span.start.date() > timedelta(days=1):
        return f"{written(span.start)} – {written(span.end)}"
    return f"{span.start:%H:%M}–{span.end:%H:%M}"
