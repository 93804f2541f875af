"""The theme's mark as pictures, for those who ask for icons without reading a page.

Browsers read `mark.svg`, which pages name. Telephones ask for `/apple-touch-icon.png` when somebody
puts the site among their apps, and programs of all kinds for `/favicon.ico`.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree as ET

from PIL import Image

from kohtaamo.publish.drawings.path import Line, ellipse, lines_of
from kohtaamo.publish.drawings.sheet import Scale, Sheet

# Telephones round the corners themselves.
TOUCH = 180
FAVICON = (16, 32, 48)
_SVG = "{http://www.w3.org/2000/svg}"
_COLOURS = 64
_NONE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """Lines of the mark; `fill` and `stroke` are colours, or `none`."""

    lines: tuple[Line, ...]
    fill: str
    stroke: str
    width: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """The mark in a box with equal sides: its ground, and from below what is drawn on it."""

    side: float
    ground: str
    shapes: tuple[Shape, ...]


def touch_icon(static: Path) -> bytes:
    """A PNG whose ground goes on to its corners."""
    out = BytesIO()
    flat = _drawn(mark_of(static), TOUCH).quantize(
        _COLOURS, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE
    )
    flat.save(out, "PNG", optimize=True)
    return out.getvalue()


def favicon(static: Path) -> bytes:
    """An ICO with a picture for each size, each drawn for itself."""
    mark = mark_of(static)
    small, *larger = (_drawn(mark, size) for size in FAVICON)
    out = BytesIO()
    largest = larger[-1]
    sizes = [(size, size) for size in FAVICON]
    largest.save(out, "ICO", sizes=sizes, append_images=[small, *larger[:-1]])
    return out.getvalue()


def mark_of(static: Path) -> Mark:
    """The theme's mark: a rectangle of one colour, and ellipses and paths above it."""
    # The theme is ours: no contributor writes into it.
    root = ET.fromstring((static / "mark.svg").read_text("utf-8"))  # noqa: S314
    ground = root.find(f"{_SVG}rect")
    return Mark(
        side=float(root.attrib["viewBox"].split()[2]),
        ground=ground.attrib["fill"] if ground is not None else "#ffffff",
        shapes=tuple(_shapes(root, {})),
    )


def _shapes(element: ET.Element, inherited: dict[str, str]) -> Iterator[Shape]:
    for child in element:
        said = {**inherited, **child.attrib}
        if child.tag == f"{_SVG}g":
            yield from _shapes(child, said)
            continue
        lines = _lines(child.tag.removeprefix(_SVG), said)
        if lines:
            fill, stroke = said.get("fill", "#000000"), said.get("stroke", _NONE)
            width = float(said.get("stroke-width", "1"))
            yield Shape(lines=lines, fill=fill, stroke=stroke, width=width)


def _lines(tag: str, said: dict[str, str]) -> tuple[Line, ...]:
    if tag == "path":
        return lines_of(said["d"])
    if tag == "ellipse":
        x, y, width, height = (float(said[key]) for key in ("cx", "cy", "rx", "ry"))
        return (ellipse(x, y, width, height),)
    return ()


def _drawn(mark: Mark, size: int) -> Image.Image:
    scale = Scale(times=size / mark.side)
    sheet = Sheet((size, size), mark.ground)
    for shape in mark.shapes:
        if shape.fill != _NONE:
            sheet.fill(shape.lines, shape.fill, scale)
        if shape.stroke != _NONE:
            sheet.stroke(shape.lines, shape.stroke, shape.width, scale)
    return sheet.small()
