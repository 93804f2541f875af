"""The dates of an event as data: what a recurrence engine would have said."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from benchmarks.corpus.days import TODAY, Rhythm, closed_days
from benchmarks.corpus.entry import Entry
from benchmarks.corpus.places import Place
from benchmarks.peers.labels import ORDINALS, USUAL

_ZONE = ZoneInfo("Europe/Helsinki")
_LENGTH = timedelta(minutes=90)


@dataclass(frozen=True, slots=True, kw_only=True)
class Dates:
    """All dates that take place, those that a pause or a change takes away, and the changes."""

    kept: Sequence[datetime]
    pauses: Sequence[date]
    cancelled: Mapping[date, str]
    moved: Mapping[date, str]


def dates_of(entry: Entry, place: Place) -> Dates:
    """The dates of a single event or of a series."""
    fields: Any = entry.fields
    start = datetime.fromisoformat(fields["start"]).replace(tzinfo=_ZONE)
    if entry.rhythm is None:
        return Dates(kept=[start], pauses=[], cancelled={}, moved={})
    repeat = fields["repeat"]
    days = list(entry.rhythm.dates(start.date(), date.fromisoformat(repeat["until"])))
    changes = {date.fromisoformat(each["date"]): each for each in repeat["changes"]}
    moved = {day: each["reason"] for day, each in changes.items() if "start" in each}
    cancelled = {day: each["reason"] for day, each in changes.items() if "cancelled" in each}
    kept = [
        datetime.combine(day, start.time(), _ZONE) + timedelta(minutes=15 * (day in moved))
        for day in days
        if place.free_for(day) and day not in cancelled
    ]
    pauses = [day for day in days if not place.free_for(day)]
    return Dates(kept=kept, pauses=pauses, cancelled=cancelled, moved=moved)


def moments(entry: Entry, place: Place) -> dict[str, Any]:
    """The dates as front matter: those to come, or the only one, and what calendars need."""
    dates = dates_of(entry, place)
    coming = [each for each in dates.kept if each.date() >= TODAY]
    rows = [_row(each, dates.moved.get(each.date(), "")) for each in coming or dates.kept[-1:]]
    start: Any = entry.fields["start"]
    first = datetime.fromisoformat(start).replace(tzinfo=_ZONE)
    fields = {
        "start": first.isoformat(),
        "end": (first + _LENGTH).isoformat(),
        "next": coming[0].isoformat() if coming else "",
        "dates": rows,
    }
    return fields | (_series(entry, entry.rhythm, dates, first) if entry.rhythm else {})


def _row(start: datetime, note: str) -> dict[str, str]:
    row = {"start": start.isoformat(), "end": (start + _LENGTH).isoformat()}
    return row | ({"note": note} if note else {})


def _series(entry: Entry, rhythm: Rhythm, dates: Dates, first: datetime) -> dict[str, Any]:
    fields: Any = entry.fields
    until = date.fromisoformat(fields["repeat"]["until"])
    return {
        "rule": _rule(rhythm, first, until),
        "pauses": [
            {"date": day.isoformat(), "reason": _why(day)} for day in dates.pauses if day >= TODAY
        ],
        "cancelled_dates": [
            {"date": day.isoformat(), "reason": why} for day, why in dates.cancelled.items()
        ],
        "rrule": _rrule(rhythm, until),
        "exdates": [
            f"{day:%Y%m%d}T{first:%H%M%S}" for day in sorted({*dates.pauses, *dates.cancelled})
        ],
    }


def _why(day: date) -> str:
    return "Pyhäpäivä" if day in closed_days() else "Tauko"


def _rule(rhythm: Rhythm, first: datetime, until: date) -> str:
    day = USUAL[first.weekday()].lower()
    end = first + _LENGTH
    every = {
        0: f"Kuukauden {ORDINALS[rhythm.ordinal]} {day}",
        1: f"Joka {day}",
        2: f"Joka toinen {day}",
    }[rhythm.weeks]
    hours = f"klo {first.hour}–{end.hour}.{end.minute:02}"
    return f"{every} {hours}, {until.day}.{until.month}.{until.year} asti"


def _rrule(rhythm: Rhythm, until: date) -> str:
    day = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")[rhythm.weekday]
    last = f"UNTIL={until:%Y%m%d}T215959Z"
    if rhythm.weeks:
        return f"FREQ=WEEKLY;{last};INTERVAL={rhythm.weeks};BYDAY={day}"
    return f"FREQ=MONTHLY;{last};BYDAY={rhythm.ordinal + 1}{day}"


def bookings(entries: Sequence[Entry], place: Place, days: int = 13) -> Iterator[dict[str, Any]]:
    """Who has which room in the two weeks from Monday on, in order of time."""
    monday = TODAY - timedelta(days=TODAY.weekday())
    span = monday, monday + timedelta(days=days)
    found = [
        (start, entry)
        for entry in entries
        if entry.fields.get("room") and entry.fields.get("place")
        for start in dates_of(entry, place).kept
        if span[0] <= start.date() <= span[1]
    ]
    for start, entry in sorted(found, key=lambda each: each[0]):
        end = start + _LENGTH
        yield {
            "room": entry.fields["room"],
            "day": start.date().isoformat(),
            "hours": f"{start.hour}.{start.minute:02}–{end.hour}.{end.minute:02}",
            "title": entry.fields["title"],
            "slug": entry.slug,
        }
