"""Modes side by side that may be, modes that contradict each other, stops at the same time."""

from datetime import date

import pytest

from .conftest import BASE, Check

TUPA = BASE["places/tupa.md"].partition("hours:")[0]


def tupa(*rows: str) -> dict[str, str]:
    hours = "".join(f"  - {{{row}}}\n" for row in rows)
    return {"places/tupa.md": f"{TUPA}holiday_hours: closed\nhours:\n{hours}---\n"}


STAFFED = "days: mon-wed, from: 9:00, to: 16:00"


@pytest.mark.parametrize(
    "other",
    [
        # Help beside the staff, at the same time, and when nobody else is there.
        "days: tue, from: 12:00, to: 14:00, mode: guidance",
        "days: mon-wed, from: 9:00, to: 16:00, mode: guidance",
        "days: tue, from: 17:00, to: 19:00, mode: guidance",
        # The key works all day, as in libraries.
        "days: mon-wed, from: 7:00, to: 20:00, mode: self-service",
        # An hour in which both hold.
        "days: tue, from: 15:00, to: 20:00, mode: self-service",
        "days: tue, from: 16:00, to: 20:00, mode: by-appointment",
        "days: thu-fri, from: 9:00, to: 16:00, mode: self-service",
    ],
)
def test_modes_that_stand_side_by_side(check: Check, other: str) -> None:
    files = tupa(STAFFED, other)
    assert [line for line in check(files) if "eve-open" not in line] == []


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        (
            (STAFFED, "days: tue, from: 9:00, to: 16:00, mode: self-service"),
            "(Tuesday): 9:00–16:00 is self-service although 9:00–16:00 is staffed.",
        ),
        (
            (STAFFED, "days: wed, from: 10:00, to: 11:00, mode: by-appointment"),
            "(Wednesday): 10:00–11:00 is by-appointment although 9:00–16:00 is staffed.",
        ),
        (
            (
                "days: sun, from: 20:00, to: 4:00",
                "days: mon, from: 1:00, to: 3:00, mode: self-service",
            ),
            "(Monday): 1:00–3:00 is self-service although 20:00–4:00 is staffed.",
        ),
        (
            (
                "days: tue, from: 9:00, to: 24:00, mode: self-service",
                "days: tue, from: 9:00, to: 24:00, mode: by-appointment",
            ),
            "(Tuesday): 9:00–24:00 is by-appointment although 9:00–24:00 is self-service.",
        ),
        (
            (
                "days: mon, from: 9:00, to: 12:00, mode: self-service",
                "days: mon, from: 9:00, to: 14:00, mode: guidance",
            ),
            "(Monday): 9:00–12:00 is self-service although 9:00–14:00 is guidance.",
        ),
    ],
)
def test_modes_that_contradict_each_other(check: Check, rows: tuple[str, ...], said: str) -> None:
    (line,) = check(tupa(*rows))
    assert line == (
        f"places/tupa.md:8: hours[1]: warning: the hours contradict each other {said}"
        " Keep the one that is true, or correct the hours. [modes-contradict]"
    )


STOPS = """\
stops:
  - id: a
    name: A
    municipality: koivuranta
    hours: [{days: tue, from: 22:00, to: 2:00}]
    to: 2027-01-05
  - id: b
    name: B
    municipality: koivuranta
    hours: [{days: tue, from: 21:00, to: 22:00}]
    from: 2026-12-01
  - id: c
    name: C
    municipality: koivuranta
    hours: [{days: tue, from: 23:00, to: 24:00}]
    dates: [2027-01-05, 2027-01-12]
"""


def test_one_van_is_not_at_two_stops(check: Check) -> None:
    files = {"places/tupa.md": f"{TUPA}holiday_hours: closed\n{STOPS}---\n"}
    (line,) = check(files)
    assert line.startswith(
        "places/tupa.md:17: stops[2]: warning: the stops “A” and “C” are open at the same time on"
        " Tue 2027-01-05."
    )
    assert check(files, date(2027, 1, 6)) == []
