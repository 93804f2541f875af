"""Pseudo-languages: a whole language made of another, to see what nobody can translate.

`en-XA` has accents on every letter and brackets around every text, a third longer than the text
itself; what stands without them on a page comes from no words file. `ar-XB` runs from right to left
with every word mirrored. Both tags are those that CLDR gives to its pseudo-locales.
"""

import re
from collections.abc import Callable, Mapping

from kohtaamo.text.languages import ACCENTED, PSEUDO
from kohtaamo.words.keys import OF_THE_LANGUAGE, PATTERNS, is_read
from kohtaamo.words.words import Words

_ACCENTS = str.maketrans(
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZåäöÅÄÖ",
    "áƀćďéƒǧĥíĵķľɱñóþɋŕśťúṽŵẋýžÁƁĆĎÉƑǦĤÍĴĶĽṀÑÓÞɊŔŚŤÚṼŴẊÝŽǻǟȫǺǞȪ",
)
_VALUE = re.compile(r"(\{[^{}]*\})")
_WORD = re.compile(r"[^\W\d_]+")
# Right-to-left override, and its end (UAX 9).
_OVERRIDE, _POP = "\u202e", "\u202c"


def is_pseudo(tag: str) -> bool:
    """True for a language that is made, not written."""
    return tag in PSEUDO


def pseudo_words(tag: str, texts: Mapping[str, str]) -> Words:
    """A pseudo-language made of the words of another; values in braces stay as they are."""
    change = accented if tag == ACCENTED else mirrored
    made = {key: _changed(key, text, change) for key, text in texts.items()}
    made |= {
        f"{OF_THE_LANGUAGE}name": tag,
        f"{OF_THE_LANGUAGE}html": tag,
        f"{OF_THE_LANGUAGE}direction": "ltr" if tag == ACCENTED else "rtl",
        f"{OF_THE_LANGUAGE}reviewed": "yes",
    }
    return Words(tag=tag, texts=made)


def accented(text: str) -> str:
    """`Kunnat` → `[Ķúññáť ··]`; a text without letters stays as it is."""
    return f"[{_in_parts(text, _with_accents)} {'·' * max(1, len(text) // 3)}]"


def mirrored(text: str) -> str:
    """Every word from right to left."""
    return _in_parts(text, lambda part: _WORD.sub(f"{_OVERRIDE}\\g<0>{_POP}", part))


def _with_accents(text: str) -> str:
    return text.translate(_ACCENTS)


def _in_parts(text: str, change: Callable[[str], str]) -> str:
    parts = _VALUE.split(text)
    return "".join(part if _VALUE.fullmatch(part) else change(part) for part in parts)


def _changed(key: str, text: str, change: Callable[[str], str]) -> str:
    if key in PATTERNS and change is accented:
        # A bracket is no letter of a pattern (UTS 35).
        return f"[{text}]"
    has_letters = _WORD.search(_VALUE.sub("", text)) is not None
    return change(text) if is_read(key) and has_letters else text
