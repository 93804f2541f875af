"""When rooms are taken, and when two want the same."""

from collections.abc import Callable, Iterable
from datetime import date, datetime, time, timedelta

import pytest

from kohtaamo.model.event import Access, Event, Status, umbrella_slugs
from kohtaamo.model.repeat import Change, Every, Repeat, Unit
from kohtaamo.schedule.rooms import BusySpan, busy_rooms, clashes

MakeEvent = Callable[..., Event]

at = datetime.fromisoformat
day = date.fromisoformat

WEEKLY = Every(count=1, unit=Unit.WEEK)
DECEMBER = (day("2026-12-01"), day("2026-12-31"))


def _span(begins: str, ends: str | None, event: str = "kahvit", closed: bool = False) -> BusySpan:
    return BusySpan(
        start=at(begins), end=None if ends is None else at(ends), event=event, closed=closed
    )


def _taken(
    events: Iterable[Event], room: str, first: date = DECEMBER[0], last: date = DECEMBER[1]
) -> tuple[BusySpan, ...]:
    """When a room of Asemantalo is taken."""
    return busy_rooms(events, first, last).get(("asemantalo", room), ())


def test_open_events_and_closed_groups_with_setup_and_teardown(make_event: MakeEvent) -> None:
    events = (
        make_event(
            slug="kahvit",
            start=at("2026-12-10 13:00"),
            end=time(15),
            place="asemantalo",
            room="kerhohuone",
            setup=30,
            teardown=15,
        ),
        make_event(
            slug="varaus-1",
            start=at("2026-12-03 09:00"),
            end=time(11),
            place="asemantalo",
            room="kerhohuone",
            access=Access.CLOSED,
            repeat=Repeat(every=WEEKLY, times=2),
        ),
        make_event(
            slug="muualla", start=at("2026-12-03 09:00"), place="kirjasto", room="kerhohuone"
        ),
        make_event(slug="sali", start=at("2026-12-03 09:00"), place="asemantalo", room="sali"),
        make_event(slug="pihalla", start=at("2026-12-03 09:00"), place="asemantalo"),
    )
    assert _taken(events, "kerhohuone") == (
        _span("2026-12-03 09:00", "2026-12-03 11:00", "varaus-1", closed=True),
        _span("2026-12-10 09:00", "2026-12-10 11:00", "varaus-1", closed=True),
        _span("2026-12-10 12:30", "2026-12-10 15:15", "kahvit"),
    )
    assert list(busy_rooms(events, *DECEMBER)) == [
        ("asemantalo", "kerhohuone"),
        ("asemantalo", "sali"),
        ("kirjasto", "kerhohuone"),
    ]


def test_a_room_that_nobody_takes() -> None:
    assert _taken((), "kerhohuone") == ()


def test_cancelled_and_postponed_dates_leave_the_room_free(make_event: MakeEvent) -> None:
    def event(slug: str, **fields: object) -> Event:
        return make_event(
            slug=slug,
            start=at("2026-12-03 13:00"),
            end=time(15),
            place="asemantalo",
            room="sali",
            **fields,
        )

    cancelled = Change(date=day("2026-12-03"), cancelled=True)
    events = (
        event("peruttu", status=Status.CANCELLED),
        event("lykatty", status=Status.POSTPONED),
        event("kerho", repeat=Repeat(every=WEEKLY, times=2, changes=(cancelled,))),
    )
    assert _taken(events, "sali") == (_span("2026-12-10 13:00", "2026-12-10 15:00", "kerho"),)


def test_a_changed_date_takes_the_room_it_moved_to(make_event: MakeEvent) -> None:
    event = make_event(
        slug="kerho",
        start=at("2026-12-03 13:00"),
        end=time(15),
        place="asemantalo",
        repeat=Repeat(
            every=WEEKLY,
            times=3,
            changes=(
                Change(date=day("2026-12-10"), room="sali"),
                Change(date=day("2026-12-17"), place="kirjasto", room="lukusali"),
            ),
        ),
    )
    assert busy_rooms([event], *DECEMBER) == {
        ("asemantalo", "sali"): (_span("2026-12-10 13:00", "2026-12-10 15:00", "kerho"),),
        ("kirjasto", "lukusali"): (_span("2026-12-17 13:00", "2026-12-17 15:00", "kerho"),),
    }


def test_whole_days_and_unknown_ends(make_event: MakeEvent) -> None:
    events = (
        make_event(
            slug="paivat",
            start=day("2026-12-04"),
            end=day("2026-12-05"),
            all_day=True,
            place="asemantalo",
            room="sali",
            teardown=60,
        ),
        make_event(slug="avoin", start=at("2026-12-07 10:00"), place="asemantalo", room="sali"),
    )
    assert _taken(events, "sali") == (
        _span("2026-12-04 00:00", "2026-12-06 01:00", "paivat"),
        _span("2026-12-07 10:00", None, "avoin"),
    )


def test_setup_and_teardown_reach_into_the_window(make_event: MakeEvent) -> None:
    def event(slug: str, start: str, **fields: object) -> Event:
        moment = at(start)
        end = moment + timedelta(hours=2)
        return make_event(
            slug=slug, start=moment, end=end, place="asemantalo", room="sali", **fields
        )

    events = (
        event("ilta", "2026-11-30 21:30", teardown=60),
        event("ilta-ilman", "2026-11-30 21:30"),
        event("yo", "2027-01-01 00:30", setup=60),
        event("yo-ilman", "2027-01-01 00:30"),
        event("talkoot", "2026-11-29 10:00", teardown=2880),
    )
    assert _taken(events, "sali") == (
        _span("2026-11-29 10:00", "2026-12-01 12:00", "talkoot"),
        _span("2026-11-30 21:30", "2026-12-01 00:30", "ilta"),
        _span("2026-12-31 23:30", "2027-01-01 02:30", "yo"),
    )


