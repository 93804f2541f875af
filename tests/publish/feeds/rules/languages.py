"""Language tags: InvalidLanguage (RSS wants an ISO 639 code, Atom and JSON Feed BCP 47)."""

import re

from babel import Locale

# Language, script, region or variants, private use (RFC 5646 §2.1, without extensions).
_TAG = re.compile(
    r"([a-z]{2,3})(-[A-Z][a-z]{3})?(-([A-Z]{2}|\d{3}))?(-([a-z0-9]{5,8}|\d[a-z0-9]{3}))*(-x(-[a-z0-9]{1,8})+)?"
)
_KNOWN = frozenset(Locale("en").languages)


def is_language(tag: str) -> bool:
    """A well-formed tag, in the usual case, of a language that ISO 639 names."""
    match = _TAG.fullmatch(tag)
    return match is not None and match[1] in _KNOWN
