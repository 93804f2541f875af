"""The linter itself: a small calendar that is right, and what it says when one thing is wrong."""

import pytest

from tests.publish.ics.linter import faults

CALENDAR = """\
BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//Kohtaamo//kohtaamo//FI
REFRESH-INTERVAL;VALUE=DURATION:PT6H
NAME:Tapahtumat: Käsityöt
X-WR-CALNAME:Tapahtumat: Käsityöt
COLOR:seagreen
X-APPLE-CALENDAR-COLOR:#2E8B57
BEGIN:VTIMEZONE
TZID:Europe/Helsinki
BEGIN:DAYLIGHT
TZOFFSETFROM:+0200
TZOFFSETTO:+0300
DTSTART:19700329T030000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
END:DAYLIGHT
BEGIN:STANDARD
TZOFFSETFROM:+0300
TZOFFSETTO:+0200
DTSTART:19701025T040000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
END:STANDARD
END:VTIMEZONE
BEGIN:VEVENT
UID:neule
DTSTAMP:20261130T063015Z
LAST-MODIFIED:20261130T063015Z
SEQUENCE:7
DTSTART;TZID=Europe/Helsinki:20261201T180000
DTEND;TZID=Europe/Helsinki:20261201T200000
RRULE:FREQ=WEEKLY;UNTIL=20270126T160000Z;BYDAY=TU
EXDATE;TZID=Europe/Helsinki:20261222T180000
SUMMARY:Neulekahvila\\, ja \\; muuta
DESCRIPTION:Ota työ mukaan.\\n\\nhttps://example.fi/neule/
URL:https://example.fi/neule/
ORGANIZER;CN="Vetäjä, neule":mailto:neule@example.fi
IMAGE;VALUE=URI;DISPLAY=BADGE;FMTTYPE=image/jpeg:https://example.fi/n.jpg
TRANSP:TRANSPARENT
STATUS:CONFIRMED
END:VEVENT
BEGIN:VEVENT
UID:neule
RECURRENCE-ID;TZID=Europe/Helsinki:20261215T180000
DTSTAMP:20261130T063015Z
SEQUENCE:7
DTSTART;TZID=Europe/Helsinki:20261216T170000
DTEND;TZID=Europe/Helsinki:20261216T190000
SUMMARY:Neulekahvila
TRANSP:TRANSPARENT
END:VEVENT
BEGIN:VEVENT
UID:talkoot
DTSTAMP:20261130T063015Z
DTSTART;VALUE=DATE:20270108
DTEND;VALUE=DATE:20270109
RRULE:FREQ=MONTHLY;UNTIL=20270514;BYDAY=2FR
SUMMARY:Talkoot
TRANSP:TRANSPARENT
END:VEVENT
END:VCALENDAR
"""

