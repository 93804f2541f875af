"""Language tags."""

import re
from functools import lru_cache

from kohtaamo.problems.problem import Refused

# RFC 5646 section 2.1, the forms in use: a registered language is of 2 or 3 letters.
_TAG = re.compile(
    r"(?P<language>[a-z]{2,3})(?:-[a-z]{3}){0,3}"
    r"(?:-(?P<script>[a-z]{4}))?"
    r"(?:-(?P<region>[a-z]{2}|[0-9]{3}))?"
    r"(?:-(?:[a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*"
    r"(?:-[0-9a-wy-z](?:-[a-z0-9]{2,8})+)*"
    r"(?:-x(?:-[a-z0-9]{1,8})+)?",
    re.IGNORECASE | re.ASCII,
)
_LONGEST = 60


@lru_cache(maxsize=256)
def parse_language(text: str) -> str:
    """A well-formed BCP 47 tag in its usual case: `se`, `pt-BR`, `zh-Hant-TW`.

    Only the form is checked (RFC 5646 section 2.1.1), not the registry. Refused:
    `not-a-language`.
    """
    text = text.strip()
    match = _TAG.fullmatch(text) if len(text) <= _LONGEST else None
    if match is None:
        raise Refused("not-a-language", value=text)
    tag = text.lower()
    for group, cased in (("script", str.title), ("region", str.upper)):
        start, end = match.span(group)
        if start >= 0:
            tag = tag[:start] + cased(tag[start:end]) + tag[end:]
    return tag
