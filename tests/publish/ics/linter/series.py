"""Series: rules, what is left out of them, and what stands in for single dates (§3.8.5)."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from dateutil.rrule import rrulestr

from .reading import Component
from .zone import ZONE

SAFE_PARTS = frozenset({"FREQ", "INTERVAL", "BYDAY", "UNTIL"})
# Weekly on weekdays; monthly on one weekday with one ordinal. A fifth is "the last" for Exchange.
SAFE_DAYS = {"WEEKLY": r"[A-Z]{2}(,[A-Z]{2})*", "MONTHLY": r"([1-4]|-1)[A-Z]{2}"}


def series_faults(calendar: Component) -> Iterator[str]:
    masters: dict[str, Component] = {}
    overrides: dict[tuple[str, str], Component] = {}
    for event in calendar.inside("VEVENT"):
        uid, date = event.value("UID"), event.value("RECURRENCE-ID")
        if date and (uid, date) in overrides:
            yield f"{uid}: RECURRENCE-ID twice: {date}"
        elif not date and uid in masters:
            yield f"{uid}: UID twice"
        elif date:
            overrides[uid, date] = event
        else:
            masters[uid] = event
    for uid, master in masters.items():
        yield from (f"{uid}: {fault}" for fault in _master(master))
    for (uid, _), override in overrides.items():
        yield from (f"{uid}: {fault}" for fault in _override(override, masters.get(uid)))


def _master(event: Component) -> Iterator[str]:
    if event.one("RRULE") is None:
        if event.one("EXDATE") is not None:
            yield "EXDATE without a rule"
        return
    wrong = list(_rule(event))
    yield from wrong
    if wrong:
        return
    dates = _dates(event)
    start = event.one("DTSTART")
    assert start is not None
    if start.value not in dates:
        yield "DTSTART is off the rule"
    for each in event.every("EXDATE"):
        if each.form != start.form:
            yield "EXDATE has another form than DTSTART"
        elif each.value not in dates:
            yield f"EXDATE is no date of the rule: {each.value}"
    if dates <= {each.value for each in event.every("EXDATE")}:
        yield "every date of the rule is left out"


def _rule(event: Component) -> Iterator[str]:
    parts = _parts(event)
    if set(parts) - SAFE_PARTS:
        yield f"the rule has {min(set(parts) - SAFE_PARTS)}"
    frequency = parts.get("FREQ", "")
    if frequency not in SAFE_DAYS:
        yield f"the rule is {frequency.lower() or 'without FREQ'}"
    elif not re.fullmatch(SAFE_DAYS[frequency], parts.get("BYDAY", "")):
        yield "BYDAY is not what every client reads"
    if not re.fullmatch(r"[1-9]\d*", parts.get("INTERVAL", "1")):
        yield "INTERVAL is no number"
    timed = "T" in event.value("DTSTART")
    if "UNTIL" not in parts:
        yield "the rule has no UNTIL"
    elif not re.fullmatch(r"\d{8}T\d{6}Z" if timed else r"\d{8}", parts["UNTIL"]):
        yield "UNTIL is not in UTC" if timed else "UNTIL is no date"


def _parts(event: Component) -> dict[str, str]:
    pairs = (part.partition("=") for part in event.value("RRULE").split(";"))
    return {name: value for name, _, value in pairs}


def _dates(event: Component) -> set[str]:
    """The dates of a rule in the form of its DTSTART, before EXDATE."""
    start, until = event.value("DTSTART"), _parts(event)["UNTIL"]
    form = "%Y%m%dT%H%M%S" if "T" in start else "%Y%m%d"
    last = until
    if until.endswith("Z"):
        moment = datetime.strptime(until, "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)
        last = moment.astimezone(ZoneInfo(ZONE)).strftime(form)
    rule = event.value("RRULE").replace(until, last)
    return {day.strftime(form) for day in rrulestr(rule, dtstart=datetime.fromisoformat(start))}


def _override(event: Component, master: Component | None) -> Iterator[str]:
    date, start = event.one("RECURRENCE-ID"), master and master.one("DTSTART")
    if event.one("RRULE") is not None or event.one("EXDATE") is not None:
        yield "an override with a rule of its own"
    if master is None or master.one("RRULE") is None or date is None or not start:
        yield "an override without its series"
        return
    if date.form != start.form:
        yield "RECURRENCE-ID has another form than DTSTART"
    elif not list(_rule(master)):
        excluded = {each.value for each in master.every("EXDATE")}
        if date.value not in _dates(master) - excluded:
            yield f"RECURRENCE-ID is no date of the series: {date.value}"
    if int(event.value("SEQUENCE") or 0) < int(master.value("SEQUENCE") or 0):
        yield "SEQUENCE of an override is lower than that of its series"
