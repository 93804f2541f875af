"""One VEVENT: its values, and its bytes (RFC 5545 §3.6.1), written by the icalendar library."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from icalendar import Event as Component
from icalendar import vCategory, vText, vUri

from kohtaamo.listings.changes import sequence
from kohtaamo.model.common import Coordinates
from kohtaamo.publish.ics.organiser import Organizer, cal_address
from kohtaamo.publish.pictures.picture import Picture
from kohtaamo.publish.texts.unseen import without_unseen
from kohtaamo.schedule.exported_rule import ExportedRule
from kohtaamo.schedule.moments import ONE_DAY, Moment, clock_of
from kohtaamo.schedule.zone import is_doubled_hour, local, utc


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamps:
    """When an item was announced, if that is known, and when it last changed (aware, UTC)."""

    created: datetime | None = None
    changed: datetime

    @property
    def sequence(self) -> int:
        """SEQUENCE, made of the last change."""
        return sequence(self.changed)


def changed_on(stamps: Stamps, day: date) -> Stamps:
    """Changed when that day began in Finland, unless there was a later change.

    Not at midnight UTC: a build of the day, and a change after it, may be earlier than that.
    """
    return replace(stamps, changed=max(stamps.changed, utc(clock_of(day))))


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
    organizer: Organizer | None = None
    picture: Picture | None = None
    is_cancelled: bool = False
    rule: ExportedRule | None = None
    exdates: tuple[Moment, ...] = ()
    recurrence_id: Moment | None = None


class Text(vText):
    """A TEXT value (RFC 5545 §3.3.11).

    vText itself would make a line break of a written `\\N`, and let control characters pass.
    """

    def to_ical(self) -> bytes:
        """The escaped text."""
        escaped = without_unseen(self).replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
        return escaped.replace("\n", "\\n").encode()


def to_bytes(vevent: Vevent) -> bytes:
    """The component with CRLF at the end of each line, folded to 75 octets."""
    component = Component()
    component.add("uid", str(vevent.uid))
    _add_times(component, vevent)
    component.add("dtstamp", vevent.stamps.changed)
    if vevent.stamps.created is not None:
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
        component.add("categories", _categories(vevent.categories))
    if vevent.contact:
        component.add("contact", Text(vevent.contact))
    if vevent.organizer is not None:
        component.add("organizer", cal_address(vevent.organizer))
    if vevent.picture is not None:
        _add_picture(component, vevent.picture)
    written: bytes = component.to_ical()
    return written


def _categories(texts: Iterable[str]) -> vCategory:
    """CATEGORIES with our own escaping: icalendar would wrap each text in a vText of its own."""
    category = vCategory([])
    category.cats = [Text(text) for text in texts]
    return category


def zoned(moment: Moment) -> date | datetime:
    """A moment as icalendar writes it in Europe/Helsinki: with TZID, or as VALUE=DATE."""
    return local(moment) if isinstance(moment, datetime) else moment


def _certain(moment: Moment) -> date | datetime:
    """As `zoned`, but in UTC when clocks show it twice.

    RFC 5545 §3.3.5 means the first time, libical and ical.js take the second.
    """
    if isinstance(moment, datetime) and is_doubled_hour(moment):
        return utc(moment)
    return zoned(moment)


def _add_times(component: Component, vevent: Vevent) -> None:
    component.add("dtstart", _certain(vevent.start))
    if isinstance(vevent.start, datetime):
        # DTEND has to be later than DTSTART (§3.8.2.2).
        if isinstance(vevent.end, datetime) and vevent.end > vevent.start:
            component.add("dtend", _certain(vevent.end))
    else:
        # The end of whole days is the day after the last one.
        component.add("dtend", (vevent.end or vevent.start) + ONE_DAY)
    if vevent.recurrence_id is not None:
        component.add("recurrence-id", zoned(vevent.recurrence_id))
    if vevent.rule is not None:
        component.add("rrule", _rrule(vevent.rule))
    for excluded in vevent.exdates:
        component.add("exdate", zoned(excluded))


def _add_picture(component: Component, picture: Picture) -> None:
    """IMAGE (RFC 7986 §5.10). BADGE is a picture beside the event (§6.1), not one behind it."""
    how = {"VALUE": "URI", "DISPLAY": "BADGE", "FMTTYPE": picture.media_type}
    component.add("image", vUri(picture.url), parameters=how)


def _rrule(rule: ExportedRule) -> dict[str, object]:
    """UNTIL of a series with times of day is in UTC (§3.3.10)."""
    until = utc(rule.until) if isinstance(rule.until, datetime) else rule.until
    parts: dict[str, object] = {"FREQ": rule.freq, "UNTIL": until, "BYDAY": list(rule.byday)}
    if rule.interval > 1:
        parts["INTERVAL"] = rule.interval
    return parts
