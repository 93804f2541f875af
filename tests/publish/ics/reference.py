"""The same components and heads, written by the icalendar library."""

from datetime import date, datetime
from urllib.parse import quote

from icalendar import Event as Component
from icalendar import Parameters, vCalAddress, vCategory, vText, vUri
from icalendar.parser import Contentline

from kohtaamo.publish.ics.calendar import TIMEZONE, Head
from kohtaamo.publish.ics.colour import colour_of
from kohtaamo.publish.ics.organiser import Organizer
from kohtaamo.publish.ics.vevent import Vevent
from kohtaamo.publish.texts.unseen import without_unseen
from kohtaamo.schedule.exported_rule import ExportedRule
from kohtaamo.schedule.moments import ONE_DAY, Moment
from kohtaamo.schedule.zone import is_doubled_hour, local, utc


class Text(vText):
    """vText would make a line break of a written `\\N`, and let control characters pass."""

    def to_ical(self) -> bytes:
        escaped = without_unseen(self).replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
        return escaped.replace("\n", "\\n").encode()


def to_bytes(vevent: Vevent) -> bytes:
    component = Component()
    component.add("uid", str(vevent.uid))
    add_times(component, vevent)
    component.add("dtstamp", vevent.stamps.changed)
    if vevent.stamps.created is not None:
        component.add("created", vevent.stamps.created)
    component.add("last-modified", vevent.stamps.changed)
    component.add("sequence", vevent.stamps.sequence)
    component.add("status", "CANCELLED" if vevent.is_cancelled else "CONFIRMED")
    component.add("transp", "TRANSPARENT")
    component.add("summary", Text(vevent.summary))
    component.add("description", Text(vevent.description))
    component.add("url", vevent.url)
    if vevent.location:
        component.add("location", Text(vevent.location))
    if vevent.geo is not None:
        component.add("geo", (float(vevent.geo.lat), float(vevent.geo.lon)))
    if vevent.categories:
        categories = vCategory([])
        categories.cats = [Text(text) for text in vevent.categories]
        component.add("categories", categories)
    if vevent.contact:
        component.add("contact", Text(vevent.contact))
    if vevent.organizer is not None:
        component.add("organizer", cal_address(vevent.organizer))
    if vevent.picture is not None:
        how = {"VALUE": "URI", "DISPLAY": "BADGE", "FMTTYPE": vevent.picture.media_type}
        component.add("image", vUri(vevent.picture.url), parameters=how)
    written: bytes = component.to_ical()
    return written


def header(head: Head) -> bytes:
    """The lines that differ from calendar to calendar, and the time zone."""
    name = Text(head.name)
    lines = [
        ("NAME", Parameters(), name),
        ("X-WR-CALNAME", Parameters(), name),
        ("URL", Parameters(), vUri(head.page)),
        ("SOURCE", Parameters({"VALUE": "URI"}), vUri(head.source)),
    ]
    if head.identity is not None:
        colour = colour_of(head.identity)
        lines.append(("COLOR", Parameters(), vText(colour.name)))
        lines.append(("X-APPLE-CALENDAR-COLOR", Parameters(), vText(colour.code)))
    written = (Contentline.from_parts(*line).to_ical() + b"\r\n" for line in lines)
    return b"".join((*written, TIMEZONE))


def busy(uid: str, stamp: datetime, start: datetime, end: datetime | None, word: str) -> bytes:
    component = Component()
    component.add("uid", uid)
    component.add("dtstamp", stamp)
    component.add("dtstart", local(start))
    if end is not None and end > start:
        component.add("dtend", local(end))
    component.add("summary", Text(word))
    component.add("transp", "OPAQUE")
    written: bytes = component.to_ical()
    return written


def cal_address(organizer: Organizer) -> vCalAddress:
    address = vCalAddress("mailto:" + quote(organizer.email, safe="!$'*+@"))
    name = " ".join(without_unseen(organizer.name).replace('"', "”").split())
    if name:
        address.params["CN"] = name
    return address


def add_times(component: Component, vevent: Vevent) -> None:
    component.add("dtstart", certain(vevent.start))
    if isinstance(vevent.start, datetime):
        if isinstance(vevent.end, datetime) and vevent.end > vevent.start:
            component.add("dtend", certain(vevent.end))
    else:
        component.add("dtend", (vevent.end or vevent.start) + ONE_DAY)
    if vevent.recurrence_id is not None:
        component.add("recurrence-id", zoned(vevent.recurrence_id))
    if vevent.rule is not None:
        component.add("rrule", rrule(vevent.rule))
    for excluded in vevent.exdates:
        component.add("exdate", zoned(excluded))


def zoned(moment: Moment) -> date | datetime:
    return local(moment) if isinstance(moment, datetime) else moment


def certain(moment: Moment) -> date | datetime:
    if isinstance(moment, datetime) and is_doubled_hour(moment):
        return utc(moment)
    return zoned(moment)


def rrule(rule: ExportedRule) -> dict[str, object]:
    until = utc(rule.until) if isinstance(rule.until, datetime) else rule.until
    parts: dict[str, object] = {"FREQ": rule.freq, "UNTIL": until, "BYDAY": list(rule.byday)}
    if rule.interval > 1:
        parts["INTERVAL"] = rule.interval
    return parts
