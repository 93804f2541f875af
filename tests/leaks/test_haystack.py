"""The search finds what it is to find, however it is hidden."""

import gzip
import zlib
from base64 import b64encode
from quopri import encodestring
from urllib.parse import quote_from_bytes

import pytest

from .haystack import leaks

WORD = "xqabcvz"
PLAIN = f"Ryhmä {WORD} kokoontuu".encode()


@pytest.mark.parametrize(
    "hidden",
    [
        PLAIN,
        PLAIN.upper(),
        PLAIN.replace(b"ab", b"a\r\n b"),
        PLAIN.replace(b"ab", b"a=\r\nb"),
        "".join(f"&#{byte};" for byte in WORD.encode()).encode(),
        "".join(f"%{byte:02x}" for byte in WORD.encode()).encode(),
        "".join(f"\\u{byte:04x}" for byte in WORD.encode()).encode(),
        quote_from_bytes(PLAIN).encode(),
        encodestring(PLAIN),
        b"IDAT" + zlib.compress(PLAIN),
        gzip.compress(b"pagefind_dcd" + PLAIN, mtime=0),
        *(b64encode(b"a" * at + PLAIN) for at in range(3)),
    ],
)
def test_it_is_found(hidden: bytes) -> None:
    assert leaks({"a.ics": b"-- " + hidden, f"{WORD}.png": b""}, {"title": WORD}) == [
        "a.ics: title",
        f"{WORD}.png: title",
    ]


def test_nothing_is_found_where_nothing_is() -> None:
    assert leaks({"a.ics": "Ryhmä kokoontuu".encode()}, {"title": WORD}) == []
