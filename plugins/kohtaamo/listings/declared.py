"""What the files say has changed: whole events, and single dates of series (contract §5.7)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date as Day
from enum import StrEnum

from kohtaamo.model.event import Access, Event, Status
from kohtaamo.model.repeat import Change
from kohtaamo.schedule.moments import day_of, last_day_of
from kohtaamo.schedule.occurrence import Occurrence, State
from kohtaamo.schedule.occurrences import occurrences
from kohtaamo.schedule.series import Series, plan

ALL = "all"


class ChangeKind(StrEnum):
    """A part of the change's identity. `moved`: another time, place or room."""

    CANCELLED = "cancelled"
    POSTPONED = "postponed"
    MOVED = "moved"


@dataclass(frozen=True, slots=True, kw_only=True)
class Declared:
    """One declared change of the event `event`, a slug.

    `date` is the date by the rule that it changes, None for the whole event; `occurrence` is that
    date as it is now, of a whole event its first. `day` is the earliest day that it concerns, old
    or new, from today on.
    """

    event: str
    kind: ChangeKind
    date: Day | None
    occurrence: Occurrence
    day: Day

    @property
    def named(self) -> str:
        """What it changes: `2026-12-09`, or `all`."""
        return self.date.isoformat() if self.date else ALL

    @property
    def key(self) -> str:
        """Unlike that of any other change in the network."""
        return f"{self.event}/{self.named}/{self.kind.value}"


def declared_changes(events: Iterable[Event], today: Day) -> tuple[Declared, ...]:
    """Every change whose old and new dates have not all passed, the next first.

    Of events that are open to all: closed groups and members hear of theirs among themselves.
    """
    found = [
        declared
        for event in events
        if event.access is Access.OPEN and declares_changes(event)
        for declared in _declared(event, today)
    ]
    found.sort(key=lambda each: (each.day, each.occurrence.sort_key, each.key))
    return tuple(found)


def declares_changes(event: Event) -> bool:
    """True when its file says that anything of it is not as planned, on whatever day."""
    changes = event.repeat.changes if event.repeat else ()
    return event.status is not Status.CONFIRMED or bool(changes)


def _declared(event: Event, today: Day) -> Iterator[Declared]:
    series = plan(event)
    dates = occurrences(series)
    if event.status is not Status.CONFIRMED and dates:
        coming = [each for each in dates if each.last_day >= today]
        if coming:
            yield Declared(
                event=event.slug,
                kind=ChangeKind(event.status.value),
                date=None,
                occurrence=dates[0],
                day=max(coming[0].first_day, today),
            )
    for each in dates:
        kind = _kind(series, each)
        days = [max(first, today) for first, last in _days(each) if last >= today]
        if kind is not None and days:
            yield Declared(
                event=event.slug,
                kind=kind,
                date=day_of(each.by_rule),
                occurrence=each,
                day=min(days),
            )


def _kind(series: Series, occurrence: Occurrence) -> ChangeKind | None:
    """What a change of this date does; None without one, or where the whole event says it all."""
    change = series.changes.get(day_of(occurrence.by_rule))
    if change is None:
        return None
    if occurrence.state is State.CANCELLED and series.event.status is not Status.CANCELLED:
        return ChangeKind.CANCELLED
    if occurrence.state is State.MOVED and _moves(change):
        return ChangeKind.MOVED
    return None


def _moves(change: Change) -> bool:
    return any((change.start, change.end, change.place, change.room))


def _days(occurrence: Occurrence) -> Iterator[tuple[Day, Day]]:
    """First and last day of the date as it is, and as it was."""
    yield occurrence.first_day, occurrence.last_day
    if occurrence.was_start is not None:
        yield (
            day_of(occurrence.was_start),
            last_day_of(occurrence.was_start, occurrence.was_end),
        )
