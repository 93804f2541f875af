"""Language tags."""

import re
from functools import lru_cache

from kohtaamo.problems.problem import Refused

# RFC 5646 section 2.1, the forms in use: a registered language is of 2 or 3 letters.
TAG = re.compile(
    r"(?P<language>[a-z]{2,3})(?:-[a-z]{3}){0,3}"
    r"(?:-(?P<script>[a-z]{4}))?"
    r"(?:-(?P<region>[a-z]{2}|[0-9]{3}))?"
    r"(?:-(?:[a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*"
    r"(?:-[0-9a-wy-z](?:-[a-z0-9]{2,8})+)*"
    r"(?:-x(?:-[a-z0-9]{1,8})+)?",
    re.IGNORECASE | re.ASCII,
)
_LONGEST = 60

# Easy Finnish as our files and addresses call it, and its tag (the variant `simple` of RFC 5646).
EASY_FINNISH = "selko"
_HTML = {EASY_FINNISH: "fi-simple"}

# Whoever reads Northern Sámi in Finland reads Finnish before any third language.
_AFTER = {"se": ("fi",)}

# Languages that are made of another, with the tags of CLDR's pseudo-locales; nobody else's.
ACCENTED, MIRRORED = "en-XA", "ar-XB"
PSEUDO = (ACCENTED, MIRRORED)

# Scripts that run from right to left, and languages that are written in one when no script is said.
_RTL_SCRIPTS = frozenset({"adlm", "arab", "hebr", "nkoo", "rohg", "syrc", "thaa"})
_RTL_LANGUAGES = frozenset(
    {"ar", "arc", "azb", "bgn", "ckb", "dv", "fa", "he", "ks", "lrc", "mzn", "nqo", "pnb", "prs"}
    | {"ps", "sd", "syr", "ug", "ur", "yi"}
)


@lru_cache(maxsize=256)
def html_tag(tag: str) -> str:
    """The `lang` of a language: its own tag, for easy Finnish `fi-simple`."""
    return _HTML.get(tag, tag)


@lru_cache(maxsize=256)
def broader(tag: str) -> tuple[str, ...]:
    """A language and what its readers read as well, the nearest first.

    `selko` → `selko`, `fi`; `zh-Hant-TW` → `zh-Hant-TW`, `zh-Hant`, `zh` (RFC 4647 section 3.4).
    """
    if tag in PSEUDO:
        return (tag,)
    parts = html_tag(tag).split("-")
    ends = range(len(parts) - 1, 0, -1)
    # A single letter begins an extension and stands for nothing alone.
    shorter = ("-".join(parts[:end]) for end in ends if len(parts[end - 1]) > 1)
    return (tag, *shorter)


@lru_cache(maxsize=256)
def read_by(tag: str) -> tuple[str, ...]:
    """The languages to look for a text in before its original, the nearest first.

    `broader`, and for `se` also `fi`: a text that falls back is marked as what it is.
    """
    return (*broader(tag), *_AFTER.get(tag, ()))


@lru_cache(maxsize=256)
def is_easy(tag: str) -> bool:
    """True for easy language: the variant `simple` of any (IANA registry, added 2015-12-29)."""
    return "simple" in html_tag(tag).split("-")[1:]


@lru_cache(maxsize=256)
def direction_of(tag: str) -> str:
    """`rtl` for languages that are written from right to left, else `ltr`."""
    if tag in PSEUDO:
        return "rtl" if tag == MIRRORED else "ltr"
    language, *rest = html_tag(tag).lower().split("-")
    script = next((part for part in rest if len(part) == 4 and part.isalpha()), "")
    is_rtl = script in _RTL_SCRIPTS if script else language in _RTL_LANGUAGES
    return "rtl" if is_rtl else "ltr"


@lru_cache(maxsize=256)
def parse_language(text: str) -> str:
    """A well-formed BCP 47 tag in its usual case: `se`, `pt-BR`, `zh-Hant-TW`.

    Only the form is checked (RFC 5646 section 2.1.1), not the registry. Refused:
    `not-a-language`.
    """
    text = text.strip()
    match = TAG.fullmatch(text) if len(text) <= _LONGEST else None
    if match is None:
        raise Refused("not-a-language", value=text)
    tag = text.lower()
    for group, cased in (("script", str.title), ("region", str.upper)):
        start, end = match.span(group)
        if start >= 0:
            tag = tag[:start] + cased(tag[start:end]) + tag[end:]
    return tag
