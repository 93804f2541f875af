"""Opening hours put together again: nothing lost, nothing added, whatever a place has written."""

from collections.abc import Callable, Iterable
from datetime import date, datetime, timedelta

from hypothesis import given, settings

from kohtaamo.model.place import HolidayHours, Hours, Place, Season, Stop
from kohtaamo.schedule.hours_series import HoursOfDay, WeeklyHours, hours_series
from kohtaamo.schedule.opening import open_spans
from kohtaamo.schedule.zone import is_doubled_hour, is_missing_hour, utc
from tests.schedule.drawn_places import FIRST, LAST, PLACES

WEEK = timedelta(days=7)
# Start and end on the wall clock.
Times = tuple[datetime, datetime]


def starts(weekly: WeeklyHours) -> list[datetime]:
    """Every start that the rule gives and no EXDATE takes away."""
    first, count = weekly.first.start, (weekly.last.day - weekly.first.day) // WEEK + 1
    every = (first + number * WEEK for number in range(count))
    return [each for each in every if each.date() not in weekly.skipped]


def told(weekly: Iterable[WeeklyHours], alone: Iterable[HoursOfDay]) -> list[Times]:
    by_rule = [
        (start, start + (each.first.end - each.first.start))
        for each in weekly
        for start in starts(each)
    ]
    return sorted([*by_rule, *((each.span.start, each.span.end) for each in alone)])


def slots(weekly: Iterable[WeeklyHours]) -> list[str]:
    return [
        f"{each.slot.season}/{each.slot.stop}/{each.slot.weekday}/{each.slot.ordinal} "
        f"{each.first.start:%Y-%m-%d %H:%M}"
        for each in weekly
    ]


def hours(days: tuple[int, ...], from_: int, to: int) -> Hours:
    return Hours(days=days, from_=from_ * 60, to=to * 60)


def test_of_seasons_that_begin_on_one_day_the_shorter_counts_first(
    make_place: Callable[..., Place],
) -> None:
    place = make_place(
        hours=(hours((0,), 10, 12),),
        holiday_hours=HolidayHours.NORMAL,
        seasons=(
            Season(from_=date(2027, 6, 1), to=date(2027, 8, 31), hours=(hours((0,), 14, 16),)),
            Season(from_=date(2027, 6, 1), to=date(2027, 6, 30), hours=(hours((0,), 12, 14),)),
        ),
    )
    weekly, alone = hours_series(place, FIRST, LAST)

    assert alone == ()
    assert slots(weekly) == [
        "2027-06-01//0/1 2027-06-07 12:00",
        "2027-06-01-2//0/1 2027-07-05 14:00",
        "week//0/1 2026-11-02 10:00",
    ]


def test_hours_are_counted_within_a_stop_and_days_of_dated_stops_within_the_day(
    make_place: Callable[..., Place],
) -> None:
    twice = (hours((2,), 10, 12), hours((2,), 14, 16))
    place = make_place(
        hours=(hours((2,), 8, 9), hours((2,), 18, 19)),
        holiday_hours=HolidayHours.CLOSED,
        stops=(
            Stop(id="a", name="A", municipality="x", hours=twice),
            Stop(id="b", name="B", municipality="x", hours=twice, to=date(2026, 11, 30)),
            Stop(id="c", name="C", municipality="x", dates=(date(2026, 11, 4),)),
        ),
    )
    weekly, alone = hours_series(place, FIRST, date(2026, 12, 31))

    assert slots(weekly) == [
        "week/a/2/1 2026-11-04 10:00",
        "week/a/2/2 2026-11-04 14:00",
        "week/b/2/1 2026-11-04 10:00",
        "week/b/2/2 2026-11-04 14:00",
    ]
    assert [(each.ordinal, each.span.stop, str(each.span.start)) for each in alone] == [
        (1, "c", "2026-11-04 08:00:00"),
        (2, "c", "2026-11-04 18:00:00"),
    ]


def test_no_rule_meets_an_hour_that_clocks_skip_or_show_twice(
    make_place: Callable[..., Place],
) -> None:
    """On Sundays at three: apart from one another; on Saturdays until three: but for one night."""
    place = make_place(hours=(hours((6,), 3, 5),), holiday_hours=HolidayHours.NORMAL)
    weekly, alone = hours_series(place, FIRST, LAST)
    assert (weekly, len(alone)) == ((), 61)

    place = make_place(hours=(hours((5,), 20, 3),), holiday_hours=HolidayHours.NORMAL)
    (only,), alone = hours_series(place, FIRST, LAST)
    assert [str(day) for day in only.skipped] == ["2027-03-27", "2027-10-30"]
    assert [str(each.span.day) for each in alone] == ["2027-03-27", "2027-10-30"]


@settings(derandomize=True, deadline=None, max_examples=150)
@given(place=PLACES)
def test_nothing_is_lost_and_nothing_added(place: Place) -> None:
    weekly, alone = hours_series(place, FIRST, LAST)

    assert told(weekly, alone) == sorted(
        (span.start, span.end) for span in open_spans(place, FIRST, LAST)
    )
    assert len({each.slot for each in weekly}) == len(weekly)
    assert len({(each.span.day, each.ordinal) for each in alone}) == len(alone)
    for each in weekly:
        length = each.first.end - each.first.start
        nights = [(start, start + length) for start in starts(each)]
        assert {utc(end) - utc(start) for start, end in nights} == {length}
        assert not any(is_missing_hour(at) or is_doubled_hour(at) for pair in nights for at in pair)
