"""Dates of events as pages show them: words for people, ISO 8601 for machines."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from kohtaamo.schedule.moments import Moment
from kohtaamo.schedule.occurrence import Occurrence
from kohtaamo.schedule.zone import local, utc
from kohtaamo.words.dates import day, ends_that_night, hours, when
from kohtaamo.words.words import Words

_MINUTE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Moments:
    """`iso` is for `datetime`; `date` and `hours` are said one after the other.

    `lasts` is how many minutes after `iso` it is over; "" when at the end of that day.
    """

    iso: str
    date: str
    hours: str = ""
    lasts: str = ""


def iso(moment: Moment) -> str:
    """`2026-12-03`, or a moment with its offset: `2026-12-03T13:00+02:00` (RFC 3339)."""
    if not isinstance(moment, datetime):
        return moment.isoformat()
    return local(moment).isoformat(timespec="minutes")


class SaidDates:
    """What one language says of dates and hours: a build says the same few thousand all the time.

    It remembers each day by its style, and each time from start to end: many events begin at the
    same hour of the same day, and one date stands in many lists.
    """

    __slots__ = ("_days", "_moments", "_words")

    def __init__(self, words: Words) -> None:
        self._words = words
        self._days: dict[tuple[date, str], str] = {}
        self._moments: dict[tuple[Moment, Moment | None, str], Moments] = {}

    def day(self, value: date, style: str) -> str:
        """A date by a style of the words file; of a moment its date."""
        key = (value.date() if isinstance(value, datetime) else value, style)
        said = self._days.get(key)
        if said is None:
            said = self._days[key] = day(self._words, value, style)
        return said

    def moments(self, occurrence: Occurrence, style: str) -> Moments:
        """One date in words: `torstaina 3.12.` and `klo 13–15`; days on end as one range."""
        key = occurrence.start, occurrence.end, style
        said = self._moments.get(key)
        if said is None:
            said = self._moments[key] = self._said(occurrence, style)
        return said

    def _said(self, occurrence: Occurrence, style: str) -> Moments:
        start, end = occurrence.start, occurrence.end
        lasts = _lasts(occurrence)
        if occurrence.last_day > occurrence.first_day and not _ends_that_night(occurrence):
            said = when(self._words, start, end, style)
            return Moments(iso(start), said, lasts=lasts)
        if not isinstance(start, datetime):
            return Moments(iso(start), self.day(start, style), self._words("dates.all_day"))
        end_moment = end if isinstance(end, datetime) else None
        said = hours(self._words, start, end_moment)
        return Moments(iso(start), self.day(start, style), said, lasts)


def moments(words: Words, occurrence: Occurrence, style: str = "on_weekday") -> Moments:
    """One date as `SaidDates` says it."""
    return SaidDates(words).moments(occurrence, style)


def month_name(words: Words, month: tuple[int, int]) -> str:
    """`joulukuu 2026`."""
    return day(words, date(*month, 1), "month")


def _lasts(occurrence: Occurrence) -> str:
    """Minutes of real time from start to end; of whole days, those after the first one."""
    start, end = occurrence.start, occurrence.end
    if isinstance(start, datetime) and isinstance(end, datetime):
        return str((utc(end) - utc(start)) // _MINUTE)
    days = (occurrence.last_day - occurrence.first_day) // _MINUTE
    return str(days) if days else ""


def _ends_that_night(occurrence: Occurrence) -> bool:
    start, end = occurrence.start, occurrence.end
    if not (isinstance(start, datetime) and isinstance(end, datetime)):
        return False
    return ends_that_night(start, end)
