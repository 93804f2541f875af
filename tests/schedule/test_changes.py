"""Changed dates of a series, and events that are cancelled, postponed or moved as a whole."""

from collections.abc import Callable
from datetime import date, datetime, time
from typing import Any

import pytest

from kohtaamo.model.event import Event, Status
from kohtaamo.model.repeat import Change, Every, Repeat, Unit
from kohtaamo.schedule.occurrence import Occurrence, State
from kohtaamo.schedule.occurrences import occurrences
from kohtaamo.schedule.series import plan

MakeEvent = Callable[..., Event]

at = datetime.fromisoformat
day = date.fromisoformat

FIRST = at("2026-12-03 13:00")


@pytest.fixture
def changed(make_event: MakeEvent) -> Callable[..., Occurrence]:
    """The second date, 10.12., of a weekly series on Thursdays 13–15, with a change."""

    def second(change: dict[str, Any], **event: Any) -> Occurrence:
        fields: dict[str, Any] = {"start": FIRST, "end": time(15), "place": "asemantalo", **event}
        changes = (Change(date=day("2026-12-10"), **change),)
        weekly = Repeat(every=Every(count=1, unit=Unit.WEEK), times=3, changes=changes)
        found = occurrences(plan(make_event(slug="kahvit", **fields, repeat=weekly)))
        (result,) = (each for each in found if str(each.by_rule).startswith("2026-12-10"))
        return result

    return second


def test_a_new_start_keeps_the_length_and_names_the_old_time(
    changed: Callable[..., Occurrence],
) -> None:
    assert changed({"start": time(17, 30), "reason": "Sali on varattu"}) == Occurrence(
        event="kahvit",
        start=at("2026-12-10 17:30"),
        end=at("2026-12-10 19:30"),
        by_rule=at("2026-12-10 13:00"),
        state=State.MOVED,
        place="asemantalo",
        reason="Sali on varattu",
        was_start=at("2026-12-10 13:00"),
        was_end=at("2026-12-10 15:00"),
    )


@pytest.mark.parametrize(
    ("change", "start", "end"),
    [
        ({"start": time(12), "end": time(16)}, "2026-12-10 12:00", "2026-12-10 16:00"),
        ({"end": time(14)}, "2026-12-10 13:00", "2026-12-10 14:00"),
        ({"start": at("2026-12-11 10:00")}, "2026-12-11 10:00", "2026-12-11 12:00"),
        (
            {"start": at("2026-12-11 22:00"), "end": at("2026-12-12 01:00")},
            "2026-12-11 22:00",
            "2026-12-12 01:00",
        ),
        ({"start": at("2026-12-11 22:00"), "end": time(0)}, "2026-12-11 22:00", "2026-12-12 00:00"),
        ({"start": day("2026-12-11")}, "2026-12-11 13:00", "2026-12-11 15:00"),
    ],
)
def test_new_starts_and_ends(
    changed: Callable[..., Occurrence], change: dict[str, Any], start: str, end: str
) -> None:
    found = changed(change)
    assert (found.start, found.end, found.state) == (at(start), at(end), State.MOVED)
    assert (found.was_start, found.was_end) == (at("2026-12-10 13:00"), at("2026-12-10 15:00"))


def test_a_new_start_of_an_event_without_an_end(changed: Callable[..., Occurrence]) -> None:
    found = changed({"start": time(17)}, end=None)
    assert (found.start, found.end) == (at("2026-12-10 17:00"), None)
    assert (found.was_start, found.was_end) == (at("2026-12-10 13:00"), None)


def test_a_whole_day_moves_to_another_day(changed: Callable[..., Occurrence]) -> None:
    for new in (day("2026-12-12"), at("2026-12-12 10:00")):
        found = changed({"start": new}, start=day("2026-12-03"), all_day=True)
        assert (found.start, found.end) == (day("2026-12-12"), day("2026-12-12"))
        assert (found.was_start, found.was_end) == (day("2026-12-10"), day("2026-12-10"))
        assert found.state is State.MOVED


def test_a_whole_day_becomes_two(changed: Callable[..., Occurrence]) -> None:
    found = changed({"end": day("2026-12-11")}, start=day("2026-12-03"), all_day=True)
    assert (found.start, found.end) == (day("2026-12-10"), day("2026-12-11"))


