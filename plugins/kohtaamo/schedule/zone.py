"""Local time of the network: Europe/Helsinki, on both nights when clocks change.

Content is written in local time without a zone. On the last Sunday of March the clock jumps from
03:00 to 04:00, on the last Sunday of October it goes back from 04:00 to 03:00.
"""

from datetime import UTC, date, datetime, time
from functools import lru_cache

from kohtaamo.text.zone import HELSINKI

# The only hour of the day that clocks ever leave out or show twice (since 1983).
CHANGING_HOUR = 3
_HOUR_SINCE = 1983
_END_OF_DAY = time(23, 59)


def local(naive: datetime) -> datetime:
    """The moment a local wall-clock time means, in Europe/Helsinki.

    Of an hour that happens twice, the first is meant (fold 0). An hour that does not exist is read
    with the offset before the gap, as RFC 5545 §3.3.5 says: 03:30 is the moment of 04:30.
    """
    return naive.replace(tzinfo=HELSINKI, fold=0)


def utc(naive: datetime) -> datetime:
    """The same moment as `local(naive)`, in UTC: UNTIL, DTSTAMP and feed dates are written so."""
    return local(naive).astimezone(UTC)


def is_missing_hour(naive: datetime) -> bool:
    """True when no clock ever shows this local time: 03:00–03:59 on the spring night."""
    if naive.hour != CHANGING_HOUR and naive.year > _HOUR_SINCE:
        return False
    return utc(naive).astimezone(HELSINKI).replace(tzinfo=None) != naive


def is_doubled_hour(naive: datetime) -> bool:
    """True when clocks show this local time twice: 03:00–03:59 on the autumn night."""
    if naive.hour != CHANGING_HOUR and naive.year > _HOUR_SINCE:
        return False
    second = naive.replace(tzinfo=HELSINKI, fold=1)
    return local(naive).utcoffset() != second.utcoffset() and not is_missing_hour(naive)


@lru_cache(maxsize=2_000)
def clocks_change(day: date) -> bool:
    """True when clocks are set to another time on this day."""
    midnight = datetime.combine(day, time.min)
    return local(midnight).utcoffset() != local(datetime.combine(day, _END_OF_DAY)).utcoffset()
