"""A linter of calendar files, by the letter of RFC 5545 and of what clients can read.

It reads bytes and shares no code with the package (contract §5).
"""

import io
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from dateutil.rrule import rrulestr
from dateutil.tz import tzical

ZONE = "Europe/Helsinki"
RULE_PARTS = {"FREQ", "INTERVAL", "BYDAY", "UNTIL"}
PROPERTY = re.compile(r'([A-Z-]+)((?:;[A-Z-]+=(?:"[^"]*"|[^";:]*))*):(.*)', re.DOTALL)
CONTROL = re.compile(rb"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


@dataclass(frozen=True)
class Property:
    name: str
    parameters: str
    value: str


Component = Mapping[str, list[Property]]
Lint = Callable[[bytes], list[str]]


@pytest.fixture(scope="session")
def lint() -> Lint:
    """What is wrong with a calendar file."""
    return _lint


def _lint(body: bytes) -> list[str]:
    faults = list(_lines(body))
    if faults:
        return faults
    text = body.decode().replace("\r\n ", "")
    properties = [_property(line) for line in text.removesuffix("\r\n").split("\r\n")]
    return [*_frame(properties), *_zone(text), *_events(list(_components(properties)))]


def _lines(body: bytes) -> Iterator[str]:
    if not body.endswith(b"\r\n") or re.search(rb"(?<!\r)\n|\r(?!\n)", body):
        yield "line ends"
    if len(body) > 900_000 or body.count(b"BEGIN:VEVENT") > 1_000:
        yield "too much"
    for line in body.split(b"\r\n"):
        if len(line) > 75:
            yield "line too long"
        if CONTROL.search(line):
            yield "control character"
        try:
            line.decode()
        except UnicodeDecodeError:
            yield "split character"


def _property(line: str) -> Property:
    match = PROPERTY.fullmatch(line)
    assert match is not None, line
    return Property(*match.groups())


def _frame(properties: list[Property]) -> Iterator[str]:
    names = {each.name for each in properties}
    opened: list[str] = []
    for each in properties:
        if each.name == "BEGIN":
            opened.append(each.value)
        elif each.name == "END" and (not opened or opened.pop() != each.value):
            yield f"END:{each.value}"
    if opened or properties[0].value != "VCALENDAR":
        yield "frame"
    yield from (name for name in ("PRODID", "VERSION", "NAME", "X-WR-CALNAME") if name not in names)
    yield from (name for name in ("METHOD", "ORGANIZER", "CLASS", "RDATE") if name in names)


def _zone(text: str) -> Iterator[str]:
    zones = re.findall(r"BEGIN:VTIMEZONE\r\n.*?END:VTIMEZONE\r\n", text, re.DOTALL)
    if len(zones) != 1:
        yield "VTIMEZONE"
        return
    # dateutil knows no X- properties here; other readers skip them, as they should.
    plain = re.sub(r"X-.*\r\n", "", zones[0]).replace("\r\n", "\n")
    zone = tzical(io.StringIO(plain)).get(ZONE)
    # By the clock that an onset is written in: the one before the change.
    offsets = {
        "2027-03-28 02:59": 2,
        "2027-03-28 03:01": 3,
        "2027-10-31 03:59": 3,
        "2027-10-31 04:01": 2,
        "2045-07-01 00:00": 3,
    }
    for moment, hours in offsets.items():
        local = datetime.fromisoformat(moment)
        if zone is None or zone.utcoffset(local) != timedelta(hours=hours):
            yield f"VTIMEZONE at {moment}"


def _components(properties: list[Property]) -> Iterator[Component]:
    inside: dict[str, list[Property]] | None = None
    for each in properties:
        if each.name == "BEGIN" and each.value == "VEVENT":
            inside = {}
        elif each.name == "END" and each.value == "VEVENT" and inside is not None:
            yield inside
            inside = None
        elif inside is not None:
            inside.setdefault(each.name, []).append(each)


def _events(components: list[Component]) -> Iterator[str]:
    masters: dict[str, Component] = {}
    for each in components:
        missing = [name for name in ("UID", "DTSTAMP", "DTSTART", "SUMMARY") if name not in each]
        doubled = [name for name, values in each.items() if name != "EXDATE" and len(values) > 1]
        yield from (*missing, *doubled)
        if missing:
            return
        yield from _times(each)
        if "URL" in each and each["DESCRIPTION"][0].value.split("\\n")[-1] != each["URL"][0].value:
            yield "DESCRIPTION without address"
        if "RECURRENCE-ID" not in each:
            if each["UID"][0].value in masters:
                yield "UID twice"
            masters[each["UID"][0].value] = each
    yield from _overrides(components, masters)


def _times(each: Component) -> Iterator[str]:
    start = each["DTSTART"][0]
    if _form(start) not in (f";TZID={ZONE}", ";VALUE=DATE"):
        yield "DTSTART form"
    for name in ("DTEND", "RECURRENCE-ID", "EXDATE"):
        yield from (f"{name} form" for other in each.get(name, []) if _form(other) != _form(start))
    if "DTEND" in each and each["DTEND"][0].value <= start.value:
        yield "DTEND before DTSTART"
    for name in ("DTSTAMP", "CREATED", "LAST-MODIFIED"):
        if not all(re.fullmatch(r"\d{8}T\d{6}Z", other.value) for other in each.get(name, [])):
            yield f"{name} form"
    if "RRULE" in each:
        yield from _rule(each)
    elif "EXDATE" in each:
        yield "EXDATE without RRULE"


def _form(each: Property) -> str:
    """The parameters, when the value has the form that they promise."""
    pattern = r"\d{8}" if each.parameters == ";VALUE=DATE" else r"\d{8}T\d{6}"
    return each.parameters if re.fullmatch(pattern, each.value) else each.value


def _rule(each: Component) -> Iterator[str]:
    parts = dict(part.split("=") for part in each["RRULE"][0].value.split(";"))
    frequency = parts.get("FREQ")
    if set(parts) - RULE_PARTS or frequency not in ("WEEKLY", "MONTHLY"):
        yield "RRULE parts"
        return
    days = r"[A-Z]{2}(,[A-Z]{2})*" if frequency == "WEEKLY" else r"([1-4]|-1)[A-Z]{2}"
    if not re.fullmatch(days, parts.get("BYDAY", "")):
        yield "BYDAY"
    timed = "T" in each["DTSTART"][0].value
    if not re.fullmatch(r"\d{8}T\d{6}Z" if timed else r"\d{8}", parts.get("UNTIL", "")):
        yield "UNTIL form"
        return
    dates = _rule_dates(each, parts["UNTIL"])
    if each["DTSTART"][0].value not in dates:
        yield "DTSTART off the rule"
    if any(other.value not in dates for other in each.get("EXDATE", [])):
        yield "EXDATE off the rule"


def _rule_dates(each: Component, until: str) -> set[str]:
    """The dates of a rule in the form of its DTSTART, before EXDATE."""
    start = each["DTSTART"][0].value
    form = "%Y%m%dT%H%M%S" if "T" in start else "%Y%m%d"
    last = until
    if until.endswith("Z"):
        moment = datetime.strptime(until, "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)
        last = moment.astimezone(ZoneInfo(ZONE)).strftime(form)
    rule = each["RRULE"][0].value.replace(until, last)
    return {day.strftime(form) for day in rrulestr(rule, dtstart=datetime.fromisoformat(start))}


def _overrides(components: list[Component], masters: Mapping[str, Component]) -> Iterator[str]:
    seen: set[tuple[str, str]] = set()
    for each in components:
        if "RECURRENCE-ID" not in each:
            continue
        uid, date = each["UID"][0].value, each["RECURRENCE-ID"][0].value
        master = masters.get(uid)
        if (uid, date) in seen:
            yield "RECURRENCE-ID twice"
        seen.add((uid, date))
        if master is None or "RRULE" not in master:
            yield "override without series"
            continue
        until = re.search(r"UNTIL=(\w+)", master["RRULE"][0].value)
        excluded = {other.value for other in master.get("EXDATE", [])}
        if until is None or date not in _rule_dates(master, until[1]) - excluded:
            yield "RECURRENCE-ID off the rule"
        if int(each["SEQUENCE"][0].value) < int(master["SEQUENCE"][0].value):
            yield "SEQUENCE of an override"
