"""A sheet to draw on: filled shapes and round strokes with smooth edges, in whole colours."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import sqrt

from PIL import Image, ImageDraw

from kohtaamo.publish.drawings.path import Line, Point

Colour = str
Size = tuple[int, int]
# Pillow draws without smooth edges: so each side is drawn so many times as long, and made smaller.
FINER = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """Where a drawing lies on a sheet: `x` and `y` of its corner, and how much larger it is."""

    x: float = 0
    y: float = 0
    times: float = 1

    def on_sheet(self, line: Line) -> list[Point]:
        """The points of a line on the fine sheet."""
        times, x, y = self.times * FINER, self.x * FINER, self.y * FINER
        return [(round(a * times + x, 3), round(b * times + y, 3)) for a, b in line]


class Sheet:
    """A sheet of so many pixels, in one colour; `small` is what has been drawn on it."""

    def __init__(self, size: Size, ground: Colour) -> None:
        width, height = size
        self._fine = Image.new("RGB", (width * FINER, height * FINER), ground)
        self._draw = ImageDraw.Draw(self._fine)

    def fill(self, lines: Iterable[Line], colour: Colour, scale: Scale) -> None:
        """Fill the inside of each line."""
        for line in lines:
            self._draw.polygon(scale.on_sheet(line), fill=colour)

    def stroke(self, lines: Iterable[Line], colour: Colour, width: float, scale: Scale) -> None:
        """Draw along each line with a round pen, `width` in the drawing's own units.

        Lines are curves without sharp corners.
        """
        pen = width * scale.times * FINER / 2
        for line in lines:
            points = scale.on_sheet(line)
            self._draw.polygon(_band(points, pen), fill=colour)
            for x, y in (points[0], points[-1]):
                self._draw.ellipse((x - pen, y - pen, x + pen, y + pen), fill=colour)

    def small(self) -> Image.Image:
        """What has been drawn, in the sheet's own size."""
        return self._fine.reduce(FINER)


def _band(points: list[Point], reach: float) -> list[Point]:
    """What lies within `reach` of a line, as one shape: there on one side, back on the other.

    Joined from single pieces it would have a notch at each joint.
    """
    there, back = list[Point](), list[Point]()
    for number, (x, y) in enumerate(points):
        before, after = points[max(number - 1, 0)], points[min(number + 1, len(points) - 1)]
        dx, dy = after[0] - before[0], after[1] - before[1]
        length = sqrt(dx * dx + dy * dy) or 1
        across, down = dy / length * reach, dx / length * reach
        there.append((round(x - across, 3), round(y + down, 3)))
        back.append((round(x + across, 3), round(y - down, 3)))
    return [*there, *reversed(back)]
