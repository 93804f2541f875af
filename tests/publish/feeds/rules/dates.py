"""Moments as text.

InvalidRFC2822Date, IncorrectDOW, ProblematicalRFC822Date, SlashDate, UseZeroForMidnight,
InvalidRFC3339Date, InvalidW3CDTFDate, ImplausibleDate.
"""

import re
from datetime import UTC, date, datetime, timedelta, timezone

_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_RFC_822 = re.compile(
    r"(?:(?P<name>[A-Z][a-z]{2}), )?(?P<day>\d{2}) (?P<month>[A-Z][a-z]{2}) (?P<year>\d{4})"
    r" (?P<hour>\d{2}):(?P<minute>\d{2}):(?P<second>\d{2}) (?P<zone>GMT|[+-]\d{4})"
)
_RFC_3339 = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")
# Older than feeds themselves, or so far ahead that it must be a slip.
_PLAUSIBLE = range(1995, 2100)


class Wrong(Exception):
    """Says in words what is wrong with a date."""


def rfc_822(text: str) -> datetime:
    """The moment of `Tue, 01 Dec 2026 08:00:00 +0200`: four-digit year, numeric zone or GMT."""
    match = _RFC_822.fullmatch(text)
    if match is None or match["month"] not in _MONTHS:
        raise Wrong("is no RFC 822 date")
    month = _MONTHS.index(match["month"]) + 1
    try:
        moment = datetime(
            *(int(match["year"]), month, int(match["day"])),
            *(int(match[part]) for part in ("hour", "minute", "second")),
            tzinfo=_zone(match["zone"]),
        )
    except ValueError:
        raise Wrong("is no RFC 822 date") from None
    if match["name"] not in (None, _DAYS[moment.weekday()]):
        raise Wrong("has the wrong weekday")
    return _plausible(moment)


def rfc_3339(text: str) -> datetime:
    """The moment of `2026-12-01T08:00:00+02:00`, seconds and offset always written."""
    if _RFC_3339.fullmatch(text) is None:
        raise Wrong("is no RFC 3339 date")
    try:
        return _plausible(datetime.fromisoformat(text))
    except ValueError:
        raise Wrong("is no RFC 3339 date") from None


def w3c_date(text: str) -> datetime:
    """`2026-12-01`, or a moment as above."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return rfc_3339(text)
    if len(text) != 10:
        raise Wrong("is no RFC 3339 date")
    return datetime(day.year, day.month, day.day, tzinfo=UTC)


def _zone(text: str) -> timezone:
    if text == "GMT":
        return UTC
    offset = timedelta(hours=int(text[1:3]), minutes=int(text[3:]))
    return timezone(-offset if text[0] == "-" else offset)


def _plausible(moment: datetime) -> datetime:
    if moment.year not in _PLAUSIBLE:
        raise Wrong("is not plausible")
    return moment
