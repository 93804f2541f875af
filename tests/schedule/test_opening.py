"""When a place is open, and what is said when it is not."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

import pytest

from kohtaamo.model.place import (
    HolidayHours,
    Hours,
    HoursException,
    Mode,
    Place,
    Season,
    Stop,
)
from kohtaamo.schedule.opening import DayHours, OpenSpan, day_hours, open_spans

MakePlace = Callable[..., Place]

at = datetime.fromisoformat
day = date.fromisoformat

MON, TUE, WED, THU, FRI, SAT, SUN = range(7)
EVERY_DAY = (MON, TUE, WED, THU, FRI, SAT, SUN)


def _hours(days: tuple[int, ...], begins: str, ends: str, **fields: Any) -> Hours:
    def minutes(text: str) -> int:
        hour, minute = text.split(":")
        return int(hour) * 60 + int(minute)

    return Hours(days=days, from_=minutes(begins), to=minutes(ends), **fields)


WEEK = _hours((MON, TUE, WED, THU, FRI), "10:00", "16:00")


def _spans(place: Place, first: str, last: str | None = None) -> list[str]:
    found = open_spans(place, day(first), day(last or first))
    return [f"{span.start:%d.%m. %H:%M} – {span.end:%d.%m. %H:%M}" for span in found]


def test_a_common_day_in_order_with_modes_and_notes(make_place: MakePlace) -> None:
    place = make_place(
        hours=(
            _hours((THU,), "16:00", "20:00", mode=Mode.SELF_SERVICE),
            _hours((MON, THU), "10:00", "16:00", note="Kahvila on auki"),
            _hours((THU,), "13:00", "14:30", mode=Mode.GUIDANCE),
        )
    )
    thursday = day("2026-12-03")
    assert day_hours(place, thursday) == DayHours(
        day=thursday,
        spans=(
            OpenSpan(
                day=thursday,
                start=at("2026-12-03 10:00"),
                end=at("2026-12-03 16:00"),
                mode=Mode.STAFFED,
                note="Kahvila on auki",
            ),
            OpenSpan(
                day=thursday,
                start=at("2026-12-03 13:00"),
                end=at("2026-12-03 14:30"),
                mode=Mode.GUIDANCE,
            ),
            OpenSpan(
                day=thursday,
                start=at("2026-12-03 16:00"),
                end=at("2026-12-03 20:00"),
                mode=Mode.SELF_SERVICE,
            ),
        ),
    )


def test_a_day_that_is_never_open(make_place: MakePlace) -> None:
    saturday = day("2026-12-05")
    assert day_hours(make_place(hours=(WEEK,)), saturday) == DayHours(day=saturday)


def test_until_midnight_and_over_it(make_place: MakePlace) -> None:
    place = make_place(
        hours=(
            _hours((FRI,), "18:00", "24:00"),
            _hours((SAT,), "20:00", "02:00"),
            _hours((SUN,), "00:00", "24:00"),
            _hours((MON,), "08:00", "08:00"),
        )
    )
    assert _spans(place, "2026-12-11", "2026-12-14") == [
        "11.12. 18:00 – 12.12. 00:00",
        "12.12. 20:00 – 13.12. 02:00",
        "13.12. 00:00 – 14.12. 00:00",
        "14.12. 08:00 – 15.12. 08:00",
    ]


def test_wall_clock_hours_in_the_nights_when_clocks_change(make_place: MakePlace) -> None:
    place = make_place(hours=(_hours(EVERY_DAY, "22:00", "06:00"),))
    assert _spans(place, "2026-10-24") == ["24.10. 22:00 – 25.10. 06:00"]
    assert _spans(place, "2027-03-27") == ["27.03. 22:00 – 28.03. 06:00"]


@pytest.mark.parametrize(
    ("exception", "inside", "outside"),
    [
        (HoursException(date=day("2026-12-31"), closed=True), ["2026-12-31"], ["2026-12-30"]),
        (
            HoursException(from_=day("2026-12-28"), to=day("2026-12-30"), closed=True),
            ["2026-12-28", "2026-12-30"],
            ["2026-12-23", "2026-12-31"],
        ),
        (HoursException(from_=day("2026-12-28"), closed=True), ["2026-12-28"], ["2026-12-29"]),
    ],
)
def test_closed_by_an_exception(
    make_place: MakePlace, exception: HoursException, inside: list[str], outside: list[str]
) -> None:
    place = make_place(hours=(WEEK,), exceptions=(exception,))
    assert [day_hours(place, day(each)).spans for each in inside] == [()] * len(inside)
    assert [day_hours(place, day(each)).is_exception for each in inside] == [True] * len(inside)
    assert [len(day_hours(place, day(each)).spans) for each in outside] == [1] * len(outside)


def test_the_reason_of_an_exception(make_place: MakePlace) -> None:
    new_years_eve, inventory = day("2026-12-31"), day("2026-12-30")
    place = make_place(
        hours=(WEEK,),
        exceptions=(
            HoursException(date=inventory, closed=True, reason="Inventaario"),
            HoursException(
                date=new_years_eve, hours=(_hours((), "10:00", "12:00"),), reason="Aatto"
            ),
        ),
    )
    assert day_hours(place, inventory) == DayHours(
        day=inventory, closed_reason="Inventaario", is_exception=True
    )
    assert day_hours(place, new_years_eve) == DayHours(
        day=new_years_eve,
        spans=(
            OpenSpan(
                day=new_years_eve,
                start=at("2026-12-31 10:00"),
                end=at("2026-12-31 12:00"),
                reason="Aatto",
            ),
        ),
        is_exception=True,
    )


def test_hours_of_an_exception_hold_on_their_weekdays(make_place: MakePlace) -> None:
    week = HoursException(
        from_=day("2026-12-28"), to=day("2026-12-31"), hours=(_hours((MON,), "12:00", "15:00"),)
    )
    place = make_place(hours=(WEEK,), exceptions=(week,))
    assert _spans(place, "2026-12-28", "2026-12-31") == ["28.12. 12:00 – 28.12. 15:00"]


def test_the_shortest_exception_counts(make_place: MakePlace) -> None:
    july = HoursException(from_=day("2027-07-01"), to=day("2027-07-31"), closed=True)
    one_day = HoursException(date=day("2027-07-07"), hours=(_hours((), "12:00", "15:00"),))
    for exceptions in ((july, one_day), (one_day, july)):
        place = make_place(hours=(WEEK,), exceptions=exceptions)
        assert _spans(place, "2027-07-01", "2027-07-31") == ["07.07. 12:00 – 07.07. 15:00"]


def test_an_exception_wins_over_a_season_and_a_season_over_the_week(
    make_place: MakePlace,
) -> None:
    place = make_place(
        hours=(WEEK,),
        seasons=(
            Season(
                from_=day("2027-06-01"),
                to=day("2027-08-08"),
                name="Kesä",
                hours=(_hours((TUE,), "10:00", "12:00"),),
            ),
        ),
        exceptions=(HoursException(date=day("2027-06-15"), closed=True),),
    )
    assert _spans(place, "2027-05-31", "2027-06-21") == [
        "31.05. 10:00 – 31.05. 16:00",
        "01.06. 10:00 – 01.06. 12:00",
        "08.06. 10:00 – 08.06. 12:00",
    ]
    assert [span.season for span in open_spans(place, day("2027-06-01"), day("2027-06-08"))] == [
        "Kesä",
        "Kesä",
    ]


# Ascension Day 2027 is Thursday 6 May.
ASCENSION = day("2027-05-06")


@pytest.mark.parametrize(
    ("holiday_hours", "spans", "unknown"),
    [
        (None, [], True),
        (HolidayHours.CLOSED, [], False),
        (HolidayHours.NORMAL, ["06.05. 10:00 – 06.05. 16:00"], False),
        ((_hours(EVERY_DAY, "12:00", "15:00"),), ["06.05. 12:00 – 06.05. 15:00"], False),
        ((_hours((SUN,), "12:00", "15:00"),), [], False),
    ],
)
def test_public_holidays(
    make_place: MakePlace,
    holiday_hours: HolidayHours | tuple[Hours, ...] | None,
    spans: list[str],
    unknown: bool,
) -> None:
    place = make_place(hours=(WEEK,), holiday_hours=holiday_hours)
    found = day_hours(place, ASCENSION)
    assert _spans(place, "2027-05-06") == spans
    assert (found.holiday, found.unknown, found.is_exception) == ("Helatorstai", unknown, False)


def test_a_holiday_on_a_day_that_is_never_open_raises_no_doubt(make_place: MakePlace) -> None:
    independence_day = day("2026-12-06")
    assert day_hours(make_place(hours=(WEEK,)), independence_day) == DayHours(
        day=independence_day, holiday="Itsenäisyyspäivä"
    )


def test_eves_are_common_days(make_place: MakePlace) -> None:
    place = make_place(hours=(WEEK,), holiday_hours=HolidayHours.CLOSED)
    assert _spans(place, "2026-12-24", "2026-12-25") == ["24.12. 10:00 – 24.12. 16:00"]


def test_an_exception_wins_over_a_holiday(make_place: MakePlace) -> None:
    place = make_place(
        hours=(WEEK,),
        holiday_hours=HolidayHours.CLOSED,
        exceptions=(HoursException(date=ASCENSION, hours=(_hours((), "14:00", "18:00"),)),),
    )
    assert _spans(place, "2027-05-06") == ["06.05. 14:00 – 06.05. 18:00"]
    assert day_hours(place, ASCENSION).holiday == "Helatorstai"


def test_a_holiday_wins_over_a_season(make_place: MakePlace) -> None:
    season = Season(from_=day("2027-05-01"), to=day("2027-05-31"), hours=(WEEK,))
    place = make_place(seasons=(season,), holiday_hours=HolidayHours.CLOSED)
    assert _spans(place, "2027-05-05", "2027-05-07") == [
        "05.05. 10:00 – 05.05. 16:00",
        "07.05. 10:00 – 07.05. 16:00",
    ]


def test_without_holidays_every_day_is_common(make_place: MakePlace) -> None:
    place = make_place(hours=(WEEK,))
    assert len(open_spans(place, ASCENSION, ASCENSION, holidays=False)) == 1
    assert day_hours(place, ASCENSION, holidays=False).holiday is None


def test_a_pop_up_is_open_between_its_first_and_last_day(make_place: MakePlace) -> None:
    place = make_place(
        hours=(WEEK,),
        open_from=day("2026-12-08"),
        open_until=day("2026-12-09"),
        exceptions=(HoursException(date=day("2026-12-10"), hours=(_hours((), "10:00", "12:00"),)),),
    )
    assert _spans(place, "2026-12-07", "2026-12-11") == [
        "08.12. 10:00 – 08.12. 16:00",
        "09.12. 10:00 – 09.12. 16:00",
    ]


def test_a_travelling_place_is_open_at_its_stops(make_place: MakePlace) -> None:
    def stop(stop_id: str, *hours: Hours) -> Stop:
        return Stop(id=stop_id, name=stop_id, municipality="kittila", hours=hours)

    noon = _hours((), "12:00", "13:00")
    place = make_place(
        stops=(
            stop("sirkka", _hours((TUE, THU), "13:00", "15:00")),
            stop("kaukonen", _hours((TUE,), "10:00", "12:00")),
        ),
        exceptions=(
            HoursException(date=day("2026-12-10"), hours=(noon,)),
            HoursException(date=day("2026-12-15"), hours=(noon,)),
        ),
    )
    found = open_spans(place, day("2026-12-08"), day("2026-12-15"))
    assert [(str(span.start), span.stop) for span in found] == [
        ("2026-12-08 10:00:00", "kaukonen"),
        ("2026-12-08 13:00:00", "sirkka"),
        ("2026-12-10 12:00:00", "sirkka"),
        # On Tuesdays it halts twice: the exception does not say at which stop it is.
        ("2026-12-15 12:00:00", None),
    ]
