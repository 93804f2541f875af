"""Finnish personal identity codes, which may stand nowhere in the content."""

import re
import unicodedata
from datetime import date
from html import unescape

from kohtaamo.text.folding import DASHES

# Government decree 128/2010 as amended for 2023: the signs of each century.
_CENTURIES = {"+": 1800} | dict.fromkeys("-YXWVU", 1900) | dict.fromkeys("ABCDEF", 2000)
CHECKS = "0123456789ABCDEFHJKLMNPRSTUVWXY"
_CODE = re.compile(
    rf"(?<![^\W_])([0-9]{{2}})([0-9]{{2}})([0-9]{{2}})([{DASHES}+A-FU-Y])([0-9]{{3}})"
    r"([0-9A-FHJ-NPR-Y])(?![^\W_])",
    re.IGNORECASE,
)
# Any letter may stand for the check character of a code that is misspelt.
_LIKE = re.compile(_CODE.pattern.replace("[0-9A-FHJ-NPR-Y]", "[0-9A-Z]"), re.IGNORECASE)
# What escapes, references and emphasis begin with.
_WRITTEN_OTHERWISE = re.compile(r"[\\&*~`]")
_YAML_ESCAPE = re.compile(r"\\(?:x[0-9A-F]{2}|u[0-9A-F]{4}|U[0-9A-F]{8})", re.IGNORECASE)
# A soft hyphen and what is as unseen; signs of emphasis, and what takes their meaning away.
_UNREAD = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff\\\\*~`]")


def find_identity_codes(text: str) -> tuple[str, ...]:
    """Every personal identity code in `text`, as written, in order.

    The date and the check character must be right, and the code must not be part of a longer
    run of letters and digits; lower case and other dashes count too.
    """
    return tuple(match[0] for match in _CODE.finditer(text) if _is_valid(match))


def looks_like_identity_code(text: str) -> bool:
    """True for a code whose date is right and whose check character is not: it may be misspelt."""
    return any(_is_dated(match) and not _is_valid(match) for match in _LIKE.finditer(text))


def holds_identity_code(text: str) -> bool:
    """True when there is one in `text` as it is written, or as it will be read.

    A code is read the same with character references, with the escapes of YAML and of Markdown, in
    wide digits, and with signs between them that are not shown.
    """
    if find_identity_codes(text):
        return True
    if text.isascii() and not _WRITTEN_OTHERWISE.search(text):
        return False
    return bool(find_identity_codes(_as_read(text)))


def _as_read(text: str) -> str:
    text = _YAML_ESCAPE.sub(lambda code: chr(int(code[0][2:], 16) % 0x110000), unescape(text))
    return _UNREAD.sub("", unicodedata.normalize("NFKC", text))


def hide_identity_codes(text: str) -> str:
    """`text` with a row of asterisks in the place of every personal identity code."""
    return _CODE.sub(lambda match: "*" * 11 if _is_valid(match) else match[0], text)


def _is_valid(match: re.Match[str]) -> bool:
    day, month, year, _, individual, check = match.groups()
    if not _is_dated(match):
        return False
    return CHECKS[int(day + month + year + individual) % 31] == check.upper()


def _is_dated(match: re.Match[str]) -> bool:
    day, month, year, sign = match.groups()[:4]
    century = _CENTURIES.get("-" if sign in DASHES else sign.upper())
    if century is None:
        return False
    try:
        date(century + int(year), int(month), int(day))
    except ValueError:
        return False
    return True
