"""Dates and local moments, ISO or Finnish."""

import re
from datetime import date, datetime, time, timedelta, timezone
from functools import lru_cache

from kohtaamo.problems.problem import Refused
from kohtaamo.text.date_slips import not_a_date
from kohtaamo.text.times import parse_minutes
from kohtaamo.text.zone import HELSINKI

FIRST_YEAR = 2000
LAST_YEAR = 2100

DATE = r"(?:([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})|([0-9]{1,2})\.\s?([0-9]{1,2})\.\s?([0-9]{4}))"
_WHOLE_DATE = re.compile(DATE)
_MOMENT = re.compile(DATE + r"(?:[Tt]|,?\s+)(\S.*)")
_WITH_OFFSET = re.compile(
    r"([0-9]{1,2})[:.]([0-9]{2})(?:[:.]([0-9]{2})(?:\.[0-9]+)?)?\s*"
    r"(?:[Zz]|(?:UTC|GMT)|([-+−])([0-9]{2}):?([0-9]{2})?)"
)


@lru_cache(maxsize=4_096)
def parse_date(text: str) -> date:
    """`2026-09-07` or `7.9.2026` as a date.

    Refused: `no-such-date` (31.4.), `date-too-far` outside the years 2000–2100, `not-a-date`, and
    what `not_a_date` knows better.
    """
    text = text.strip()
    match = _WHOLE_DATE.fullmatch(text)
    if match is None:
        raise not_a_date(text)
    return _date_of(match, text)


def parse_moment(text: str, *, end: bool = False) -> date | datetime:
    """A date, or a date and a local time (`2026-09-07 18:00`, `7.9.2026 klo 9.30`), naive.

    `24:00` is the next midnight, allowed only as an end. Refused: what `parse_date` and
    `parse_minutes` refuse, `not-a-moment`, and `time-with-offset` for `Z` or an offset (RFC 3339),
    with the local time to write instead.
    """
    text = text.strip()
    match = _MOMENT.fullmatch(text)
    if match is None:
        return _lone_date(text)
    day = _date_of(match, match[0][: match.start(7)].rstrip(" ,Tt"))
    offset = _WITH_OFFSET.fullmatch(match[7])
    if offset is not None:
        raise _offset_refused(day, offset, text)
    try:
        minutes = parse_minutes(match[7], end=end)
    except Refused as refused:
        if refused.code == "not-a-time":
            raise _not_a_moment(text) from None
        raise
    return datetime.combine(day, time()) + timedelta(minutes=minutes)


def _lone_date(text: str) -> date:
    try:
        return parse_date(text)
    except Refused as refused:
        if refused.code == "not-a-date":
            raise _not_a_moment(text) from None
        raise


def _not_a_moment(text: str) -> Refused:
    refused = not_a_date(text)
    return Refused("not-a-moment", value=text) if refused.code == "not-a-date" else refused


def _date_of(match: re.Match[str], text: str) -> date:
    """The date in the first six groups of `match`, written as `text`."""
    written = match.group(1, 2, 3) if match[1] else match.group(6, 5, 4)
    year, month, day = (int(part) for part in written)
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise Refused("date-too-far", value=text, first=str(FIRST_YEAR), last=str(LAST_YEAR))
    try:
        return date(year, month, day)
    except ValueError:
        raise Refused("no-such-date", value=text) from None


def _offset_refused(day: date, offset: re.Match[str], text: str) -> Refused:
    """The refusal of a time with a zone, with the same moment in Helsinki."""
    hour, minute, second, sign, hours, minutes = offset.groups(default="0")
    shift = timedelta(hours=int(hours), minutes=int(minutes))
    try:
        zone = timezone(shift if sign in "+0" else -shift)
        there = datetime.combine(day, time(int(hour), int(minute), int(second)), zone)
    except ValueError:
        return Refused("not-a-moment", value=text)
    local = there.astimezone(HELSINKI).strftime("%Y-%m-%d %H:%M")
    return Refused("time-with-offset", value=text, local=local)
