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
from kohtaamo.text.languages import parse_language
from kohtaamo.text.slugs import is_slug
from kohtaamo.text.suggestions import nearest
from kohtaamo.words.keys import OF_ADDRESSES, OF_THE_LANGUAGE, OF_THE_REFERENCE, PATTERNS
from kohtaamo.words.load import INTERFACE, shipped_addresses
from kohtaamo.words.plurals import FURTHER
from kohtaamo.words.words import Words, flatten

# Enough of a list to see what is meant.
_NAMED = 5
_LONGEST = 2_000
_DIRECTIONS = frozenset({"ltr", "rtl"})
_YES_NO = frozenset({"yes", "no"})
# Nobody can lend these: what the language is, and how it writes a date.
_ITS_OWN = frozenset({f"{OF_THE_LANGUAGE}{key}" for key in ("name", "html", "locale", "direction")})
_REQUIRED = _ITS_OWN | PATTERNS
# Who says nothing has had the words checked; letters outside an alphabet have their usual order.
_DEFAULTED = frozenset({f"{OF_THE_LANGUAGE}{key}" for key in ("reviewed", "alphabet")})


def words_problems(document: Document, pattern: Words) -> Iterator[Problem]:
    """What keeps `content/languages/<tag>.yml` from being used.

    A further language needs the facts of the language and its ways of writing a date. Of all other
    keys that portal pages use it may leave out some, and a warning counts them: pages show those of
    another language. A shipped language may write other words for any.
    Each text names exactly the values that the pattern's text names.
    """
    written = flatten(document.root)
    yield from _lists(document, document.root, "")
    yield from _same_addresses(document, written, _other_addresses(document.slug, written, pattern))
    if document.slug not in INTERFACE:
        yield from _missing(document, written, pattern)
    for key, scalar in written.items():
        like = _like(key, pattern)
        if like is None:
            guess = nearest(key, pattern.texts) or "language.name"
            yield _problem(document, scalar, key, "words-unknown", key=key, guess=guess)
        else:
            yield from _faults(document, key, scalar, pattern.texts[like])


def _missing(document: Document, written: Flatly[str, Scalar], pattern: Words) -> Iterator[Problem]:
    """What nobody can lend is an error; what another language says instead, a warning."""
    wanted = [key for key in pattern.texts if not key.startswith(OF_THE_REFERENCE)]
    missing = [key for key in wanted if key not in written and key not in _DEFAULTED]
    needed = [key for key in missing if key in _REQUIRED]
    others = [key for key in missing if key not in _REQUIRED]
    if needed:
        values = {"keys": _named(needed), "count": str(len(needed)), "language": document.slug}
        yield Problem(path=document.path, line=1, code="words-missing", values=values)
    if others:
        values = {"keys": _named(others), "count": str(len(others)), "of": str(len(wanted))}
        yield Problem(path=document.path, line=1, code="words-partial", values=values)


def _named(keys: list[str]) -> str:
    return ", ".join(keys[:_NAMED])


def _like(key: str, pattern: Words) -> str | None:
    """The key of the pattern that a text is like; a further form for numbers is like many."""
    stem, _, form = key.rpartition(".")
    many = f"{stem}.many"
    if key in pattern.texts:
        return key
    return many if form in FURTHER and many in pattern.texts else None


def _faults(document: Document, key: str, scalar: Scalar, like: str) -> Iterator[Problem]:
    needed = _named_values(like)
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
    else:
        yield from _unusable(document, key, scalar)


def _unusable(document: Document, key: str, scalar: Scalar) -> Iterator[Problem]:
    """What addresses, dates and HTML could not be made of."""
    if key.startswith(OF_ADDRESSES) and not is_slug(scalar.text):
        yield _problem(document, scalar, key, "words-address", value=scalar.text)
    elif key in PATTERNS and not _is_pattern(scalar.text):
        yield _problem(document, scalar, key, "words-pattern", value=scalar.text)
    elif key == "language.locale" and not _is_locale(scalar.text):
        yield _problem(document, scalar, key, "words-locale", value=scalar.text)
    elif key == "language.direction" and scalar.text not in _DIRECTIONS:
        yield _problem(document, scalar, key, "words-direction", value=scalar.text)
    elif key == "language.reviewed" and scalar.text not in _YES_NO:
        yield _problem(document, scalar, key, "not-yes-or-no", value=scalar.text)
    elif key == "language.html" and not _is_tag(scalar.text):
        yield _problem(document, scalar, key, "not-a-language", value=scalar.text)


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


def _other_addresses(tag: str, written: Flatly[str, Scalar], pattern: Words) -> Flatly[str, str]:
    """The words of addresses that the file leaves as they are: text → key."""
    addresses = shipped_addresses(tag) if tag in INTERFACE else pattern.texts
    return {
        text: key for key, text in addresses.items() if _is_of_section(key) and key not in written
    }


def _same_addresses(
    document: Document, written: Flatly[str, Scalar], others: Flatly[str, str]
) -> Iterator[Problem]:
    """Two sections with one address word would be one page; `others` are not in this file."""
    seen = dict(others)
    for key, scalar in written.items():
        if _is_of_section(key):
            if scalar.text in seen:
                yield _problem(document, scalar, key, "words-address-twice", value=scalar.text)
            seen.setdefault(scalar.text, key)


def _is_of_section(key: str) -> bool:
    """Pages of the contributors' guide lie below one: their words may be those of sections."""
    return key.startswith(OF_ADDRESSES) and not key.startswith("addresses.guide_")


def _is_pattern(text: str) -> bool:
    """Whether Babel can write a date by it."""
    try:
        format_date(date(2026, 12, 1), text, locale=Locale("en"))
    except (ValueError, KeyError, AttributeError, TypeError, IndexError):
        return False
    return True


def _is_tag(text: str) -> bool:
    try:
        parse_language(text)
    except Refused:
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
