"""A row: one date of one event, as every engine can say it."""

from datetime import UTC, date, datetime
from typing import NamedTuple

from kohtaamo.schedule.zone import local


class Row(NamedTuple):
    """`start` and `end` are `20261203T160000Z` in UTC, or `20261203` for whole days.

    `end` is the day after the last one for whole days, and the start itself when nobody has said.
    """

    uid: str
    start: str
    end: str
    cancelled: bool

    def __str__(self) -> str:
        state = ", cancelled" if self.cancelled else ""
        identity = f", UID {self.uid}" if self.uid else ""
        return f"{said(self.start)} to {said(self.end)}{state}{identity}"


def stamp(moment: date) -> str:
    """A date, an aware moment, or a local one without a zone, in the form of a row."""
    if not isinstance(moment, datetime):
        return moment.strftime("%Y%m%d")
    aware = moment if moment.tzinfo else local(moment)
    return aware.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")


def said(stamped: str) -> str:
    """The same for people: local time, with the moment in UTC beside it."""
    if "T" not in stamped:
        return str(date.fromisoformat(stamped))
    moment = datetime.strptime(stamped, "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)
    zone = local(datetime(2026, 1, 1)).tzinfo  # noqa: DTZ001 - only its zone is wanted
    return f"{moment.astimezone(zone):%Y-%m-%d %H:%M%z} ({stamped})"
