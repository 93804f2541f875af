"""Until when a place comes to its municipalities."""

from collections.abc import Callable, Mapping
from datetime import date

import pytest

from kohtaamo.model.place import Hours, HoursException, Place, Stop
from kohtaamo.schedule.in_use import closes_on, last_days

day = date.fromisoformat
TUESDAYS = (Hours(days=(1,), from_=600, to=720),)


def stop(id_: str, municipality: str, **fields: object) -> Stop:
    return Stop(id=id_, name=id_, municipality=municipality, **fields)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("fields", "found"),
    [
        ({}, {"rautjarvi": None}),
        ({"open_until": day("2027-01-31")}, {"rautjarvi": day("2027-01-31")}),
        # The last Tuesday of the timetable, not its last day; a home without a stop goes with it.
        (
            {"stops": (stop("a", "kittila", hours=TUESDAYS, to=day("2027-01-31")),)},
            {"rautjarvi": day("2027-01-26"), "kittila": day("2027-01-26")},
        ),
        # The latest of several stops in one municipality.
        (
            {
                "stops": (
                    stop("a", "rautjarvi", dates=(day("2027-01-05"), day("2026-12-01"))),
                    stop("b", "rautjarvi", dates=(day("2027-01-12"),)),
                    stop("c", "kittila", dates=(day("2027-02-02"),)),
                )
            },
            {"rautjarvi": day("2027-01-12"), "kittila": day("2027-02-02")},
        ),
        # Nobody has said when a weekly stop ends, but the place has a last day.
        (
            {
                "stops": (
                    stop("a", "kittila", hours=TUESDAYS),
                    stop("b", "rautjarvi", dates=(day("2027-02-02"),)),
                ),
                "open_until": day("2027-01-27"),
            },
            {"kittila": day("2027-01-26"), "rautjarvi": day("2027-01-27")},
        ),
        ({"stops": (stop("a", "kittila", hours=TUESDAYS),)}, {"rautjarvi": None, "kittila": None}),
        # A day of its own after the last stop is at home.
        (
            {
                "stops": (stop("a", "kittila", dates=(day("2027-01-05"),)),),
                "exceptions": (HoursException(date=day("2027-01-09"), hours=TUESDAYS),),
            },
            {"rautjarvi": day("2027-01-09"), "kittila": day("2027-01-05")},
        ),
    ],
)
def test_last_days(
    make_place: Callable[..., Place],
    fields: Mapping[str, object],
    found: Mapping[str, date | None],
) -> None:
    place = make_place(**fields)
    assert last_days(place) == found
    ends = [each for each in found.values() if each is not None]
    assert closes_on(place) == (max(ends) if len(ends) == len(found) else None)
