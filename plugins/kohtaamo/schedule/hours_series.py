"""A place's opening hours over some months → weekly series, and the days that stand alone.

The hours themselves come from `schedule.opening`, day by day; here they are only put together
again, so that a calendar says "every Tuesday" and not fifty Tuesdays.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from kohtaamo.model.place import HolidayHours, Place, Season
from kohtaamo.schedule.opening import DayHours, OpenSpan, day_hours
from kohtaamo.schedule.regular_hours import season_on
from kohtaamo.schedule.zone import is_doubled_hour, is_missing_hour, utc

ORDINARY_WEEK = "week"
_WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True, order=True)
class Slot:
    """Which of a place's weekly hours: by what stays the same when the hours themselves change.

    `season` is the season's first day, or ORDINARY_WEEK; `weekday` counts from 0 for Monday,
    `ordinal` from 1 within the day and stop; `stop` is "" for a place that does not travel.
    """

    season: str
    stop: str
    weekday: int
    ordinal: int


@dataclass(frozen=True, slots=True, kw_only=True)
class WeeklyHours:
    """Every week from `first` to `last`, but for the weeks of which `skipped` are the days."""

    slot: Slot
    first: OpenSpan
    last: OpenSpan
    skipped: tuple[date, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class HoursOfDay:
    """Hours of one day alone; `ordinal` counts from 1 within the day."""

    ordinal: int
    span: OpenSpan
    holiday: str | None
    is_exception: bool


def hours_series(
    place: Place, first: date, last: date
) -> tuple[tuple[WeeklyHours, ...], tuple[HoursOfDay, ...]]:
    """The hours of the days from `first` to `last`, both included: by slot, and by day.

    Alone stand the hours of exceptions, of public holidays that are not as other days, of stops
    that halt on dates, and those whose length the changing of clocks makes another one.
    """
    weekly: dict[Slot, list[OpenSpan]] = defaultdict(list)
    alone: dict[date, list[OpenSpan]] = defaultdict(list)
    days: dict[date, DayHours] = {}
    for ordinal in range(first.toordinal(), last.toordinal() + 1):
        hours = day_hours(place, date.fromordinal(ordinal))
        if hours.spans:
            days[hours.day] = hours
            if _is_special(place, hours):
                alone[hours.day] += hours.spans
            else:
                for slot, span in _slots(place, hours):
                    (alone[span.day] if slot is None else weekly[slot]).append(span)
    series = []
    for slot in sorted(weekly):
        kept, apart = _alike(weekly[slot])
        if kept:
            series.append(_weekly(slot, kept))
        for span in apart:
            alone[span.day].append(span)
    singles = (each for day in sorted(alone) for each in _of_day(days[day], alone[day]))
    return tuple(series), tuple(singles)


def _is_special(place: Place, hours: DayHours) -> bool:
    is_other = hours.holiday is not None and place.holiday_hours is not HolidayHours.NORMAL
    return hours.is_exception or is_other


def _slots(place: Place, hours: DayHours) -> Iterator[tuple[Slot | None, OpenSpan]]:
    """Each span of a common day with its slot; None for a stop that halts on dates."""
    counts: dict[str, int] = defaultdict(int)
    for span in hours.spans:
        stop = place.stop(span.stop)
        if stop is not None and stop.dates:
            yield None, span
            continue
        own = stop is not None and bool(stop.hours)
        season = ORDINARY_WEEK if own else _season(place, hours.day)
        at = span.stop or ""
        counts[at] += 1
        yield Slot(season, at, hours.day.weekday(), counts[at]), span


def _season(place: Place, day: date) -> str:
    """The first day of the season; of seasons that begin on one day, the later ones are numbered.

    The shortest is the first: it is what counts while both hold.
    """
    season = season_on(place, day)
    if season is None:
        return ORDINARY_WEEK
    alike = sorted((each for each in place.seasons if each.from_ == season.from_), key=_end_of)
    number = alike.index(season)
    return season.from_.isoformat() + (f"-{number + 1}" if number else "")


def _end_of(season: Season) -> date:
    return season.to


def _alike(spans: list[OpenSpan]) -> tuple[list[OpenSpan], list[OpenSpan]]:
    """The spans that a rule may give, and those that stand apart.

    RFC 5545 §3.8.5.3 gives every date of a series the exact length of its first one; ours end when
    the clock on the wall says so. And readers do not agree about a rule that meets an hour which
    no clock shows, or clocks show twice: then all stand apart.
    """
    begin = spans[0].start
    weeks = range((spans[-1].day - spans[0].day) // _WEEK + 1)
    if any(_is_doubtful(begin + number * _WEEK) for number in weeks):
        return [], spans
    ((usual, _),) = Counter(map(_exact, spans)).most_common(1)
    kept: list[OpenSpan] = []
    apart: list[OpenSpan] = []
    for each in spans:
        is_usual = _exact(each) == usual and not _is_doubtful(each.end)
        (kept if is_usual else apart).append(each)
    return kept, apart


def _is_doubtful(moment: datetime) -> bool:
    return is_missing_hour(moment) or is_doubled_hour(moment)


def _exact(span: OpenSpan) -> timedelta:
    return utc(span.end) - utc(span.start)


def _weekly(slot: Slot, spans: list[OpenSpan]) -> WeeklyHours:
    open_on = {span.day for span in spans}
    first, last = spans[0], spans[-1]
    weeks = (first.day + number * _WEEK for number in range((last.day - first.day) // _WEEK))
    return WeeklyHours(
        slot=slot,
        first=first,
        last=last,
        skipped=tuple(day for day in weeks if day not in open_on),
    )


def _of_day(hours: DayHours, spans: list[OpenSpan]) -> Iterator[HoursOfDay]:
    for number, span in enumerate(sorted(spans, key=_order), start=1):
        yield HoursOfDay(
            ordinal=number, span=span, holiday=hours.holiday, is_exception=hours.is_exception
        )


def _order(span: OpenSpan) -> tuple[datetime, datetime, str, str]:
    return span.start, span.end, span.mode, span.stop or ""
