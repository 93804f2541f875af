"""One event with its dates laid out, as the checks of dates see it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from kohtaamo.content.rules.rule import problem_at
from kohtaamo.model.event import Event
from kohtaamo.model.place import Place
from kohtaamo.problems.problem import Problem
from kohtaamo.schedule.occurrence import Occurrence
from kohtaamo.schedule.occurrences import occurrences
from kohtaamo.schedule.opening import DayHours, day_hours
from kohtaamo.schedule.series import Series


@dataclass(frozen=True, slots=True)
class OpeningHours:
    """The hours of places by day, each worked out once in one run of the checks."""

    places: Mapping[str, Place]
    _seen: dict[tuple[str, date], DayHours] = field(default_factory=dict)

    def on(self, place: Place, day: date) -> DayHours:
        """What the place keeps on this day."""
        key = (place.slug, day)
        hours = self._seen.get(key)
        if hours is None:
            hours = self._seen[key] = day_hours(place, day)
        return hours


@dataclass(frozen=True, kw_only=True)
class Case:
    """An event, its series, the hours of all places; today, and the last day to look at."""

    event: Event
    series: Series
    opening: OpeningHours
    today: date
    horizon: date

    @cached_property
    def occurrences(self) -> tuple[Occurrence, ...]:
        """All of the event's, by start, cancelled ones too; skipped ones are not among them.

        Laid out on first use: most checks are done with the rule's dates.
        """
        return occurrences(self.series)

    @property
    def is_even(self) -> bool:
        """True when every date is the rule's own: no changes, no extras."""
        return not (self.series.changes or self.series.extras)

    def sees(self, day: date) -> bool:
        """True from today to the last day to look at."""
        return self.today <= day <= self.horizon

    def problem(self, at: str, code: str, **values: str) -> Problem:
        """A problem in the event's file."""
        return problem_at(self.event.origin, at, code, **values)
