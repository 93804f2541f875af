"""Our dates against those of other engines: recurring-ical-events, dateutil and a plain day loop.

The calendars and rules are written here, from what people wrote, and not by the package.
"""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta

import icalendar
import recurring_ical_events  # type: ignore[import-untyped]
from dateutil.rrule import rruleset, rrulestr
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from kohtaamo.model.common import DateSpan
from kohtaamo.model.event import Event
from kohtaamo.model.repeat import (
    Change,
    Every,
    On,
    OnDay,
    OnLastWeekday,
    OnWeekday,
    Parity,
    Repeat,
    Unit,
)
from kohtaamo.schedule.exported_rule import exported_rule
from kohtaamo.schedule.moments import Moment
from kohtaamo.schedule.occurrence import State
from kohtaamo.schedule.occurrences import occurrences
from kohtaamo.schedule.recurrence import is_on_rule, rule_dates
from kohtaamo.schedule.series import plan
from kohtaamo.schedule.zone import utc
from kohtaamo.text.zone import HELSINKI
from tests.often import often

MakeEvent = Callable[..., Event]

CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
FREQ = {Unit.DAY: "DAILY", Unit.WEEK: "WEEKLY", Unit.MONTH: "MONTHLY", Unit.YEAR: "YEARLY"}
VTIMEZONE = """\
BEGIN:VTIMEZONE
TZID:Europe/Helsinki
BEGIN:DAYLIGHT
TZOFFSETFROM:+0200
TZOFFSETTO:+0300
TZNAME:EEST
DTSTART:19700329T030000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
END:DAYLIGHT
BEGIN:STANDARD
TZOFFSETFROM:+0300
TZOFFSETTO:+0200
TZNAME:EET
DTSTART:19701025T040000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
END:STANDARD
END:VTIMEZONE"""

many = settings(derandomize=True, deadline=None, max_examples=often(120, 300))
some = settings(many, max_examples=often(80, 200))

first_days = st.dates(date(2026, 1, 1), date(2029, 12, 31))
# 02:00–04:59 is left to the tests of the change nights.
start_times = st.times(time(5), time(23, 45)).map(lambda t: t.replace(second=0, microsecond=0))
plain = st.lists(st.builds(OnWeekday, st.integers(0, 6)), max_size=4, unique=True)
ordinal = st.builds(OnWeekday, st.integers(0, 6), st.sampled_from([1, 2, 3, 4, -1]))
month_days = st.one_of(
    st.builds(OnWeekday, st.integers(0, 6), st.sampled_from([1, 2, 3, 4, 5, -1])),
    st.builds(OnDay, st.sampled_from([*range(1, 32), -1])),
    st.builds(OnWeekday, st.integers(0, 6)),
    st.just(OnLastWeekday()),
)


@st.composite
def safe_rules(draw: st.DrawFn) -> tuple[Every, tuple[On, ...]]:
    """Weekly, monthly on one ordinal weekday, daily: what leaves the house as a rule."""
    unit = draw(st.sampled_from([Unit.WEEK, Unit.WEEK, Unit.MONTH, Unit.DAY]))
    if unit is Unit.MONTH:
        return Every(count=draw(st.integers(1, 4)), unit=unit), (draw(ordinal),)
    count = 1 if unit is Unit.DAY else draw(st.integers(1, 5))
    return Every(count=count, unit=unit), tuple(draw(plain))


def _rrule(repeat: Repeat, first: Moment) -> str:
    """RFC 5545 words for a rule, with UNTIL in the form that DTSTART asks for."""
    words = [f"FREQ={FREQ[repeat.every.unit]}", f"INTERVAL={repeat.every.count}"]
    if repeat.on:
        words.append("BYDAY=" + ",".join(_byday(on) for on in repeat.on))
    if repeat.times is not None:
        words.append(f"COUNT={repeat.times}")
    elif repeat.until is not None and isinstance(first, datetime):
        end_of_day = datetime.combine(repeat.until, time(23, 59, 59))
        words.append(f"UNTIL={utc(end_of_day):%Y%m%dT%H%M%SZ}")
    elif repeat.until is not None:
        words.append(f"UNTIL={repeat.until:%Y%m%d}")
    return ";".join(words)


def _byday(on: On) -> str:
    assert isinstance(on, OnWeekday)
    return f"{on.nth or ''}{CODES[on.weekday]}"


def _property(name: str, moment: Moment) -> str:
    if isinstance(moment, datetime):
        return f"{name};TZID=Europe/Helsinki:{moment:%Y%m%dT%H%M%S}"
    return f"{name};VALUE=DATE:{moment:%Y%m%d}"


