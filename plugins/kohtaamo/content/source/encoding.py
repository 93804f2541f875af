"""From the bytes of a file to its text."""

import re
import unicodedata

from kohtaamo.problems.problem import Refused

LARGEST = 64 * 1024

# Files of other programs that were renamed or dropped among the content.
_OTHER_FORMATS = (
    (b"PK\x03\x04", "Word, LibreOffice, zip"),
    (b"\xd0\xcf\x11\xe0", "Word"),
    (b"{\\rtf", "RTF"),
    (b"%PDF", "PDF"),
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"),
)
_WINDOWS_1252 = re.compile(rb"[\x80-\x9f]")


def decode(data: bytes) -> str:
    """UTF-8, with or without BOM, as NFC text with `\\n` line ends.

    Refused: `file-too-large` (over 64 kB), `not-text`, `not-utf8` (names the encoding and the
    first line that shows it), `nul-character`, `empty-file` (nothing but blanks). Lone surrogates
    pass, as other characters that no text may hold: they are refused where they stand.
    """
    if len(data) > LARGEST:
        raise Refused("file-too-large", limit=f"{LARGEST // 1024} kB")
    for start, name in _OTHER_FORMATS:
        if data.startswith(start):
            raise Refused("not-text", format=name)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        text = _with_surrogates(data)
        if not text:
            raise _other_encoding(data, error.start) from None
    if "\0" in text:
        raise _with_nul(data)
    if not text or text.isspace():
        raise Refused("empty-file")
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def _with_surrogates(data: bytes) -> str:
    """UTF-8 but for lone surrogates, which are refused where they stand; else nothing."""
    try:
        return data.decode("utf-8-sig", "surrogatepass")
    except UnicodeDecodeError:
        return ""


def _other_encoding(data: bytes, at: int) -> Refused:
    utf_16 = _utf_16(data)
    if utf_16:
        return Refused("not-utf8", encoding=utf_16, line="1")
    name = "Windows-1252" if _WINDOWS_1252.search(data) else "Latin-1 (ISO-8859-1)"
    return Refused("not-utf8", encoding=name, line=_line(data, at))


def _with_nul(data: bytes) -> Refused:
    utf_16 = _utf_16(data)
    if utf_16:
        return Refused("not-utf8", encoding=utf_16, line="1")
    return Refused("nul-character", line=_line(data, data.index(0)))


def _utf_16(data: bytes) -> str:
    """The name of a two-byte or four-byte encoding, by its mark or by every other byte being 0."""
    if data.startswith((b"\xff\xfe\0\0", b"\0\0\xfe\xff")):
        return "UTF-32"
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "UTF-16"
    half = len(data) // 2
    nuls = max(data[0::2].count(0), data[1::2].count(0))
    return "UTF-16" if half and nuls > 0.7 * half else ""


def _line(data: bytes, at: int) -> str:
    """The line of a byte, counted from 1, whatever ends the lines."""
    before = data[:at]
    return str(1 + before.count(b"\n") + before.count(b"\r") - before.count(b"\r\n"))
