"""XML as RSS, Atom and OPML need it: elements with text, and attributes (XML 1.0 §2.4, §3.1).

Written as lxml writes them, so that a reader sees no other bytes than those of a library.
"""

from collections.abc import Iterable
from datetime import datetime
from email.utils import format_datetime

from kohtaamo.publish.texts.unseen import without_unseen

DECLARATION = "<?xml version='1.0' encoding='UTF-8'?>\n"

CONTENT = "http://purl.org/rss/1.0/modules/content/"
ATOM = "http://www.w3.org/2005/Atom"


def element(name: str, text: str, attributes: str = "") -> str:
    """`<name>text</name>`; `attributes` are such as `attribute` writes."""
    return f"<{name}{attributes}>{escaped(text)}</{name}>"


def attribute(name: str, value: str) -> str:
    """` name="value"`, with the blank before it."""
    value = escaped(value).replace('"', "&quot;").replace("\n", "&#10;").replace("\t", "&#9;")
    return f' {name}="{value}"'


def escaped(text: str) -> str:
    """Character data."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def written(parts: Iterable[str]) -> bytes:
    """The pieces of a document together, without the characters that no XML may hold."""
    return without_unseen("".join(parts)).encode()


def rfc_2822(moment: datetime) -> str:
    """`Sun, 29 Nov 2026 09:00:00 +0000`, whatever the locale; of an aware moment."""
    return format_datetime(moment)


def joined(head: Iterable[str], entries: Iterable[bytes], end: bytes) -> bytes:
    """A whole feed: its head, then entries that have been written before, a line each."""
    return b"".join((written((DECLARATION, *head)), b"\n", *entries, end, b"\n"))
