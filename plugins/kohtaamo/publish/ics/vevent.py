"""One VEVENT: its values, and its bytes (RFC 5545 §3.6.1), written by the icalendar library."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from icalendar import Event as Component
from icalendar import vText

from kohtaamo.model.common import Coordinates
from kohtaamo.schedule.exported_rule import ExportedRule
from kohtaamo.schedule.moments import Moment
from kohtaamo.schedule.zone import local, utc

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamps:
    """When an item was announced and last changed (aware, UTC), and SEQUENCE, made of that."""

    created: datetime
    changed: datetime
    sequence: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Vevent:
    """`start`, `end`, `recurrence_id` and `exdates` are local, dates for whole days.

    `end` of whole days is the last of them, None is an end nobody has said. `url` is absolute,
    texts are plain. A `rule` makes it the master of a series; `recurrence_id` makes it an override.
    """

    uid: UUID
    stamps: Stamps
    start: Moment
    end: Moment | None
    summary: str
    description: str
    location: str
    url: str
    geo: Coordinates | None = None
    categories: tuple[str, ...] = ()
    contact: str = ""
    is_cancelled: bool = False
    rule: ExportedRule | None = None
    exdates: tuple[Moment, ...] = ()
    recurrence_id: Moment | None = None


class Text(vText):
    """A TEXT value (RFC 5545 §3.3.11). vText itself would make a line break of a written `\\N`."""

    def to_ical(self) -> bytes:
        """The escaped text."""
        escaped = self.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
        return escaped.replace("\n", "\\n").encode()


def to_bytes(vevent: Vevent) -> bytes:
    """The component with CRLF at the end of each line, folded to 75 octets."""
    component = Component()
    component.add("uid", str(vevent.uid))
    _add_times(component, vevent)
    component.add("dtstamp", vevent.stamps.changed)
    component.add("created", vevent.stamps.created)
    component.add("last-modified", vevent.stamps.changed)
    component.add("sequence", vevent.stamps.sequence)
    component.add("status", "CANCELLED" if vevent.is_cancelled else "CONFIRMED")
    # An event of a listing takes nobody's time until they decide to go.
    component.add("transp", "TRANSPARENT")
    component.add("summary", Text(vevent.summary))
    component.add("description", Text(vevent.description))
    component.add("url", vevent.url)
    if vevent.location:
        component.add("location", Text(vevent.location))
    if vevent.geo is not None:
        component.add("geo", (float(vevent.geo.lat), float(vevent.geo.lon)))
    if vevent.categories:
        component.add("categories", [Text(category) for category in vevent.categories])
    if vevent.contact:
        component.add("contact", Text(vevent.contact))
    written: bytes = component.to_ical()
    return written


def zoned(moment: Moment) -> date | datetime:
    """A moment as icalendar writes it in Europe/Helsinki: with TZID, or as VALUE=DATE."""
    return local(moment) if isinstance(moment, datetime) else moment


def _add_times(component: Component, vevent: Vevent) -> None:
    component.add("dtstart", zoned(vevent.start))
    if isinstance(vevent.start, datetime):
        # DTEND has to be later than DTSTART (§3.8.2.2).
        if isinstance(vevent.end, datetime) and vevent.end > vevent.start:
            component.add("dtend", zoned(vevent.end))
    else:
        # The end of whole days is the day after the last one.
        component.add("dtend", (vevent.end or vevent.start) + ONE_DAY)
    if vevent.recurrence_id is not None:
        component.add("recurrence-id", zoned(vevent.recurrence_id))
    if vevent.rule is not None:
        component.add("rrule", _rrule(vevent.rule))
    for excluded in vevent.exdates:
        component.add("exdate", zoned(excluded))


def _rrule(rule: ExportedRule) -> dict[str, object]:
    """UNTIL of a series with times of day is in UTC (§3.3.10)."""
    until = utc(rule.until) if isinstance(rule.until, datetime) else rule.until
    parts: dict[str, object] = {"FREQ": rule.freq, "UNTIL": until, "BYDAY": list(rule.byday)}
    if rule.interval > 1:
        parts["INTERVAL"] = rule.interval
    return parts