def _vevent(start: Moment, end: Moment, *lines: str) -> str:
    return "\n".join(
        [
            "BEGIN:VEVENT",
            "UID:kahvit",
            "DTSTAMP:20260101T000000Z",
            _property("DTSTART", start),
            _property("DTEND", end),
            *lines,
            "END:VEVENT",
        ]
    )


def _expanded(*vevents: str) -> list[tuple[Moment, Moment, str]]:
    """Start, end and status that the other engine reads, in local time without a zone."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:test", VTIMEZONE, *vevents, "END:VCALENDAR"]
    calendar = icalendar.Calendar.from_ical("\r\n".join("\n".join(lines).splitlines()) + "\r\n")
    found = recurring_ical_events.of(calendar).between("20250101", "20500101")
    return sorted(
        (_naive(each["DTSTART"].dt), _naive(each["DTEND"].dt), str(each.get("STATUS", "")))
        for each in found
    )


def _naive(moment: Moment) -> Moment:
    if isinstance(moment, datetime):
        return moment.astimezone(HELSINKI).replace(tzinfo=None)
    return moment


@some
@given(
    rule=safe_rules(),
    first=first_days,
    at=start_times,
    minutes=st.integers(15, 600),
    end=st.one_of(
        st.builds(lambda times: {"times": times}, st.integers(1, 60)),
        st.builds(lambda days: {"days": days}, st.integers(0, 550)),
    ),
    pick=st.lists(st.integers(0, 59), min_size=4, max_size=4),
)
def test_series_in_a_calendar(
    make_event: MakeEvent,
    rule: tuple[Every, tuple[On, ...]],
    first: date,
    at: time,
    minutes: int,
    end: dict[str, int],
    pick: list[int],
) -> None:
    every, ons = rule
    (first,) = rule_dates(Repeat(every=every, on=ons, times=1), first)
    until = first + timedelta(days=end["days"]) if "days" in end else None
    bare = Repeat(every=every, on=ons, until=until, times=end.get("times"))
    dates = rule_dates(bare, first)
    skipped, cancelled, moved, extra = (dates[each % len(dates)] for each in pick)
    assume(len({skipped, cancelled, moved}) == 3)
    new_start = datetime.combine(moved + timedelta(days=1), time(12))
    extra_start = datetime.combine(extra, time(23, 59))
    length = timedelta(minutes=minutes)
    event = make_event(
        start=datetime.combine(first, at),
        duration=length,
        repeat=Repeat(
            every=every,
            on=ons,
            until=until,
            times=end.get("times"),
            skip=(DateSpan(from_=skipped),),
            extra=(extra_start,),
            changes=(
                Change(date=cancelled, cancelled=True),
                Change(date=moved, start=new_start),
            ),
        ),
    )
    # An extra start on a changed date is changed as well: the checks refuse two on one date.
    assume(extra not in {cancelled, moved})

    start, old = datetime.combine(first, at), datetime.combine(moved, at)
    gone = datetime.combine(cancelled, at)
    theirs = _expanded(
        _vevent(
            start,
            start + length,
            f"RRULE:{_rrule(bare, start)}",
            _property("EXDATE", datetime.combine(skipped, at)),
            _property("RDATE", extra_start),
        ),
        _vevent(gone, gone + length, _property("RECURRENCE-ID", gone), "STATUS:CANCELLED"),
        _vevent(new_start, new_start + length, _property("RECURRENCE-ID", old)),
    )
    ours = [
        (each.start, each.end, "CANCELLED" if each.state is State.CANCELLED else "")
        for each in occurrences(plan(event))
    ]
    assert ours == theirs


@some
@given(rule=safe_rules(), first=first_days, days=st.integers(0, 3), times=st.integers(1, 40))
def test_all_day_series_in_a_calendar(
    make_event: MakeEvent, rule: tuple[Every, tuple[On, ...]], first: date, days: int, times: int
) -> None:
    every, ons = rule
    repeat = Repeat(every=every, on=ons, times=times)
    (first, *_) = rule_dates(repeat, first)
    last = first + timedelta(days=days)
    event = make_event(start=first, end=last, all_day=True, repeat=repeat)
    after = timedelta(days=1)  # DTEND of whole days is the day after the last one
    theirs = _expanded(_vevent(first, last + after, f"RRULE:{_rrule(repeat, first)}"))
    ours = [(each.start, each.end) for each in occurrences(plan(event))]
    assert [(start, end + after) for start, end in ours if end] == [each[:2] for each in theirs]
    assert len(ours) == times


@many
@given(rule=safe_rules(), first=first_days, at=start_times, times=st.integers(2, 60))
def test_the_exported_rule_gives_the_dates_of_the_series(
    make_event: MakeEvent, rule: tuple[Every, tuple[On, ...]], first: date, at: time, times: int
) -> None:
    every, ons = rule
    start = datetime.combine(first, at)
    series = plan(make_event(start=start, repeat=Repeat(every=every, on=ons, times=times)))
    exported = exported_rule(series)
    assert exported is not None
    assert isinstance(exported.dtstart, datetime)
    assert isinstance(exported.until, datetime)
    text = (
        f"FREQ={exported.freq};INTERVAL={exported.interval};BYDAY={','.join(exported.byday)};"
        f"UNTIL={exported.until:%Y%m%dT%H%M%S}"
    )
    theirs = [moment.date() for moment in rrulestr(text, dtstart=exported.dtstart)]
    assert list(series.dates) == theirs


def _month_words(on: On) -> str:
    match on:
        case OnDay(day):
            return f"BYMONTHDAY={day}"
        case OnLastWeekday():
            return "BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1"
        case OnWeekday():
            return f"BYDAY={_byday(on)}"


@many
@given(
    unit=st.sampled_from([Unit.MONTH, Unit.MONTH, Unit.YEAR]),
    count=st.integers(1, 7),
    ons=st.lists(month_days, max_size=3),
    first=first_days,
)
def test_months_and_years_on_any_days(unit: Unit, count: int, ons: list[On], first: date) -> None:
    until = date(2036, 12, 31)
    repeat = Repeat(every=Every(count=count, unit=unit), on=tuple(ons), until=until)
    start = datetime.combine(first, time())
    theirs = rruleset()
    for words in [_month_words(on) for on in ons] or [f"BYMONTHDAY={first.day}"]:
        text = f"FREQ={FREQ[unit]};INTERVAL={count};{words};UNTIL={until:%Y%m%d}"
        if unit is Unit.YEAR:
            text += f";BYMONTH={first.month}"
        theirs.rrule(rrulestr(text, dtstart=start))  # type: ignore[arg-type]
    dates = rule_dates(repeat, first)
    assert list(dates) == [moment.date() for moment in theirs]
    assert is_on_rule(repeat, first) is (dates[:1] == (first,))


@many
@given(
    parity=st.sampled_from(Parity),
    weekdays=st.sets(st.integers(0, 6)),
    first=first_days,
)
def test_even_and_odd_weeks_in_a_plain_loop_over_days(
    parity: Parity, weekdays: set[int], first: date
) -> None:
    repeat = Repeat(
        every=Every(count=1, unit=Unit.WEEK, parity=parity),
        on=tuple(OnWeekday(weekday) for weekday in weekdays),
        until=first + timedelta(days=800),
    )
    remainder = 0 if parity is Parity.EVEN else 1
    loop = [first + timedelta(days=each) for each in range(801)]
    theirs = [
        day
        for day in loop
        if int(day.strftime("%V")) % 2 == remainder
        and day.weekday() in (weekdays or {first.weekday()})
    ]
    assert list(rule_dates(repeat, first)) == theirs


@many
@given(
    count=st.integers(1, 20),
    weekdays=st.sets(st.integers(0, 6)),
    first=first_days,
    days=st.integers(0, 600),
)
def test_every_so_many_days_in_a_plain_loop(
    count: int, weekdays: set[int], first: date, days: int
) -> None:
    repeat = Repeat(
        every=Every(count=count, unit=Unit.DAY),
        on=tuple(OnWeekday(weekday) for weekday in weekdays),
        until=first + timedelta(days=days),
    )
    loop = [first + timedelta(days=each) for each in range(0, days + 1, count)]
    theirs = [day for day in loop if not weekdays or day.weekday() in weekdays]
    assert list(rule_dates(repeat, first)) == theirs


def test_a_series_over_both_clock_changes(make_event: MakeEvent) -> None:
    start, end = datetime.combine(date(2026, 10, 15), time(18)), time(20)
    repeat = Repeat(every=Every(count=1, unit=Unit.WEEK), until=date(2027, 4, 8))
    event = make_event(start=start, end=end, repeat=repeat)
    theirs = _expanded(
        _vevent(start, datetime.combine(start, end), f"RRULE:{_rrule(repeat, start)}")
    )
    ours = occurrences(plan(event))
    assert [(each.start, each.end) for each in ours] == [each[:2] for each in theirs]
    hours = [utc(each.start).hour for each in ours if isinstance(each.start, datetime)]
    assert hours == [15] * 2 + [16] * 22 + [15] * 2
