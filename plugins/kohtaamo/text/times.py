"""Times of day as people write them."""

import re
from datetime import datetime, time, timedelta

from kohtaamo.problems.problem import Refused
from kohtaamo.text.folding import DASHES

TIME = re.compile(
    r"(?:(?:kello|klo|kl)\.?\s*)?([0-9]{1,2})(?:[:.]([0-9]{2})(?:[:.]00)?)?", re.IGNORECASE
)
TWO_TIMES = re.compile(
    rf"(.*[0-9])\s*[{DASHES}]\s*((?:(?:kello|klo|kl)\.?\s*)?[0-9].*)", re.IGNORECASE
)

DAY_IN_MINUTES = 24 * 60


def parse_time(text: str) -> time:
    """`18:00`, `17.00`, `klo 17`, `kl. 17`, `9`, `9.30` as a time of day.

    Refused: `not-a-time`, `no-such-time` (25:00, and 24:00 too), `two-times` (`18–20`).
    """
    minutes = _minutes(text)
    if minutes >= DAY_IN_MINUTES:
        raise Refused("no-such-time", value=text.strip())
    return time(minutes // 60, minutes % 60)


def parse_minutes(text: str, *, end: bool = False) -> int:
    """The same as minutes from midnight; `24:00` is 1440, allowed only as an end."""
    minutes = _minutes(text)
    if minutes > DAY_IN_MINUTES or (minutes == DAY_IN_MINUTES and not end):
        raise Refused("no-such-time", value=text.strip())
    return minutes


def _minutes(text: str) -> int:
    """Minutes from midnight, at most 24:59; the caller sets the limit."""
    text = text.strip()
    match = TIME.fullmatch(text)
    if match is None:
        span = TWO_TIMES.fullmatch(text)
        if span is not None and all(TIME.fullmatch(part) for part in span.groups()):
            raise Refused("two-times", value=text, start=span[1], end=span[2])
        raise Refused("not-a-time", value=text)
    hour, minute = int(match[1]), int(match[2] or 0)
    if hour > 24 or minute > 59:
        raise Refused("no-such-time", value=text)
    return hour * 60 + minute


def ends_that_night(start: datetime, end: datetime) -> bool:
    """True when an end on the next day is read right without its date: `klo 22–2`.

    An evening that goes on after midnight, until 6 at the latest, is still one evening; a whole
    day is from 0 to 24. Anything else of 24 hours or more would read as an hour or none.
    """
    midnight = datetime.combine(start.date() + timedelta(days=1), time())
    if not midnight <= end <= midnight + timedelta(hours=6):
        return False
    return end - start < timedelta(days=1) or end == midnight