# A name, what is changed in the calendar and into what, and all that the linter then says.
WRONG = {
    "line feeds only": ("\r\n", "\n", ["a line does not end in CRLF"]),
    "a lone carriage return": ("VERSION:2.0", "VERSION:\r2.0", ["a line does not end in CRLF"]),
    "an empty line": ("VERSION", "\r\nVERSION", ["line 2 is empty"]),
    "a long line": ("Ota", "O" + "t" * 40 + "a", ["line 34 is longer than 75 octets"]),
    "a bell": ("Ota", "O\x07ta", ["line 34 holds a control character"]),
    "a next line": ("Ota", "O\x85ta", ["line 34 holds a control character"]),
    "no end": ("END:VCALENDAR\r\n", "", ["VCALENDAR has no end"]),
    "another end": ("END:VTIMEZONE", "END:VEVENT", ["END:VEVENT ends what was not begun"]),
    "no property": ("VERSION:2.0", "Version 2.0", ["no property name: Version 2.0"]),
    "a comma in a parameter": (
        'CN="Vetäjä, neule"',
        "CN=Vetäjä, neule",
        ["a parameter is not quoted: ORGANIZER;CN=Vetäjä, neule:mailto:neule@example.fi"],
    ),
    "a method": ("VERSION:2.0", "VERSION:2.0\r\nMETHOD:PUBLISH", ["the calendar has a METHOD"]),
    "an old version": ("VERSION:2.0", "VERSION:1.0", ["VERSION is not 2.0"]),
    "no name for newer clients": (
        "\r\nNAME:Tapahtumat: Käsityöt",
        "",
        ["the calendar has no NAME", "NAME and X-WR-CALNAME differ"],
    ),
    "no name for older clients": (
        "X-WR-CALNAME",
        "X-WR-CALNICK",
        ["the calendar has no X-WR-CALNAME", "NAME and X-WR-CALNAME differ"],
    ),
    "no refreshing": (
        "REFRESH-INTERVAL",
        "X-REFRESH",
        ["the calendar has no REFRESH-INTERVAL"],
    ),
    "a refreshing without type": (
        ";VALUE=DURATION",
        "",
        ["REFRESH-INTERVAL is no duration"],
    ),
    "a colour of no style sheet": (
        "COLOR:seagreen",
        "COLOR:sammal",
        ["COLOR is no name of CSS 3: sammal"],
    ),
    "a colour as a number": (
        "COLOR:seagreen",
        "COLOR:#2E8B57",
        ["COLOR is no name of CSS 3: #2E8B57"],
    ),
    "two colours": ("#2E8B57", "#2E8B58", ["COLOR and X-APPLE-CALENDAR-COLOR differ"]),
    "no zone": (
        "VTIMEZONE",
        "X-ZONE",
        [
            "the calendar holds more than events and a time zone",
            "there is no VTIMEZONE of Europe/Helsinki, or another one",
        ],
    ),
    "summer an hour late": (
        "19700329T030000",
        "19700329T040000",
        ["VTIMEZONE is wrong at 2026-03-29 01:00 UTC"],
    ),
    "winter an hour early": (
        "19701025T040000",
        "19701025T030000",
        ["VTIMEZONE is wrong at 2026-10-25 00:00 UTC"],
    ),
    "summer in the first week of April": (
        "BYMONTH=3;BYDAY=-1SU",
        "BYMONTH=4;BYDAY=1SU",
        ["VTIMEZONE is wrong at 2026-03-29 01:00 UTC"],
    ),
    "a zone that ends": (
        "BYMONTH=10;BYDAY=-1SU",
        "BYMONTH=10;BYDAY=-1SU;UNTIL=20371025T010000Z",
        ["VTIMEZONE ends"],
    ),
    "floating": (
        "DTSTART;TZID=Europe/Helsinki:20261216",
        "DTSTART:20261216",
        [
            "neule: DTSTART is a floating time",
            "neule: DTEND has another form than DTSTART",
        ],
    ),
    "another zone": (
        "D;TZID=Europe/Helsinki:20261201",
        "D;TZID=Europe/Stockholm:20261201",
        ["neule: DTEND has another form than DTSTART"],
    ),
    "an end before its start": (
        "20261216T190000",
        "20261216T160000",
        ["neule: DTEND is not after DTSTART"],
    ),
    "a last day that is not the day after": (
        "20270109",
        "20270108",
        ["talkoot: DTEND is not after DTSTART"],
    ),
    "a local stamp": (
        "LAST-MODIFIED:20261130T063015Z",
        "LAST-MODIFIED:20261130T083015",
        ["neule: LAST-MODIFIED is not in UTC"],
    ),
    "until in local time": ("T160000Z", "T180000", ["neule: UNTIL is not in UTC"]),
    "until as a date": ("20270126T160000Z", "20270126", ["neule: UNTIL is not in UTC"]),
    "until as a time": ("20270514", "20270514T000000Z", ["talkoot: UNTIL is no date"]),
    "no until": (";UNTIL=20270514", "", ["talkoot: the rule has no UNTIL"]),
    "a count": (
        "UNTIL=20270514",
        "COUNT=5",
        ["talkoot: the rule has COUNT", "talkoot: the rule has no UNTIL"],
    ),
    "a daily rule": ("FREQ=WEEKLY", "FREQ=DAILY", ["neule: the rule is daily"]),
    "two ordinals": (
        "BYDAY=2FR",
        "BYDAY=2FR,4FR",
        ["talkoot: BYDAY is not what every client reads"],
    ),
    "a fifth": ("BYDAY=2FR", "BYDAY=5FR", ["talkoot: BYDAY is not what every client reads"]),
    "a start off the rule": (
        "BYDAY=2FR",
        "BYDAY=3FR",
        ["talkoot: DTSTART is off the rule"],
    ),
    "a skip in UTC": (
        "EXDATE;TZID=Europe/Helsinki:20261222T180000",
        "EXDATE:20261222T160000Z",
        ["neule: EXDATE has another form than DTSTART"],
    ),
    "a skip at another hour": (
        "20261222T180000",
        "20261222T170000",
        ["neule: EXDATE is no date of the rule: 20261222T170000"],
    ),
    "an extra date": (
        "SUMMARY:Talkoot",
        "SUMMARY:Talkoot\r\nRDATE;VALUE=DATE:20270110",
        ["talkoot: has RDATE"],
    ),
    "an override on another day": (
        "ID;TZID=Europe/Helsinki:20261215",
        "ID;TZID=Europe/Helsinki:20261216",
        ["neule: RECURRENCE-ID is no date of the series: 20261216T180000"],
    ),
    "an override of a date left out": (
        "ID;TZID=Europe/Helsinki:20261215",
        "ID;TZID=Europe/Helsinki:20261222",
        ["neule: RECURRENCE-ID is no date of the series: 20261222T180000"],
    ),
    "an override as a date": (
        "ID;TZID=Europe/Helsinki:20261215T180000",
        "ID;VALUE=DATE:20261215",
        ["neule: RECURRENCE-ID has another form than DTSTART"],
    ),
    "an older override": (
        "SEQUENCE:7\r\nDTSTART;TZID=Europe/Helsinki:20261216",
        "SEQUENCE:6\r\nDTSTART;TZID=Europe/Helsinki:20261216",
        ["neule: SEQUENCE of an override is lower than that of its series"],
    ),
    "an override of nothing": (
        "UID:neule\r\nREC",
        "UID:puikot\r\nREC",
        ["puikot: an override without its series"],
    ),
    "two of one identity": ("UID:talkoot", "UID:neule", ["neule: UID twice"]),
    "no identity": ("UID:talkoot", "X-UID:talkoot", ["an event: no UID"]),
    "another address at the end": (
        "\r\nURL:https://example.fi/neule/",
        "\r\nURL:https://example.fi/",
        ["neule: DESCRIPTION does not end with the address"],
    ),
    "no escape": ("Neulekahvila\\,", "Neulekahvila;", ["neule: SUMMARY is not escaped"]),
    "an escape of nothing": ("Ota", "\\Ota", ["neule: DESCRIPTION is not escaped"]),
    "an organiser by name": (
        "mailto:neule@example.fi",
        "Vetäjä",
        ["neule: ORGANIZER is no mailto address"],
    ),
    "more headers": (
        "mailto:neule@example.fi",
        "mailto:neule@example.fi?cc=x@example.fi",
        ["neule: ORGANIZER is no mailto address"],
    ),
    "a picture without address": (
        "https://example.fi/n.jpg",
        "/n.jpg",
        ["neule: IMAGE is no absolute address"],
    ),
    "an alarm": (
        "TRANSP:TRANSPARENT\r\nSTATUS:CONFIRMED",
        "TRANSP:TRANSPARENT\r\nBEGIN:VALARM\r\nEND:VALARM",
        ["neule: holds VALARM"],
    ),
}


