"""The time zone, as a reader understands it who knows no other (RFC 5545 §3.6.5)."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from dateutil.rrule import rrulestr

from .reading import Component

ZONE = "Europe/Helsinki"
YEARS = range(2026, 2031)
# Observances: onset in local time, rule, offset before, offset after.
Observances = tuple[tuple[str, str, str, str], ...]


def zone_faults(calendar: Component) -> Iterator[str]:
    zones = calendar.inside("VTIMEZONE")
    if [each.value("TZID") for each in zones] != [ZONE]:
        yield f"there is no VTIMEZONE of {ZONE}, or another one"
        return
    observances = tuple(
        (
            each.value("DTSTART"),
            each.value("RRULE"),
            each.value("TZOFFSETFROM"),
            each.value("TZOFFSETTO"),
        )
        for each in zones[0].components
    )
    if sorted(each.name for each in zones[0].components) != ["DAYLIGHT", "STANDARD"]:
        yield "VTIMEZONE is not one DAYLIGHT and one STANDARD"
    elif any("UNTIL" in rule or "COUNT" in rule or not rule for _, rule, _, _ in observances):
        yield "VTIMEZONE ends"
    elif wrong := _first_wrong_hour(observances):
        yield f"VTIMEZONE is wrong at {wrong}"


@lru_cache
def _first_wrong_hour(observances: Observances) -> str:
    """The first hour, in UTC, at which these offsets are not those of the zone; "" for none."""
    onsets = sorted(onset for each in observances for onset in _onsets(*each))
    starts = [start for start, _ in onsets]
    zone = ZoneInfo(ZONE)
    moment = datetime(YEARS[0], 1, 1, tzinfo=UTC)
    while moment.year in YEARS:
        at = bisect_right(starts, moment) - 1
        if at < 0 or onsets[at][1] != moment.astimezone(zone).utcoffset():
            return f"{moment:%Y-%m-%d %H:%M} UTC"
        moment += timedelta(hours=1)
    return ""


def _onsets(start: str, rule: str, before: str, after: str) -> Iterator[tuple[datetime, timedelta]]:
    """When an observance begins, in UTC, and the offset that holds from then on."""
    first = datetime.fromisoformat(start)
    end = datetime(YEARS[-1] + 1, 1, 1, tzinfo=None)  # noqa: DTZ001 - the clock on the wall
    for onset in rrulestr(rule, dtstart=first).between(first, end, inc=True):
        yield onset.replace(tzinfo=UTC) - _offset(before), _offset(after)


def _offset(written: str) -> timedelta:
    match = re.fullmatch(r"([+-])(\d\d)(\d\d)", written)
    if match is None:
        return timedelta(0)
    length = timedelta(hours=int(match[2]), minutes=int(match[3]))
    return length if match[1] == "+" else -length
