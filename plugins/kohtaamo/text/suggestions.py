"""Did you mean: the allowed word nearest to one that is not."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from types import MappingProxyType

from kohtaamo.text.folding import fold

_NONE: Mapping[str, str] = MappingProxyType({})
_LONGEST = 60
# Twice the letters in common, by the letters of both: from here on two words are near.
_NEAR = 0.7


def nearest(word: str, allowed: Iterable[str], aliases: Mapping[str, str] = _NONE) -> str | None:
    """What was probably meant by `word`, or None.

    An alias says it outright (`nimi` → `name`); then the closest spelling among the allowed
    words and the aliases, compared without case, accents and kind of separator.
    """
    if word in aliases:
        return aliases[word]
    key = _key(word[:_LONGEST])
    named = chain(aliases.items(), ((name, name) for name in allowed))
    meant = {_key(name): target for name, target in _as_long(key, named)}
    if key in meant:
        return meant[key]
    # Whoever misspells nothing needs no such comparison.
    from difflib import get_close_matches  # noqa: PLC0415

    close = get_close_matches(key, _with_its_letters(key, meant), n=1, cutoff=_NEAR)
    return meant[close[0]] if close else None


def _as_long(key: str, named: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """The names that are not too short or too long to be near; cheaper than comparing them."""
    shortest = len(key) * _NEAR / (2 - _NEAR) - 1
    longest = len(key) * (2 - _NEAR) / _NEAR + 1
    for name, target in named:
        # Other letters than ASCII may become more or fewer of them.
        if shortest < len(name) < longest or not name.isascii():
            yield name, target


def _with_its_letters(key: str, names: Iterable[str]) -> list[str]:
    """The names with enough letters of `key` to be near, whatever their order."""
    letters = set(key)
    return [
        name
        for name in names
        if 2 * min(len(key) - len(letters.difference(name)), len(name))
        >= _NEAR * (len(key) + len(name))
    ]


def _key(word: str) -> str:
    return fold(word.strip()).replace("-", "_").replace(" ", "_")
