"""When rooms are taken, reckoned minute by minute, without our schedule: files → minutes in UTC.

A file's YAML is read plainly, its dates come from dateutil, its minutes are counted one by one.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime, time, timedelta
from itertools import combinations
from pathlib import Path
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

import yaml
from dateutil.rrule import DAILY, MONTHLY, WE, WEEKLY, rrule

HELSINKI = ZoneInfo("Europe/Helsinki")
# Of the days that series here skip as public holidays.
PUBLIC_HOLIDAYS = {date(2027, 1, 1), date(2027, 1, 6)}
# As dateutil says them; of even and odd weeks, every week, of which every other is left out.
RULES: Mapping[str, dict[str, Any]] = {
    "day": {"freq": DAILY},
    "week": {"freq": WEEKLY},
    "2 weeks": {"freq": WEEKLY, "interval": 2},
    "even weeks": {"freq": WEEKLY},
    "odd weeks": {"freq": WEEKLY},
    "month": {"freq": MONTHLY, "byweekday": WE(1)},
}
PARITY = {"even weeks": {0}, "odd weeks": {1}}


class Taken(NamedTuple):
    """A room of a place that a file takes, local times, and minutes around them."""

    room: tuple[str, str]
    file: str
    start: datetime
    end: datetime
    setup: int = 0
    teardown: int = 0

    def minutes(self, longer: int = 0) -> range:
        """The minutes since 1970, in UTC; `longer` are added at the end."""
        start = _minute(self.start) - self.setup
        return range(
            start, max(_minute(self.end), _minute(self.start) + 1) + self.teardown + longer
        )


def colliding(
    uses: Iterable[Taken], turnaround: Mapping[tuple[str, str], int]
) -> set[frozenset[str]]:
    """The pairs of files that want one minute of a room, or leave it too few between them.

    A file alone stands for one that collides with itself.
    """
    rooms: dict[tuple[str, str], list[Taken]] = defaultdict(list)
    for use in uses:
        rooms[use.room].append(use)
    found = set()
    for room, taken in rooms.items():
        pause = turnaround.get(room, 0)
        minutes = [(use.file, set(use.minutes()), set(use.minutes(pause))) for use in taken]
        for (one, bare, long), (other, bare_too, long_too) in combinations(minutes, 2):
            if not long.isdisjoint(bare_too) or not bare.isdisjoint(long_too):
                found.add(frozenset((one, other)))
    return found


def uses_in(content: Path, today: date) -> Iterator[Taken]:
    """What the event files of a folder take from a day on."""
    files = [file for file in sorted((content / "events").rglob("*.*")) if "." not in file.stem]
    heads = {file.relative_to(content).as_posix(): _head(file) for file in files}
    umbrellas = {head.get("part_of") for head in heads.values()}
    for path, head in heads.items():
        is_off = head.get("status") in {"cancelled", "postponed"}
        if not is_off and Path(path).stem not in umbrellas:
            for use in _uses(path, head):
                if use.end.date() >= today:
                    yield use


def turnarounds(content: Path) -> dict[tuple[str, str], int]:
    """The turnaround of each room that has one."""
    return {
        (file.stem, room["id"]): int(room["turnaround"])
        for file in (content / "places").iterdir()
        for room in _head(file).get("rooms", ())
        if "turnaround" in room
    }


def _head(file: Path) -> dict[str, Any]:
    text = file.read_text("utf-8")
    text = text.split("---")[1] if file.suffix == ".md" else text
    head = yaml.load(text, yaml.BaseLoader)  # noqa: S506 - all text
    assert isinstance(head, dict)
    return head


def _uses(path: str, head: dict[str, Any]) -> Iterator[Taken]:
    start = _moment(head["start"])
    length = _end(head, start) - start
    repeat = head.get("repeat", {})
    changes = {date.fromisoformat(each["date"]): each for each in repeat.get("changes", ())}
    around = (int(head.get("setup", 0)), int(head.get("teardown", 0)))
    for begin in _starts(start, repeat):
        change = changes.get(begin.date(), {})
        place = change.get("place", head.get("place"))
        room = change.get("room", head.get("room") if place == head.get("place") else None)
        if room is None or change.get("cancelled") == "yes":
            continue
        moved = _moment(change["start"], begin.date()) if "start" in change else begin
        end = _moment(change["end"], moved.date()) if "end" in change else moved + length
        yield Taken((place, room), path, moved, end, *around)


def _starts(start: datetime, repeat: dict[str, Any]) -> Iterator[datetime]:
    if not repeat:
        yield start
        return
    until = repeat.get("until")
    last = datetime.combine(date.fromisoformat(until), time.max) if until else None
    count = int(repeat["times"]) if "times" in repeat else None
    every = repeat["every"]
    skipped = set(_skipped(repeat.get("skip", ())))
    for begin in rrule(dtstart=start, until=last, count=count, **RULES[every]):
        is_its_week = begin.isocalendar().week % 2 in PARITY.get(every, {0, 1})
        if is_its_week and begin.date() not in skipped:
            yield begin
    for extra in repeat.get("extra", ()):
        yield _moment(extra)


def _skipped(skip: Iterable[Any]) -> Iterator[date]:
    for each in skip:
        if each == "public-holidays":
            yield from PUBLIC_HOLIDAYS
        elif isinstance(each, dict):
            first, last = (date.fromisoformat(each[key]) for key in ("from", "to"))
            yield from (first + timedelta(shift) for shift in range((last - first).days + 1))
        else:
            yield date.fromisoformat(each)


def _end(head: dict[str, Any], start: datetime) -> datetime:
    """A last day is taken to its midnight; without an end only the first minute is known."""
    if head.get("all_day") == "yes":
        last = _moment(head["end"]) if "end" in head else start
        return last + timedelta(days=1)
    return _moment(head["end"], start.date()) if "end" in head else start + timedelta(minutes=1)


def _moment(text: str, day: date | None = None) -> datetime:
    """`2026-12-08`, `2026-12-08 10:00`, `10:00` on a day; 24:00 is the midnight after it."""
    on, _, clock = text.rpartition(" ") if ":" in text else (text, "", "0:00")
    if on:
        day = date.fromisoformat(on)
    assert day is not None
    hour, minute = map(int, clock.split(":"))
    return datetime.combine(day, time()) + timedelta(hours=hour, minutes=minute)


def _minute(moment: datetime) -> int:
    return int(moment.replace(tzinfo=HELSINKI).timestamp()) // 60
