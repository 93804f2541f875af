"""Rooms of a place × days → day by day when it is open, when each is taken and when free."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from kohtaamo.model.place import Place, Room
from kohtaamo.schedule.free import FreeSpan, Stretch, free_spans, open_time
from kohtaamo.schedule.moments import ONE_DAY
from kohtaamo.schedule.opening import DayHours, day_hours
from kohtaamo.schedule.rooms import BusySpan


@dataclass(frozen=True, slots=True, kw_only=True)
class RoomDay:
    """One day of a room: `taken` is what the day has of every use, cut at midnights.

    `free` are the spans that begin on the day; none for a room that cannot be booked.
    """

    hours: DayHours
    taken: tuple[BusySpan, ...]
    free: tuple[FreeSpan, ...]

    @property
    def day(self) -> date:
        return self.hours.day


def room_days(
    place: Place, taken: Mapping[str, Sequence[BusySpan]], first: date, last: date
) -> Mapping[str, tuple[RoomDay, ...]]:
    """The days from `first` to `last`, both included, of every room of a place, by its id.

    `taken` are the uses of each room, by start, of the days before and after too: one may reach
    into these days, or its turnaround.
    """
    # What is open after midnight may belong to the evening before.
    begun = first - ONE_DAY
    days = [
        day_hours(place, begun + timedelta(days=number))
        for number in range((last - begun).days + 1)
    ]
    is_open = open_time(days)
    return {room.id: _of_room(room, taken.get(room.id, ()), days, is_open) for room in place.rooms}


def _of_room(
    room: Room,
    uses: Sequence[BusySpan],
    days: Sequence[DayHours],
    is_open: Sequence[Stretch],
) -> tuple[RoomDay, ...]:
    free: dict[date, list[FreeSpan]] = defaultdict(list)
    for span in free_spans(is_open, uses, room.turnaround) if room.bookable else ():
        free[span.day].append(span)
    taken: dict[date, list[BusySpan]] = defaultdict(list)
    for part in sorted(_parts(uses), key=lambda part: part.sort_key):
        taken[part.start.date()].append(part)
    return tuple(
        RoomDay(
            hours=each,
            taken=tuple(taken.get(each.day, ())),
            free=tuple(free.get(each.day, ())),
        )
        for each in days[1:]
    )


def _parts(uses: Iterable[BusySpan]) -> Iterator[BusySpan]:
    """Every use cut at midnights: what each of its days has of it."""
    for use in uses:
        start, midnight = use.start, _next_midnight(use.start)
        while use.end is not None and use.end > midnight:
            yield replace(use, start=start, end=midnight)
            start, midnight = midnight, midnight + ONE_DAY
        yield use if start is use.start else replace(use, start=start)


def _next_midnight(moment: datetime) -> datetime:
    return datetime.combine(moment.date() + ONE_DAY, time())
