"""Content lines of a calendar: escaped, with parameters, folded (RFC 5545 §3.1–3.3).

Written as the icalendar library writes them, octet by octet, but for two things that it lets pass:
control characters, and a written `\\N` that it would make a line break of.
"""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime

from kohtaamo.publish.texts.unseen import without_unseen

ZONED = ";TZID=Europe/Helsinki:"
WHOLE_DAYS = ";VALUE=DATE:"

# A line holds 75 octets. Of one that goes on, icalendar fills 74; what goes on begins with a space.
_MOST_OCTETS = 74
_CONTINUED = b"\r\n "
# Neither `\,` nor `^n` is taken apart: there are readers that would not put them together again.
_ESCAPES = frozenset(b"\\^")
_TAIL_OF_CHARACTER, _TAIL_BITS = 0x80, 0xC0

# `2026-12-03T13:00:00`, without the offset that may stand behind it.
_SECONDS = 19

_CARETED = re.compile('[\\^\r\n"]')
_CARETS = {"^": "^^", "\r": "^n", "\n": "^n", '"': "^'"}
_QUOTED = re.compile("[,;:’]")


def line(text: str) -> bytes:
    """A content line, `NAME;PARAMETER=x:value`, folded and with its end; no character is split."""
    octets = text.encode()
    if len(octets) <= _MOST_OCTETS:
        return octets + b"\r\n"
    return _CONTINUED.join(_pieces(octets)) + b"\r\n"


def _pieces(octets: bytes) -> Iterator[bytes]:
    begin, last = 0, len(octets) - _MOST_OCTETS
    while begin < last:
        end = begin + _MOST_OCTETS
        while octets[end] & _TAIL_BITS == _TAIL_OF_CHARACTER:
            end -= 1
        if octets[end - 1] in _ESCAPES:
            end -= 1
        yield octets[begin:end]
        begin = end
    yield octets[begin:]


def escaped(text: str) -> str:
    """A TEXT value (§3.3.11), without characters that no calendar may hold.

    Nor does it begin with a byte order mark, which readers of files leave out.
    """
    text = (
        without_unseen(text)
        .removeprefix("\ufeff")
        .replace("\\", "\\\\")
        .replace(";", "\\;")
        .replace(",", "\\,")
    )
    return text.replace("\n", "\\n")


def quoted(value: str, *, always: bool = False) -> str:
    """A parameter's value (§3.2), with carets for what quotes cannot hold (RFC 6868).

    Quoted where it has to be; icalendar holds that of the typographic apostrophe too.
    """
    value = _CARETED.sub(lambda sign: _CARETS[sign[0]], value.replace("\r\n", "\n"))
    return f'"{value}"' if always or _QUOTED.search(value) else value


def moment(local: date) -> str:
    """Parameter and value of a local moment: in Europe/Helsinki, or a whole day."""
    if isinstance(local, datetime):
        return ZONED + digits(local)
    return WHOLE_DAYS + digits(local)


def utc_moment(aware: datetime) -> str:
    """The value of an aware moment in UTC (§3.3.5, form 2)."""
    return digits(aware.astimezone(UTC)) + "Z"


def digits(value: date) -> str:
    """`20261203`, or with time of day `20261203T130000`; of a zone nothing is said."""
    if isinstance(value, datetime):
        plain = value.isoformat(timespec="seconds")[:_SECONDS]
        return plain.replace("-", "").replace(":", "")
    return value.isoformat().replace("-", "")
