"""One VEVENT: its values, and its bytes (RFC 5545 §3.6.1)."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from kohtaamo.listings.changes import sequence
from kohtaamo.model.common import Coordinates
from kohtaamo.publish.ics.lines import digits, escaped, line, moment, quoted, utc_moment
from kohtaamo.publish.ics.organiser import Organizer, cal_address
from kohtaamo.publish.pictures.picture import Picture
from kohtaamo.schedule.exported_rule import ExportedRule
from kohtaamo.schedule.moments import ONE_DAY, Moment, clock_of
from kohtaamo.schedule.zone import is_doubled_hour, utc


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


def to_bytes(vevent: Vevent) -> bytes:
    """The component with CRLF at the end of each line, folded to 75 octets.

    In the order in which the icalendar library writes: what it is and when, then all else by name.
    """
    return b"".join(map(line, _lines(vevent)))


def _lines(vevent: Vevent) -> Iterator[str]:
    stamps = vevent.stamps
    changed = utc_moment(stamps.changed)
    yield "BEGIN:VEVENT"
    yield "SUMMARY:" + escaped(vevent.summary)
    yield from _times(vevent)
    yield "DTSTAMP:" + changed
    yield f"UID:{vevent.uid}"
    yield from _recurrence(vevent)
    if vevent.categories:
        yield "CATEGORIES:" + ",".join(map(escaped, vevent.categories))
    if vevent.contact:
        yield "CONTACT:" + escaped(vevent.contact)
    if stamps.created is not None:
        yield "CREATED:" + utc_moment(stamps.created)
    yield "DESCRIPTION:" + escaped(vevent.description)
    if vevent.geo is not None:
        yield f"GEO:{float(vevent.geo.lat)};{float(vevent.geo.lon)}"
    if vevent.picture is not None:
        yield _image(vevent.picture)
    yield "LAST-MODIFIED:" + changed
    if vevent.location:
        yield "LOCATION:" + escaped(vevent.location)
    if vevent.organizer is not None:
        yield "ORGANIZER" + cal_address(vevent.organizer)
    yield "STATUS:CANCELLED" if vevent.is_cancelled else "STATUS:CONFIRMED"
    # An event of a listing takes nobody's time until they decide to go.
    yield "TRANSP:TRANSPARENT"
    yield "URL:" + vevent.url
    yield "END:VEVENT"


def _times(vevent: Vevent) -> Iterator[str]:
    yield "DTSTART" + _certain(vevent.start)
    if not isinstance(vevent.start, datetime):
        # The end of whole days is the day after the last one.
        yield "DTEND" + moment((vevent.end or vevent.start) + ONE_DAY)
    # DTEND has to be later than DTSTART (§3.8.2.2).
    elif isinstance(vevent.end, datetime) and vevent.end > vevent.start:
        yield "DTEND" + _certain(vevent.end)


def _recurrence(vevent: Vevent) -> Iterator[str]:
    if vevent.recurrence_id is not None:
        yield "RECURRENCE-ID" + moment(vevent.recurrence_id)
    yield f"SEQUENCE:{vevent.stamps.sequence}"
    if vevent.rule is not None:
        yield "RRULE:" + _rrule(vevent.rule)
    for excluded in vevent.exdates:
        yield "EXDATE" + moment(excluded)


def _certain(local: Moment) -> str:
    """As `moment`, but in UTC when clocks show it twice.

    RFC 5545 §3.3.5 means the first time, libical and ical.js take the second.
    """
    if isinstance(local, datetime) and is_doubled_hour(local):
        return ":" + utc_moment(utc(local))
    return moment(local)


def _image(picture: Picture) -> str:
    """IMAGE (RFC 7986 §5.10). BADGE is a picture beside the event (§6.1), not one behind it."""
    return f"IMAGE;DISPLAY=BADGE;FMTTYPE={quoted(picture.media_type)};VALUE=URI:{picture.url}"


def _rrule(rule: ExportedRule) -> str:
    """UNTIL of a series with times of day is in UTC (§3.3.10)."""
    until = digits(rule.until)
    if isinstance(rule.until, datetime):
        until = utc_moment(utc(rule.until))
    interval = f";INTERVAL={rule.interval}" if rule.interval > 1 else ""
    return f"FREQ={rule.freq};UNTIL={until}{interval};BYDAY={','.join(rule.byday)}"
