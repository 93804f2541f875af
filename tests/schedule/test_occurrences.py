"""An event × a window: which of its times are in it, and when on the clock."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta

import pytest

from kohtaamo.model.common import DateSpan
from kohtaamo.model.event import Event
from kohtaamo.model.repeat import Change, Every, HolidaySkip, OnWeekday, Repeat, Unit
from kohtaamo.schedule.occurrences import Occurrence, State, expand, occurrences
from kohtaamo.schedule.series import plan
from kohtaamo.schedule.zone import utc

MakeEvent = Callable[..., Event]

at = datetime.fromisoformat
day = date.fromisoformat

WEEKLY = Every(count=1, unit=Unit.WEEK)


def _times(found: tuple[Occurrence, ...]) -> list[str]:
    return [f"{each.start} – {each.end}" for each in found]


def test_a_single_event_as_it_is_written(make_event: MakeEvent) -> None:
    event = make_event(
        slug="joulukahvit",
        start=at("2026-12-03 13:00"),
        end=time(15),
        place="asemantalo",
        room="kerhohuone",
        stop=None,
    )
    assert expand(event, day("2026-12-01"), day("2026-12-31")) == (
        Occurrence(
            event="joulukahvit",
            start=at("2026-12-03 13:00"),
            end=at("2026-12-03 15:00"),
            by_rule=at("2026-12-03 13:00"),
            is_extra=False,
            state=State.CONFIRMED,
            place="asemantalo",
            room="kerhohuone",
            stop=None,
            reason=None,
            was_start=None,
            was_end=None,
            was_place=None,
            was_room=None,
        ),
    )


def test_a_series_keeps_its_wall_clock_over_the_autumn_change(make_event: MakeEvent) -> None:
    event = make_event(
        start=at("2026-10-18 18:00"),
        end=time(20),
        repeat=Repeat(every=WEEKLY, until=day("2026-11-01")),
    )
    found = expand(event, day("2026-10-01"), day("2026-11-30"))
    assert _times(found) == [
        "2026-10-18 18:00:00 – 2026-10-18 20:00:00",
        "2026-10-25 18:00:00 – 2026-10-25 20:00:00",
        "2026-11-01 18:00:00 – 2026-11-01 20:00:00",
    ]
    moments = [utc(each.start).hour for each in found if isinstance(each.start, datetime)]
    assert moments == [15, 16, 16]


def test_a_series_keeps_its_wall_clock_over_the_spring_change(make_event: MakeEvent) -> None:
    event = make_event(
        start=at("2027-03-21 18:00"),
        duration=timedelta(hours=2),
        repeat=Repeat(every=WEEKLY, until=day("2027-04-04")),
    )
    found = expand(event, day("2027-03-01"), day("2027-04-30"))
    assert _times(found) == [
        "2027-03-21 18:00:00 – 2027-03-21 20:00:00",
        "2027-03-28 18:00:00 – 2027-03-28 20:00:00",
        "2027-04-04 18:00:00 – 2027-04-04 20:00:00",
    ]
    moments = [utc(each.start).hour for each in found if isinstance(each.start, datetime)]
    assert moments == [16, 15, 15]


@pytest.mark.parametrize("end", [{"duration": timedelta(hours=8)}, {"end": "written"}])
@pytest.mark.parametrize(
    ("first", "second", "hours"),
    [("2026-10-17", "2026-10-24", [8, 9]), ("2027-03-20", "2027-03-27", [8, 7])],
)
def test_over_midnight_ends_at_six_also_when_clocks_change(
    make_event: MakeEvent, end: dict[str, object], first: str, second: str, hours: list[int]
) -> None:
    start = at(f"{first} 22:00")
    if "end" in end:
        end = {"end": start + timedelta(hours=8)}
    event = make_event(start=start, **end, repeat=Repeat(every=WEEKLY, times=2))
    found = expand(event, day(first), day("2027-04-30"))
    next_days = [day(first) + timedelta(days=1), day(second) + timedelta(days=1)]
    assert _times(found) == [
        f"{first} 22:00:00 – {next_days[0]} 06:00:00",
        f"{second} 22:00:00 – {next_days[1]} 06:00:00",
    ]
    real = [
        (utc(each.end) - utc(each.start)) // timedelta(hours=1)
        for each in found
        if isinstance(each.start, datetime) and isinstance(each.end, datetime)
    ]
    assert real == hours


def test_an_evening_over_midnight_touches_both_days(make_event: MakeEvent) -> None:
    event = make_event(start=at("2026-12-05 20:00"), end=at("2026-12-06 01:00"))
    assert len(expand(event, day("2026-12-05"), day("2026-12-05"))) == 1
    assert len(expand(event, day("2026-12-06"), day("2026-12-06"))) == 1
    assert expand(event, day("2026-12-07"), day("2026-12-07")) == ()
    assert expand(event, day("2026-12-01"), day("2026-12-04")) == ()


def test_what_ends_at_midnight_does_not_touch_the_next_day(make_event: MakeEvent) -> None:
    event = make_event(start=at("2026-12-05 20:00"), end=at("2026-12-06 00:00"))
    assert expand(event, day("2026-12-06"), day("2026-12-06")) == ()


def test_days_that_last_reach_into_the_window(make_event: MakeEvent) -> None:
    event = make_event(
        start=day("2026-11-27"),
        end=day("2026-12-01"),
        all_day=True,
        repeat=Repeat(every=Every(count=1, unit=Unit.MONTH), times=3),
    )
    assert _times(expand(event, day("2026-12-01"), day("2026-12-27"))) == [
        "2026-11-27 – 2026-12-01",
        "2026-12-27 – 2026-12-31",
    ]


def test_a_long_event_is_found_from_within(make_event: MakeEvent) -> None:
    event = make_event(
        start=at("2026-06-01 09:00"),
        end=at("2026-08-31 16:00"),
        repeat=Repeat(every=Every(count=1, unit=Unit.YEAR), times=2),
    )
    assert _times(expand(event, day("2027-08-31"), day("2027-12-31"))) == [
        "2027-06-01 09:00:00 – 2027-08-31 16:00:00"
    ]


def test_a_window_far_into_a_series(make_event: MakeEvent) -> None:
    event = make_event(
        start=at("2020-01-02 13:00"),
        repeat=Repeat(every=WEEKLY, until=day("2027-05-27")),
    )
    assert _times(expand(event, day("2026-12-04"), day("2026-12-17"))) == [
        "2026-12-10 13:00:00 – None",
        "2026-12-17 13:00:00 – None",
    ]


def test_skips_and_holidays_leave_no_occurrence(make_event: MakeEvent) -> None:
    event = make_event(
        start=at("2026-12-10 13:00"),
        end=time(15),
        repeat=Repeat(
            every=Every(count=1, unit=Unit.WEEK),
            on=(OnWeekday(3), OnWeekday(4)),
            until=day("2027-01-08"),
            skip=(
                HolidaySkip.PUBLIC_HOLIDAYS,
                HolidaySkip.EVES,
                DateSpan(from_=day("2026-12-28"), to=day("2026-12-31"), reason="Välipäivät"),
            ),
        ),
    )
    # Away: 24.12. (eve), 25.12. and 1.1. (public holidays), 31.12. (span).
    assert [str(each.first_day) for each in occurrences(plan(event))] == [
        "2026-12-10",
        "2026-12-11",
        "2026-12-17",
        "2026-12-18",
        "2027-01-07",
        "2027-01-08",
    ]


def test_extras_stand_among_the_dates_of_the_rule(make_event: MakeEvent) -> None:
    event = make_event(
        start=at("2026-12-03 13:00"),
        duration=timedelta(hours=2),
        repeat=Repeat(
            every=WEEKLY,
            times=2,
            skip=(DateSpan(from_=day("2026-12-10")),),
            extra=(at("2026-12-10 17:30"), day("2026-12-05")),
        ),
    )
    found = expand(event, day("2026-12-01"), day("2026-12-31"))
    assert _times(found) == [
        "2026-12-03 13:00:00 – 2026-12-03 15:00:00",
        "2026-12-05 13:00:00 – 2026-12-05 15:00:00",
        "2026-12-10 17:30:00 – 2026-12-10 19:30:00",
    ]
    assert [each.is_extra for each in found] == [False, True, True]
    assert [each.by_rule for each in found] == [each.start for each in found]


def test_a_moved_date_counts_where_it_has_been_moved_to(make_event: MakeEvent) -> None:
    event = make_event(
        start=at("2026-12-03 13:00"),
        end=time(15),
        repeat=Repeat(
            every=WEEKLY,
            until=day("2027-01-28"),
            changes=(Change(date=day("2027-01-07"), start=at("2026-12-16 12:00")),),
        ),
    )
    assert _times(expand(event, day("2026-12-11"), day("2026-12-17"))) == [
        "2026-12-16 12:00:00 – 2026-12-16 14:00:00",
        "2026-12-17 13:00:00 – 2026-12-17 15:00:00",
    ]
    assert _times(expand(event, day("2027-01-01"), day("2027-01-14"))) == [
        "2027-01-14 13:00:00 – 2027-01-14 15:00:00"
    ]


def test_a_change_of_a_date_that_the_series_does_not_have_does_nothing(
    make_event: MakeEvent,
) -> None:
    event = make_event(
        start=at("2026-12-03 13:00"),
        repeat=Repeat(
            every=WEEKLY,
            times=2,
            skip=(DateSpan(from_=day("2026-12-10")),),
            changes=(
                Change(date=day("2026-12-04"), start=time(10)),
                Change(date=day("2026-12-10"), start=time(10)),
                Change(date=day("2027-12-10"), start=time(10)),
            ),
        ),
    )
    assert _times(occurrences(plan(event))) == ["2026-12-03 13:00:00 – None"]


def test_a_window_is_a_cut_of_the_whole_series(make_event: MakeEvent) -> None:
    event = make_event(
        start=at("2026-12-03 22:00"),
        duration=timedelta(hours=5),
        repeat=Repeat(
            every=WEEKLY,
            until=day("2027-05-27"),
            extra=(day("2026-12-06"),),
            changes=(Change(date=day("2026-12-31"), start=at("2027-01-02 22:00")),),
        ),
    )
    series = plan(event)
    whole = occurrences(series)
    for offset in range(40):
        first = day("2026-11-30") + timedelta(days=offset)
        last = first + timedelta(days=offset % 9)
        cut = tuple(each for each in whole if each.first_day <= last and first <= each.last_day)
        assert occurrences(series, first, last) == cut == expand(event, first, last)
