"""A place's opening hours over some months → weekly series, and the days that stand alone.

The hours themselves come from `schedule.opening`, day by day; here they are only put together
again, so that a calendar says "every Tuesday" and not fifty Tuesdays.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta

from kohtaamo.model.place import HolidayHours, Place, Season
from kohtaamo.schedule.opening import DayHours, OpenSpan, day_hours, is_common
from kohtaamo.schedule.regular_hours import season_on
from kohtaamo.schedule.zone import CHANGING_HOUR, is_doubled_hour, is_missing_hour, utc

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
    common = _Common(place)
    for day in map(date.fromordinal, range(first.toordinal(), last.toordinal() + 1)):
        if common.takes(day):
            continue
        hours = day_hours(place, day)
        if _is_special(place, hours):
            alone[day] += hours.spans
        else:
            for slot, span in _slots(place, hours):
                (alone[day] if slot is None else weekly[slot]).append(span)
    series = {slot: _weekly(slot, like, days) for slot, (like, days) in common.plain()}
    for slot, spans in (*weekly.items(), *common.doubtful()):
        kept, apart = _alike(spans)
        if kept:
            series[slot] = _weekly(slot, kept[0], [span.day for span in kept])
        for span in apart:
            alone[span.day].append(span)
    singles = (each for day in sorted(alone) for each in _of_day(day_hours(place, day), alone[day]))
    return tuple(series[slot] for slot in sorted(series)), tuple(singles)


@dataclass(slots=True)
class _Common:
    """The common days of a place without stops: of each weekday and season they are all alike.

    `slots` go by weekday and season; `kept` holds, of each, the hours of one day and all its days.
    """

    place: Place
    slots: dict[tuple[int, object], tuple[Slot, ...]] = field(default_factory=dict)
    kept: dict[Slot, tuple[OpenSpan, list[date]]] = field(default_factory=dict)

    def takes(self, day: date) -> bool:
        """True when it is such a day, which is then counted in."""
        if self.place.stops or not is_common(self.place, day):
            return False
        season = season_on(self.place, day) if self.place.seasons else None
        key = day.weekday(), season and (season.from_, season.to)
        if key not in self.slots:
            hours = day_hours(self.place, day)
            found: dict[Slot, tuple[OpenSpan, list[date]]] = {
                slot: (span, []) for slot, span in _slots(self.place, hours) if slot is not None
            }
            self.kept |= found
            self.slots[key] = tuple(found)
        for slot in self.slots[key]:
            self.kept[slot][1].append(day)
        return True

    def plain(self) -> Iterator[tuple[Slot, tuple[OpenSpan, list[date]]]]:
        """Those hours of which no clock ever makes anything else, with their days."""
        return (each for each in self.kept.items() if _is_plain(each[1][0]))

    def doubtful(self) -> Iterator[tuple[Slot, list[OpenSpan]]]:
        """All others, day by day."""
        for slot, (like, days) in self.kept.items():
            if not _is_plain(like):
                yield slot, [_moved(like, day) for day in days]


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


def _weekly(slot: Slot, like: OpenSpan, days: list[date]) -> WeeklyHours:
    first, last, open_on = days[0], days[-1], set(days)
    weeks = (first + number * _WEEK for number in range((last - first) // _WEEK))
    return WeeklyHours(
        slot=slot,
        first=_moved(like, first),
        last=_moved(like, last),
        skipped=tuple(day for day in weeks if day not in open_on),
    )


def _moved(like: OpenSpan, day: date) -> OpenSpan:
    """The same hours on another day."""
    by = day - like.day
    return replace(like, day=day, start=like.start + by, end=like.end + by) if by else like


def _is_plain(span: OpenSpan) -> bool:
    """Within a day and after the hour in which clocks change: always as long as it looks."""
    return span.start.hour > CHANGING_HOUR and span.end.date() == span.day


def _of_day(hours: DayHours, spans: list[OpenSpan]) -> Iterator[HoursOfDay]:
    for number, span in enumerate(sorted(spans, key=_order), start=1):
        yield HoursOfDay(
            ordinal=number, span=span, holiday=hours.holiday, is_exception=hours.is_exception
        )


def _order(span: OpenSpan) -> tuple[datetime, datetime, str, str]:
    return span.start, span.end, span.mode, span.stop or ""
