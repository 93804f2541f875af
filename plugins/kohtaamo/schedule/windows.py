"""How far a calendar file looks (contract §5.6)."""

from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

DAYS_BACK = 30
MONTHS_AHEAD = 12


def calendar_window(today: date) -> tuple[date, date]:
    """First and last day, both included, that a calendar made on `today` covers."""
    return today - timedelta(days=DAYS_BACK), today + relativedelta(months=MONTHS_AHEAD)
