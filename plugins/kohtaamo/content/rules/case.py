"""One event with its dates laid out, as the checks of dates see it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, time, timedelta
from functools import cached_property

from kohtaamo.content.rules.rule import problem_at
from kohtaamo.model.event import Event
from kohtaamo.model.place import HoursException, Place, Season
from kohtaamo.problems.problem import Problem
from kohtaamo.schedule.occurrence import Occurrence
from kohtaamo.schedule.occurrences import occurrences
from kohtaamo.schedule.opening import DayHours, closing_minute, day_hours
from kohtaamo.schedule.public_holidays import public_holidays
from kohtaamo.schedule.series import Series

MINUTE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class OpeningHours:
    """The hours of places by day, each worked out once in one run of the checks.

    `today` and `horizon` are the first and the last day that the checks look at.
    """

    places: Mapping[str, Place]
    today: date
    horizon: date
    _seen: dict[tuple[str, date], DayHours] = field(default_factory=dict)
    _unusual: dict[str, frozenset[date]] = field(default_factory=dict)

    def on(self, place: Place, day: date) -> DayHours:
        """What the place keeps on this day."""
        key = (place.slug, day)
        hours = self._seen.get(key)
        if hours is None:
            hours = self._seen[key] = day_hours(place, day)
        return hours

    def weekdays_open(self, place: Place, start: time, length: timedelta) -> frozenset[int]:
        """The weekdays (0 = Monday) whose hours hold an event of this time of day, in one span.

        That is all there is to ask on days that are not `unusual`. None of a place that travels or
        is in use for a time only: its days are looked at one by one.
        """
        if place.stops or place.open_from or place.open_until:
            return frozenset()
        begin = timedelta(hours=start.hour, minutes=start.minute)
        return frozenset(
            day
            for hours in place.hours
            if hours.from_ * MINUTE <= begin and begin + length <= closing_minute(hours) * MINUTE
            for day in hours.days
        )

    def unusual(self, place: Place) -> frozenset[date]:
        """The days to look at on which something else than the place's week may count.

        That is an exception, a season or a public holiday.
        """
        found = self._unusual.get(place.slug)
        if found is None:
            days = set(public_holidays(range(self.today.year, self.horizon.year + 1)))
            spans: tuple[HoursException | Season, ...] = (*place.exceptions, *place.seasons)
            days.update(day for span in spans for day in self._days_of(span))
            found = self._unusual[place.slug] = frozenset(days)
        return found

    def _days_of(self, span: HoursException | Season) -> Iterator[date]:
        first, last = span.from_, span.to or span.from_
        if isinstance(span, HoursException) and span.date is not None:
            first = last = span.date
        if first is not None and last is not None:
            begin, end = max(first, self.today), min(last, self.horizon)
            yield from map(date.fromordinal, range(begin.toordinal(), end.toordinal() + 1))


@dataclass(frozen=True, kw_only=True)
class Case:
    """An event, its series, and the hours of all places on the days to look at."""

    event: Event
    series: Series
    opening: OpeningHours

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

    @property
    def today(self) -> date:
        """The day from which the checks look."""
        return self.opening.today

    def sees(self, day: date) -> bool:
        """True from today to the last day to look at."""
        return self.opening.today <= day <= self.opening.horizon

    def problem(self, at: str, code: str, **values: str) -> Problem:
        """A problem in the event's file."""
        return problem_at(self.event.origin, at, code, **values)
