"""The calendar as a whole (RFC 5545 §3.4 and §3.7, RFC 7986 §5, and what clients ask for)."""

import re
from collections.abc import Iterator

from PIL import ImageColor

from .reading import Component

REQUIRED = ("VERSION", "PRODID", "NAME", "X-WR-CALNAME", "REFRESH-INTERVAL")
# CSS 4 added one name to those of CSS 3 (CSS Color Module Level 3 §4.3), which Pillow knows too.
CSS3 = frozenset(ImageColor.colormap) - {"rebeccapurple"}


def calendar_faults(calendar: Component) -> Iterator[str]:
    for name in REQUIRED:
        if calendar.one(name) is None:
            yield f"the calendar has no {name}"
    if calendar.one("METHOD") is not None:
        yield "the calendar has a METHOD"
    if calendar.value("VERSION") not in ("", "2.0"):
        yield "VERSION is not 2.0"
    if calendar.value("NAME") != calendar.value("X-WR-CALNAME"):
        yield "NAME and X-WR-CALNAME differ"
    doubled = {each.name for each in calendar.properties if len(calendar.every(each.name)) > 1}
    yield from (f"the calendar has {name} twice" for name in sorted(doubled))
    if {each.name for each in calendar.components} - {"VEVENT", "VTIMEZONE"}:
        yield "the calendar holds more than events and a time zone"
    yield from _intervals(calendar)
    yield from _colours(calendar)


def _intervals(calendar: Component) -> Iterator[str]:
    refresh = calendar.one("REFRESH-INTERVAL")
    if refresh is not None:
        is_typed = refresh.parameters == {"VALUE": "DURATION"}
        if not is_typed or not re.fullmatch(r"PT?\d+[HDWM]", refresh.value):
            yield "REFRESH-INTERVAL is no duration"


def _colours(calendar: Component) -> Iterator[str]:
    colour, code = calendar.one("COLOR"), calendar.one("X-APPLE-CALENDAR-COLOR")
    if colour is not None and colour.value not in CSS3:
        yield f"COLOR is no name of CSS 3: {colour.value}"
    if code is None:
        return
    if not re.fullmatch(r"#[0-9A-F]{6}", code.value):
        yield f"X-APPLE-CALENDAR-COLOR is no colour: {code.value}"
        return
    is_known = colour is not None and colour.value in CSS3
    if is_known and ImageColor.getrgb(colour.value) != ImageColor.getrgb(code.value):
        yield "COLOR and X-APPLE-CALENDAR-COLOR differ"
