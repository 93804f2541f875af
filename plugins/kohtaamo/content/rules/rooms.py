"""No room is taken twice at the same time."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial

from kohtaamo.content.build.draft import Draft
from kohtaamo.content.rules.event_times import is_readable
from kohtaamo.content.rules.free_rooms import FreeRooms
from kohtaamo.content.rules.rule import line_of, problem_at, written
from kohtaamo.content.rules.sight import horizon
from kohtaamo.content.rules.uses import field_of, use_of
from kohtaamo.model.event import Event
from kohtaamo.model.network import Network
from kohtaamo.model.place import Place, Room
from kohtaamo.problems.problem import Problem
from kohtaamo.schedule.doubtful_rooms import doubtful_events
from kohtaamo.schedule.moments import clock_of, day_of
from kohtaamo.schedule.rooms import BusySpan, busy_rooms, clashes, overlap

Pair = tuple[BusySpan, BusySpan]


def check_rooms(draft: Draft, today: date) -> Iterator[Problem]:
    """Spans of one room from today over 18 months that overlap, or lie too near for its turnaround.

    One problem for each pair of events, with the first date, in the file of the event that begins
    later (by path when they begin together); it names the other file and, of what is in it, only
    times. Of a closed group it tells from when until when the room is taken.
    """
    network = draft.network
    events = [event for event in network.events.values() if is_readable(event)]
    doubtful = doubtful_events(events, partial(_turnaround, network))
    free = FreeRooms(events, today, horizon(today))
    for (slug, room_id), spans in busy_rooms(doubtful, today, horizon(today)).items():
        pairs: dict[tuple[str, str], list[Pair]] = {}
        for pair in clashes(spans, _turnaround(network, slug, room_id)):
            names = sorted((pair[0].event, pair[1].event))
            pairs.setdefault((names[0], names[1]), []).append(pair)
        place = network.places.get(slug)
        found = [
            _Clash(
                *_in_order(network.events[one], network.events[other]), each, f"{slug}/{room_id}"
            )
            for (one, other), each in pairs.items()
        ]
        wanted: dict[str, dict[datetime, BusySpan]] = {}
        for clash in found:
            wanted.setdefault(clash.later.slug, {}).update(clash.own_spans())
        for clash in found:
            yield clash.problem(place, free, tuple(wanted[clash.later.slug].values()))


def _turnaround(network: Network, slug: str, room_id: str) -> int:
    place = network.places.get(slug)
    room = place.room(room_id) if place else None
    return room.turnaround if room else 0


def _in_order(one: Event, other: Event) -> tuple[Event, Event]:
    ordered = sorted((one, other), key=lambda event: (clock_of(event.start), event.origin.path))
    return ordered[1], ordered[0]


@dataclass(frozen=True, slots=True)
class _Clash:
    """Two events that want one room, and the times at which they do; or one event with itself."""

    later: Event
    earlier: Event
    pairs: Sequence[Pair]
    room: str

    def own_spans(self) -> Iterator[tuple[datetime, BusySpan]]:
        """When the later event wants the room, by start."""
        for pair in self.pairs:
            own = self._in_order(pair)[1]
            yield own.start, own

    def problem(self, place: Place | None, free: FreeRooms, wanted: Sequence[BusySpan]) -> Problem:
        """What is said in the file of the later event, which clashes at all times `wanted`."""
        overlapping = next((pair for pair in self.pairs if overlap(*pair)), None)
        earlier, own = self._in_order(overlapping or self.pairs[0])
        day = own.start.date() if own.use is None else day_of(own.use.start)
        field = "room"
        if own.use is not None:
            field = field_of(self.later, own.use.by_rule, field)
        values = {
            "room": self.room,
            "when": written(day),
            "first": use_of(earlier, day),
            "second": use_of(own, day),
            "count": str(len(self.pairs)),
        }
        origin = self.later.origin
        if overlapping and self.later is self.earlier:
            return problem_at(origin, field, "room-clash-with-itself", **values)
        values |= {"other": self.earlier.origin.path, **self._ways_out(place, free, own, wanted)}
        if overlapping:
            return problem_at(origin, field, "room-clash", **values)
        return problem_at(origin, field, "room-turnaround", **values, **self._turnaround(place))

    def _in_order(self, pair: Pair) -> Pair:
        """The span of the earlier event, then that of the later one, whose file the problem is in.

        A series may have begun long before, and be the later of the two on the day.
        """
        return pair if pair[1].event == self.later.slug else (pair[1], pair[0])

    def _room(self, place: Place | None) -> Room | None:
        return place.room(self.room.partition("/")[2]) if place else None

    def _turnaround(self, place: Place | None) -> dict[str, str]:
        room = self._room(place)
        if place is None or room is None:
            return {"minutes": "0", "source": ""}
        at = f"rooms[{place.rooms.index(room)}].turnaround"
        return {"minutes": str(room.turnaround), "source": line_of(place, at)}

    def _ways_out(
        self, place: Place | None, free: FreeRooms, own: BusySpan, wanted: Sequence[BusySpan]
    ) -> dict[str, str]:
        room = self._room(place)
        if place is None or room is None:
            return {"free": "", "rooms": ""}
        return {
            "free": free.hours(place, room, own),
            "rooms": free.other_rooms(place, room, self.later, wanted),
        }
