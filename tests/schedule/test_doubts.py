"""What the checks ask of a series."""

from collections.abc import Callable
from datetime import date, datetime

from kohtaamo.model.common import DateSpan
from kohtaamo.model.event import Event
from kohtaamo.model.repeat import Change, Every, Repeat, Unit
from kohtaamo.schedule.doubts import crowded_dates, unmatched_changes
from kohtaamo.schedule.occurrences import occurrences
from kohtaamo.schedule.series import plan

MakeEvent = Callable[..., Event]

at = datetime.fromisoformat
day = date.fromisoformat

DAILY, WEEKLY = Every(count=1, unit=Unit.DAY), Every(count=1, unit=Unit.WEEK)


def test_changes_of_dates_that_the_series_does_not_have(make_event: MakeEvent) -> None:
    days = ("2026-12-10", "2026-12-11", "2026-12-17", "2026-12-15", "2027-12-16")
    repeat = Repeat(
        every=WEEKLY,
        times=4,
        skip=(DateSpan(from_=day("2026-12-17")),),
        extra=(at("2026-12-15 10:00"),),
        changes=tuple(Change(date=day(each), cancelled=True) for each in days),
    )
    # Off the weekday, skipped, after the end.
    assert unmatched_changes(plan(make_event(start=at("2026-12-03 13:00"), repeat=repeat))) == (
        1,
        2,
        4,
    )
    assert unmatched_changes(plan(make_event(start=at("2026-12-03 13:00")))) == ()


def test_two_starts_on_one_date(make_event: MakeEvent) -> None:
    repeat = Repeat(
        every=WEEKLY,
        times=5,
        skip=(DateSpan(from_=day("2026-12-24")),),
        extra=(
            at("2026-12-03 18:00"),  # beside a date of the rule
            at("2026-12-24 10:00"),  # in place of a skipped one
            at("2026-12-29 10:00"),
            at("2026-12-29 15:00"),  # beside another extra
        ),
        changes=(Change(date=day("2026-12-10"), start=at("2026-12-17 10:00")),),  # onto a date
    )
    series = plan(make_event(start=at("2026-12-03 13:00"), repeat=repeat))
    assert crowded_dates(occurrences(series)) == (
        day("2026-12-03"),
        day("2026-12-17"),
        day("2026-12-29"),
    )


def test_two_starts_that_share_their_identity_stay_two_when_cancelled(
    make_event: MakeEvent,
) -> None:
    repeat = Repeat(
        every=WEEKLY,
        times=2,
        extra=(at("2026-12-03 18:00"),),
        changes=(Change(date=day("2026-12-03"), cancelled=True),),
    )
    series = plan(make_event(start=at("2026-12-03 13:00"), repeat=repeat))
    assert crowded_dates(occurrences(series)) == (day("2026-12-03"),)


def test_a_date_may_move_onto_a_cancelled_one(make_event: MakeEvent) -> None:
    repeat = Repeat(
        every=WEEKLY,
        times=3,
        changes=(
            Change(date=day("2026-12-10"), start=at("2026-12-17 10:00")),
            Change(date=day("2026-12-17"), cancelled=True),
        ),
    )
    series = plan(make_event(start=at("2026-12-03 13:00"), repeat=repeat))
    assert crowded_dates(occurrences(series)) == ()