def bytes_of(text: str) -> bytes:
    return text.replace("\r\n", "\n").replace("\n", "\r\n").encode()


def test_nothing_is_wrong_with_what_is_right() -> None:
    assert faults(bytes_of(CALENDAR)) == []


@pytest.mark.parametrize("case", WRONG)
def test_one_thing_wrong(case: str) -> None:
    old, new, said = WRONG[case]
    right = bytes_of(CALENDAR)
    assert old.encode() in right

    assert faults(right.replace(old.encode(), new.encode())) == said


def test_a_character_split_by_a_fold() -> None:
    body = bytes_of(CALENDAR).replace("Ota työ".encode(), b"Ota ty\xc3\r\n \xb6")

    assert faults(body) == ["line 34 splits a character", "line 35 splits a character"]


def test_more_than_clients_take() -> None:
    right = bytes_of(CALENDAR)
    event = right[right.index(b"BEGIN:VEVENT\r\nUID:talkoot") : right.index(b"END:VCALENDAR")]
    many = b"".join(event.replace(b"talkoot", b"t%d" % number) for number in range(1_000))
    large = b"X-LONG:" + b"x" * 60 + b"\r\n"

    assert faults(right.replace(event, many)) == ["more than 1000 events"]
    assert faults(right.replace(b"VERSION", large * 13_500 + b"VERSION")) == [
        "more than 900000 octets"
    ]
