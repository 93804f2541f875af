"""A series with a safe rule → its master VEVENT and the overrides of changed dates.

The series keeps its first DTSTART for ever. Skipped dates are EXDATEs, as are cancelled ones from
the day after; until then a cancelled date is an override that says so. Of a series that is off as a
whole, each date goes likewise. A changed date outside the window is an EXDATE until the window
reaches it: no date is better than a wrong hour. EXDATE and RECURRENCE-ID have the form and zone of
DTSTART, because clients ignore them otherwise.

What the passing of days changes in a series counts as a change of that day: DTSTAMP, LAST-MODIFIED
and SEQUENCE grow with it. There are clients that take a series anew only then (ICSx5, on Android).
"""

from collections.abc import Collection, Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta

from kohtaamo.publish.about_event import has_left
from kohtaamo.publish.ics.occurrence import Told, single
from kohtaamo.publish.ics.vevent import Vevent, changed_on
from kohtaamo.schedule.changes import occurrence_at
from kohtaamo.schedule.exported_rule import ExportedRule
from kohtaamo.schedule.moments import ONE_DAY, Moment
from kohtaamo.schedule.occurrence import Occurrence, State
from kohtaamo.schedule.series import Series
from kohtaamo.schedule.windows import MONTHS_AHEAD, entered_on, left_on
from kohtaamo.schedule.zone import is_doubled_hour, utc

# A file may hold 900 kB: in a series with more overrides than this, they do not repeat its text.
MOST_TOLD_IN_FULL = 25

_SHORTEST_MONTH = 28

# Clocks change at 03:00 and at 04:00.
_CLOCK_CHANGE_OVER = 4


def series_vevents(
    told: Told, series: Series, rule: ExportedRule, dates: Collection[Occurrence]
) -> tuple[Vevent, ...]:
    """The master, then the overrides in the order of the dates that they stand for.

    `dates` are those of the window, or all when it holds none. Many overrides say no more than
    what has changed and where the rest is to be read.
    """
    today = told.edition.today
    gone, changed = _exceptions(series, rule, today, dates)
    turned = max((day for day in _turns(series) if day <= today), default=None)
    if turned is not None:
        told = replace(told, stamps=changed_on(told.stamps, turned))
    excluded = sorted({*series.skipped, *gone})
    master = replace(
        single(told, _as_planned(series, rule)),
        uid=told.identity,
        rule=rule,
        exdates=tuple(series.start_on(day) for day in excluded),
    )
    is_long = len(changed) > MOST_TOLD_IN_FULL
    brief = replace(told, paragraphs=(told.url,)) if is_long else told
    overrides = (
        replace(single(brief, each), uid=told.identity, recurrence_id=each.by_rule)
        for each in changed
    )
    return master, *overrides


def _as_planned(series: Series, rule: ExportedRule) -> Occurrence:
    """The first date as the rule has it, in the state of the whole series."""
    event = series.event
    return Occurrence(
        event=event.slug,
        start=rule.dtstart,
        end=_end(series, rule.dtstart),
        by_rule=rule.dtstart,
        state=State(event.status.value),
        place=event.place,
        room=event.room,
        stop=event.stop,
        reason=event.reason,
    )


def _exceptions(
    series: Series, rule: ExportedRule, today: date, dates: Collection[Occurrence]
) -> tuple[list[date], list[Occurrence]]:
    """The dates that have left or are changed and not among `dates`, and those to override.

    In order. When nothing else is left of a series that is off, nothing has left: its own file
    says so of all dates.
    """
    among = {each.by_rule for each in dates}
    keeps_all = all(has_left(each, today) for each in dates)
    gone: list[date] = []
    changed: list[Occurrence] = []
    special = {*_changed_dates(series), *_dates_of_other_length(series, rule)}
    for day in series.kept if series.event.is_off else sorted(special):
        each = occurrence_at(series, series.start_on(day))
        is_told = each.by_rule in among or day not in series.changes
        if (has_left(each, today) and not keeps_all) or not is_told:
            gone.append(day)
        elif day in special:
            changed.append(each)
    return gone, changed


def _turns(series: Series) -> Iterator[date]:
    """The days on which a date of the series leaves its calendars or, changed, enters them."""
    for day in series.kept if series.event.is_off else _changed_dates(series):
        each = occurrence_at(series, series.start_on(day))
        if day in series.changes:
            yield entered_on(each.first_day)
        yield _leaves_on(each)
    if series.changes and series.kept:
        yield from _comings_and_goings(series)


def _comings_and_goings(series: Series) -> Iterator[date]:
    """The days on which the window reaches the series, and those on which it holds none of it.

    Its own file tells of all changes while it lies outside, and then only of those within.
    """
    dates = (occurrence_at(series, series.start_on(day)) for day in series.kept)
    (first, until), *others = sorted((each.first_day, _leaves_on(each)) for each in dates)
    yield entered_on(first)
    for day, leaves in others:
        if (day - until).days >= MONTHS_AHEAD * _SHORTEST_MONTH and entered_on(day) > until:
            yield until
            yield entered_on(day)
        until = max(until, leaves)
    yield until


def _leaves_on(occurrence: Occurrence) -> date:
    last = occurrence.last_day
    return left_on(last) if occurrence.takes_place else last + ONE_DAY


def _changed_dates(series: Series) -> Iterator[date]:
    return (day for day in series.changes if series.has_date(day) and day not in series.skipped)


def _dates_of_other_length(series: Series, rule: ExportedRule) -> Iterator[date]:
    """Dates over a clock change that would end an hour off.

    Our ends are as the clock on the wall shows; RFC 5545 §3.8.2.2 gives every date of a series the
    exact length of the first one, and some clients do as it says. An override leaves no doubt.
    """
    usual = _exact_length(series, rule.dtstart)
    if usual is None or not _may_meet_clock_change(series):
        return
    for day in series.kept:
        start = series.start_on(day)
        if _exact_length(series, start) != usual or _ends_in_doubt(series, start):
            yield day


def _ends_in_doubt(series: Series, start: Moment) -> bool:
    """Clocks show the end twice: its override says in UTC which of the two is meant."""
    end = _end(series, start)
    return isinstance(end, datetime) and is_doubled_hour(end)


def _may_meet_clock_change(series: Series) -> bool:
    length = series.length or timedelta()
    midnight = datetime.combine(series.dates[0], series.time) + length
    return series.time.hour < _CLOCK_CHANGE_OVER or midnight.date() > series.dates[0]


def _exact_length(series: Series, start: Moment) -> timedelta | None:
    end = _end(series, start)
    if not isinstance(start, datetime) or not isinstance(end, datetime):
        return None
    return utc(end) - utc(start)


def _end(series: Series, start: Moment) -> Moment | None:
    return None if series.length is None else start + series.length
