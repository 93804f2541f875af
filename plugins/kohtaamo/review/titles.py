"""When two titles say the same: `Torstain kahvit` and `Torstaikahvit Asematalolla`.

Compared are words without case and accents. What tells when and where is left out, since that is
compared elsewhere: weekdays, years, the names of places. Numbers and single letters tell groups
apart (`ryhmä A`, `ryhmä 2`); so does one word of two that differs (`Miesten sauna`).
"""

import re
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher

from kohtaamo.text.folding import DASHES, fold

Title = tuple[str, ...]

# How much of two titles, counted in letters, has to be the same.
_SAME = 0.7
# How near two spellings of one word are to each other.
_NEAR = 0.8
# A word or beginning of so many letters tells what it is about.
_STEM, _TELLING, _SHORTEST = 5, 8, 4

_WEEKDAYS = re.compile(
    r"(?:maanantai|tiistai|keskiviikko|keskivii|torstai|perjantai|lauantai|sunnuntai"
    r"|(?:man|tis|ons|tors|fre|lor|son)dag|(?:mon|tues|wednes|thurs|fri|satur|sun)day)(\w*)"
)
_YEAR = re.compile(r"20[0-9][0-9]")
_WORD = re.compile(r"\w+")
# `laulu-ilta` and `lauluilta` are one word.
_HYPHEN = re.compile(rf"(?<=\w)[{DASHES}](?=\w)")


def bare(title: str, beside: Iterable[str] = ()) -> Title:
    """The words of a title, in order of the alphabet, without those that tell when or where.

    `beside` are names of places and municipalities; their inflected forms count as well. A title
    of nothing else keeps its words.
    """
    words = _WORD.findall(_HYPHEN.sub("", fold(title)))
    names = [word for name in beside for word in _WORD.findall(fold(name)) if len(word) >= _STEM]
    kept = [word for each in words for word in _timeless(each) if not _is_among(word, names)]
    return tuple(sorted(set(kept or words)))


def same(one: Title, other: Title) -> bool:
    """True for the same words, whatever their order."""
    return one == other


def alike(one: Title, other: Title, *, is_likely: bool = False) -> bool:
    """True when two titles probably mean the same; `is_likely` where much else is the same."""
    if one == other:
        return True
    if _counters(one) != _counters(other):
        return False
    fewer, more = sorted((one, other), key=lambda title: sum(map(len, title)))
    matched = [(a, b) for a in fewer if (b := _match(a, more, is_likely=is_likely)) is not None]
    of_fewer, of_more = (sum(map(len, side)) for side in (fewer, more))
    whole = len(matched) == len(fewer) and of_fewer >= _TELLING
    told = sum(len(a) for a, _ in matched) + sum(map(len, {b for _, b in matched}))
    return whole or told >= _SAME * (of_fewer + of_more)


def _timeless(word: str) -> Iterator[str]:
    """A word without its weekday; nothing is left of `torstaisin` and of years."""
    found = _WEEKDAYS.fullmatch(word)
    rest = found[1] if found else word
    if not (_YEAR.fullmatch(word) or (found and len(rest) < _SHORTEST)):
        yield rest


def _is_among(word: str, names: Iterable[str]) -> bool:
    return len(word) >= _STEM and any(word[:_STEM] == name[:_STEM] for name in names)


def _counters(title: Title) -> frozenset[str]:
    return frozenset(
        word for word in title if len(word) == 1 or any(sign.isdigit() for sign in word)
    )


def _match(word: str, title: Title, *, is_likely: bool) -> str | None:
    if word in title:
        return word
    if len(word) < _SHORTEST:
        return None
    for other in title:
        if len(other) >= _SHORTEST and SequenceMatcher(None, word, other).ratio() >= _NEAR:
            return other
        if is_likely and len(other) >= _STEM and word[:_STEM] == other[:_STEM]:
            return other
    return None