def test_another_place_keeps_neither_room_nor_stop(changed: Callable[..., Occurrence]) -> None:
    assert changed({"place": "kirjasto"}, room="kerhohuone", stop="sirkka") == Occurrence(
        event="kahvit",
        start=at("2026-12-10 13:00"),
        end=at("2026-12-10 15:00"),
        by_rule=at("2026-12-10 13:00"),
        state=State.MOVED,
        place="kirjasto",
        was_place="asemantalo",
        was_room="kerhohuone",
    )


def test_another_place_with_a_room_of_its_own(changed: Callable[..., Occurrence]) -> None:
    found = changed({"place": "kirjasto", "room": "sali"}, room="kerhohuone")
    assert (found.place, found.room) == ("kirjasto", "sali")
    assert (found.was_place, found.was_room) == ("asemantalo", "kerhohuone")


def test_another_room_of_the_same_place(changed: Callable[..., Occurrence]) -> None:
    found = changed({"room": "sali"}, room="kerhohuone", stop="sirkka")
    assert (found.place, found.room, found.stop) == ("asemantalo", "sali", "sirkka")
    assert (found.was_place, found.was_room) == (None, "kerhohuone")
    assert found.state is State.MOVED


def test_a_change_that_changes_nothing_moves_nothing(changed: Callable[..., Occurrence]) -> None:
    found = changed({"start": time(13), "place": "asemantalo", "reason": "Tervetuloa silti"})
    assert (found.state, found.reason) == (State.CONFIRMED, "Tervetuloa silti")
    assert (found.was_start, found.was_place) == (None, None)


def test_a_cancelled_date(changed: Callable[..., Occurrence]) -> None:
    found = changed({"cancelled": True, "reason": "Vetäjä on sairaana"})
    assert (found.state, found.reason) == (State.CANCELLED, "Vetäjä on sairaana")
    assert (found.start, found.was_start) == (at("2026-12-10 13:00"), None)


@pytest.mark.parametrize(
    ("status", "state", "reason"),
    [
        (Status.CONFIRMED, State.CONFIRMED, None),
        (Status.CANCELLED, State.CANCELLED, "Talo on remontissa"),
        (Status.POSTPONED, State.POSTPONED, "Talo on remontissa"),
        (Status.MOVED, State.MOVED, "Talo on remontissa"),
    ],
)
def test_the_whole_event_marks_all_its_dates(
    make_event: MakeEvent, status: Status, state: State, reason: str | None
) -> None:
    weekly = Repeat(every=Every(count=1, unit=Unit.WEEK), times=2, extra=(at("2026-12-05 10:00"),))
    event = make_event(start=FIRST, status=status, reason="Talo on remontissa", repeat=weekly)
    found = occurrences(plan(event))
    assert [(each.state, each.reason) for each in found] == [(state, reason)] * 3


@pytest.mark.parametrize(
    ("status", "change", "state", "reason"),
    [
        (Status.CANCELLED, {"start": time(14)}, State.CANCELLED, "Koko sarja"),
        (Status.CANCELLED, {"cancelled": True}, State.CANCELLED, "Koko sarja"),
        (Status.POSTPONED, {"start": time(14)}, State.POSTPONED, "Koko sarja"),
        (Status.POSTPONED, {"cancelled": True}, State.CANCELLED, "Tämä kerta"),
        (Status.MOVED, {"start": time(14)}, State.MOVED, "Tämä kerta"),
        (Status.MOVED, {"cancelled": True}, State.CANCELLED, "Tämä kerta"),
        (Status.CONFIRMED, {"start": time(14)}, State.MOVED, "Tämä kerta"),
    ],
)
def test_a_change_within_an_event_that_has_a_status(
    changed: Callable[..., Occurrence],
    status: Status,
    change: dict[str, Any],
    state: State,
    reason: str,
) -> None:
    found = changed({**change, "reason": "Tämä kerta"}, status=status, reason="Koko sarja")
    assert (found.state, found.reason) == (state, reason)


def test_an_extra_date_can_be_changed_too(make_event: MakeEvent) -> None:
    repeat = Repeat(
        every=Every(count=1, unit=Unit.WEEK),
        times=2,
        extra=(day("2026-12-05"),),
        changes=(Change(date=day("2026-12-05"), cancelled=True, reason="Lumimyrsky"),),
    )
    found = occurrences(plan(make_event(start=FIRST, repeat=repeat)))
    assert [(str(each.first_day), each.is_extra, each.state) for each in found] == [
        ("2026-12-03", False, State.CONFIRMED),
        ("2026-12-05", True, State.CANCELLED),
        ("2026-12-10", False, State.CONFIRMED),
    ]
