"""When a room is free: while its place is open and nobody takes it, turnaround included."""

from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kohtaamo.model.place import HolidayHours, Hours, HoursException, Mode, Place, Room
from kohtaamo.schedule.free import free_spans, open_time
from kohtaamo.schedule.opening import DayHours, OpenSpan
from kohtaamo.schedule.room_days import RoomDay, room_days
from kohtaamo.schedule.rooms import BusySpan
from tests.often import often

MakePlace = Callable[..., Place]

at = datetime.fromisoformat
day = date.fromisoformat

EVERY_DAY = tuple(range(7))
# A Tuesday.
TUESDAY = day("2026-12-01")
HALF = timedelta(minutes=30)


def open_(start: str, end: str, mode: Mode = Mode.STAFFED) -> OpenSpan:
    begins = at(start)
    return OpenSpan(day=begins.date(), start=begins, end=at(end), mode=mode)


def opened(*spans: OpenSpan) -> DayHours:
    return DayHours(day=spans[0].day, spans=spans)


def used(start: str, end: str | None) -> BusySpan:
    return BusySpan(start=at(start), end=None if end is None else at(end), event="x", closed=True)


def said(days: Sequence[DayHours], uses: Sequence[BusySpan], turnaround: int = 0) -> list[str]:
    """`01. 09:00-12:00`, with a star when it takes an appointment."""
    return [
        f"{each.day:%d.} {each.start:%H:%M}-{each.end:%H:%M}" + "*" * each.by_appointment
        for each in free_spans(open_time(days), uses, turnaround)
    ]


ALL_DAY = opened(
    open_("2026-12-01 09:00", "2026-12-01 15:00"),
    open_("2026-12-01 15:00", "2026-12-01 20:00", Mode.SELF_SERVICE),
)


@pytest.mark.parametrize(
    ("uses", "turnaround", "free"),
    [
        ([], 0, ["01. 09:00-20:00"]),
        ([("12:00", "13:00")], 0, ["01. 09:00-12:00", "01. 13:00-20:00"]),
        ([("12:00", "13:00")], 15, ["01. 09:00-11:45", "01. 13:15-20:00"]),
        ([("09:29", "19:31")], 0, []),
        ([("09:30", "19:30")], 0, ["01. 09:00-09:30", "01. 19:30-20:00"]),
        ([("09:30", "19:30")], 1, []),
        ([("08:00", "10:00"), ("18:00", "23:00")], 0, ["01. 10:00-18:00"]),
        ([("08:00", "08:50"), ("20:10", "23:00")], 15, ["01. 09:05-19:55"]),
        ([("10:00", "14:00"), ("11:00", "12:00")], 0, ["01. 09:00-10:00", "01. 14:00-20:00"]),
        ([("13:00", None)], 0, ["01. 09:00-13:00"]),
        ([("08:00", None)], 0, []),
        ([("21:00", None)], 0, ["01. 09:00-20:00"]),
        ([("12:00", "12:00")], 10, ["01. 09:00-11:50", "01. 12:10-20:00"]),
    ],
)
def test_what_uses_leave_of_a_day(
    uses: list[tuple[str, str | None]], turnaround: int, free: list[str]
) -> None:
    spans = [used(f"2026-12-01 {a}", f"2026-12-01 {b}" if b else None) for a, b in uses]
    assert said([ALL_DAY], spans, turnaround) == free


def test_an_unknown_end_leaves_the_hours_after_a_break() -> None:
    halves = opened(
        open_("2026-12-01 09:00", "2026-12-01 12:00"), open_("2026-12-01 17:00", "2026-12-01 21:00")
    )
    assert said([halves], [used("2026-12-01 10:00", None)]) == [
        "01. 09:00-10:00",
        "01. 17:00-21:00",
    ]
    assert said([halves], [used("2026-12-01 13:00", None)]) == ["01. 09:00-12:00"]


def test_hours_by_appointment_count_and_are_marked() -> None:
    both = opened(
        open_("2026-12-01 09:00", "2026-12-01 18:00", Mode.BY_APPOINTMENT),
        open_("2026-12-01 10:00", "2026-12-01 14:00", Mode.GUIDANCE),
    )
    assert said([both], []) == ["01. 09:00-10:00*", "01. 10:00-14:00", "01. 14:00-18:00*"]
    assert said([both], [used("2026-12-01 11:00", None)]) == [
        "01. 09:00-10:00*",
        "01. 10:00-11:00",
    ]


def test_a_free_time_after_midnight_is_on_its_own_day_and_counts_once() -> None:
    nights = [
        opened(open_("2026-12-01 20:00", "2026-12-02 02:00")),
        opened(open_("2026-12-02 00:00", "2026-12-02 08:00")),
    ]
    assert said(nights, [used("2026-12-01 23:00", "2026-12-02 01:00")]) == [
        "01. 20:00-23:00",
        "02. 01:00-02:00",
        "02. 02:00-08:00",
    ]


