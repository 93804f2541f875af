"""Alphabetical order of a language: Finnish and Swedish put å ä ö last, and š beside s."""

import unicodedata
from functools import lru_cache

from kohtaamo.words.words import Words


def sort_key(words: Words, text: str) -> tuple[tuple[int, ...], str]:
    """Letters by the language's own alphabet, others by their base letter; case decides last."""
    order = _order(words("language.alphabet"))
    ranks: list[int] = []
    for letter in unicodedata.normalize("NFC", text).casefold():
        if letter in order:
            ranks.append(order[letter])
        else:
            base = unicodedata.normalize("NFD", letter)[0]
            ranks.append(order.get(base, _outside(base)))
    return tuple(ranks), text


def _outside(letter: str) -> int:
    """Blanks and signs before letters, digits after them, foreign scripts behind everything."""
    if letter.isdigit():
        return 100 + int(letter) if letter in "0123456789" else 110
    return 1000 + ord(letter) if letter.isalpha() else 1


@lru_cache(maxsize=16)
def _order(alphabet: str) -> dict[str, int]:
    return {letter: 200 + rank for rank, letter in enumerate(alphabet)}


def letter_of(words: Words, text: str) -> str:
    """Under which letter of an index a text stands: that of its first letter or digit.

    A letter of the language's own alphabet stands for itself, `É` for `E`; all digits for `0–9`.
    "" when it has neither.
    """
    order = _order(words("language.alphabet"))
    for sign in unicodedata.normalize("NFC", text).casefold():
        if sign in order:
            return sign.upper()
        base = unicodedata.normalize("NFD", sign)[0]
        if base.isdigit():
            return "0–9"
        if base.isalpha():
            return base.upper()
    return ""
