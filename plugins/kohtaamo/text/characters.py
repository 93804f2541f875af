"""Text free of characters that cannot be seen or that turn other text around."""

import re
import unicodedata

from kohtaamo.problems.problem import Refused

_LINE_BREAKS = re.compile(r"[\t\n\r\u0085\u2028\u2029]")
_BLOCK_BREAKS = re.compile(r"\r\n?|[\u0085\u2028\u2029]")
# Control characters but tab and line breaks; zero-width characters; direction overrides, isolates
# and marks; letters drawn as nothing; marks of annotation, hieroglyphs, shorthand and music; lone
# surrogates; noncharacters; tags.
FORBIDDEN = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e"
    r"\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff0-\ufffb\ud800-\udfff"
    r"\ufdd0-\ufdef\ufffe\uffff\U00013430-\U00013438\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
    r"\U000e0000-\U000e00ff\U000e01f0-\U000e0fff"
    + "".join(chr(plane << 16 | last) for plane in range(1, 17) for last in (0xFFFE, 0xFFFF))
    + "]"
)
# UTF-8 once read as Latin-1 or Windows-1252 and saved again.
BROKEN = {"Ã¤": "ä", "Ã¶": "ö", "Ã¥": "å", "Ã„": "Ä", "Ã–": "Ö", "\ufffd": "?"}
_BROKEN_LETTERS = re.compile("|".join(BROKEN))
# What `str.isprintable` lets pass of both.
_LOOK_CLOSER = "\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0\ufffdÃ"
_JOINERS = "\u200c\u200d"


def clean_line(text: str, limit: int = 300) -> str:
    """One line in NFC, trimmed; tabs and line breaks of every kind become a space.

    Refused: `control-character` (see `FORBIDDEN`; joiners are fine where writing needs them),
    `broken-letters`, `too-long`, `nothing-to-see` (soft hyphens and blank patterns alone).
    """
    if not _is_plain(text):
        _refuse_unseen(text)
        text = _joined(text)
    line = _within(unicodedata.normalize("NFC", text).strip(), limit)
    if line and not any(map(str.isalnum, line)) and not any(map(_is_seen, line)):
        raise Refused("nothing-to-see")
    return line


def clean_block(text: str, limit: int = 20_000) -> str:
    """Lines in NFC, ended by `\\n`, without blank lines around; tabs stay. Refused as above."""
    if not _is_plain(text.replace("\n", "")):
        _refuse_unseen(text)
        text = _BLOCK_BREAKS.sub("\n", text)
    return _within(unicodedata.normalize("NFC", text).rstrip().lstrip("\n"), limit)


def _is_seen(character: str) -> bool:
    """False for formatting characters, blanks and the empty Braille cell."""
    return unicodedata.category(character)[0] not in "CZ" and character != "\u2800"


def without_forbidden(text: str) -> str:
    """The text without what `clean_line` and `clean_block` refuse to take; line breaks stay."""
    if _is_plain(text.replace("\n", "")):
        return text
    return FORBIDDEN.sub(lambda found: found[0] if _is_joiner_in_place(text, found) else "", text)


def describe_character(character: str) -> str:
    """`U+200B ZERO WIDTH SPACE`, or the code point alone when it has no name."""
    return f"U+{ord(character):04X} {unicodedata.name(character, '')}".strip()


def _is_plain(text: str) -> bool:
    """True for most texts, fast: nothing in it needs a closer look."""
    if not text.isprintable():
        return False
    return text.isascii() or not any(character in text for character in _LOOK_CLOSER)


def _joined(text: str) -> str:
    """Its lines as one, a single space between them."""
    parts = (part.strip() for part in _LINE_BREAKS.split(text))
    return " ".join(part for part in parts if part)


def _refuse_unseen(text: str) -> None:
    for match in FORBIDDEN.finditer(text):
        if _is_joiner_in_place(text, match):
            continue
        raise Refused(
            "control-character",
            character=describe_character(match[0]),
            after=_words_before(text, match.start()),
            row=str(1 + text.count("\n", 0, match.start())),
        )
    broken = _BROKEN_LETTERS.search(text)
    if broken is not None:
        raise Refused(
            "broken-letters",
            value=broken[0],
            letter=BROKEN[broken[0]],
            after=_words_before(text, broken.start()),
            row=str(1 + text.count("\n", 0, broken.start())),
        )


def _is_joiner_in_place(text: str, found: re.Match[str]) -> bool:
    return found[0] in _JOINERS and _joins(text, found.start())


def _joins(text: str, at: int) -> bool:
    """True between two emoji, or between letters of a script written with joiners (UAX #31)."""
    before, after = text[max(at - 1, 0) : at], text[at + 1 : at + 2]
    if before in {"\ufe0f", "\U0001f3fb", "\U0001f3fc", "\U0001f3fd", "\U0001f3fe", "\U0001f3ff"}:
        before = text[max(at - 2, 0) : at - 1]
    if text[at] == "\u200d" and _is_emoji(before) and _is_emoji(after):
        return True
    return _takes_joiners(before) and (_takes_joiners(after) or not after.strip())


def _is_emoji(character: str) -> bool:
    return character != "" and unicodedata.category(character) == "So"


def _takes_joiners(character: str) -> bool:
    """Arabic to Myanmar, and Khmer and Mongolian: letters and marks only."""
    if not ("\u0600" <= character < "\u10a0" or "\u1780" <= character < "\u18b0"):
        return False
    return unicodedata.category(character)[0] in "LM"


def _words_before(text: str, at: int) -> str:
    """The last visible words before a place, so that a person can find it."""
    return FORBIDDEN.sub("", _joined(text[max(at - 30, 0) : at]))


def _within(text: str, limit: int) -> str:
    if len(text) > limit:
        raise Refused("too-long", length=str(len(text)), limit=str(limit))
    return text
