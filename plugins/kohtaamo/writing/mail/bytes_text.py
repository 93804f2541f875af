"""Bytes of unknown origin → text: the encodings that mails and pasted files come in."""

import binascii
import quopri
import re
import unicodedata
from base64 import b64decode

# What is no text at all: nothing of it is looked at.
_BINARY = (b"PK\x03\x04", b"%PDF", b"\xd0\xcf\x11\xe0", b"\x89PNG", b"\xff\xd8\xff", b"GIF8")
_QUOTED_PRINTABLE = re.compile(r"=C3=[89AB][0-9A-F]|=E2=80=|=[EFD][0-9A-F](?=[a-z])|=3D|=20\n|=\n")
_BASE64 = re.compile(r"[A-Za-z0-9+/\s]{40,}={0,2}")
# UTF-8 that was once read as Windows-1252: `Ã¤` for `ä`, `â€”` for a dash.
_HIGH = re.escape(bytes(range(0x80, 0xC0)).decode("cp1252", "ignore"))
_TWICE = re.compile(rf"[Â-ô][{_HIGH}]{{1,3}}")
_SPACES = re.compile(r"[\u00a0\u2000-\u200a\u202f\u205f\u3000]")
_BREAKS = re.compile(r"\r\n?|\u2028|\u2029|\u0085|\x0b|\x0c")
# A joiner between emoji is none of these.
_UNSEEN = re.compile("[\ufeff\u200b\u2060\u00ad]")


def is_binary(data: bytes) -> bool:
    """True for what other programs write: pictures, Word, PDF."""
    return data.startswith(_BINARY)


def text_of(data: bytes, charset: str = "") -> str:
    """The text in `data`, by its marks, the named `charset`, UTF-8 or Windows-1252."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    if data.startswith(b"\xef\xbb\xbf"):
        return data.decode("utf-8-sig", "replace")
    half = len(data) // 2
    for order, nuls in (("le", data[1::2].count(0)), ("be", data[0::2].count(0))):
        if half and nuls > 0.7 * half:
            return data.decode(f"utf-16-{order}", "replace")
    for name in ("utf-8", charset, "cp1252"):
        try:
            return data.decode(name) if name else _fail()
        except (UnicodeDecodeError, LookupError, ValueError):
            continue
    return data.decode("latin-1")


def _fail() -> str:
    raise LookupError


def plain_text(text: str) -> str:
    """The same with the characters that mails change put back.

    No-break spaces are spaces, line ends are `\\n`, what nobody sees is gone, letters are whole;
    quoted-printable and base64 that somebody pasted are undone.
    """
    text = _BREAKS.sub("\n", text)
    if _BASE64.fullmatch(text.strip()) and (found := _from_base64(text)):
        text = _BREAKS.sub("\n", found)
    if len(_QUOTED_PRINTABLE.findall(text)) > 1:
        text = text_of(quopri.decodestring(text.encode("utf-8")))
    if _TWICE.search(text):
        text = _TWICE.sub(_once, text)
    text = _UNSEEN.sub("", _SPACES.sub(" ", text))
    return unicodedata.normalize("NFC", text)


def _from_base64(text: str) -> str:
    try:
        found = text_of(b64decode("".join(text.split()), validate=True))
    except (binascii.Error, ValueError):
        return ""
    return found if "---" in found or "kohtaamo:" in found.lower() else ""


def _once(found: re.Match[str]) -> str:
    try:
        return found[0].encode("cp1252").decode("utf-8")
    except (UnicodeEncodeError, UnicodeDecodeError):
        return found[0]
