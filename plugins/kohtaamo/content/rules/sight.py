"""How far the rules look from today, and so what a further day may change in what they say.

`agreed`, `dates`, `rooms`, `eves`, `hours_gaps`, `hours_modes`, `network` and `published` depend on
the day, no other rule does. What they say of a thing from one day on, and what they may say a day
later, follows from where each looks:

- `hours` and `clock_change`: dates from today to `horizon`. A problem names the first such date,
  and goes or names another one when that is over. A new one comes with a date at the far end.
- `recurrence`: how long a series goes on after today. What is not too long today never becomes so.
- `rooms`: times from today to `horizon`, setup included. A new clash comes with a time at the far
  end.
- `eves`: the eves from today on, `EVES_AHEAD` days ahead. A new problem comes with an eve.
- `published`: days after today. They only pass.
- `agreed`: notices that are on the board. They only leave it.
- `hours_gaps`, `hours_modes`: what is not over. It only passes, too.
- `network`: whether a term of office is over. Its one file is always looked at.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from kohtaamo.schedule.moments import ONE_DAY
from kohtaamo.schedule.public_holidays import eves

# A series is confirmed anew at least this often.
LONGEST_MONTHS = 18
# From this many days before, residents plan for the day.
EVES_AHEAD = timedelta(days=60)
# A room may be taken a day of real time before its event begins; when clocks change, that is two.
_SETUP_AHEAD = timedelta(days=2)


def horizon(today: date) -> date:
    """The last day that the checks of dates and rooms look at."""
    return today + relativedelta(months=LONGEST_MONTHS)


def coming_eves(today: date) -> Sequence[date]:
    """The eves on which a place should have said by now whether it is open."""
    last = today + EVES_AHEAD
    return [day for day in sorted(eves((today.year, last.year))) if today <= day <= last]


@dataclass(frozen=True, slots=True, kw_only=True)
class NewInSight:
    """What the rules look at on one day and did not on an earlier one.

    Days are counted as `date.toordinal` does, first and last included. Events have dates on
    `dates`; with a room, on `room_dates`. `eves` when there is a further eve: it is every place's.
    """

    dates: range
    room_dates: range
    eves: bool


def new_in_sight(before: date, today: date) -> NewInSight:
    """What has come into sight since `before`, an earlier day.

    Whatever has neither this nor a problem on that day has none on `today` (but for the network's
    own file). It is not so the other way round: going back, what was over comes into sight again.
    """
    first, last = horizon(before) + ONE_DAY, horizon(today) + ONE_DAY
    return NewInSight(
        dates=range(first.toordinal(), last.toordinal()),
        room_dates=range(first.toordinal(), (last + _SETUP_AHEAD).toordinal()),
        eves=not set(coming_eves(today)) <= set(coming_eves(before)),
    )
