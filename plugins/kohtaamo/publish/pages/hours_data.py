"""A plan of opening hours → schema.org's `OpeningHoursSpecification`s.

Every usual one holds when no other usual one does, so it does not matter whether a reader adds
seasons up or lets one replace another; special ones win over them (schema.org/Place,
`specialOpeningHoursSpecification`). No hours go over midnight: what is after it belongs to the next
day. Closed is 00:00–00:00, as Google reads it; of what nobody knows nothing is promised, so it is
closed as well.
"""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from kohtaamo.publish.html.json_ld import Thing
from kohtaamo.schedule.hours_plan import HoursPlan, Layer
from kohtaamo.schedule.moments import ONE_DAY
from kohtaamo.schedule.opening import WHOLE_DAY

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_CLOSED = ((0, 0),)


def hours_data(plan: HoursPlan, until: date) -> Thing:
    """The two properties of a place, of what begins up to `until`.

    The last week that is told ends with the day before the next one begins, told or not.
    """
    return {
        "openingHoursSpecification": [
            each
            for layer, first, last in _in_force(plan)
            if first is None or first <= until
            for each in _week(layer, first, last)
        ],
        "specialOpeningHoursSpecification": [
            _specification(span, validFrom=each.first, validThrough=each.last)
            for each in plan.apart
            if each.first <= until
            for span in each.day.open or _CLOSED
        ],
    }


def _in_force(plan: HoursPlan) -> Iterator[tuple[Layer, date | None, date | None]]:
    """Which layer counts from when to when; None where it began before, or has no end."""
    turns = {plan.first, plan.last + ONE_DAY}
    for each in plan.layers:
        ends = each.last + ONE_DAY if each.last else None
        turns |= {day for day in (each.first, ends) if day and plan.first < day <= plan.last}
    for begin, end in pairwise(sorted(turns)):
        layer = next((each for each in reversed(plan.layers) if begin in each), None)
        if layer is not None:
            first = layer.first if begin == plan.first else begin
            yield layer, first, layer.last if end > plan.last else end - ONE_DAY


def _week(layer: Layer, first: date | None, last: date | None) -> Iterator[Thing]:
    """One specification for all weekdays that have the same span."""
    found: dict[tuple[int, int], list[str]] = {}
    for name, day in zip(_WEEKDAYS, layer.week, strict=True):
        for span in day.open:
            found.setdefault(span, []).append(name)
    for span, weekdays in found.items():
        days = weekdays if len(weekdays) > 1 else weekdays[0]
        yield _specification(span, dayOfWeek=days, validFrom=first, validThrough=last)


def _specification(span: tuple[int, int], **more: list[str] | str | date | None) -> Thing:
    begin, end = span
    return {
        "@type": "OpeningHoursSpecification",
        **{
            name: each.isoformat() if isinstance(each, date) else each
            for name, each in more.items()
        },
        "opens": _clock(begin),
        "closes": _clock(end) if end < WHOLE_DAY else "00:00" if begin else "23:59",
    }


def _clock(minutes: int) -> str:
    return f"{minutes // 60:02}:{minutes % 60:02}"
