"""A calendar file around its components (RFC 5545 §3.4, RFC 7986, and what clients ask for)."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from kohtaamo.publish.ics.colour import colour_of
from kohtaamo.publish.ics.lines import escaped, line

MEDIA_TYPE = "text/calendar"

# Two rules without end, from onsets that are right at both changes: what libraries make of the
# zone themselves is an hour late in spring, or ends in 2038.
TIMEZONE = b"\r\n".join(
    (
        b"BEGIN:VTIMEZONE",
        b"TZID:Europe/Helsinki",
        b"X-LIC-LOCATION:Europe/Helsinki",
        b"BEGIN:DAYLIGHT",
        b"TZOFFSETFROM:+0200",
        b"TZOFFSETTO:+0300",
        b"TZNAME:EEST",
        b"DTSTART:19700329T030000",
        b"RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
        b"END:DAYLIGHT",
        b"BEGIN:STANDARD",
        b"TZOFFSETFROM:+0300",
        b"TZOFFSETTO:+0200",
        b"TZNAME:EET",
        b"DTSTART:19701025T040000",
        b"RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
        b"END:STANDARD",
        b"END:VTIMEZONE",
        b"",
    )
)
# Subscribers should ask every six hours: a cancellation is to be known the same day.
_BEGIN = b"\r\n".join(
    (
        b"BEGIN:VCALENDAR",
        b"VERSION:2.0",
        b"PRODID:-//Kohtaamo//kohtaamo//FI",
        b"CALSCALE:GREGORIAN",
        b"X-WR-TIMEZONE:Europe/Helsinki",
        b"REFRESH-INTERVAL;VALUE=DURATION:PT6H",
        b"X-PUBLISHED-TTL:PT6H",
        b"",
    )
)
_END = b"END:VCALENDAR\r\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """`name` is what subscribers see in their list; `page` and `source` are absolute addresses.

    `about` is said of the whole calendar (RFC 7986 §5.2), "" when its name says it all.
    `identity` is that of what the calendar is about and gives its colour; None for a single event,
    which people take into a calendar of their own.
    """

    name: str
    page: str
    source: str
    about: str = ""
    identity: UUID | None = None


def header(head: Head) -> bytes:
    """Everything before the components, the time zone included.

    No METHOD: these events are nobody's invitations, and with METHOD:PUBLISH strict readers refuse
    every event that has no ORGANIZER (RFC 5546 §3.2.1). An ORGANIZER without METHOD only says whom
    to write to.
    """
    name = escaped(head.name)
    lines = [f"NAME:{name}", f"X-WR-CALNAME:{name}", f"URL:{head.page}"]
    lines.append(f"SOURCE;VALUE=URI:{head.source}")
    if head.about:
        about = escaped(head.about)
        lines += (f"DESCRIPTION:{about}", f"X-WR-CALDESC:{about}")
    if head.identity is not None:
        colour = colour_of(head.identity)
        lines += (f"COLOR:{colour.name}", f"X-APPLE-CALENDAR-COLOR:{colour.code}")
    return b"".join((_BEGIN, *map(line, lines), TIMEZONE))


def calendar_file(head: bytes, bodies: Iterable[bytes]) -> bytes:
    """The whole file; without components it is still a calendar, with a time zone only."""
    return b"".join((head, *bodies, _END))
