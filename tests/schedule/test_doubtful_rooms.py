"""A quick look at rooms misses no clash, and passes most rooms over."""

from collections.abc import Callable, Sequence
from datetime import date, datetime, time, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from kohtaamo.model.common import DateSpan
from kohtaamo.model.event import Event
from kohtaamo.model.repeat import Change, Every, Repeat, Unit
from kohtaamo.schedule.doubtful_rooms import doubtful_events
from kohtaamo.schedule.rooms import BusySpan, busy_rooms, clashes

MakeEvent = Callable[..., Event]

at = datetime.fromisoformat
ALWAYS = (date(2026, 1, 1), date(2028, 1, 1))
TURNAROUND = 15


def _slugs(events: Sequence[Event]) -> list[str]:
    return sorted(each.slug for each in doubtful_events(events, lambda place, room: TURNAROUND))


def _clashes(events: Sequence[Event]) -> list[tuple[BusySpan, BusySpan]]:
    rooms = busy_rooms(events, *ALWAYS).values()
    return [pair for spans in rooms for pair in clashes(spans, TURNAROUND)]


def test_only_rooms_that_may_be_taken_twice(make_event: MakeEvent) -> None:
    def event(slug: str, start: str, room: str, **more: object) -> Event:
        return make_event(slug=slug, start=at(start), place="talo", room=room, **more)

    hour = timedelta(hours=1)
    events = (
        event("kahvit", "2026-12-03 13:00", "sali", duration=hour),
        event("kuoro", "2026-12-03 14:15", "sali", duration=hour),
        event("pelit", "2026-12-03 13:00", "kamari", duration=hour),
        event("neule", "2026-12-03 14:14", "kamari", duration=hour),
        event("jumppa", "2027-03-01 13:00", "kamari", duration=hour),
        make_event(slug="pihalla", start=at("2026-12-03 13:00"), place="talo"),
    )

    assert _slugs(events) == ["jumppa", "neule", "pelit"]


MINUTES = st.sampled_from([0, 0, 15, 60])
STARTS = st.builds(
    datetime,
    st.just(2027),
    st.sampled_from([3, 10]),
    st.integers(25, 31),
    st.sampled_from([1, 2, 3, 4, 5, 23]),
    st.sampled_from([0, 30]),
)
CHANGES = st.builds(
    Change,
    date=st.just(date(2027, 3, 28)),
    start=st.sampled_from([None, time(4), time(1, 30)]),
    room=st.sampled_from([None, "sali", "kamari"]),
    cancelled=st.booleans(),
)
REPEATS = st.builds(
    Repeat,
    every=st.sampled_from([Every(count=1, unit=Unit.DAY), Every(count=1, unit=Unit.WEEK)]),
    times=st.integers(1, 4),
    skip=st.sampled_from([(), (DateSpan(from_=date(2027, 3, 29)),)]),
    extra=st.sampled_from([(), (date(2027, 3, 31),), (at("2027-03-31 02:30"),)]),
    changes=st.lists(CHANGES, max_size=1).map(tuple),
)
EVENTS = st.fixed_dictionaries(
    {
        "start": STARTS,
        "duration": st.sampled_from([None, timedelta(minutes=30), timedelta(hours=26)]),
        "room": st.sampled_from(["sali", "kamari"]),
        "setup": MINUTES,
        "teardown": MINUTES,
        "part_of": st.sampled_from([None, None, None, "tapahtuma-0"]),
        "repeat": st.none() | REPEATS,
    }
)


@given(st.lists(EVENTS, max_size=5))
@settings(derandomize=True, max_examples=300, deadline=None)
def test_no_clash_is_missed(make_event: MakeEvent, found: list[dict[str, object]]) -> None:
    events = [
        make_event(slug=f"tapahtuma-{number}", place="talo", **fields)
        for number, fields in enumerate(found)
    ]

    assert _clashes(doubtful_events(events, lambda place, room: TURNAROUND)) == _clashes(events)
