"""Checks a network's own words file against the words that the portal needs."""

import string
from collections.abc import Iterator
from collections.abc import Mapping as Flatly
from datetime import date

from babel import Locale, UnknownLocaleError
from babel.dates import format_date

from kohtaamo.content.source.tree import Document, Mapping, Node, Scalar, Sequence
from kohtaamo.problems.problem import Problem, Refused
from kohtaamo.text.characters import clean_line
from kohtaamo.text.slugs import is_slug
from kohtaamo.text.suggestions import nearest
from kohtaamo.words.load import SHIPPED
from kohtaamo.words.words import Words, flatten

# Enough of a list to see what is meant.
_NAMED = 5
# What only the contributors' reference needs.
_OPTIONAL = ("fields.", "types.", "records.", "reference.")
# Texts that Babel reads as date patterns.
_PATTERNS = frozenset(
    f"dates.{style}"
    for style in (
        "date",
        "on_weekday",
        "on_weekday_year",
        "on_weekday_short",
        "heading",
        "month",
        "of_month",
    )
)
_LONGEST = 2_000
_DIRECTIONS = frozenset({"ltr", "rtl"})


def words_problems(document: Document, pattern: Words) -> Iterator[Problem]:
    """What keeps `content/languages/<tag>.yml` from being used.

    A further language needs every key of `pattern` that portal pages use; a shipped one may write
    other words for any.
    Each text names exactly the values that the pattern's text names.
    """
    written = flatten(document.root)
    yield from _lists(document, document.root, "")
    yield from _same_addresses(document, written)
    for key, scalar in written.items():
        if key not in pattern.texts:
            guess = nearest(key, pattern.texts) or "language.name"
            yield _problem(document, scalar, key, "words-unknown", key=key, guess=guess)
        else:
            yield from _faults(document, key, scalar, pattern)
    missing = [key for key in pattern.texts if key not in written and not key.startswith(_OPTIONAL)]
    if missing and document.slug not in SHIPPED:
        values = {"count": str(len(missing)), "keys": ", ".join(missing[:_NAMED])}
        yield Problem(path=document.path, line=1, code="words-missing", values=values)


def _faults(document: Document, key: str, scalar: Scalar, pattern: Words) -> Iterator[Problem]:
    needed = _named_values(pattern.texts[key])
    try:
        is_empty = not clean_line(scalar.text, limit=_LONGEST)
    except Refused as refused:
        values = dict(refused.values)
        yield _problem(document, scalar, key, refused.code, **values)
        return
    if is_empty:
        yield _problem(document, scalar, key, "words-empty")
    elif _named_values(scalar.text) != needed:
        allowed = ", ".join(f"{{{name}}}" for name in sorted(needed or ())) or "–"
        yield _problem(document, scalar, key, "words-values", allowed=allowed)
    elif key.startswith("addresses.") and not is_slug(scalar.text):
        yield _problem(document, scalar, key, "words-address", value=scalar.text)
    elif key in _PATTERNS and not _is_pattern(scalar.text):
        yield _problem(document, scalar, key, "words-pattern", value=scalar.text)
    elif key == "language.locale" and not _is_locale(scalar.text):
        yield _problem(document, scalar, key, "words-locale", value=scalar.text)
    elif key == "language.direction" and scalar.text not in _DIRECTIONS:
        yield _problem(document, scalar, key, "words-direction", value=scalar.text)


def _named_values(text: str) -> frozenset[str] | None:
    """The names in braces; None for braces that mean nothing or reach into values."""
    try:
        parts = [
            (name, spec, conversion)
            for _, name, spec, conversion in string.Formatter().parse(text)
            if name is not None
        ]
    except ValueError:
        return None
    if any(not name.isidentifier() or spec or conversion for name, spec, conversion in parts):
        return None
    return frozenset(name for name, _, _ in parts)


def _lists(document: Document, node: Node, at: str) -> Iterator[Problem]:
    """Words are single texts: a list would be nobody's."""
    if isinstance(node, Sequence):
        yield Problem(path=document.path, line=node.line, field=at, code="not-one-value")
    elif isinstance(node, Mapping):
        for key, value in node.entries:
            yield from _lists(document, value, f"{at}.{key.text}" if at else key.text)


def _same_addresses(document: Document, written: Flatly[str, Scalar]) -> Iterator[Problem]:
    """Two sections with one address word would be one page."""
    seen: dict[str, str] = {}
    for key, scalar in written.items():
        if key.startswith("addresses."):
            if scalar.text in seen:
                yield _problem(document, scalar, key, "words-address-twice", value=scalar.text)
            seen.setdefault(scalar.text, key)


def _is_pattern(text: str) -> bool:
    """Whether Babel can write a date by it."""
    try:
        format_date(date(2026, 12, 1), text, locale=Locale("en"))
    except (ValueError, KeyError, AttributeError, TypeError, IndexError):
        return False
    return True


def _is_locale(text: str) -> bool:
    try:
        Locale.parse(text)
    except (ValueError, UnknownLocaleError, TypeError):
        return False
    return True


def _problem(document: Document, scalar: Scalar, at: str, code: str, /, **values: str) -> Problem:
    return Problem(path=document.path, line=scalar.line, field=at, code=code, values=values)
