"""Days for which a place has no hours, and hours that no day will ever have.

Whatever is over is left alone: nobody mends last summer.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from kohtaamo.content.build.draft import Draft
from kohtaamo.content.rules.rule import problem_at, written_span
from kohtaamo.model.place import Place
from kohtaamo.problems.problem import Problem
from kohtaamo.schedule.moments import ONE_DAY

# Two seasons that lie farther apart have a break between them that somebody meant.
_LONGEST_GAP = 21
_DAYS_OF_A_WEEK = 7

Span = tuple[date, date]


def check_hours_gaps(draft: Draft, today: date) -> Iterator[Problem]:
    """Seasons follow one another, lie within the time in use and have the days of their hours."""
    for place in draft.network.places.values():
        if not (place.hours or place.stops):
            yield from _gaps(place, today)
        for at, span in _named(place):
            yield from _out_of_use(place, at, span, today)
        yield from _missed(place, today)


def _gaps(place: Place, today: date) -> Iterator[Problem]:
    """Of a place without a week of its own, each gap stands with the season that follows it."""
    seasons = sorted(
        (season.from_, season.to, index)
        for index, season in enumerate(place.seasons)
        if season.from_ <= season.to
    )
    reached = place.open_from - ONE_DAY if place.open_from else None
    for number, (first, last, index) in enumerate(seasons):
        if reached is not None:
            code = "seasons-apart" if number else "season-begins-late"
            gap = reached + ONE_DAY, first - ONE_DAY
            yield from _gap(place, f"seasons[{index}].from", code, gap, today)
        reached = max(reached or last, last)
    if seasons and reached is not None and place.open_until is not None:
        code = "season-ends-early"
        gap = reached + ONE_DAY, place.open_until
        yield from _gap(place, f"seasons[{seasons[-1][2]}].to", code, gap, today)


def _gap(place: Place, at: str, code: str, gap: Span, today: date) -> Iterator[Problem]:
    """A gap that exceptions do not speak of from its first day to its last."""
    first, last = gap
    length = (last - first).days + 1
    if last < today or not 0 < length <= _LONGEST_GAP:
        return
    days = (first + timedelta(number) for number in range(length))
    if any(all(day not in each for each in place.exceptions) for day in days):
        yield problem_at(place.origin, at, code, days=written_span(first, last))


def _named(place: Place) -> Iterator[tuple[str, Span]]:
    """The seasons, exceptions and stops of a place with their first and last days."""
    for index, season in enumerate(place.seasons):
        yield f"seasons[{index}]", (season.from_, season.to)
    for index, each in enumerate(place.exceptions):
        first = each.date or each.from_
        if first is not None:
            yield f"exceptions[{index}]", (first, each.date or each.to or first)
    for index, stop in enumerate(place.stops):
        if stop.dates:
            yield f"stops[{index}]", (min(stop.dates), max(stop.dates))
        elif stop.from_ is not None and stop.to is not None:
            yield f"stops[{index}]", (stop.from_, stop.to)


def _out_of_use(place: Place, at: str, span: Span, today: date) -> Iterator[Problem]:
    """What lies before the first day of a place, or after its last, nobody will ever see."""
    first, last = span
    if last < today or last < first:
        return
    begin, end = place.open_from, place.open_until
    days = written_span(first, last)
    if begin is not None and last < begin:
        yield problem_at(
            place.origin, at, "before-open-from", days=days, limit=written_span(begin, begin)
        )
    elif end is not None and first > end:
        yield problem_at(
            place.origin, at, "after-open-until", days=days, limit=written_span(end, end)
        )


def _missed(place: Place, today: date) -> Iterator[Problem]:
    """Hours of a season shorter than a week whose weekdays it does not have."""
    for number, season in enumerate(place.seasons):
        length = (season.to - season.from_).days + 1
        if season.to < today or not 0 < length < _DAYS_OF_A_WEEK:
            continue
        weekdays = {(season.from_ + timedelta(day)).weekday() for day in range(length)}
        for index, hours in enumerate(season.hours):
            if hours.days and weekdays.isdisjoint(hours.days):
                yield problem_at(
                    place.origin,
                    f"seasons[{number}].hours[{index}].days",
                    "season-misses-its-day",
                    days=written_span(season.from_, season.to),
                )
