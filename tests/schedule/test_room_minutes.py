"""Which events clash, as a reckoning of minutes in UTC says it, for made-up events."""

from collections.abc import Callable, Iterator
from datetime import date, datetime, time, timedelta
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from kohtaamo.model.event import Event
from kohtaamo.model.repeat import Change, Every, Repeat, Unit
from kohtaamo.schedule.doubtful_rooms import doubtful_events
from kohtaamo.schedule.rooms import busy_rooms, clashes
from tests.content.clashes.minutes import Taken, colliding
from tests.often import often

MakeEvent = Callable[..., Event]

# Around both nights when clocks change, and a common one.
NIGHTS = (date(2027, 3, 27), date(2027, 10, 30), date(2027, 5, 31))
HOURS = (0, 1, 2, 3, 4, 5, 21, 23)
MINUTES = st.sampled_from([0, 0, 15, 45, 90])
LENGTHS = st.sampled_from([15, 60, 90, 180, 26 * 60])
ALWAYS = (date(2026, 1, 1), date(2028, 12, 31))


def _starts(night: date) -> st.SearchStrategy[datetime]:
    return st.builds(
        lambda days, hour, minute: datetime.combine(night, time(hour, minute)) + days,
        st.sampled_from([timedelta(days=0), timedelta(days=1), timedelta(days=1)]),
        st.sampled_from(HOURS),
        st.sampled_from([0, 20, 45]),
    )


def _events(night: date) -> st.SearchStrategy[list[dict[str, Any]]]:
    """What a file says, as few facts: `moved` is where the second date of a series goes."""
    return st.lists(
        st.fixed_dictionaries(
            {
                "start": _starts(night),
                "length": LENGTHS,
                "setup": MINUTES,
                "teardown": MINUTES,
                "days": st.sampled_from([0, 0, 1, 7]),
                "moved": st.none() | st.just("cancelled") | _starts(night),
            }
        ),
        min_size=2,
        max_size=4,
    )


def _event(make_event: MakeEvent, slug: str, facts: dict[str, Any]) -> Event:
    second = facts["start"].date() + timedelta(days=facts["days"])
    moved = facts["moved"]
    change = Change(
        date=second,
        cancelled=moved == "cancelled",
        start=moved if isinstance(moved, datetime) else None,
    )
    repeat = Repeat(
        every=Every(count=facts["days"] or 1, unit=Unit.DAY),
        times=2,
        changes=() if moved is None else (change,),
    )
    return make_event(
        slug=slug,
        start=facts["start"],
        duration=timedelta(minutes=facts["length"]),
        place="talo",
        room="sali",
        setup=facts["setup"],
        teardown=facts["teardown"],
        repeat=repeat if facts["days"] else None,
    )


def _uses(slug: str, facts: dict[str, Any]) -> Iterator[Taken]:
    starts = [facts["start"]]
    if facts["days"]:
        second = facts["moved"] or facts["start"] + timedelta(days=facts["days"])
        starts += [second] if second != "cancelled" else []
    for start in starts:
        end = start + timedelta(minutes=facts["length"])
        yield Taken(("talo", "sali"), slug, start, end, facts["setup"], facts["teardown"])


@given(st.sampled_from(NIGHTS).flatmap(_events), st.sampled_from([0, 20, 60]))
@settings(derandomize=True, max_examples=often(60, 2000), deadline=None)
def test_the_same_events_clash_as_minute_by_minute(
    make_event: MakeEvent, found: list[dict[str, Any]], turnaround: int
) -> None:
    events = [_event(make_event, f"e-{number}", facts) for number, facts in enumerate(found)]
    doubtful = doubtful_events(events, lambda place, room: turnaround)
    spans = busy_rooms(doubtful, *ALWAYS).get(("talo", "sali"), ())
    pairs = {frozenset((one.event, other.event)) for one, other in clashes(spans, turnaround)}
    uses = [use for number, facts in enumerate(found) for use in _uses(f"e-{number}", facts)]

    assert pairs == colliding(uses, {("talo", "sali"): turnaround})
