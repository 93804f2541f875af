"""QR codes as paths that a template draws: no picture file, no style attribute, no script."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

import segno

# Scanners need four light modules around the code (ISO/IEC 18004, 6.3.8).
QUIET_ZONE = 4
# Every code names its mask, so scanners read any. To look for the best of the eight takes five
# times as long; this one is the evenest for addresses, a twentieth behind the best.
_MASK = 2


@dataclass(frozen=True, slots=True)
class QrCode:
    """`path` is to be stroked one module wide; its first row lies along y = 0.

    `size` modules a side, the quiet zone included.
    """

    size: int
    path: str


def qr_code(text: str) -> QrCode:
    """The smallest code of a text with error correction of level M or better.

    The same text gives the same code.
    """
    matrix = segno.make(text, error="m", micro=False, mask=_MASK).matrix
    return QrCode(size=len(matrix) + 2 * QUIET_ZONE, path="".join(_strokes(matrix)))


def _strokes(matrix: tuple[bytearray, ...]) -> Iterator[str]:
    """One stroke for each run of dark modules, moved there from the end of the one before."""
    at_x = at_y = 0
    for y, row in enumerate(matrix):
        x = 0
        for dark, run in groupby(row):
            length = len(tuple(run))
            if dark:
                yield f"m{x - at_x} {y - at_y}h{length}"
                at_x, at_y = x + length, y
            x += length
