"""Calendars that are wrong on purpose: whoever compares has to see each of them."""

from collections.abc import Mapping

# By what is wrong: what is put in the place of what.
Spoils = Mapping[str, tuple[bytes, bytes]]

# The weekly coffee of the small site.
WRONG_FILE = "tapahtumat/torstain-kahvit/event.ics"
WRONG: Spoils = {
    "an hour late": (
        b"DTSTART;TZID=Europe/Helsinki:20260903T13",
        b"DTSTART;TZID=Europe/Helsinki:20260903T14",
    ),
    "an hour longer": (
        b"DTEND;TZID=Europe/Helsinki:20260903T15",
        b"DTEND;TZID=Europe/Helsinki:20260903T16",
    ),
    "a week too few": (b"UNTIL=20270527", b"UNTIL=20270520"),
    "every second week": (b"FREQ=WEEKLY;", b"FREQ=WEEKLY;INTERVAL=2;"),
    "another day": (b"BYDAY=TH", b"BYDAY=TH,FR"),
    "skipped dates told": (b"\r\nEXDATE;", b"\r\nX-NOT;"),
    "cancelled": (b"STATUS:CONFIRMED", b"STATUS:CANCELLED"),
    "another identity": (b"\r\nUID:", b"\r\nUID:0"),
}
# For engines that go by the file's own time zone.
WRONG_ZONE: Spoils = {
    "winter an hour off": (b"TZOFFSETTO:+0200", b"TZOFFSETTO:+0100"),
    "summer from April on": (b"FREQ=YEARLY;BYMONTH=3;", b"FREQ=YEARLY;BYMONTH=6;"),
}

# For programs that look at the form of a calendar too.
WRONG_FORM: Spoils = {
    "no version": (b"VERSION:2.0\r\n", b""),
    "no program": (b"\r\nPRODID:", b"\r\nX-PRODID:"),
    "two starts": (b"\r\nDTEND", b"\r\nDTSTART:20260101T100000Z\r\nDTEND"),
    "an end and a duration": (b"\r\nDTEND", b"\r\nDURATION:PT2H\r\nDTEND"),
    "two titles": (b"\r\nSTATUS", b"\r\nSUMMARY:Kahvit\r\nSTATUS"),
    "two states": (b"\r\nSTATUS", b"\r\nSTATUS:CANCELLED\r\nSTATUS"),
    "a date with hyphens": (b"Helsinki:20260903T13", b"Helsinki:2026-09-03T13"),
    "an unknown frequency": (b"FREQ=WEEKLY", b"FREQ=WEEKISH"),
    "an unknown weekday": (b"BYDAY=TH", b"BYDAY=XX"),
    "an interval of nothing": (b"FREQ=WEEKLY", b"FREQ=WEEKLY;INTERVAL=0"),
    "a line without a value": (b"\r\nSTATUS:CONFIRMED", b"\r\nSTATUS"),
    "an unknown property": (b"\r\nSTATUS:", b"\r\nSTATUSES:"),
    "a zone that is not told": (b"\r\nTZID:Europe/Helsinki", b"\r\nTZID:Europe/Mariehamn"),
    "an event without end": (b"END:VEVENT\r\n", b""),
}


def spoilt(body: bytes, change: tuple[bytes, bytes]) -> bytes:
    """The calendar with what is wrong in it."""
    old, new = change
    if old not in body:
        raise ValueError(f"the calendar to be spoilt holds no {old!r}")
    return body.replace(old, new)
