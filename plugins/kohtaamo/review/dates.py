"""The dates of an event, held so that those it shares with another are found at once.

A rule gives the same hours on each of its dates: of two rules it is enough to know which days they
have in common, and to look at one of these. The days are bits of a number.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from kohtaamo.content.rules.sight import horizon
from kohtaamo.model.event import Event
from kohtaamo.schedule.changes import occurrence_at
from kohtaamo.schedule.moments import last_day_of
from kohtaamo.schedule.occurrence import Occurrence
from kohtaamo.schedule.series import Series, plan

# Bits count days from so many before today: something long may have begun then.
_EARLIER = 400

Meeting = tuple[Occurrence, Occurrence]
# Whether two dates of the same day have anything to do with each other. It goes by their hours and
# their places alone, and so says the same of every two dates of two rules.
Counts = Callable[[Occurrence, Occurrence], bool]


@dataclass(frozen=True, slots=True)
class Dates:
    """The dates of an event from a day on that take place.

    `regular` has a bit for each day, from `first` on, on which the rule gives a date; `others` are
    changed dates and extras, by day.
    """

    series: Series
    first: int
    regular: int
    others: Mapping[date, Sequence[Occurrence]]

    def regular_on(self, day: date) -> Iterator[Occurrence]:
        """The rule's date on a day, if it has one."""
        shift = day.toordinal() - self.first
        if shift >= 0 and self.regular >> shift & 1:
            yield occurrence_at(self.series, self.series.start_on(day))

    def on(self, day: date) -> Iterator[Occurrence]:
        """All dates that begin on a day."""
        yield from self.regular_on(day)
        yield from self.others.get(day, ())


@dataclass(frozen=True, slots=True)
class Shared:
    """The first meeting of two events, and how many there are."""

    first: Meeting
    count: int


def dates_from(today: date) -> Callable[[Event], Dates]:
    """A function that gives the dates of an event from today on, as far as rules look.

    Each event is laid out once; that takes a few hundred bytes.
    """
    known: dict[str, Dates] = {}

    def dates(event: Event) -> Dates:
        found = known.get(event.slug)
        if found is None:
            found = known[event.slug] = _dates(event, today, horizon(today))
        return found

    return dates


def shared(one: Dates, other: Dates, counts: Counts) -> Shared | None:
    """What two events have in common, by the dates of the one; None for nothing.

    Only dates that begin on the same day are compared.
    """
    count, meetings = 0, []
    common = one.regular & other.regular
    if common:
        day = date.fromordinal(one.first + (common & -common).bit_length() - 1)
        meeting = (next(one.regular_on(day)), next(other.regular_on(day)))
        if counts(*meeting):
            count += common.bit_count()
            meetings.append(meeting)
    found = [meeting for meeting in _irregular(one, other) if counts(*meeting)]
    meetings += found
    if not meetings:
        return None
    first = min(meetings, key=lambda each: (each[0].sort_key, each[1].sort_key))
    return Shared(first, count + len(found))


def _irregular(one: Dates, other: Dates) -> Iterator[Meeting]:
    """What begins on the same day, and is not of both rules."""
    for day, dates in one.others.items():
        yield from ((own, beside) for own in dates for beside in other.on(day))
    for day, dates in other.others.items():
        yield from ((own, beside) for own in one.regular_on(day) for beside in dates)


def _dates(event: Event, today: date, last: date) -> Dates:
    series = plan(event)
    base = today.toordinal() - _EARLIER
    regular, others = 0, dict[date, list[Occurrence]]()
    longer = _days_after_the_first(series)
    for day in () if event.is_off else series.kept:
        if day in series.changes or day > last or day + longer < today:
            continue
        if day.toordinal() >= base:
            regular |= 1 << (day.toordinal() - base)
        else:
            others.setdefault(day, []).append(occurrence_at(series, series.start_on(day)))
    for each in _told_alone(series):
        if each.takes_place and each.first_day <= last and each.last_day >= today:
            others.setdefault(each.first_day, []).append(each)
    by_day = {
        day: tuple(sorted(each, key=lambda one: one.sort_key)) for day, each in others.items()
    }
    return Dates(series, base, regular, by_day)


def _told_alone(series: Series) -> Iterator[Occurrence]:
    for day in series.changes:
        if series.has_date(day) and day not in series.skipped:
            yield occurrence_at(series, series.start_on(day))
    for extra in series.extras:
        yield occurrence_at(series, extra, is_extra=True)


def _days_after_the_first(series: Series) -> timedelta:
    """How many days later than it begins a date of the rule ends."""
    if series.length is None or not series.dates:
        return timedelta(0)
    start = series.start_on(series.dates[0])
    return last_day_of(start, start + series.length) - series.dates[0]
