"""When things are over: whole minutes after the beginning of 1970 in UTC.

The build knows days, zones and clocks that change; who searches compares two numbers.
"""

from datetime import UTC, date, datetime, timedelta

from kohtaamo.schedule.moments import ONE_DAY, clock_of
from kohtaamo.schedule.occurrence import Occurrence
from kohtaamo.schedule.zone import utc

_1970 = datetime(1970, 1, 1, tzinfo=UTC)
_MINUTE = timedelta(minutes=1)


def day_over(day: date) -> int:
    """The midnight in Finland that ends a day."""
    return _minute(clock_of(day) + ONE_DAY)


def over(on: Occurrence) -> int:
    """The end of an occurrence; what has no known one goes on to the end of its day."""
    return _minute(on.end) if isinstance(on.end, datetime) else day_over(on.last_day)


def _minute(naive: datetime) -> int:
    return (utc(naive) - _1970) // _MINUTE
