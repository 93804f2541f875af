"""How a series goes on: its rule, its breaks, here and there a changed or cancelled date."""

from collections.abc import Sequence
from datetime import date

from benchmarks.corpus.days import BREAK, ORDINALS, SUMMER, WEEKDAYS, Rhythm, closed_days, within
from benchmarks.corpus.dice import Dice
from benchmarks.corpus.head import Value
from benchmarks.corpus.places import Place
from benchmarks.corpus.words import REASONS

SERIES_STARTS = (date(2026, 9, 1), date(2026, 10, 1), date(2026, 11, 2), date(2027, 1, 11))
_ENDS = (date(2027, 5, 31), date(2027, 12, 12))


def repeat(place: Place, rhythm: Rhythm, first: date, hour: int, dice: Dice) -> dict[str, Value]:
    """The field `repeat` of a series from its first date on."""
    until = dice.one(_ENDS)
    days = list(rhythm.dates(first, until))
    kept = [day for day in days if place.free_for(day)]
    every = {0: "month", 1: "week", 2: "2 weeks"}[rhythm.weeks]
    weekday = WEEKDAYS[rhythm.weekday]
    return {
        "every": every,
        "on": "" if rhythm.weeks else f"{ORDINALS[rhythm.ordinal]} {weekday}",
        "until": until.isoformat(),
        "skip": _skip(place, days),
        "changes": _changes(kept, hour, dice) if dice.happens(15) else [],
    }


def _skip(place: Place, days: Sequence[date]) -> list[Value]:
    skip: list[Value] = []
    if any(day in closed_days() for day in days):
        skip += ["public-holidays", "eves"]
    spans = ((place.breaks, BREAK, "Välipäivät"), (place.summers, SUMMER, "Kesätauko"))
    for applies, span, reason in spans:
        if applies and any(within(day, span) for day in days):
            ends = {"from": span[0].isoformat(), "to": span[1].isoformat()}
            skip.append({**ends, "reason": reason})
    return skip


def _changes(kept: Sequence[date], hour: int, dice: Dice) -> list[Value]:
    """One date a quarter of an hour later, or cancelled, or both."""
    later, off = dice.some(kept, 2)
    moved: Value = {
        "date": later.isoformat(),
        "start": f"{hour:02}:15",
        "reason": dice.one(REASONS),
    }
    cancelled: Value = {"date": off.isoformat(), "cancelled": "yes", "reason": dice.one(REASONS)}
    return [[moved], [cancelled], [moved, cancelled]][dice.below(3)]
