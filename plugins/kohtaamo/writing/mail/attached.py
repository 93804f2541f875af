"""What is attached to a mail beside texts: each by the name that its sender gave it."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from email.errors import MessageError
from email.header import decode_header, make_header
from email.message import Message

# Seals of the mail itself, which nobody means to send in.
_SEALS = frozenset({"pgp-signature", "pgp-encrypted", "pkcs7-signature", "x-pkcs7-signature"})
_LONGEST_NAME = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Attached:
    """`name` is the last part of the sender's name for it, or its type; never used as a path."""

    name: str
    data: bytes


def attached_in(part: Message) -> Iterator[Attached]:
    """The file in a part that is no text; nothing for a part that holds none."""
    if part.is_multipart() or part.get_content_subtype() in _SEALS:
        return
    name = _name(part)
    if not name and part.get_content_maintype() != "image":
        return
    try:
        data = part.get_payload(decode=True)
    except (ValueError, LookupError, MessageError):
        return
    if isinstance(data, bytes) and data:
        yield Attached(name=name or part.get_content_type(), data=data)


def base_name(path: str) -> str:
    """What stands behind the last slash of either kind, in one form of Unicode."""
    return unicodedata.normalize("NFC", path.replace("\\", "/").rpartition("/")[2]).strip()


def _name(part: Message) -> str:
    """Some programs write the name as a header's encoded words (RFC 2047), others by RFC 2231."""
    try:
        written = part.get_filename() or ""
        decoded = str(make_header(decode_header(written)))
    except (ValueError, LookupError, TypeError, AttributeError, MessageError):
        return ""
    return base_name(decoded)[:_LONGEST_NAME]