def test_a_festival_takes_rooms_by_its_parts_only(make_event: MakeEvent) -> None:
    umbrella = make_event(
        slug="paivat", start=day("2026-12-04"), all_day=True, place="asemantalo", room="sali"
    )
    part = make_event(
        slug="avajaiset",
        start=at("2026-12-04 10:00"),
        end=time(11),
        place="asemantalo",
        room="sali",
        part_of="paivat",
    )
    assert _taken((umbrella, part), "sali") == (
        _span("2026-12-04 10:00", "2026-12-04 11:00", "avajaiset"),
    )


@pytest.mark.parametrize(
    ("whole", "part", "is_umbrella"),
    [
        ("open", "open", True),
        ("open", "members", False),
        ("open", "closed", False),
        ("members", "open", True),
        ("members", "members", True),
        ("closed", "closed", False),
    ],
)
def test_a_part_that_fewer_may_see_takes_no_times_away(
    make_event: MakeEvent, whole: str, part: str, is_umbrella: bool
) -> None:
    starts = at("2026-12-04 10:00")
    events = (
        make_event(slug="paivat", start=starts, access=Access(whole)),
        make_event(slug="avajaiset", start=starts, access=Access(part), part_of="paivat"),
    )
    assert umbrella_slugs(events) == ({"paivat"} if is_umbrella else frozenset())


def test_spans_that_overlap_clash_and_spans_that_touch_do_not() -> None:
    first = _span("2026-12-03 10:00", "2026-12-03 12:00", "a")
    within = _span("2026-12-03 10:30", "2026-12-03 11:00", "b")
    touching = _span("2026-12-03 12:00", "2026-12-03 13:00", "c")
    later = _span("2026-12-03 12:59", "2026-12-03 14:00", "d")
    spans = (later, touching, within, first)
    assert clashes(spans) == ((first, within), (touching, later))


def test_the_same_hours_clash_once_for_each_pair() -> None:
    a, b, c = (_span("2026-12-03 10:00", "2026-12-03 12:00", slug) for slug in "abc")
    assert clashes((c, b, a)) == ((a, b), (a, c), (b, c))


def test_turnaround_has_to_lie_between() -> None:
    first = _span("2026-12-03 10:00", "2026-12-03 12:00", "a")
    second = _span("2026-12-03 12:15", "2026-12-03 13:00", "b")
    assert clashes((first, second), turnaround=15) == ()
    assert clashes((first, second), turnaround=16) == ((first, second),)


def test_of_an_unknown_end_only_the_start_is_taken() -> None:
    endless = _span("2026-12-03 10:00", None, "a")
    around = _span("2026-12-03 09:00", "2026-12-03 10:01", "b")
    before = _span("2026-12-03 09:00", "2026-12-03 10:00", "c")
    after = _span("2026-12-03 10:30", "2026-12-03 11:00", "d")
    assert clashes((endless, around, after)) == ((around, endless),)
    assert clashes((endless, before)) == ()
    assert clashes((endless, endless)) == ((endless, endless),)


def test_a_span_without_length_takes_the_room_at_its_start() -> None:
    moment = _span("2026-12-03 10:00", "2026-12-03 10:00", "a")
    after = _span("2026-12-03 10:00", "2026-12-03 11:00", "b")
    before = _span("2026-12-03 09:00", "2026-12-03 10:00", "c")
    assert clashes((before, moment, after)) == ((moment, after),)


def test_setup_and_teardown_are_real_minutes_when_the_clocks_change(make_event: MakeEvent) -> None:
    """On 28.3.2027 there is no 03:00–03:59, on 31.10.2027 it is shown twice."""

    def event(slug: str, start: str, end: str, **fields: object) -> Event:
        return make_event(
            slug=slug, start=at(start), end=at(end), place="asemantalo", room="sali", **fields
        )

    events = (
        event("aamu", "2027-03-28 04:00", "2027-03-28 06:00", setup=30),
        event("yo", "2027-03-28 00:00", "2027-03-28 02:45", teardown=30),
        event("syysyo", "2027-10-31 01:00", "2027-10-31 03:00", setup=30, teardown=90),
        event("syysaamu", "2027-10-31 05:00", "2027-10-31 06:00", setup=90),
    )
    assert _taken(events, "sali", day("2027-03-01"), day("2027-10-31")) == (
        _span("2027-03-28 00:00", "2027-03-28 04:15", "yo"),
        _span("2027-03-28 02:30", "2027-03-28 06:00", "aamu"),
        _span("2027-10-31 00:30", "2027-10-31 04:00", "syysyo"),
        _span("2027-10-31 03:30", "2027-10-31 06:00", "syysaamu"),
    )


def test_each_span_clashes_with_its_next_twenty_at_most() -> None:
    spans = [
        _span(f"2026-12-03 10:{minute:02d}", "2026-12-03 12:00", f"t-{minute:02d}")
        for minute in range(30)
    ]
    found = clashes(spans)
    assert found[:20] == tuple((spans[0], spans[later]) for later in range(1, 21))
    assert found[20] == (spans[1], spans[2])
    assert len(found) == 10 * 20 + sum(range(20))
