"""The dates that two events share, against a plain look at every date of both."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from kohtaamo.content.rules.sight import horizon
from kohtaamo.model.common import DateSpan
from kohtaamo.model.event import Event, Status
from kohtaamo.model.origin import Origin
from kohtaamo.model.repeat import Change, Every, Repeat, Unit
from kohtaamo.review.dates import Shared, dates_from, shared
from kohtaamo.review.meetings import overlap
from kohtaamo.schedule.occurrence import Occurrence
from kohtaamo.schedule.occurrences import expand
from tests.often import often

TODAY = date(2026, 12, 1)
Found = tuple[datetime | date, datetime | date, int] | None

DAYS = st.sampled_from([date(2026, 11, 29), date(2026, 12, 1), date(2026, 12, 4)])
HOURS = st.sampled_from([time(0), time(10), time(11, 30), time(22)])
STARTS = st.builds(datetime.combine, DAYS, HOURS)
CHANGES = st.builds(
    Change,
    date=DAYS,
    start=st.none() | STARTS,
    cancelled=st.booleans(),
    place=st.sampled_from([None, "kirjasto"]),
)
REPEATS = st.builds(
    Repeat,
    every=st.builds(Every, count=st.integers(1, 2), unit=st.sampled_from([Unit.DAY, Unit.WEEK])),
    times=st.sampled_from([1, 3, 90]),
    skip=st.sampled_from([(), (DateSpan(from_=date(2026, 12, 4)),)]),
    extra=st.lists(STARTS, max_size=1).map(tuple),
    changes=st.lists(CHANGES, max_size=1).map(tuple),
)
EVENTS = st.builds(
    Event,
    slug=st.uuids().map(str),
    title=st.just("Kahvit"),
    start=STARTS | DAYS,
    duration=st.sampled_from([None, timedelta(hours=2), timedelta(hours=30), timedelta(days=500)]),
    status=st.sampled_from([Status.CONFIRMED, Status.CONFIRMED, Status.POSTPONED]),
    place=st.just("talo"),
    written_in=st.just("fi"),
    repeat=st.none() | REPEATS,
    origin=st.just(Origin("events/kahvit.md")),
)


def _always(one: Occurrence, other: Occurrence) -> bool:
    return True


def _plainly(one: Event, other: Event, counts: Callable[[Occurrence, Occurrence], bool]) -> Found:
    found = [
        (own, beside)
        for own in expand(one, TODAY, horizon(TODAY))
        for beside in expand(other, TODAY, horizon(TODAY))
        if own.first_day == beside.first_day and own.takes_place and beside.takes_place
        if counts(own, beside)
    ]
    return (found[0][0].start, found[0][1].start, len(found)) if found else None


def _told(found: Shared | None) -> Found:
    return (found.first[0].start, found.first[1].start, found.count) if found else None


@given(EVENTS, EVENTS, st.sampled_from([_always, overlap]))
@settings(derandomize=True, max_examples=often(40, 1500), deadline=None)
def test_the_same_dates_are_shared(
    one: Event, other: Event, counts: Callable[[Occurrence, Occurrence], bool]
) -> None:
    dates = dates_from(TODAY)

    assert _told(shared(dates(one), dates(other), counts)) == _plainly(one, other, counts)
