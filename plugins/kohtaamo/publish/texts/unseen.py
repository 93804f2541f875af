"""Texts without characters that XML, calendars or readers' screens cannot bear."""

import re

from kohtaamo.text.characters import without_forbidden

# Control characters but tab and line feed, line and paragraph separators, direction overrides and
# isolates, lone surrogates, noncharacters (XML 1.0 §2.2, RFC 5545 §3.1 CONTROL); and what stands
# for a character that could not be read.
_UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef\ufffd-\uffff"
    + "".join(chr(plane << 16 | last) for plane in range(1, 17) for last in (0xFFFE, 0xFFFF))
    + "]"
)


def without_unseen(text: str) -> str:
    """The text without them.

    Files cannot hold such characters, but character references in Markdown (`&#8;`) bring them.
    """
    if text.isprintable():
        return text
    # Most texts hold nothing but these three that is not printable, and the pattern is slow.
    usual = text.replace("\n", "").replace("\t", "").replace("\xa0", "")
    return text if usual.isprintable() else _UNSEEN.sub("", text)


def without_hidden(text: str) -> str:
    """The text without them, nor what no file may hold: it hides in a text or turns it around."""
    return without_unseen(without_forbidden(text)).replace("\ufffd", "")
