"""How far a calendar file looks (contract §5.6)."""

from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from kohtaamo.schedule.moments import ONE_DAY

DAYS_BACK = 30
MONTHS_AHEAD = 12


def calendar_window(today: date) -> tuple[date, date]:
    """First and last day, both included, that a calendar made on `today` covers."""
    return today - timedelta(days=DAYS_BACK), today + relativedelta(months=MONTHS_AHEAD)


def whole_months(today: date) -> tuple[date, date]:
    """First and last day of the months that the calendar window touches in this month.

    What is repeated or counted from an edge of the window goes by these: a window of days would
    give opening hours and busy rooms another first and last date every night. They move on the
    first of a month only.
    """
    first, last = calendar_window(months_moved_on(today))
    return first.replace(day=1), last + relativedelta(day=31)


def year_of_months(today: date) -> tuple[date, date]:
    """First and last day of this month and the eleven after it: for what tells nothing of the past.

    Each holiday comes once in it. Like `whole_months` it moves on the first of a month only.
    """
    first = months_moved_on(today)
    return first, first + relativedelta(months=MONTHS_AHEAD) - ONE_DAY


def rooms_shown(today: date) -> tuple[date, date]:
    """First and last day of a room's page: Monday of this week and the end of next month."""
    return today - timedelta(days=today.weekday()), today + relativedelta(months=1, day=31)


def months_moved_on(today: date) -> date:
    """The day, `today` or before, on which `whole_months` became what it is."""
    return today.replace(day=1)


def entered_on(day: date) -> date:
    """The first `today` whose calendar window reaches a day that is still ahead."""
    before = day - relativedelta(months=MONTHS_AHEAD)
    # A year before 29 February is the 28th, whose window ends on the 28th.
    return before if before + relativedelta(months=MONTHS_AHEAD) >= day else before + ONE_DAY


def left_on(day: date) -> date:
    """The first `today` whose calendar window does not reach back to a day any more."""
    return day + timedelta(days=DAYS_BACK) + ONE_DAY


def last_shown(today: date) -> date:
    """The end of the window's last whole month: a month's page is whole, and no night moves it."""
    return calendar_window(today)[1].replace(day=1) - timedelta(days=1)
