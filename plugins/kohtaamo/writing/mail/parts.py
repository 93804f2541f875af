"""The bytes that arrived → the texts in which a file may stand, the likeliest first, and pictures.

Of a mail only texts and attachments are used: no sender, recipient or subject is looked at or kept.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from email import policy
from email.errors import MessageError
from email.message import Message
from email.parser import BytesParser
from itertools import islice

from kohtaamo.writing.mail.attached import Attached, attached_in
from kohtaamo.writing.mail.bytes_text import is_binary, plain_text, text_of
from kohtaamo.writing.mail.flowed import unflowed
from kohtaamo.writing.mail.html_text import html_to_text
from kohtaamo.writing.mail.unreceived import UnreceivedError

# With pictures in it; forges and mail servers take no more either.
LARGEST = 10_000_000
# Of one text; a file of ours has 64 kB at most, and a mail around it is not many times that.
LARGEST_TEXT = 1_000_000
MOST_PARTS = 100
# Lines that may part a mail: each makes a part while it is read.
_MOST_RULES = 2_000
_LONGEST_HEADER = 2_000

_HEADER = re.compile(rb"[A-Za-z][A-Za-z0-9-]{1,60}:")
_OF_MAILS = re.compile(
    rb"^(?:from|date|message-id|mime-version|content-type|received|return-path|delivered-to):",
    re.IGNORECASE | re.MULTILINE,
)
_ENDINGS = (".md", ".yml", ".txt")


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrived:
    """`texts` are attached ones, then plain ones, then HTML; `attached` is what is no text."""

    texts: tuple[str, ...]
    attached: tuple[Attached, ...] = ()


def arrived(data: bytes) -> Arrived:
    """What a mail, or what was pasted, holds.

    UnreceivedError: `too_large`, `not_text`, `too_many_parts`.
    """
    if len(data) > LARGEST:
        raise UnreceivedError("too_large", limit=f"{LARGEST // 1_000_000} MB")
    if not is_mail(data):
        if is_binary(data):
            raise UnreceivedError("not_text")
        if len(data) > LARGEST_TEXT:
            raise UnreceivedError("too_large", limit=f"{LARGEST_TEXT // 1_000_000} MB")
        text = text_of(data)
        is_html = re.match(r"\s*(?:<!doctype html|<html|<div|<meta)", text, re.IGNORECASE)
        return Arrived(texts=(plain_text(html_to_text(text) if is_html else text),))
    texts: list[tuple[int, int, str]] = []
    attached: list[Attached] = []
    for number, part in enumerate(_parts(data)):
        found = [(rank, number, text) for rank, text in _texts(part)]
        texts += found
        attached += () if found else attached_in(part)
    return Arrived(texts=tuple(text for _, _, text in sorted(texts)), attached=tuple(attached))


def _parts(data: bytes) -> list[Message]:
    """The parts of a mail, however deep they lie."""
    if data.count(b"\n--") > _MOST_RULES or data.lower().count(b"boundary=") > MOST_PARTS:
        raise UnreceivedError("too_many_parts", limit=str(MOST_PARTS))
    try:
        # The plain policy: it takes no header apart that nobody asks for.
        message = BytesParser(policy=policy.compat32).parsebytes(_without_envelope(data))
        parts = list(islice(message.walk(), MOST_PARTS + 1))
    except (MessageError, RecursionError, ValueError, LookupError):
        raise UnreceivedError("not_text") from None
    if len(parts) > MOST_PARTS:
        raise UnreceivedError("too_many_parts", limit=str(MOST_PARTS))
    return parts


def is_mail(data: bytes) -> bool:
    """True for what begins with the headers of a mail."""
    head = re.split(rb"\r?\n\r?\n", _without_envelope(data), maxsplit=1)[0][:100_000]
    return bool(_HEADER.match(head)) and len(_OF_MAILS.findall(head)) > 1


def _without_envelope(data: bytes) -> bytes:
    """Mailboxes put a line `From …` before each mail; editors a mark before all text."""
    data = data.removeprefix(b"\xef\xbb\xbf").lstrip(b"\r\n")
    return data.partition(b"\n")[2] if data.startswith((b"From ", b">From ")) else data


def _texts(part: Message) -> Iterator[tuple[int, str]]:
    """The text of one part with its rank; nothing for pictures and what only holds others."""
    if part.is_multipart():
        return
    for header in ("content-type", "content-disposition"):
        # Taking apart endless parameters would take endless time.
        if len(str(part.get(header, ""))) > _LONGEST_HEADER:
            del part[header]
    name = _quietly(part.get_filename).lower()
    kind = _quietly(part.get_content_type)
    is_attached = name.endswith(_ENDINGS)
    if not is_attached and kind not in ("text/plain", "text/html", "text/markdown"):
        return
    try:
        data = part.get_payload(decode=True)
    except (ValueError, LookupError, MessageError):
        return
    if not isinstance(data, bytes) or not data or is_binary(data) or len(data) > LARGEST_TEXT:
        return
    text = text_of(data, _quietly(part.get_content_charset))
    if kind == "text/html" and not is_attached:
        yield 2, plain_text(html_to_text(text))
        return
    flow, deletes = (_quietly(part.get_param, each).lower() for each in ("format", "delsp"))
    if flow == "flowed":
        text = unflowed(text.replace("\r\n", "\n"), deletes_space=deletes == "yes")
    yield 0 if is_attached else 1, plain_text(text)


def _quietly(ask: object, *arguments: str) -> str:
    """What a header says; nothing for one that nobody can read."""
    try:
        found = ask(*arguments) if callable(ask) else ""
    except (ValueError, LookupError, TypeError, AttributeError, MessageError):
        return ""
    return found if isinstance(found, str) else ""
