"""What is known about an event's times before any window is looked through."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from typing import Any

import pytest

from kohtaamo.model.common import DateSpan
from kohtaamo.model.event import Event
from kohtaamo.model.repeat import Change, Every, Repeat, Unit
from kohtaamo.schedule.moments import Moment
from kohtaamo.schedule.series import end_of, is_all_day, length_of, plan

MakeEvent = Callable[..., Event]

at = datetime.fromisoformat
day = date.fromisoformat


def test_a_single_event_is_a_series_of_one(make_event: MakeEvent) -> None:
    series = plan(make_event(start=at("2026-12-03 13:00"), end=time(15)))
    assert series.dates == (day("2026-12-03"),)
    assert series.kept == series.dates
    assert series.start_on(day("2026-12-03")) == at("2026-12-03 13:00")
    assert (series.all_day, series.time, series.length) == (False, time(13), timedelta(hours=2))
    assert (series.skipped, series.extras, series.changes) == ({}, (), {})


def test_an_event_that_was_written_anew_is_planned_anew(make_event: MakeEvent) -> None:
    before = make_event(slug="kahvit", start=at("2026-12-03 13:00"), end=time(15))
    after = make_event(slug="kahvit", start=at("2026-12-03 14:00"), end=time(15))
    assert (plan(before).time, plan(after).time) == (time(13), time(14))
    assert plan(make_event(slug="kahvit", start=at("2026-12-03 13:00"))).length is None


def test_a_series_with_a_skip_two_extras_and_a_change(make_event: MakeEvent) -> None:
    change = Change(date=day("2026-12-17"), start=time(14))
    series = plan(
        make_event(
            start=at("2026-12-03 13:00"),
            repeat=Repeat(
                every=Every(count=1, unit=Unit.WEEK),
                until=day("2026-12-31"),
                skip=(DateSpan(from_=day("2026-12-24"), reason="Jouluaatto"),),
                extra=(at("2026-12-29 10:00"), day("2026-12-15")),
                changes=(change,),
            ),
        )
    )
    assert [str(date) for date in series.dates] == [
        "2026-12-03",
        "2026-12-10",
        "2026-12-17",
        "2026-12-24",
        "2026-12-31",
    ]
    assert series.skipped == {day("2026-12-24"): "Jouluaatto"}
    assert series.extras == (at("2026-12-15 13:00"), at("2026-12-29 10:00"))
    assert series.changes == {day("2026-12-17"): change}
    assert [str(date) for date in series.kept] == [
        "2026-12-03",
        "2026-12-10",
        "2026-12-17",
        "2026-12-31",
    ]
    assert series.has_date(day("2026-12-24"))
    assert not series.has_date(day("2026-12-15"))
    assert not series.has_date(day("2027-01-07"))


def test_an_all_day_series_has_dates_and_no_times(make_event: MakeEvent) -> None:
    series = plan(
        make_event(
            start=day("2027-04-02"),
            end=day("2027-04-03"),
            all_day=True,
            repeat=Repeat(
                every=Every(count=1, unit=Unit.YEAR), times=2, extra=(at("2027-10-02 10:00"),)
            ),
        )
    )
    assert series.all_day
    assert series.start_on(series.dates[1]) == day("2028-04-02")
    assert series.extras == (day("2027-10-02"),)
    assert series.length == timedelta(days=1)


@pytest.mark.parametrize(
    ("fields", "end"),
    [
        ({}, None),
        ({"end": time(20)}, at("2026-12-03 20:00")),
        ({"end": time(0)}, at("2026-12-04 00:00")),
        ({"end": at("2026-12-04 02:00")}, at("2026-12-04 02:00")),
        ({"duration": timedelta(hours=1, minutes=30)}, at("2026-12-03 19:30")),
        ({"duration": timedelta(hours=8)}, at("2026-12-04 02:00")),
        # What the checks refuse comes out as it was written, and nothing crashes.
        ({"end": time(17)}, at("2026-12-03 17:00")),
        ({"end": day("2026-12-04")}, None),
    ],
)
def test_the_end_of_an_event_with_times(
    make_event: MakeEvent, fields: dict[str, Any], end: Moment | None
) -> None:
    assert end_of(make_event(start=at("2026-12-03 18:00"), **fields)) == end


@pytest.mark.parametrize(
    ("fields", "end", "days_after"),
    [
        ({}, "2027-04-02", 0),
        ({"end": day("2027-04-03")}, "2027-04-03", 1),
        ({"end": at("2027-04-03 16:00")}, "2027-04-03", 1),
        ({"end": time(16)}, "2027-04-02", 0),
        ({"duration": timedelta(days=1)}, "2027-04-02", 0),
        ({"duration": timedelta(days=2)}, "2027-04-03", 1),
        ({"duration": timedelta(days=1, hours=2)}, "2027-04-03", 1),
        ({"duration": timedelta(hours=2)}, "2027-04-02", 0),
    ],
)
def test_the_last_day_of_an_all_day_event(
    make_event: MakeEvent, fields: dict[str, Any], end: str, days_after: int
) -> None:
    event = make_event(start=day("2027-04-02"), all_day=True, **fields)
    assert end_of(event) == day(end)
    assert length_of(event) == timedelta(days=days_after)


def test_all_day_with_a_time_that_the_checks_refuse_is_all_day(make_event: MakeEvent) -> None:
    event = make_event(start=at("2027-04-02 10:00"), all_day=True)
    assert is_all_day(event)
    assert plan(event).start_on(day("2027-04-02")) == day("2027-04-02")
    assert end_of(event) == day("2027-04-02")


def test_the_wall_clock_counts_in_the_nights_when_clocks_change(make_event: MakeEvent) -> None:
    for evening in ("2026-10-24", "2027-03-27"):
        event = make_event(start=at(f"{evening} 22:00"), duration=timedelta(hours=8))
        end = end_of(event)
        assert isinstance(end, datetime)
        assert end.time() == time(6)
