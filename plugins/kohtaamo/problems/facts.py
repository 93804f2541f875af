"""The values of problems as a language writes them: days, clock times, what is free."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from kohtaamo.problems.visible import shortened, visible

LONGEST_VALUE = 100
LONGEST_LIST = 600
# Styles of what is said only when there is something to say: a sentence with a space before it.
OPTIONAL_STYLES = frozenset({"free", "more", "rooms"})

_TIME = re.compile(r"(?:(\d{4}-\d\d-\d\d) )?\b(\d\d):(\d\d)\b")
_MOST_PARTS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Formats:
    """How a language writes weekdays (Monday first), days, moments and times of day.

    `span` joins two moments, `at` stands before a time of day. `use` are the parts in which a use
    of a room is told; `more`, `free` and `rooms` are whole sentences about further times, about
    free hours and about free rooms.
    """

    weekdays: Sequence[str]
    weekday_names: Sequence[str]
    day: str
    moment: str
    clock: str
    at: str
    span: str
    use: Mapping[str, str]
    more: Mapping[str, str]
    free: str
    rooms: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Fact:
    """A value of a problem: data, so it is shown on one line and cut when it is long."""

    text: str
    formats: Formats

    def __format__(self, style: str) -> str:  # noqa: PLR0911 - a line a style
        """`when`: dates with their weekdays; `weekday`, `short`: names; `list`, `code`: whole.

        `clock`: times of day, with days where they stand; `use`: see `_use`; and the sentences of
        OPTIONAL_STYLES, empty for an empty value.
        """
        match style:
            case "when":
                return _when(self.text, self.formats) or self._shown(LONGEST_VALUE)
            case "weekday":
                names = self.formats.weekday_names
                return ", ".join(names[int(each)] for each in self.text.split(", "))
            case "short":
                return self.formats.weekdays[int(self.text)]
            case "clock":
                return _clocks(self._shown(LONGEST_LIST), self.formats)
            case "use":
                return _use(self.text, self.formats)
            case "more" | "free" | "rooms":
                said = self._said(style)
                return f" {said}" if said else ""
        return self._shown(LONGEST_LIST if style in {"list", "code"} else LONGEST_VALUE)

    def _shown(self, limit: int) -> str:
        return shortened(visible(self.text), limit)

    def _said(self, style: str) -> str:
        if style == "more":
            further = int(self.text) - 1
            form = {0: "none", 1: "one"}.get(further, "many")
            return self.formats.more[form].format(count=further)
        if not self.text:
            return ""
        if style == "free":
            return self.formats.free.format(hours=_clocks(self.text, self.formats))
        return _rooms(self.text, self.formats)


def _when(text: str, formats: Formats) -> str | None:
    """Days, moments and spans of days (`2026-12-03/2026-12-05`) as the language writes them.

    None for anything else.
    """
    if ", " in text:
        each = [_when(part, formats) for part in text.split(", ")]
        return shortened(", ".join(day for day in each if day), LONGEST_LIST) if all(each) else None
    first, slash, last = text.partition("/")
    if slash:
        days = (_when(first, formats), _when(last, formats))
        return " – ".join(day for day in days if day) if all(days) else None
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    is_day = len(text) == len(date.min.isoformat())
    return _moment(moment, moment.hour, formats.day if is_day else formats.moment, formats)


def _moment(day: date, hour: int, pattern: str, formats: Formats, minute: int | None = None) -> str:
    """`hour` may be 24, the end of the day."""
    if minute is None:
        minute = day.minute if isinstance(day, datetime) else 0
    return pattern.format(
        weekday=formats.weekdays[day.weekday()],
        day=day.day,
        month=day.month,
        year=day.year,
        iso=day.strftime("%Y-%m-%d"),
        hour=hour,
        minute=minute,
    )


def _clocks(text: str, formats: Formats) -> str:
    """A text with every `13:00` and `2026-12-03 13:00` in it as the language writes them."""

    def written(found: re.Match[str]) -> str:
        day, hour, minute = found.groups()
        if day is None:
            return formats.clock.format(hour=int(hour), minute=int(minute))
        on = date.fromisoformat(day)
        return _moment(on, int(hour), formats.moment, formats, int(minute))

    return _TIME.sub(written, text)


def _rooms(text: str, formats: Formats) -> str:
    """Rooms from lines of `name=capacity`; the number is missing where nobody has said it."""
    rooms = []
    for line in text.splitlines():
        name, _, capacity = line.rpartition("=")
        form = "room" if capacity else "unknown"
        rooms.append(
            formats.rooms[form].format(
                name=shortened(visible(name), LONGEST_VALUE), capacity=capacity
            )
        )
    return formats.rooms["one" if len(rooms) == 1 else "many"].format(rooms=", ".join(rooms))


def _use(text: str, formats: Formats) -> str:
    """`start/end`, or `from/start/end/until` with what is taken before and after.

    Parts are times of day, moments on another day than the sentence is about, days of what takes
    all day, or empty where nothing is known or added.
    """
    parts = text.split("/")
    before, start, end, after = parts if len(parts) == _MOST_PARTS else ["", *parts, ""]
    added = [
        formats.use[word].format(at=_at(time, formats))
        for word, time in (("setup", before), ("teardown", after))
        if time
    ]
    said = _hours(start, end, formats)
    return f"{said} ({', '.join(added)})" if added else said


def _hours(start: str, end: str, formats: Formats) -> str:
    if not start:
        return formats.use["day"]
    if ":" not in start:
        return formats.use["days"].format(days=_when(f"{start}/{end}", formats))
    if not end:
        return _at(start, formats)
    (day, _, _), (last_day, _, clock) = start.rpartition(" "), end.rpartition(" ")
    if day and day == last_day:
        return f"{_at(start, formats)}–{_clocks(clock, formats)}"
    if day or last_day:
        return formats.span.format(first=_at(start, formats), last=_at(end, formats))
    return formats.at.format(clock=_clocks(f"{start}–{end}", formats))


def _at(time: str, formats: Formats) -> str:
    """A time of day with the word before it; a moment has its own."""
    written = _clocks(time, formats)
    return written if " " in time else formats.at.format(clock=written)
