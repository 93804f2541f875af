"""Whether a place's people are there while an event lasts."""

from collections.abc import Callable
from datetime import datetime
from functools import partial

import pytest

from kohtaamo.model.place import Hours, Mode, Place
from kohtaamo.schedule.occurrence import Occurrence
from kohtaamo.schedule.opening import day_hours
from kohtaamo.schedule.staffing import Staffing, staffing

MakePlace = Callable[..., Place]
at = datetime.fromisoformat
hours = partial(Hours, days=(0, 1, 2, 3, 4))
STAFF = Staffing(always=True)
NOBODY = Staffing(alone=(("paikka", "Kortilla"),), is_alone=True)
NOT_KNOWN = Staffing()


def _date(start: str, end: str | None, **fields: str) -> Occurrence:
    begin = at(start)
    return Occurrence("ilta", begin, at(end) if end else None, begin, **fields)  # type: ignore[arg-type]


@pytest.fixture
def who(make_place: MakePlace) -> Callable[..., Staffing]:
    """Staffed 9–16, help with devices 16–17, self-service 17–20, on weekdays."""
    place = make_place(
        hours=(
            hours(from_=9 * 60, to=16 * 60),
            hours(from_=16 * 60, to=17 * 60, mode=Mode.GUIDANCE),
            hours(from_=17 * 60, to=20 * 60, mode=Mode.SELF_SERVICE, note="Kortilla"),
        )
    )
    return lambda *dates: staffing(dates, "paikka", lambda _, day: day_hours(place, day).spans)


@pytest.mark.parametrize(
    ("start", "end", "found"),
    [
        ("2026-12-02 10:00", "2026-12-02 12:00", STAFF),
        ("2026-12-02 15:00", "2026-12-02 17:00", STAFF),
        ("2026-12-02 10:00", None, STAFF),
        # Somebody opens the door, and has left before the event is over.
        ("2026-12-02 16:00", "2026-12-02 18:00", NOT_KNOWN),
        ("2026-12-02 17:00", "2026-12-02 18:00", NOBODY),
        ("2026-12-02 19:00", "2026-12-02 21:00", NOBODY),
        # Before the doors open, on a day on which they do not, and all day long.
        ("2026-12-02 08:00", "2026-12-02 10:00", NOT_KNOWN),
        ("2026-12-05 10:00", "2026-12-05 12:00", NOT_KNOWN),
    ],
)
def test_an_event_is_staffed_from_its_beginning_to_its_end_or_not(
    who: Callable[..., Staffing], start: str, end: str | None, found: Staffing
) -> None:
    assert who(_date(start, end)) == found


def test_of_several_dates_all_have_to_be_staffed(who: Callable[..., Staffing]) -> None:
    morning = _date("2026-12-02 10:00", "2026-12-02 12:00")
    evening = _date("2026-12-03 18:00", "2026-12-03 19:00")
    assert who(morning, evening) == Staffing(alone=(("paikka", "Kortilla"),))


def test_no_date_and_a_whole_day_promise_nothing(who: Callable[..., Staffing]) -> None:
    day = at("2026-12-02").date()
    assert who() == NOT_KNOWN
    assert who(Occurrence("ilta", day, day, day)) == NOT_KNOWN


def test_a_date_that_has_moved_elsewhere_is_not_at_the_place(who: Callable[..., Staffing]) -> None:
    moved = _date("2026-12-02 10:00", "2026-12-02 12:00", place="toinen")
    assert not who(moved).always
