"""A sheet of paper to draw on with flat colours, and the sample's colours."""

from collections.abc import Sequence
from pathlib import Path

from PIL import Image, ImageDraw

WIDTH, HEIGHT = 1200, 800
# Drawn this many times larger and made smaller, so that edges are smooth.
_LARGER = 2
# Few colours make small files; flat drawings have few.
_COLOURS = 48

NIGHT = "#24443f"
FIR = "#2f5a50"
MOSS = "#3f7566"
BRICK = "#a35230"
BARK = "#6e2f1a"
AMBER = "#c4632b"
HONEY = "#e9a94b"
LIGHT = "#ffdf9e"
CREAM = "#fff1cf"
SAND = "#f6ead7"
DUNE = "#e5d3b8"
SNOW = "#e8edf0"
ICE = "#c9d6da"
SKIN = "#c58f55"

Point = tuple[float, float]


class Sheet:
    """1200 × 800 points, from the upper left corner; what is drawn later lies on top."""

    def __init__(self, ground: str) -> None:
        size = (WIDTH * _LARGER, HEIGHT * _LARGER)
        self._image = Image.new("RGB", size, ground)
        self._draw = ImageDraw.Draw(self._image)

    def box(self, x: float, y: float, width: float, height: float, fill: str, r: float = 0) -> None:
        corners = self._all([(x, y), (x + width, y + height)])
        self._draw.rounded_rectangle(corners, r * _LARGER, fill=fill)

    def oval(self, x: float, y: float, rx: float, ry: float, fill: str) -> None:
        self._draw.ellipse(self._all([(x - rx, y - ry), (x + rx, y + ry)]), fill=fill)

    def dot(self, x: float, y: float, r: float, fill: str) -> None:
        self.oval(x, y, r, r, fill)

    def shape(self, points: Sequence[Point], fill: str) -> None:
        self._draw.polygon(self._all(points), fill=fill)

    def line(self, points: Sequence[Point], fill: str, width: float) -> None:
        """A line with round ends and corners."""
        scaled = self._all(points)
        self._draw.line(scaled, fill=fill, width=int(width * _LARGER), joint="curve")
        for x, y in points:
            self.dot(x, y, width / 2, fill)

    def arc(self, x: float, y: float, r: float, angles: Point, fill: str, width: float) -> None:
        """A part of a circle; angles in degrees from three o'clock, clockwise."""
        corners = self._all([(x - r, y - r), (x + r, y + r)])
        self._draw.arc(corners, *angles, fill=fill, width=int(width * _LARGER))

    def picture(self) -> Image.Image:
        """What has been drawn, in few colours."""
        small = self._image.resize((WIDTH, HEIGHT), Image.Resampling.BOX)
        return small.quantize(_COLOURS, dither=Image.Dither.NONE)

    def save(self, path: Path) -> None:
        self.picture().save(path, optimize=True)

    def _all(self, points: Sequence[Point]) -> list[Point]:
        return [(x * _LARGER, y * _LARGER) for x, y in points]
