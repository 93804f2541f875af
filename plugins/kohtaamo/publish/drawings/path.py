"""A path as SVG writes it → lines through points (SVG 2, 9.3), for who can only draw lines.

It knows what our own drawings use: moves, lines, quadratic and cubic curves, and arcs that go
round a whole circle.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

Point = tuple[float, float]
Line = tuple[Point, ...]

_TOKEN = re.compile(r"[A-Za-z]|-?(?:\d+\.?\d*|\.\d+)")
_TAKES = {"M": 2, "L": 2, "H": 1, "V": 1, "Q": 4, "T": 2, "C": 6, "A": 7, "Z": 0}
_STEPS = 24
# A corner of a circle is drawn as a cubic curve whose handles are so long.
_ROUND = 0.5522847498


@lru_cache(maxsize=256)
def lines_of(path: str) -> tuple[Line, ...]:
    """The lines of a path, a closed one ending where it begins; in the path's own units.

    Nests share most of theirs, so those are remembered.
    """
    lines: list[list[Point]] = []
    handle: Point | None = None
    for command, numbers in _commands(path):
        kind = command.upper()
        at = lines[-1][-1] if lines else (0.0, 0.0)
        if kind == "M":
            lines.append([(numbers[0], numbers[1])])
        elif kind == "Z":
            lines[-1].append(lines[-1][0])
        elif kind == "A":
            lines[-1].extend(_circle_below(at, numbers[0]))
        else:
            points = _points(kind, numbers, at, handle)
            lines[-1].extend(_curve((at, *points)))
            handle = points[0] if kind in "QT" else None
    return tuple(map(tuple, lines))


def ellipse(x: float, y: float, width: float, height: float) -> Line:
    """An ellipse by its centre and its two radii, as a closed line."""
    a, b = width * _ROUND, height * _ROUND
    quarters: tuple[tuple[Point, ...], ...] = (
        ((x, y - height), (x + a, y - height), (x + width, y - b), (x + width, y)),
        ((x + width, y), (x + width, y + b), (x + a, y + height), (x, y + height)),
        ((x, y + height), (x - a, y + height), (x - width, y + b), (x - width, y)),
        ((x - width, y), (x - width, y - b), (x - a, y - height), (x, y - height)),
    )
    return tuple(point for each in quarters for point in _curve(each))


def _commands(path: str) -> Iterator[tuple[str, tuple[float, ...]]]:
    """Every command with its numbers; a row of numbers repeats it, after a move as lines."""
    command, numbers = "", list[float]()
    for token in _TOKEN.findall(path):
        if token.isalpha():
            command = token
            if command in "Zz":
                yield command, ()
            continue
        numbers.append(float(token))
        if len(numbers) == _TAKES[command.upper()]:
            yield command, tuple(numbers)
            numbers.clear()
            command = "L" if command == "M" else command


def _points(
    kind: str, numbers: tuple[float, ...], at: Point, handle: Point | None
) -> tuple[Point, ...]:
    """The points that a curve or a line goes by, the one where it stands left out."""
    if kind == "H":
        return ((numbers[0], at[1]),)
    if kind == "V":
        return ((at[0], numbers[0]),)
    points = tuple(zip(numbers[::2], numbers[1::2], strict=True))
    if kind == "T":
        back = handle or at
        return ((2 * at[0] - back[0], 2 * at[1] - back[1]), *points)
    return points


def _curve(points: tuple[Point, ...]) -> Iterator[Point]:
    """A Bézier curve of any degree (de Casteljau), its first point left out."""
    steps = _STEPS if len(points) > 2 else 1
    for step in range(1, steps + 1):
        part, left = step / steps, points
        while len(left) > 1:
            left = tuple(
                (a[0] + (b[0] - a[0]) * part, a[1] + (b[1] - a[1]) * part)
                for a, b in pairwise(left)
            )
        yield left[0]


def _circle_below(top: Point, radius: float) -> Line:
    return ellipse(top[0], top[1] + radius, radius, radius)
