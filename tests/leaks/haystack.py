"""Every way in which a word may stand in a file: folded, escaped, packed, in other letters."""

import re
import zlib
from base64 import b64encode
from collections.abc import Iterable, Iterator, Mapping
from html import unescape
from urllib.parse import unquote_to_bytes

MARK = re.compile(rb"xq[a-t]{3}vz")
# Where lines end in the middle of words: iCalendar, quoted-printable.
_FOLDS = re.compile(rb"\r\n[ \t]|=\r?\n")
# By zlib, and by gzip: PDFs and pictures, the search index.
_PACKED = re.compile(rb"x[\x01\x5e\x9c\xda]|\x1f\x8b\x08")
# Told by its first bytes which of the two it is.
_EITHER = 32 + zlib.MAX_WBITS


def words_in(path: str, body: bytes, wanted: Iterable[str]) -> set[str]:
    """Which of the words stand in a file's name or in its bytes."""
    found = set()
    for form in (path.encode(), *_forms(body)):
        found.update(each.decode() for each in MARK.findall(form.lower()))
    packed = {word: _in_base64(word) for word in wanted}
    found |= {word for word, needles in packed.items() if any(each in body for each in needles)}
    return found


def leaks(files: Mapping[str, bytes], marks: Mapping[str, str]) -> list[str]:
    """A line for each word that a file gives away: which file, and what the word was written as."""
    named = {word: at for at, word in marks.items()}
    every = re.compile(b"|".join(each for word in named for each in _in_base64(word)))
    return [
        f"{path}: {named.get(word, word)}"
        for path, body in files.items()
        for word in sorted(words_in(path, body, named if every.search(body) else ()))
    ]


def _forms(body: bytes) -> Iterator[bytes]:
    yield body
    if _FOLDS.search(body):
        yield _FOLDS.sub(b"", body)
    if b"&#" in body:
        yield unescape(body.decode("utf-8", "replace")).encode("utf-8", "replace")
    if b"%" in body:
        yield unquote_to_bytes(body)
    if b"\\u00" in body:
        yield re.sub(rb"\\u00([0-9a-f]{2})", lambda each: bytes([int(each[1], 16)]), body)
    for start in _PACKED.finditer(body):
        try:
            yield zlib.decompressobj(_EITHER).decompress(body[start.start() :])
        except zlib.error:
            continue


def _in_base64(word: str) -> tuple[bytes, ...]:
    """What base64 makes of the word, wherever it begins; the signs at its ends depend on others."""
    return tuple(b64encode(b"\0" * at + word.encode())[at + 1 : 8] for at in range(3))