def test_thirty_minutes_are_real_ones_when_the_clocks_change() -> None:
    """On 28.3.2027 there is no 03:00–03:59."""
    night = opened(open_("2027-03-28 00:00", "2027-03-28 06:00"))
    assert said([night], [used("2027-03-28 00:00", "2027-03-28 02:45")]) == ["28. 02:45-06:00"]
    uses = [used("2027-03-28 00:00", "2027-03-28 02:45"), used("2027-03-28 04:10", None)]
    assert said([night], uses) == []
    assert said([night], uses[:1], 30) == ["28. 04:15-06:00"]


@pytest.fixture
def place(make_place: MakePlace) -> Place:
    return make_place(
        hours=(Hours(days=EVERY_DAY, from_=9 * 60, to=15 * 60),),
        exceptions=(HoursException(date=day("2026-12-02"), closed=True),),
        rooms=(
            Room(id="sali", name="Sali", bookable=True, turnaround=30),
            Room(id="aula", name="Aula", bookable=False),
            Room(id="nurkka", name="Nurkka"),
        ),
    )


def _free(days: Sequence[RoomDay]) -> list[tuple[str, str]]:
    return [
        (f"{each.day:%d.%m.}", f"{span.start:%H:%M}-{span.end:%H:%M}")
        for each in days
        for span in each.free
    ]


def test_only_rooms_that_can_be_booked_are_free(place: Place) -> None:
    uses = {"sali": (used("2026-11-30 15:00", "2026-12-01 09:00"),)}
    rooms = room_days(place, uses, TUESDAY, day("2026-12-03"))
    assert _free(rooms["sali"]) == [("01.12.", "09:30-15:00"), ("03.12.", "09:00-15:00")]
    assert _free(rooms["aula"]) == _free(rooms["nurkka"]) == []
    taken = [(part.start, part.end) for part in rooms["sali"][0].taken]
    assert taken == [(at("2026-12-01 00:00"), at("2026-12-01 09:00"))]


def test_of_a_holiday_nobody_has_spoken_of_nothing_is_promised(make_place: MakePlace) -> None:
    fields = {
        "hours": (Hours(days=EVERY_DAY, from_=540, to=900),),
        "rooms": (Room(id="sali", name="Sali", bookable=True),),
    }
    independence = day("2026-12-06")
    silent, normal = (
        make_place(**fields, holiday_hours=holidays) for holidays in (None, HolidayHours.NORMAL)
    )
    assert _free(room_days(silent, {}, independence, independence)["sali"]) == []
    assert _free(room_days(normal, {}, independence, independence)["sali"]) == [
        ("06.12.", "09:00-15:00")
    ]


MIDNIGHT = at("2026-12-01 00:00")
# Start and end in half-hours from a midnight, so that nothing is too short to be free.
LENGTHS = st.tuples(st.integers(0, 143), st.integers(1, 60)).map(lambda each: (each[0], sum(each)))


@settings(max_examples=often(60, 3_000), deadline=None, derandomize=True)
@given(
    hours=st.lists(LENGTHS, max_size=8),
    uses=st.lists(LENGTHS, max_size=8),
    wait=st.integers(0, 3),
)
def test_free_and_taken_never_overlap_and_together_fill_the_open_hours(
    hours: list[tuple[int, int]], uses: list[tuple[int, int]], wait: int
) -> None:
    def span(begin: int, end: int) -> OpenSpan:
        start = MIDNIGHT + begin * HALF
        return OpenSpan(day=start.date(), start=start, end=MIDNIGHT + end * HALF)

    opening = sorted((span(*each) for each in hours), key=lambda each: each.start)
    days = [
        DayHours(day=today, spans=tuple(each for each in opening if each.day == today))
        for today in (TUESDAY + timedelta(days=number) for number in range(3))
    ]
    taken = [
        BusySpan(
            start=MIDNIGHT + begin * HALF, end=MIDNIGHT + end * HALF, event="kahvit", closed=False
        )
        for begin, end in uses
    ]
    found = list(free_spans(open_time(days), taken, 30 * wait))

    is_open = {each for begin, end in hours for each in range(begin, end)}
    is_taken = {each for begin, end in uses for each in range(begin - wait, end + wait)}
    free = [(each.start - MIDNIGHT) // HALF for each in found]
    until = [(each.end - MIDNIGHT) // HALF for each in found]
    halves = [each for pair in zip(free, until, strict=True) for each in range(*pair)]
    assert halves == sorted(is_open - is_taken)
