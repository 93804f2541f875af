"""Whether a place is open at a moment, until when, and when it opens next."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from typing import Any

import pytest

from kohtaamo.model.place import HolidayHours, Hours, HoursException, Mode, Place, Stop
from kohtaamo.schedule.moments import ONE_DAY, clock_of
from kohtaamo.schedule.open_now import DAYS_AHEAD, OpenState, open_state, states
from kohtaamo.schedule.opening import day_hours
from kohtaamo.schedule.zone import local, utc
from kohtaamo.text.zone import HELSINKI
from tests.conftest import ROOT, SITES
from tests.editions import edition_of
from tests.often import often

MakePlace = Callable[..., Place]

YEAR = (date(2026, 1, 1), date(2026, 12, 31))
BEGIN, END = (utc(clock_of(date(year, 1, 1))) for year in (2026, 2027))
MINUTE = timedelta(minutes=1)
DAYS_AT_ONCE = 7 // often(1, 7)
CLOCKS_CHANGE = (date(2026, 3, 29), date(2026, 10, 25))
EVERY_DAY = (0, 1, 2, 3, 4, 5, 6)
TUE, WED, THU, FRI, SAT, SUN = 1, 2, 3, 4, 5, 6
# By what it is for people who come: what promises more is higher.
RANKS = {Mode.BY_APPOINTMENT: 1, Mode.SELF_SERVICE: 2, Mode.GUIDANCE: 3, Mode.STAFFED: 4}
CLOSED, NOT_SAID = 0, 5


def hours(days: tuple[int, ...], from_: float, to: float, **fields: Any) -> Hours:
    return Hours(days=days, from_=int(from_ * 60), to=int(to * 60), **fields)


SELF = {"mode": Mode.SELF_SERVICE}
BY_APPOINTMENT = {"mode": Mode.BY_APPOINTMENT}


def told(place: Place, moment: str) -> str:
    """`staffed –16:00, self-service –20:00` or `closed, staffed 02.12. 10:00–`, in local time."""
    return said(open_state(place, local(datetime.fromisoformat(moment))))


def said(state: OpenState | None) -> str:
    if state is None:
        return "nothing"
    now, following = state.going_on, state.next
    parts = ["closed"] if now is None else [f"{now.mode} –{clock(now.ends)}"]
    if following is not None and now is not None:
        parts.append(f"{following.mode} –{clock(following.ends)}")
    elif following is not None:
        parts.append(f"{following.mode} {clock(following.begins, '%d.%m. %H:%M')}–")
    stop = (now or following).stop if now or following else None
    return ", ".join(parts) + (f" @{stop}" if stop else "")


def clock(moment: datetime, form: str = "%H:%M") -> str:
    return moment.astimezone(HELSINKI).strftime(form)


def test_one_way_of_being_open_follows_another(make_place: MakePlace) -> None:
    place = make_place(
        hours=(
            hours((TUE,), 10, 16),
            hours((TUE,), 13, 14.5, mode=Mode.GUIDANCE),
            hours((TUE,), 16, 20, **SELF),
            hours((THU,), 9, 10, **BY_APPOINTMENT),
            hours((THU,), 10, 12, mode=Mode.GUIDANCE),
            hours((THU,), 12, 13, **BY_APPOINTMENT),
        )
    )
    assert {
        moment: told(place, f"2026-12-{moment}")
        for moment in (
            *("01 09:59", "01 10:00", "01 13:30", "01 15:59", "01 16:00", "01 20:00"),
            *("03 08:59", "03 09:00", "03 10:00", "03 12:30", "03 13:00"),
        )
    } == {
        "01 09:59": "closed, staffed 01.12. 10:00–",
        "01 10:00": "staffed –16:00, self-service –20:00",
        # Staff is there all the while.
        "01 13:30": "staffed –16:00, self-service –20:00",
        "01 15:59": "staffed –16:00, self-service –20:00",
        "01 16:00": "self-service –20:00",
        # An appointment is somebody else's: it opens nothing.
        "01 20:00": "closed, guidance 03.12. 10:00–",
        "03 08:59": "closed, guidance 03.12. 10:00–",
        "03 09:00": "by-appointment –10:00, guidance –12:00",
        "03 10:00": "guidance –12:00",
        "03 12:30": "by-appointment –13:00",
        "03 13:00": "closed, staffed 08.12. 10:00–",
    }


def test_over_midnight_and_for_days(make_place: MakePlace) -> None:
    evening = make_place(hours=(hours((FRI, SAT), 20, 2),))
    assert told(evening, "2026-12-05 01:59") == "staffed –02:00"
    assert told(evening, "2026-12-05 02:00") == "closed, staffed 05.12. 20:00–"
    # Day after day from 0 to 24 is one stretch.
    always = make_place(
        hours=(hours(EVERY_DAY, 0, 24),),
        holiday_hours=HolidayHours.NORMAL,
        exceptions=(HoursException(date=date(2026, 12, 3), closed=True),),
    )
    assert told(always, "2026-12-02 23:59") == "staffed –00:00"
    assert told(always, "2026-12-03 12:00") == "closed, staffed 04.12. 00:00–"


def test_nothing_is_promised_of_an_unknown_holiday(make_place: MakePlace) -> None:
    """Independence Day 2026 is a Sunday; from Saturday evening on nobody knows."""
    place = make_place(hours=(hours(EVERY_DAY, 18, 2),))
    assert told(place, "2026-12-06 01:59") == "staffed –02:00"
    assert told(place, "2026-12-06 02:00") == "nothing"
    assert told(place, "2026-12-06 23:59") == "nothing"
    assert told(place, "2026-12-07 00:00") == "closed, staffed 07.12. 18:00–"
    day = make_place(hours=(hours(EVERY_DAY, 10, 16),))
    # Closed for sure; that it opens on Monday next nobody can say.
    assert told(day, "2026-12-05 20:00") == "closed"
    assert told(day, "2026-12-05 09:00") == "closed, staffed 05.12. 10:00–"


def test_what_is_far_away_is_not_named(make_place: MakePlace) -> None:
    nowhere = make_place(hours=())
    assert told(nowhere, "2026-12-01 12:00") == "nothing"
    by_appointment = make_place(hours=(hours((TUE,), 10, 12, **BY_APPOINTMENT),))
    assert told(by_appointment, "2026-12-01 11:00") == "by-appointment –12:00"
    assert told(by_appointment, "2026-12-01 12:00") == "nothing"
    pop_up = make_place(hours=(hours(EVERY_DAY, 10, 16),), open_from=date(2026, 11, 16))
    first = date(2026, 11, 16) - timedelta(days=DAYS_AHEAD)
    assert told(pop_up, f"{first} 00:00") == "closed, staffed 16.11. 10:00–"
    assert told(pop_up, f"{first - ONE_DAY} 23:59") == "nothing"


def test_a_travelling_place_says_at_which_stop(make_place: MakePlace) -> None:
    def stop(stop_id: str, *kept: Hours) -> Stop:
        return Stop(id=stop_id, name=stop_id, municipality="kittila", hours=kept)

    place = make_place(
        stops=(stop("kaukonen", hours((TUE,), 10, 12)), stop("sirkka", hours((TUE,), 12, 15)))
    )
    assert told(place, "2026-12-01 09:00") == "closed, staffed 01.12. 10:00– @kaukonen"
    assert told(place, "2026-12-01 11:00") == "staffed –12:00, staffed –15:00 @kaukonen"
    assert told(place, "2026-12-01 12:00") == "staffed –15:00 @sirkka"


@pytest.mark.parametrize(
    ("night", "minutes"), [("2026-03-29", 7 * 60), ("2026-10-25", 9 * 60), ("2026-12-02", 8 * 60)]
)
def test_a_night_is_as_long_as_it_is(make_place: MakePlace, night: str, minutes: int) -> None:
    place = make_place(hours=(hours(EVERY_DAY, 22, 6),), holiday_hours=HolidayHours.NORMAL)
    state = open_state(place, local(datetime.fromisoformat(f"{night} 02:00")))
    assert state is not None
    assert state.going_on is not None
    assert state.going_on.ends - state.going_on.begins == timedelta(minutes=minutes)
    assert told(place, f"{night} 05:59") == "staffed –06:00"


def places(make_place: MakePlace) -> dict[str, Place]:
    """Those of the sample and of the tests' own sites, and one that is open when clocks change."""
    found = {
        f"{content.parent.name}/{slug}": place
        for content in (
            ROOT / "content",
            *(SITES / name / "content" for name in ("everything", "small")),
        )
        for slug, place in edition_of(content).network.places.items()
    }
    night = (
        hours((SAT,), 22, 6),
        hours((SUN,), 3.5, 4.5, **SELF),
        hours((SUN,), 2, 3.25, **BY_APPOINTMENT),
    )
    return found | {"night": make_place(hours=night)}


