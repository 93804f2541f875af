"""QR codes as paths that a template draws: no picture file, no style attribute, no script."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain, zip_longest
from typing import Any

import segno
from segno import consts, encoder

# Scanners need four light modules around the code (ISO/IEC 18004, 6.3.8).
QUIET_ZONE = 4
# Every code names its mask, so scanners read any. To look for the best of the eight takes five
# times as long; this one is the evenest for addresses, a twentieth behind the best.
_MASK = 2
_DARK = re.compile(rb"\x01+")
# What a module is in segno's matrices before it gets its bit.
_EMPTY = 2
# What `segno.make` is made of; the package says nothing of its types.
_ENCODER: Any = encoder
_CAPACITY: Any = consts.SYMBOL_CAPACITY
_BLOCKS: Any = consts.ECC
_BITS_OF = tuple(bytes((word >> bit) & 1 for bit in range(7, -1, -1)) for word in range(256))


@dataclass(frozen=True, slots=True)
class QrCode:
    """`path` is to be stroked one module wide; its first row lies along y = 0.

    `size` modules a side, the quiet zone included.
    """

    size: int
    path: str


@dataclass(frozen=True, slots=True)
class _Blank:
    """A code whose message is all zeros; `side` modules a side, counted row by row.

    `order` says in which module each bit of a message lies; `dark` has a byte of 1 for each dark
    one.
    """

    side: int
    order: Sequence[int]
    dark: int


def qr_code(text: str) -> QrCode:
    """The smallest code of a text with error correction of level M or better.

    The same text gives the same code, that of `segno.make(text, error="m", micro=False, mask=2)`.
    In all codes of a size a message lies in the same modules and inverts them (ISO/IEC 18004, 7.7
    and 7.8): where that is, is found once a size and not once a code.
    """
    segments = _ENCODER.prepare_data(text, None, None)
    version = _ENCODER.find_version(segments, consts.ERROR_LEVEL_M, eci=False, micro=False)
    level = _ENCODER.boost_error_level(version, consts.ERROR_LEVEL_M, segments, eci=False)
    blank = _blank(version, level)
    side = blank.side
    dark = blank.dark ^ _placed(_bits(segments, version, level), blank.order, side)
    modules = dark.to_bytes(side * side)
    rows = (modules[at : at + side] for at in range(0, len(modules), side))
    return QrCode(size=side + 2 * QUIET_ZONE, path=_path(rows))


def _bits(segments: Any, version: int, level: int) -> bytes:
    """The message as segno writes it, error correction included (ISO/IEC 18004, 7.4 to 7.6)."""
    buffer = _ENCODER.Buffer()
    capacity = _CAPACITY[version][level]
    for segment in segments:
        _ENCODER.write_segment(buffer, segment, None, _ENCODER.version_range(version))
    _ENCODER.write_terminator(buffer, capacity, None, len(buffer))
    _ENCODER.write_padding_bits(buffer, version, len(buffer))
    _ENCODER.write_pad_codewords(buffer, version, capacity, len(buffer))
    data, correction = _ENCODER.make_blocks(_BLOCKS[version][level], buffer)
    interleaved = chain(*zip_longest(*data), *zip_longest(*correction))
    return b"".join([_BITS_OF[word] for word in interleaved if word is not None])


@cache
def _blank(version: int, level: int) -> _Blank:
    """Found from a code of segno's; there are 40 versions of 3 levels at most."""
    text = "A"
    level_name = _ENCODER.get_error_name(level)
    code = segno.make(
        text, version=version, error=level_name, boost_error=False, micro=False, mask=_MASK
    )
    side = len(code.matrix)
    order = _order(version, side)
    bits = _bits(_ENCODER.prepare_data(text, None, None), version, level)
    dark = int.from_bytes(b"".join(code.matrix)) ^ _placed(bits, order, side)
    return _Blank(side, order, dark)


def _order(version: int, side: int) -> Sequence[int]:
    """The modules in which segno lays the bits of a message, in their order."""
    empty = _ENCODER.make_matrix(side, side)
    _ENCODER.add_finder_patterns(empty, side, side)
    _ENCODER.add_alignment_patterns(empty, side, side)
    modules = [[*row] for row in empty]
    # Numbers instead of bits, none of which is mistaken for an empty module.
    free = sum(row.count(_EMPTY) for row in modules)
    _ENCODER.add_codewords(modules, range(_EMPTY + 1, _EMPTY + 1 + free), version)
    numbered = ((number, at) for at, number in enumerate(chain.from_iterable(modules)))
    return tuple(at for number, at in sorted(numbered) if number > _EMPTY)


def _placed(bits: bytes, order: Sequence[int], side: int) -> int:
    """A byte for each module, 1 where a bit of the message is set; as one number.

    What is left over after the last whole byte stays unset.
    """
    modules = bytearray(side * side)
    for at, bit in zip(order, bits, strict=False):
        modules[at] = bit
    return int.from_bytes(modules)


def _path(rows: Iterable[bytes]) -> str:
    """One stroke for each run of dark modules, moved there from the end of the one before."""
    strokes = []
    at_x = at_y = 0
    for y, row in enumerate(rows):
        for run in _DARK.finditer(row):
            x, end = run.span()
            strokes.append(f"m{x - at_x} {y - at_y}h{end - x}")
            at_x, at_y = end, y
    return "".join(strokes)
