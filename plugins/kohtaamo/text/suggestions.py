"""Did you mean: the allowed word nearest to one that is not."""

from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from types import MappingProxyType

from kohtaamo.text.folding import fold

_NONE: Mapping[str, str] = MappingProxyType({})
_LONGEST = 60


def nearest(word: str, allowed: Iterable[str], aliases: Mapping[str, str] = _NONE) -> str | None:
    """What was probably meant by `word`, or None.

    An alias says it outright (`nimi` → `name`); then the closest spelling among the allowed
    words and the aliases, compared without case, accents and kind of separator.
    """
    if word in aliases:
        return aliases[word]
    meant = {_key(name): target for name, target in aliases.items()}
    meant |= {_key(name): name for name in allowed}
    key = _key(word[:_LONGEST])
    if key in meant:
        return meant[key]
    close = get_close_matches(key, meant, n=1, cutoff=0.7)
    return meant[close[0]] if close else None


def _key(word: str) -> str:
    return fold(word.strip()).replace("-", "_").replace(" ", "_")
