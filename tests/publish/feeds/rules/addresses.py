"""Addresses and identities.

InvalidLink, InvalidFullLink, InvalidIRI, InvalidUriChar, UriNotIri, InvalidURLAttribute,
InvalidURIAttribute, InvalidURI, InvalidURN, InvalidUUID, NonCanonicalURI, NotSufficientlyUnique,
InvalidMIMEAttribute, InvalidMIMEType.
"""

import re
from collections.abc import Iterator

_ADDRESS = re.compile(
    r"https?://[a-z0-9.-]+(:[0-9]+)?(/([\w.~:/?#\[\]@!$&'()*+,;=-]|%[0-9A-Fa-f]{2})*)?", re.ASCII
)
_OTHER = re.compile(r"(mailto|tel|geo|urn|tag|data):\S+")
_UUID = re.compile(
    r"urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"
)
_URN = re.compile(r"urn:[a-z0-9][a-z0-9-]{1,31}:\S+")
_MEDIA_TYPE = re.compile(r"[a-z]+/[a-z0-9.+-]+(; ?[a-z]+=[\w-]+)?")


def is_address(text: str) -> bool:
    """A whole http or https address in ASCII, host in lower case."""
    return _ADDRESS.fullmatch(text) is not None


def is_absolute(text: str) -> bool:
    """An address that means the same wherever it is read."""
    return is_address(text) or _OTHER.fullmatch(text) is not None


def is_media_type(text: str) -> bool:
    """`text/html`, with a parameter at most."""
    return _MEDIA_TYPE.fullmatch(text) is not None


def identity_faults(text: str) -> Iterator[str]:
    """An identity is an absolute IRI, written as everyone else would write it."""
    if text != text.strip():
        yield "the id has blanks around it"
    elif text.startswith("urn:uuid:"):
        if _UUID.fullmatch(text) is None:
            yield "the id is not a UUID in lower case"
    elif text.startswith("urn:"):
        if _URN.fullmatch(text) is None:
            yield "the id is not a URN"
    elif not is_address(text):
        yield "the id is no absolute IRI"
