"""Days without hours that nobody thought of, and hours that no day will ever have."""

from datetime import date

import pytest

from .conftest import BASE, Check

TUPA = BASE["places/tupa.md"].replace("exceptions:", "x:").partition("hours:")[0]
SUMMER = "{from: 2027-06-07, to: 2027-08-01, hours: [{days: tue, from: 10:00, to: 12:00}]}"
CLOSED = "{from: 2027-08-02, to: 2027-08-08, closed: yes}"
AUTUMN = "{from: 2027-08-09, to: 2027-12-17, hours: [{days: tue, from: 10:00, to: 12:00}]}"


def tupa(rest: str) -> dict[str, str]:
    return {"places/tupa.md": f"{TUPA}holiday_hours: closed\n{rest}\n---\n"}


def test_a_week_between_two_seasons_is_named(check: Check) -> None:
    """It stands with the season that follows, in whatever order they are written."""
    said = "between the seasons there are days without hours: Mon 2027-08-02 – Sun 2027-08-08."
    for number, seasons in enumerate((f"[{AUTUMN}, {SUMMER}]", f"[{SUMMER}, {AUTUMN}]")):
        (line,) = check(tupa(f"seasons: {seasons}"))
        assert line.startswith(f"places/tupa.md:6: seasons[{number}].from: warning: {said}")
        assert line.endswith("[seasons-apart]")


@pytest.mark.parametrize(
    "rest",
    [
        # The week holds between them.
        f"hours: [{{days: mon, from: 9:00, to: 12:00}}]\nseasons: [{SUMMER}, {AUTUMN}]",
        # Somebody has thought of these days.
        f"exceptions: [{CLOSED}]\nseasons: [{SUMMER}, {AUTUMN}]",
        # One follows the other without a break.
        f"seasons: [{SUMMER}, {AUTUMN.replace('08-09', '08-02')}]",
        # Three weeks and a day are a break.
        f"seasons: [{SUMMER}, {AUTUMN.replace('08-09', '08-24')}]",
        # A place that opens and closes with its seasons.
        f"open_from: 2027-06-07\nopen_until: 2027-08-01\nseasons: [{SUMMER}]",
        # Hours of a whole week.
        f"seasons: [{SUMMER.replace('06-07', '07-26')}]",
        # An exception that changes nothing: it answers who asks.
        f"exceptions: [{{date: 2027-07-05, closed: yes}}]\nseasons: [{SUMMER}]",
    ],
)
def test_nothing_is_said_of_what_somebody_meant(check: Check, rest: str) -> None:
    assert check(tupa(rest)) == []


def test_what_is_over_is_left_alone(check: Check) -> None:
    rest = f"open_until: 2027-12-19\nseasons: [{SUMMER}, {AUTUMN}]"
    on = {day: check(tupa(rest), date.fromisoformat(day)) for day in ("2027-08-08", "2027-08-09")}
    assert [line.rpartition(" ")[2] for line in on["2027-08-08"]] == [
        "[seasons-apart]",
        "[season-ends-early]",
    ]
    assert [line.rpartition(" ")[2] for line in on["2027-08-09"]] == ["[season-ends-early]"]
    assert check(tupa(rest), date(2027, 12, 20)) == []


def test_stops_after_the_last_day_of_a_place_are_told(check: Check) -> None:
    stops = (
        "[{id: a, name: A, municipality: koivuranta, dates: [2027-01-05, 2027-01-12], "
        "hours: [{days: tue, from: 10:00, to: 12:00}]}]"
    )
    rest = f"open_until: 2027-01-04\nstops: {stops}"
    (line,) = check(tupa(rest))
    assert line == (
        "places/tupa.md:7: stops[0]: warning: the days Tue 2027-01-05 – Tue 2027-01-12 are after"
        " the last day of the place, Mon 2027-01-04, so nobody will see this. Correct the days or"
        " the last day of the place (open_until). [after-open-until]"
    )
    assert check(tupa(rest.replace("until: 2027-01-04", "until: 2027-01-05"))) == []
