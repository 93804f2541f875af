"""The hours of common days: week, season, stops."""

from collections.abc import Callable
from datetime import date

from kohtaamo.model.place import Hours, Place, Season, Stop
from kohtaamo.schedule.regular_hours import RegularHours, regular_hours, season_on, stops_on

MakePlace = Callable[..., Place]

day = date.fromisoformat

MON, TUE, WED, THU, FRI, SAT, SUN = range(7)
TEN, FOUR = 600, 960

WEEK = Hours(days=(MON, TUE, WED, THU, FRI), from_=TEN, to=FOUR)
SHORT = Hours(days=(TUE, THU), from_=TEN, to=720)
SUMMER = Season(from_=day("2027-06-01"), to=day("2027-08-08"), name="Kesä", hours=(SHORT,))
JULY = Season(from_=day("2027-07-01"), to=day("2027-07-31"), name="Heinäkuu", hours=())


def _stop(stop_id: str, **fields: object) -> Stop:
    return Stop(id=stop_id, name=stop_id, municipality="kittila", **fields)  # type: ignore[arg-type]


def test_hours_of_the_weekday(make_place: MakePlace) -> None:
    place = make_place(hours=(WEEK, SHORT))
    assert regular_hours(place, day("2026-12-03")) == (
        RegularHours(hours=WEEK),
        RegularHours(hours=SHORT),
    )
    assert regular_hours(place, day("2026-12-04")) == (RegularHours(hours=WEEK),)
    assert regular_hours(place, day("2026-12-05")) == ()


def test_a_season_replaces_the_week(make_place: MakePlace) -> None:
    place = make_place(hours=(WEEK,), seasons=(SUMMER,))
    assert regular_hours(place, day("2027-05-31")) == (RegularHours(hours=WEEK),)
    assert regular_hours(place, day("2027-06-01")) == (RegularHours(hours=SHORT, season="Kesä"),)
    assert regular_hours(place, day("2027-06-02")) == ()
    assert regular_hours(place, day("2027-08-09")) == (RegularHours(hours=WEEK),)


def test_the_shortest_season_counts_then_the_first(make_place: MakePlace) -> None:
    twin = Season(from_=JULY.from_, to=JULY.to, name="Toinen heinäkuu", hours=(WEEK,))
    place = make_place(hours=(WEEK,), seasons=(SUMMER, JULY, twin))
    assert season_on(place, day("2027-06-30")) == SUMMER
    assert season_on(place, day("2027-07-31")) == JULY
    assert season_on(place, day("2027-09-01")) is None


def test_stops_with_weekly_hours_within_a_span(make_place: MakePlace) -> None:
    sirkka = _stop("sirkka", hours=(SHORT,), from_=day("2026-09-01"), to=day("2027-04-29"))
    kaukonen = _stop("kaukonen", hours=(Hours(days=(WED,), from_=TEN, to=FOUR),))
    place = make_place(stops=(sirkka, kaukonen))
    assert regular_hours(place, day("2026-12-03")) == (RegularHours(hours=SHORT, stop="sirkka"),)
    assert regular_hours(place, day("2026-12-02")) == (
        RegularHours(hours=kaukonen.hours[0], stop="kaukonen"),
    )
    assert [stop.id for stop in stops_on(place, day("2027-04-29"))] == ["sirkka"]
    assert stops_on(place, day("2027-05-04")) == ()
    assert stops_on(place, day("2026-08-25")) == ()


def test_stops_on_given_dates_keep_the_hours_of_the_place(make_place: MakePlace) -> None:
    levi = _stop("levi", dates=(day("2026-12-03"), day("2026-12-17")))
    place = make_place(hours=(WEEK,), stops=(levi,))
    assert regular_hours(place, day("2026-12-03")) == (RegularHours(hours=WEEK, stop="levi"),)
    # Between its dates it is somewhere else, and nobody says where.
    assert regular_hours(place, day("2026-12-10")) == ()


def test_stops_on_given_dates_with_hours_of_their_own(make_place: MakePlace) -> None:
    levi = _stop("levi", dates=(day("2026-12-03"), day("2026-12-04")), hours=(SHORT,))
    place = make_place(hours=(WEEK,), stops=(levi,))
    assert regular_hours(place, day("2026-12-03")) == (RegularHours(hours=SHORT, stop="levi"),)
    assert regular_hours(place, day("2026-12-04")) == ()
    assert regular_hours(place, day("2026-12-08")) == ()


def test_stops_that_say_nothing_of_when_leave_the_hours_to_the_place(
    make_place: MakePlace,
) -> None:
    place = make_place(hours=(WEEK,), stops=(_stop("sirkka"), _stop("levi")))
    assert regular_hours(place, day("2026-12-03")) == (RegularHours(hours=WEEK),)
    assert stops_on(place, day("2026-12-03")) == ()


def test_a_stop_for_a_span_keeps_the_hours_of_the_season(make_place: MakePlace) -> None:
    levi = _stop("levi", from_=day("2027-06-01"))
    place = make_place(hours=(WEEK,), seasons=(SUMMER,), stops=(levi,))
    assert regular_hours(place, day("2027-06-01")) == (
        RegularHours(hours=SHORT, stop="levi", season="Kesä"),
    )
    assert regular_hours(place, day("2027-08-09")) == (RegularHours(hours=WEEK, stop="levi"),)
