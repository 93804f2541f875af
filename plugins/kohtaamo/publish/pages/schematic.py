"""Spots on the earth → a small drawing of where they lie to each other, which needs no map.

Pure geometry, in units of the drawing: x grows eastwards, y southwards. The drawing is as wide as a
small phone, so that a unit is about a CSS pixel there and a circle a target that fingers hit.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import cos, hypot, radians

WIDTH = 320
# Of a circle: 32 pixels across on the smallest phone (WCAG 2.5.8 asks for 24).
RADIUS = 16
_HEIGHTS = (160, 460)
_MARGIN = 24
_APART = 2 * RADIUS + 4
# More than this lie too near to each other to be hit, or to be made out.
MOST = 60
_ROUNDS = 400
_TINY = 1e-9
# Of a label: the height of its line, and about how wide a letter is.
_LINE, _LETTER = 20, 8.6
_GAP = 5
# Land without places is drawn no wider, in parts of the drawing's height.
_WIDEST_GAP = 0.16


@dataclass(frozen=True, slots=True)
class Spot:
    """Where something is, in degrees."""

    lat: float
    lon: float


@dataclass(frozen=True, slots=True)
class Point:
    x: float
    y: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """A word beside a circle; `at` is the end of its base line that `anchor` (SVG) names.

    Where everything is taken, it has no `room`.
    """

    text: str
    at: Point
    anchor: str
    room: bool = True


@dataclass(frozen=True, slots=True)
class _Box:
    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: "_Box") -> bool:
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )


def laid_out(spots: Sequence[Spot]) -> tuple[tuple[Point, ...], int]:
    """The middle of each spot's circle, and how high the drawing is.

    Directions hold; distances only where circles do not have to give way to each other, and where
    no empty land lies between. Nothing for fewer than two spots, or for more than MOST.
    """
    if not 2 <= len(spots) <= MOST:
        return (), 0
    middle = (max(spot.lat for spot in spots) + min(spot.lat for spot in spots)) / 2
    across = [spot.lon * cos(radians(middle)) for spot in spots]
    down = [-spot.lat for spot in spots]
    lowest, highest = _HEIGHTS
    widest = max(max(across) - min(across), max(down) - min(down)) * _WIDEST_GAP
    across, down = _drawn_together(across, widest), _drawn_together(down, widest)
    wide, high = WIDTH - 2 * _MARGIN, highest - 2 * _MARGIN
    scale = min(wide / (max(across) or _TINY), high / (max(down) or _TINY), 1 / _TINY)
    height = max(lowest, round(max(down) * scale) + 2 * _MARGIN)
    left, top = (WIDTH - max(across) * scale) / 2, (height - max(down) * scale) / 2
    points = [Point(left + x * scale, top + y * scale) for x, y in zip(across, down, strict=True)]
    return _spread(points, height), height


def _drawn_together(values: Sequence[float], widest: float) -> list[float]:
    """The values from 0 on, with no gap between neighbours wider than this."""
    at: dict[float, float] = {}
    before, reached = min(values), 0.0
    for value in sorted(set(values)):
        reached += min(value - before, widest)
        at[value], before = reached, value
    return [at[value] for value in values]


def _spread(points: list[Point], height: int) -> tuple[Point, ...]:
    """The points moved as little as it takes to stand apart, inside the drawing."""
    for _ in range(_ROUNDS):
        is_calm = True
        for one, other in combinations(range(len(points)), 2):
            moved = _pushed(points[one], points[other], one)
            if moved is not None:
                points[one], points[other] = (_inside(point, height) for point in moved)
                is_calm = False
        if is_calm:
            break
    return tuple(Point(round(p.x, 1), round(p.y, 1)) for p in points)


def _pushed(one: Point, other: Point, number: int) -> tuple[Point, Point] | None:
    """Both half of what is missing away from each other; None where they stand apart."""
    x, y = other.x - one.x, other.y - one.y
    distance = hypot(x, y)
    if distance >= _APART - 0.1:
        return None
    if distance < 0.1:
        # At one spot there is no direction: each pair gets another one.
        x, y, distance = (1.0, 0.3 * (number % 3 - 1), 1.0)
    push = (_APART - min(distance, _APART)) / 2 / distance
    return (
        Point(one.x - x * push, one.y - y * push),
        Point(other.x + x * push, other.y + y * push),
    )


def _inside(point: Point, height: int) -> Point:
    return Point(
        min(max(point.x, _MARGIN), WIDTH - _MARGIN), min(max(point.y, _MARGIN), height - _MARGIN)
    )


def labelled(
    points: Sequence[Point], names: Iterable[tuple[str, Sequence[int]]], height: int
) -> tuple[Label, ...]:
    """Each name beside one of its circles, where it covers nothing; some may find no room.

    `names` come with the numbers of their points.
    """
    taken = [_circle(point) for point in points]
    found: list[Label] = []
    for text, numbers in names:
        label = _placed(text, [points[number] for number in numbers], taken, height)
        found.append(label)
        if label.room:
            taken.append(_box_of(label))
    return tuple(found)


def _placed(text: str, circles: Sequence[Point], taken: Sequence[_Box], height: int) -> Label:
    for circle in circles:
        for label in _beside(text, circle):
            box = _box_of(label)
            is_inside = box.left >= 0 and box.right <= WIDTH and 0 <= box.top < box.bottom <= height
            if is_inside and not any(box.meets(other) for other in taken):
                return label
    return Label(text=text, at=circles[0], anchor="middle", room=False)


def _beside(text: str, circle: Point) -> Iterable[Label]:
    """To its right, to its left, below and above."""
    x, y, off = circle.x, circle.y, RADIUS + _GAP
    middle = _LINE / 3
    yield Label(text=text, at=_point(x + off, y + middle), anchor="start")
    yield Label(text=text, at=_point(x - off, y + middle), anchor="end")
    yield Label(text=text, at=_point(x, y + RADIUS + _LINE - 3), anchor="middle")
    yield Label(text=text, at=_point(x, y - RADIUS - _GAP), anchor="middle")


def _point(x: float, y: float) -> Point:
    return Point(round(x, 1), round(y, 1))


def _circle(point: Point) -> _Box:
    return _Box(point.x - RADIUS, point.y - RADIUS, point.x + RADIUS, point.y + RADIUS)


def _box_of(label: Label) -> _Box:
    width = len(label.text) * _LETTER
    start = {"start": 0.0, "end": width, "middle": width / 2}[label.anchor]
    left, base = label.at.x - start, label.at.y
    return _Box(left, base - _LINE * 0.8, left + width, base + _LINE * 0.25)
