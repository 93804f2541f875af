# ruff: noqa: E501 - expected lines and files stand whole, as they are written
"""Places and their opening hours."""

from collections.abc import Callable

Check = Callable[..., list[str]]


def house(extra: str, address: str = "address: {street: Tie 1}\n") -> str:
    return f"---\nname: Talo\nmunicipality: koivuranta\n{address}{extra}\n---\n"


NIGHT_CAFE = """\
holiday_hours: normal
hours:
  - {days: fri-sat, from: 20:00, to: 2:00}
  - {days: sat-sun, from: 2:00, to: 4:00}
  - {days: fri, from: 21:00, to: 23:00, mode: guidance}"""

KIOSK = """\
holiday_hours: [{days: mon-sun, from: 12:00, to: 14:00}]
hours: [{days: mon-fri, from: 9:00, to: 15:00}]
seasons:
  - {from: 2027-06-01, to: 2027-07-31, hours: [{days: tue, from: 9:00, to: 12:00}]}
  - {from: 2027-08-01, to: 2027-08-31, hours: [{days: wed, from: 9:00, to: 12:00}]}
exceptions:
  - {date: 2026-12-24, closed: yes}
  - {date: 2026-12-31, closed: yes}
  - {from: 2026-12-28, to: 2026-12-31, hours: [{days: mon-thu, from: 9:00, to: 12:00}]}"""

BUS = """\
holiday_hours: closed
stops:
  - id: tori
    name: Tori
    municipality: koivuranta
    hours: [{days: thu, from: 9:00, to: 12:00}]
    dates: [2026-12-03]
  - id: satama
    name: Satama
    municipality: koivuranta
    hours: [{days: mon, from: 9:00, to: 12:00}]
    from: 2026-12-01
    to: 2026-12-31"""


def test_places_as_they_should_be(check: Check) -> None:
    assert (
        check(
            {
                "places/etana.md": house("remote: {phone: 010 123 0001}", address=""),
                "places/yokahvila.md": house(NIGHT_CAFE),
                "places/kioski.md": house(KIOSK),
                "places/bussi.md": house(BUS, address=""),
            }
        )
        == []
    )


OVER_MIDNIGHT = """\
holiday_hours: normal
hours:
  - {days: sun, from: 22:00, to: 3:00}
  - {days: mon, from: 2:00, to: 5:00}"""


def test_hours_that_run_into_the_next_day_overlap_there(check: Check) -> None:
    assert check({"places/yokahvila.md": house(OVER_MIDNIGHT)}) == [
        "places/yokahvila.md:8: hours[1]: opening hours overlap (Monday): 22:00–3:00 and 2:00–5:00, both staffed. Make them into one or correct one. [hours-overlap]"
    ]


def test_every_list_of_hours_is_looked_at(check: Check) -> None:
    twice = "[{days: mon, from: 9:00, to: 12:00}, {days: mon, from: 11:00, to: 13:00}]"
    lines = check(
        {
            "places/talo.md": house(
                f"holiday_hours: {twice}\n"
                f"seasons: [{{from: 2027-06-01, to: 2027-07-31, hours: {twice}}}]\n"
                f"exceptions: [{{date: 2026-12-28, hours: {twice}}}]\n"
                f"stops: [{{id: a, name: A, municipality: koivuranta, hours: {twice}}}]"
            )
        }
    )
    assert [line.partition(": opening")[0] for line in lines] == [
        "places/talo.md:5: holiday_hours[1]",
        "places/talo.md:6: seasons[0].hours[1]",
        "places/talo.md:7: exceptions[0].hours[1]",
        "places/talo.md:8: stops[0].hours[1]",
    ]


def test_a_week_has_some_dozens_of_rows(check: Check) -> None:
    rows = [f"{{days: mon-fri, from: {n // 4}:{n % 4}0, to: {n // 4}:{n % 4}5}}" for n in range(51)]
    holidays, stops = (
        "holiday_hours: closed\n",
        "id: s{}, name: S, municipality: koivuranta, hours: ",
    )
    few, many = f"[{', '.join(rows[:50])}]", f"[{', '.join(rows)}]"
    buses = [f"{{{stops.format(n)}{few}}}" for n in range(4)]
    last = f"{{{stops.format(9)}[{rows[0]}]}}"
    lines = check(
        {
            "places/a.md": house(f"{holidays}hours: {few}"),
            "places/b.md": house(f"{holidays}hours: {many}"),
            "places/c.md": house(f"{holidays}stops: [{', '.join(buses)}]", address=""),
            "places/d.md": house(f"{holidays}stops: [{', '.join([*buses, last])}]", address=""),
        }
    )
    assert [line for line in lines if "hours-" in line] == [
        "places/b.md:6: hours: there are too many opening hours: at most 50 rows will do. Put days with the same hours together (days: mon-fri). [hours-too-many]",
        "places/d.md:5: stops: there are too many opening hours: at most 200 rows will do. Put days with the same hours together (days: mon-fri). [hours-too-many]",
    ]


def test_a_span_of_exceptions_needs_one_of_its_weekdays(check: Check) -> None:
    exceptions = """\
exceptions:
  - from: 2026-12-28
    to: 2026-12-30
    hours:
      - {days: mon-fri, from: 9:00, to: 12:00}
      - {days: sat, from: 9:00, to: 12:00}"""
    assert check({"places/talo.md": house(exceptions)}) == [
        "places/talo.md:10: exceptions[0].hours[1].days: the weekday of the hours is not within the exception Mon 2026-12-28 – Wed 2026-12-30, so these times never hold. Correct days or the dates. [exception-misses-its-day]"
    ]


def test_swapped_coordinates_are_noticed_at_stops_too(check: Check) -> None:
    stop = """\
holiday_hours: closed
stops:
  - id: a
    name: A
    municipality: koivuranta
    hours: [{days: mon, from: 9:00, to: 12:00}]
    coordinates: {lat: 27.5, lon: 61.5}"""
    assert check({"places/auto.md": house(stop, address="")}) == [
        "places/auto.md:10: stops[0].coordinates: warning: the point 27.5, 61.5 is not in Finland. Check that lat (about 60–70) and lon (about 20–31) are the right way round. [coordinates-abroad]"
    ]
