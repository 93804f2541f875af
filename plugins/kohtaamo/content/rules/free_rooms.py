"""Ways out of a clash: other rooms that are free then, and when the room itself is free."""

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from itertools import accumulate, islice

from kohtaamo.model.event import Event, umbrella_slugs
from kohtaamo.model.place import Place, Room
from kohtaamo.schedule.free import free_spans, open_time
from kohtaamo.schedule.moments import ONE_DAY, clock_of, day_of
from kohtaamo.schedule.opening import day_hours
from kohtaamo.schedule.rooms import BusySpan, busy_rooms, minutes_after, minutes_before, takes_rooms

# Enough to choose from; nobody reads a sentence with more.
_MOST = 3

Times = tuple[datetime, datetime]


@dataclass(frozen=True, slots=True)
class _Taken:
    """The spans of a room by start, and the last end of each and of all before it."""

    spans: Sequence[BusySpan]
    starts: Sequence[datetime]
    ends: Sequence[datetime]

    def is_free(self, start: datetime, end: datetime) -> bool:
        """True when nothing of it lies between these."""
        before = bisect_left(self.starts, end)
        return before == 0 or self.ends[before - 1] <= start


_NOTHING = _Taken((), (), ())


@dataclass(frozen=True, slots=True)
class FreeRooms:
    """When rooms are free from `first` to `last`, beside all uses by these events.

    Setup, teardown and a room's turnaround count as taken. A place is laid out when it is first
    asked for: most never are.
    """

    events: Iterable[Event]
    first: date
    last: date
    _seen: dict[str, Mapping[str, _Taken]] = field(default_factory=dict)
    _said: dict[tuple[str, ...], str] = field(default_factory=dict)

    def other_rooms(
        self, place: Place, taken: Room, event: Event, spans: Sequence[BusySpan]
    ) -> str:
        """Other rooms than the taken one, free at all these times, a line each: `id=capacity`.

        `spans` are all times at which the event does not get the taken one. Left out are those
        that are not for others to book, and those that are too small, or may be, for as many as
        can register.
        """
        key = (place.slug, taken.id, event.slug)
        said = self._said.get(key)
        if said is None:
            wanted = event.registration.capacity if event.registration else None
            changes = event.repeat.changes if event.repeat else ()
            own = {taken.id, event.room, *(each.room for each in changes)}
            rooms = (
                f"{room.id}={room.capacity or ''}"
                for room in place.rooms
                if room.bookable is not False and room.id not in own
                if wanted is None or (room.capacity is not None and room.capacity >= wanted)
                if self._is_free(place, room, spans)
            )
            said = self._said[key] = "\n".join(islice(rooms, _MOST))
        return said

    def hours(self, place: Place, room: Room, own: BusySpan) -> str:
        """`08:00–10:00, 14:15–22:00`: when the room is free on the day, and the door open.

        Only what is as long as the span of one's own; empty where no hours are known.
        """
        day = own.start.date() if own.use is None else day_of(own.use.start)
        key = (place.slug, room.id, own.event, own.start.isoformat())
        said = self._said.get(key)
        if said is None:
            near = self._near(place, room, day)
            others = [each for each in near if each != own]
            length = own.taken_until - own.start
            gaps = (
                _in_words(gap.start, gap.end)
                for gap in free_spans(open_time([day_hours(place, day)]), others, room.turnaround)
                if gap.end - gap.start >= length
            )
            said = self._said[key] = ", ".join(islice(gaps, _MOST))
        return said

    def _is_free(self, place: Place, room: Room, spans: Iterable[BusySpan]) -> bool:
        taken = self._at(place).get(room.id, _NOTHING)
        return all(taken.is_free(*_with_pause(each, room)) for each in spans)

    def _near(self, place: Place, room: Room, day: date) -> Sequence[BusySpan]:
        """What may take the room on a day or in the night after it, by start."""
        taken = self._at(place).get(room.id, _NOTHING)
        first, last = clock_of(day - ONE_DAY), clock_of(day + 2 * ONE_DAY)
        # Of what began earlier, something may go on; ends only ever grow.
        begin = bisect_left(taken.ends, first)
        return taken.spans[begin : bisect_left(taken.starts, last)]

    def _at(self, place: Place) -> Mapping[str, _Taken]:
        """What takes the rooms of a place."""
        seen = self._seen.get(place.slug)
        if seen is None:
            umbrellas = umbrella_slugs(self.events)
            there = [
                event
                for event in self.events
                if takes_rooms(event) and event.slug not in umbrellas and _is_ever_at(event, place)
            ]
            busy = busy_rooms(there, self.first, self.last)
            seen = self._seen[place.slug] = {
                room: _Taken(
                    spans,
                    [each.start for each in spans],
                    list(accumulate((each.taken_until for each in spans), max)),
                )
                for (slug, room), spans in busy.items()
                if slug == place.slug
            }
        return seen


def _with_pause(span: BusySpan, room: Room) -> Times:
    """A span with the room's turnaround before and after it."""
    return (
        minutes_before(span.start, room.turnaround),
        minutes_after(span.taken_until, room.turnaround),
    )


def _is_ever_at(event: Event, place: Place) -> bool:
    changes = event.repeat.changes if event.repeat else ()
    return event.place == place.slug or any(change.place == place.slug for change in changes)


def _in_words(start: datetime, end: datetime) -> str:
    midnight = clock_of(start.date() + ONE_DAY)
    return f"{start:%H:%M}–{'24:00' if end == midnight else f'{end:%H:%M}'}"