def painted(place: Place) -> bytearray:
    """What holds in each minute of the year, from the hours of each day alone."""
    first, last = YEAR

    def minute(moment: datetime) -> int:
        return max(0, (utc(moment) - BEGIN) // MINUTE)

    year = bytearray((END - BEGIN) // MINUTE)
    days = [date.fromordinal(n) for n in range(first.toordinal() - 1, last.toordinal() + 1)]
    known = [day_hours(place, day) for day in days]
    for each in known:
        if each.unknown:
            begins, ends = minute(clock_of(each.day)), minute(clock_of(each.day + ONE_DAY))
            year[begins:ends] = bytes([NOT_SAID]) * (ends - begins)
    for mode in sorted(RANKS, key=lambda each: RANKS[each]):
        for span in (span for each in known for span in each.spans if span.mode is mode):
            begins, ends = minute(span.start), min(minute(span.end), len(year))
            year[begins:ends] = bytes([RANKS[mode]]) * (ends - begins)
    return year


def stated(place: Place) -> bytearray:
    """The same, from what `states` says week by week; day by day where there is time."""
    year = bytearray()
    days = range(YEAR[0].toordinal(), YEAR[1].toordinal() + 1)
    for first in days[::DAYS_AT_ONCE]:
        last = min(first + DAYS_AT_ONCE - 1, days[-1])
        for one, following in pairwise(
            states(place, date.fromordinal(first), date.fromordinal(last))
        ):
            assert (one.moment - BEGIN) // MINUTE == len(year)
            year += bytes([_rank(one.state)]) * ((following.moment - one.moment) // MINUTE)
    return year


def _rank(state: OpenState | None) -> int:
    if state is None:
        return NOT_SAID
    return RANKS[state.going_on.mode] if state.going_on else CLOSED


# Of a place that is closed for long nothing is said either.
UNSAID = bytes.maketrans(bytes([NOT_SAID]), bytes([CLOSED]))
ONLY_UNKNOWN = bytes(int(each == NOT_SAID) for each in range(256))


def test_every_minute_of_a_year_is_as_the_days_say(make_place: MakePlace) -> None:
    for name, place in places(make_place).items():
        expected, found = painted(place), stated(place)
        assert len(found) == 365 * 24 * 60
        assert expected.translate(UNSAID) == found.translate(UNSAID), name
        promised = int.from_bytes(expected.translate(ONLY_UNKNOWN))
        promised &= ~int.from_bytes(found.translate(ONLY_UNKNOWN))
        assert promised == 0, f"{name}: something is said of days that nobody knows"


def test_a_moment_is_as_its_day_says(make_place: MakePlace) -> None:
    """`open_state` is asked alone, on the days around both changes of clocks."""
    step = timedelta(minutes=60 // often(1, 60))
    for place in places(make_place).values():
        for change in CLOCKS_CHANGE:
            first, last = change - ONE_DAY, change + ONE_DAY
            rows = states(place, first, last)
            moment, end = rows[0][0], utc(clock_of(last))
            while moment < end:
                expected = next(state for begins, _, state in reversed(rows) if begins <= moment)
                assert open_state(place, moment.astimezone(UTC)) == expected
                moment += step
