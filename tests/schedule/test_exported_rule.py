"""Which rules leave the house as RRULEs, and in which words."""

from collections.abc import Callable
from datetime import date, datetime, time

import pytest

from kohtaamo.model.common import DateSpan
from kohtaamo.model.event import Event
from kohtaamo.model.repeat import (
    Every,
    On,
    OnDay,
    OnLastWeekday,
    OnWeekday,
    Parity,
    Repeat,
    Unit,
)
from kohtaamo.schedule.exported_rule import ExportedRule, exported_rule
from kohtaamo.schedule.series import plan

MakeEvent = Callable[..., Event]

at = datetime.fromisoformat
day = date.fromisoformat

MON, TUE, WED, THU, FRI, SAT, SUN = range(7)


def _every(count: int, unit: Unit) -> Every:
    return Every(count=count, unit=unit)


@pytest.mark.parametrize(
    ("every", "ons", "words"),
    [
        (_every(1, Unit.WEEK), (), ("WEEKLY", 1, ("TH",))),
        (_every(1, Unit.WEEK), (OnWeekday(THU), OnWeekday(MON)), ("WEEKLY", 1, ("MO", "TH"))),
        (_every(3, Unit.WEEK), (OnWeekday(THU),), ("WEEKLY", 3, ("TH",))),
        (
            _every(1, Unit.DAY),
            (),
            ("WEEKLY", 1, ("MO", "TU", "WE", "TH", "FR", "SA", "SU")),
        ),
        (_every(1, Unit.DAY), (OnWeekday(THU), OnWeekday(FRI)), ("WEEKLY", 1, ("TH", "FR"))),
        (_every(1, Unit.MONTH), (OnWeekday(THU, 1),), ("MONTHLY", 1, ("1TH",))),
        (_every(2, Unit.MONTH), (OnWeekday(THU, -1),), ("MONTHLY", 2, ("-1TH",))),
        (_every(1, Unit.MONTH), (OnWeekday(THU, 4), OnWeekday(THU, 4)), ("MONTHLY", 1, ("4TH",))),
    ],
)
def test_rules_that_every_client_reads(
    make_event: MakeEvent, every: Every, ons: tuple[On, ...], words: tuple[str, int, tuple[str]]
) -> None:
    repeat = Repeat(every=every, on=ons, until=day("2028-12-31"))
    series = plan(make_event(start=at("2026-12-03 13:00"), repeat=repeat))
    rule = exported_rule(series)
    assert rule is not None
    assert (rule.freq, rule.interval, rule.byday) == words
    assert (rule.dtstart, rule.until) == (
        datetime.combine(series.dates[0], series.time),
        datetime.combine(series.dates[-1], series.time),
    )


@pytest.mark.parametrize(
    ("every", "ons"),
    [
        (_every(2, Unit.DAY), ()),
        (_every(7, Unit.DAY), ()),
        (Every(count=1, unit=Unit.WEEK, parity=Parity.ODD), ()),
        (_every(1, Unit.WEEK), (OnWeekday(THU, 1),)),
        (_every(1, Unit.DAY), (OnDay(3),)),
        (_every(1, Unit.MONTH), ()),
        (_every(1, Unit.MONTH), (OnDay(3),)),
        (_every(1, Unit.MONTH), (OnDay(-1),)),
        (_every(1, Unit.MONTH), (OnLastWeekday(),)),
        (_every(1, Unit.MONTH), (OnWeekday(THU),)),
        (_every(1, Unit.MONTH), (OnWeekday(THU, 2), OnWeekday(THU, 4))),
        (_every(1, Unit.MONTH), (OnWeekday(THU, 1), OnDay(15))),
        (_every(1, Unit.MONTH), (OnWeekday(THU, 5),)),  # Outlook reads it as the last
        (_every(1, Unit.YEAR), ()),
        (_every(1, Unit.YEAR), (OnWeekday(THU, 1),)),
    ],
)
def test_rules_that_leave_as_single_events(
    make_event: MakeEvent, every: Every, ons: tuple[On, ...]
) -> None:
    repeat = Repeat(every=every, on=ons, until=day("2028-12-31"))
    series = plan(make_event(start=at("2026-12-03 13:00"), repeat=repeat))
    assert len(series.dates) > 1
    assert exported_rule(series) is None


def test_a_whole_rule_with_skips_and_times(make_event: MakeEvent) -> None:
    repeat = Repeat(
        every=_every(2, Unit.WEEK),
        on=(OnWeekday(MON), OnWeekday(SUN)),
        times=4,
        skip=(DateSpan(from_=day("2026-12-06")), DateSpan(from_=day("2026-12-28"))),
    )
    assert exported_rule(plan(make_event(start=at("2026-12-06 13:00"), repeat=repeat))) == (
        ExportedRule(
            freq="WEEKLY",
            interval=2,
            byday=("MO", "SU"),
            dtstart=at("2026-12-06 13:00"),
            until=at("2026-12-28 13:00"),
        )
    )


def test_all_day_series_have_dates(make_event: MakeEvent) -> None:
    repeat = Repeat(every=_every(1, Unit.WEEK), times=2)
    rule = exported_rule(plan(make_event(start=day("2026-12-03"), all_day=True, repeat=repeat)))
    assert rule is not None
    assert (rule.dtstart, rule.until) == (day("2026-12-03"), day("2026-12-10"))
    assert not isinstance(rule.dtstart, datetime)


def test_one_date_needs_no_rule(make_event: MakeEvent) -> None:
    once = Repeat(every=_every(1, Unit.WEEK), times=1, extra=(day("2026-12-05"),))
    never = Repeat(every=_every(1, Unit.WEEK), until=day("2026-12-01"))
    for repeat in (None, once, never):
        assert exported_rule(plan(make_event(start=at("2026-12-03 13:00"), repeat=repeat))) is None


@pytest.mark.parametrize(
    ("start", "end", "leaves"),
    [
        # A start that no clock shows, though its date is skipped.
        ("2027-03-27 03:30", "05:00", False),
        ("2027-03-29 03:30", "05:00", True),
        ("2027-03-27 04:30", "05:00", True),
        # A start that clocks show twice: the last date may come after UNTIL.
        ("2027-10-29 03:00", "05:00", False),
        ("2027-10-29 04:00", "05:00", True),
        # The first end gives every date its length, skipped or not.
        ("2027-03-28 02:30", "03:30", False),
        ("2027-03-28 02:30", "04:00", False),
        ("2027-03-28 04:00", "05:00", True),
        ("2027-03-27 02:30", "03:30", True),
        ("2027-10-31 02:30", "03:59", False),
        ("2027-10-30 02:30", "03:59", True),
    ],
)
def test_a_time_that_clocks_leave_out_or_show_twice_keeps_the_rule_at_home(
    make_event: MakeEvent, start: str, end: str, leaves: bool
) -> None:
    skip = (DateSpan(from_=day("2027-03-28")), DateSpan(from_=day("2027-10-31")))
    repeat = Repeat(every=_every(1, Unit.DAY), times=3, skip=skip)
    event = make_event(start=at(start), end=time.fromisoformat(end), repeat=repeat)

    assert (exported_rule(plan(event)) is not None) is leaves
