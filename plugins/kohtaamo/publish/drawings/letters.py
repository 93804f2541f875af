"""Words in a picture: in which size and in how many lines they have room.

The letters are those of Noto Serif, which lies beside this file with its licence: every machine
has the same ones, with those of Finnish, Swedish and the Sámi languages.
"""

import unicodedata
from dataclasses import dataclass
from functools import cache
from itertools import combinations
from pathlib import Path

from PIL import ImageFont

FONT = Path(__file__).parent / "NotoSerif-Bold.ttf"
# Longer names are cut before anybody measures them.
_LONGEST = 160
_MOST_WORDS = 24
# No letter of the font looks like this one, which it does not have.
_UNKNOWN = "\uffff"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fitted:
    """Lines of words in letters of so many pixels; each is as wide as there is room, or less."""

    lines: tuple[str, ...]
    size: int


@cache
def font(size: int) -> ImageFont.FreeTypeFont:
    """The letters in a size; laid out by FreeType alone, as every machine can."""
    return ImageFont.truetype(str(FONT), size, layout_engine=ImageFont.Layout.BASIC)


def width_of(text: str, size: int) -> float:
    """How wide a line is, in pixels: from its first point to the end of its last letter."""
    left, _, right, _ = font(size).getbbox(text, anchor="ls")
    return max(right, font(size).getlength(text)) - min(left, 0)


def written(text: str) -> str:
    """A text as it can be drawn: one line, its letters joined to their marks, nothing unseen.

    "" for what has a letter that we do not have: boxes in place of letters tell nothing.
    """
    joined = unicodedata.normalize("NFC", text[:_LONGEST])
    seen = "".join(each for each in joined if unicodedata.category(each) not in ("Cf", "Cc"))
    plain = " ".join(seen.split())
    return plain if all(map(_is_known, plain)) else ""


def fitted(text: str, room: int, sizes: tuple[tuple[int, int, int], ...]) -> Fitted:
    """A written text within so many pixels of width.

    `sizes` are tried in their order: a number of lines, the largest and the smallest letters. What
    has no room in the last of them is cut, and says so by an ellipsis.
    """
    for lines, largest, smallest in sizes:
        for size in range(largest, smallest - 1, -4):
            split = _split(text, lines, size)
            if all(width_of(line, size) <= room for line in split):
                return Fitted(lines=split, size=size)
    lines, _, smallest = sizes[-1]
    return Fitted(lines=_as_much_as_fits(text, lines, smallest, room), size=smallest)


def _split(text: str, lines: int, size: int) -> tuple[str, ...]:
    """The text in so many lines at most, the widest of them as narrow as it can be."""
    words = text.split(" ")
    if lines == 1 or len(words) == 1 or len(words) > _MOST_WORDS:
        return (text,)
    widths, blank = [width_of(word, size) for word in words], width_of(" ", size)

    def widest(breaks: tuple[int, ...]) -> float:
        ends = zip((0, *breaks), (*breaks, len(words)), strict=True)
        return max(sum(widths[a:b]) + (b - a - 1) * blank for a, b in ends)

    at = min(combinations(range(1, len(words)), min(lines, len(words)) - 1), key=widest)
    ends = zip((0, *at), (*at, len(words)), strict=True)
    return tuple(" ".join(words[a:b]) for a, b in ends)


def _as_much_as_fits(text: str, lines: int, size: int, room: int) -> tuple[str, ...]:
    """Full lines, and an ellipsis at the end of the last one."""
    full: list[str] = []
    left = text.split(" ")
    while left and len(full) < lines - 1 and width_of(left[0], size) <= room:
        number = len(left)
        while width_of(" ".join(left[:number]), size) > room:
            number -= 1
        full.append(" ".join(left[:number]))
        left = left[number:]
    return (*full, _cut(" ".join(left), size, room)) if left else tuple(full)


def _cut(line: str, size: int, room: int) -> str:
    if width_of(line, size) <= room:
        return line
    while line and width_of(f"{line}…", size) > room:
        line = line[:-1].rstrip()
    return f"{line}…"


@cache
def _is_known(letter: str) -> bool:
    if letter == " ":
        return True
    return _shape(letter) != _shape(_UNKNOWN)


def _shape(letter: str) -> tuple[bytes, tuple[int, int]]:
    mask = font(40).getmask(letter)
    return bytes(mask), mask.size
