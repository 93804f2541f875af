"""A plan of opening hours → a value of OpenStreetMap's `opening_hours`.

By the specification (wiki.openstreetmap.org/wiki/Key:opening_hours/specification), and no more of
it than its two best known readers, opening_hours.js and opening-hours-rs, read alike: years stand
at every date, no date has `+`, no span goes over midnight, and no text of a contributor is in it. A
later rule replaces what an earlier one says of a day. Where `PH` (public holidays) stands, the two
eves are told by their dates: opening-hours-rs counts them as public holidays, opening_hours.js and
the statutes do not.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from kohtaamo.schedule.civil_hours import CLOSED, CivilDay, Spans, Wanted, Week
from kohtaamo.schedule.hours_plan import Apart, HoursPlan, Layer, Plans
from kohtaamo.schedule.moments import ONE_DAY
from kohtaamo.schedule.opening import WHOLE_DAY

# What a value in OpenStreetMap's database may have.
MOST_CHARACTERS = 255
ALWAYS, NEVER = "24/7", "off"
_WEEKDAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_ALL_WEEK = tuple(range(7))
_NO_HOURS: Week = (CLOSED,) * 7


@dataclass(frozen=True, slots=True)
class OsmValue:
    """`until` is the last day of which everything is said, when not all of it had room."""

    text: str
    until: date | None = None


def osm_value(plans: Plans, wanted: Wanted, most: int = MOST_CHARACTERS) -> OsmValue | None:
    """The hours that are asked for; None when the usual week has no room in `most` characters.

    The shorter of two ways, public holidays by one rule or by their dates; of those that have no
    room the one that goes farther.
    """
    ways = [_cut(plans(wanted, by_holidays=by_holidays), most) for by_holidays in (True, False)]
    found = [each for each in ways if each is not None]
    return min(found, key=_by_worth, default=None)


def _by_worth(value: OsmValue) -> tuple[int, int]:
    return -(value.until or date.max).toordinal(), len(value.text)


def _cut(plan: HoursPlan, most: int) -> OsmValue | None:
    """What is farthest away is left out first, by whole months: days apart, seasons to come."""
    text, last = _text(plan), plan.last
    while len(text) > most:
        last = last.replace(day=1) - ONE_DAY
        if last < plan.first:
            return None
        text = _text(plan.until(last))
    return OsmValue(text, None if last == plan.last else last)


def _text(plan: HoursPlan) -> str:
    rules = [*_of_layers(plan), *_of_days(plan.apart)]
    if rules == ["Mo-Su 00:00-24:00"]:
        return ALWAYS
    return "; ".join(rules) or NEVER


def _of_layers(plan: HoursPlan) -> Iterator[str]:
    for number, layer in enumerate(plan.layers):
        if layer.on_holidays:
            yield from _of_day("PH", layer.week[0])
            continue
        below = [each for each in plan.layers[:number] if _meet(each, layer)]
        weeks = [each.week for each in below]
        if not any(_covers(each, layer) for each in below):
            weeks.append(_NO_HOURS)
        told: dict[CivilDay, list[int]] = {}
        for weekday, day in enumerate(layer.week):
            if any(day != week[weekday] for week in weeks):
                told.setdefault(day, []).append(weekday)
        dates = _dates_of(layer, plan)
        for day, weekdays in told.items():
            days = "" if dates and tuple(weekdays) == _ALL_WEEK else _weekdays(weekdays)
            yield " ".join(filter(None, (dates, days, _times(day.open) or NEVER)))
        if told and not dates and layer.first is not None and layer.first > plan.first:
            yield f"{_range(plan.first, layer.first - ONE_DAY)} {NEVER}"


def _meet(one: Layer, other: Layer) -> bool:
    """True when both hold on some day."""
    starts = [each.first for each in (one, other) if each.first]
    ends = [each.last for each in (one, other) if each.last]
    return not starts or not ends or max(starts) <= min(ends)


def _covers(one: Layer, other: Layer) -> bool:
    """True when one holds on all days of the other."""
    if one.on_holidays:
        return False
    begun = one.first is None or (other.first is not None and one.first <= other.first)
    return begun and (one.last is None or (other.last is not None and other.last <= one.last))


def _dates_of(layer: Layer, plan: HoursPlan) -> str:
    """From when to when; "" for a week without an end, which is closed before it begins."""
    if layer.last is None:
        return ""
    return _range(layer.first or plan.first, layer.last)


def _of_days(apart: Iterable[Apart]) -> Iterator[str]:
    """The days apart by what they are, in the order in which each comes first."""
    by_day: dict[CivilDay, list[Apart]] = {}
    for each in apart:
        by_day.setdefault(each.day, []).append(each)
    for day, rows in by_day.items():
        for dates in _lists(rows):
            yield from _of_day(dates, day)


def _of_day(dates: str, day: CivilDay) -> Iterator[str]:
    if day.unknown == ((0, WHOLE_DAY),):
        yield f"{dates} unknown"
    elif day.unknown:
        # The second one is an additional rule: it takes nothing of the first away.
        known = f"{dates} {_times(day.open)}, " if day.open else ""
        yield f"{known}{dates} {_times(day.unknown)} unknown"
    else:
        yield f"{dates} {_times(day.open) or NEVER}"


def _lists(rows: Iterable[Apart]) -> Iterator[str]:
    """Whole months stand alone: programs do not read them in a list of dates."""
    for is_alone, some in groupby(rows, lambda each: _is_whole_months(each.first, each.last)):
        dates = [_range(each.first, each.last) for each in some]
        yield from dates if is_alone else [",".join(dates)]


def _range(first: date, last: date) -> str:
    if _is_whole_months(first, last):
        months = dict.fromkeys((_MONTHS[first.month - 1], _MONTHS[last.month - 1]))
        return f"{first.year} " + "-".join(months)
    if first == last:
        return _day(first)
    if (first.year, first.month) == (last.year, last.month):
        return f"{_day(first)}-{last.day}"
    return f"{_day(first)}-{_day(last)}"


def _is_whole_months(first: date, last: date) -> bool:
    return first.day == 1 and (last + ONE_DAY).day == 1 and first.year == last.year


def _day(day: date) -> str:
    return f"{day.year} {_MONTHS[day.month - 1]} {day.day}"


def _weekdays(weekdays: list[int]) -> str:
    """`Mo-Fr`, `Mo,We-Fr`: the first and the last of those in a row."""
    found = []
    for _, row in groupby(enumerate(weekdays), lambda each: each[1] - each[0]):
        days = [day for _, day in row]
        ends = dict.fromkeys((_WEEKDAYS[days[0]], _WEEKDAYS[days[-1]]))
        found.append("-".join(ends))
    return ",".join(found)


def _times(spans: Spans) -> str:
    return ",".join(f"{_clock(begin)}-{_clock(end)}" for begin, end in spans)


def _clock(minutes: int) -> str:
    return f"{minutes // 60:02}:{minutes % 60:02}"
