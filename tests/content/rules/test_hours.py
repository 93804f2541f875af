# ruff: noqa: E501 - expected lines and files stand whole, as they are written
"""Events against opening hours."""

from collections.abc import Callable
from datetime import date

Check = Callable[..., list[str]]
Event = Callable[..., str]

HOUSE = """\
---
name: Talo
municipality: koivuranta
address: {street: Tie 1}
can_host: all
hours:
  - {days: mon-fri, from: 9:00, to: 12:00}
  - {days: mon-fri, from: 12:00, to: 15:00, mode: self-service}
  - {days: fri, from: 20:00, to: 2:00}
exceptions:
  - {date: 2026-12-17, closed: yes}
  - {date: 2026-12-19, hours: [{days: sat, from: 10:00, to: 24:00}]}
  - {date: 2026-12-24, hours: [{days: thu, from: 9:00, to: 15:00}]}
HOLIDAYS---
"""


def test_open_by_joined_hours_overnight_and_by_exception(check: Check, event: Event) -> None:
    assert (
        check(
            {
                "places/talo.md": HOUSE.replace("HOLIDAYS", "holiday_hours: closed\n"),
                "events/a.md": event(place="talo", start="2026-12-08 10:00", end="14:00"),
                "events/b.md": event(
                    place="talo", start="2026-12-11 22:00", end="2026-12-12 02:00"
                ),
                "events/c.md": event(place="talo", start="2026-12-12 01:00", end="02:00"),
                "events/d.md": event(place="talo", start="2026-12-19 20:00", end="24:00"),
                "events/e.md": event(place="talo", start="2026-12-08", end=None, all_day="yes"),
            }
        )
        == []
    )


def test_the_first_closed_date_of_a_series_is_named_once(check: Check, event: Event) -> None:
    text = event(
        place="talo",
        start="2026-12-03 10:00",
        end="12:00",
        extra="repeat: {every: week, until: 2027-01-14, changes: [{date: 2026-12-10, start: 14:00}]}",
    )
    assert check(
        {
            "places/talo.md": HOUSE.replace("HOLIDAYS", "holiday_hours: closed\n"),
            "events/a.md": text,
        }
    ) == [
        "events/a.md:7: repeat.changes[0].start: warning: the place “talo” is not open during the whole event on Thu 2026-12-10: the event is 14:00–16:00, the place is open 09:00–15:00 (places/talo.md:7). Make sure that the door is open, or correct the time or the opening hours. [outside-hours]"
    ]


def test_only_dates_from_today_count(check: Check, event: Event) -> None:
    files = {"events/a.md": event(start="2026-12-08 07:00", end="08:00")}
    assert check(files, today=date(2026, 12, 9)) == []
    assert check(files, today=date(2026, 12, 8)) == [
        "events/a.md:3: start: warning: the place “tupa” is not open during the whole event on Tue 2026-12-08: the event is 07:00–08:00, the place is open 09:00–18:00 (places/tupa.md:5). Make sure that the door is open, or correct the time or the opening hours. [outside-hours]"
    ]


def test_nobody_is_warned_where_nothing_is_known(check: Check, event: Event) -> None:
    house = (
        "---\nname: Laavu\nmunicipality: koivuranta\naddress: {street: Tie 1}\ncan_host: all\n---\n"
    )
    assert (
        check(
            {
                "places/laavu.md": house,
                "events/yolla.md": event(place="laavu", start="2026-12-08 04:00", end="05:00"),
                "events/peruttu.md": event(
                    start="2026-12-08 04:00", end="05:00", status="cancelled", reason="Pakkanen"
                ),
                "events/varaus-1.yml": "start: 2026-12-08 06:00\nend: 07:00\nplace: tupa\nroom: sali\naccess: closed\n",
            }
        )
        == []
    )


def test_a_holiday_of_which_nothing_is_said_promises_nothing(check: Check, event: Event) -> None:
    independence_day_2027 = event(place="talo", start="2027-12-06 10:00", end="12:00")
    files = {"places/talo.md": HOUSE.replace("HOLIDAYS", ""), "events/a.md": independence_day_2027}
    assert check(files) == [
        "places/talo.md:7: hours: warning: is the place open on public holidays? Add holiday_hours: closed or normal (as on other days). [holiday-hours-missing]"
    ]
    files["places/talo.md"] = HOUSE.replace("HOLIDAYS", "holiday_hours: closed\n")
    assert check(files) == [
        "events/a.md:3: start: warning: the place “talo” is closed on Mon 2027-12-06 (places/talo.md:14). Make sure that the door is open, or correct the day or the opening hours. [place-closed]"
    ]


def test_an_event_of_25_hours_is_told_with_the_date_of_its_end(check: Check, event: Event) -> None:
    assert check({"events/a.md": event(start="2026-12-08 04:00", end="2026-12-09 05:00")}) == [
        "events/a.md:3: start: warning: the place “tupa” is not open during the whole event on Tue 2026-12-08: the event is Tue 2026-12-08 04:00 – Wed 2026-12-09 05:00, the place is open 09:00–18:00 (places/tupa.md:5). Make sure that the door is open, or correct the time or the opening hours. [outside-hours]"
    ]
