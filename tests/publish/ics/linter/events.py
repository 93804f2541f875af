"""Each event by itself (RFC 5545 §3.6.1 and §3.8, RFC 7986 §5.10)."""

import re
from collections.abc import Iterator
from datetime import date

from .calendar import CSS3
from .reading import Component, Property
from .zone import ZONE

REQUIRED = ("UID", "DTSTAMP", "DTSTART", "SUMMARY", "TRANSP")
# What calendars of events that people may go to have no business with.
FORBIDDEN = ("ATTENDEE", "RDATE", "EXRULE", "CLASS", "DURATION")
SEVERAL = frozenset({"EXDATE", "IMAGE"})
STAMPS = ("DTSTAMP", "CREATED", "LAST-MODIFIED")
STATES = frozenset({"CONFIRMED", "CANCELLED"})
_MAILTO = re.compile(r"mailto:[A-Za-z0-9.!$'*+_~%-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+")
_TEXTS = ("SUMMARY", "DESCRIPTION", "LOCATION", "CONTACT", "CATEGORIES")


def event_faults(calendar: Component) -> Iterator[str]:
    for event in calendar.inside("VEVENT"):
        name = event.value("UID") or "an event"
        yield from (f"{name}: {fault}" for fault in _faults(event))


def _faults(event: Component) -> Iterator[str]:
    yield from (f"no {name}" for name in REQUIRED if event.one(name) is None)
    yield from (f"has {name}" for name in FORBIDDEN if event.one(name) is not None)
    names = {each.name for each in event.properties}
    yield from (f"{name} twice" for name in sorted(names - SEVERAL) if len(event.every(name)) > 1)
    if event.components:
        yield f"holds {event.components[0].name}"
    yield from _times(event)
    yield from _texts(event)
    yield from _addresses(event)


def _times(event: Component) -> Iterator[str]:
    for name in STAMPS:
        if any(each.form != "utc" for each in event.every(name)):
            yield f"{name} is not in UTC"
    start, end = event.one("DTSTART"), event.one("DTEND")
    if start is None:
        return
    if start.form == "floating":
        yield "DTSTART is a floating time"
    elif start.form not in ("date", ZONE) and (event.one("RRULE") or not _is_doubled(start)):
        yield "DTSTART is neither a date nor a time of the zone"
    if end is not None and end.form != start.form:
        if "date" in (start.form, end.form) or not (_is_doubled(start) or _is_doubled(end)):
            yield "DTEND has another form than DTSTART"
    elif end is not None and end.value <= start.value:
        yield "DTEND is not after DTSTART"
    if start.form == "date" and end is None:
        yield "whole days have no DTEND"


def _is_doubled(moment: Property) -> bool:
    """In UTC, and in the first of the two hours from 3 to 4 in which clocks go back."""
    if moment.form != "utc":
        return False
    day = date.fromisoformat(moment.value[:8])
    return day.month == 10 and day.day > 24 and day.weekday() == 6 and moment.value[9:11] == "00"


def _texts(event: Component) -> Iterator[str]:
    for each in event.properties:
        if each.name in _TEXTS and re.search(r"(?<!\\)(?:\\\\)*(\\[^\\;,nN]|;|\\$)", each.value):
            yield f"{each.name} is not escaped"
    url = event.value("URL")
    if url and event.value("DESCRIPTION").split("\\n")[-1] != url:
        yield "DESCRIPTION does not end with the address"
    if event.value("STATUS") not in ("", *STATES):
        yield "STATUS is unknown"
    colour = event.one("COLOR")
    if colour is not None and colour.value not in CSS3:
        yield f"COLOR is no name of CSS 3: {colour.value}"


def _addresses(event: Component) -> Iterator[str]:
    organizer = event.one("ORGANIZER")
    if organizer is not None:
        yield from _organizer(organizer)
    for name in ("URL", "IMAGE"):
        for each in event.every(name):
            if not re.fullmatch(r"https?://[^\s/]+/\S*", each.value):
                yield f"{name} is no absolute address"
    for image in event.every("IMAGE"):
        if image.parameters.get("VALUE") != "URI" or "FMTTYPE" not in image.parameters:
            yield "IMAGE does not say that it is an address of a picture"


def _organizer(organizer: Property) -> Iterator[str]:
    if not _MAILTO.fullmatch(organizer.value):
        yield "ORGANIZER is no mailto address"
    if set(organizer.parameters) - {"CN"}:
        yield "ORGANIZER has a parameter that few readers know"
