"""How large a picture is when it leaves the house: pages keep its room free from the start."""

from pathlib import Path

# In pixels. Pictures are not made larger, nor other than they are in shape.
WIDEST, HIGHEST = 1200, 2400
# Each leaves in these widths too, as far as it has them: for a column on a plain screen, a
# telephone, and what shows two or three pixels where there was one.
WIDTHS = (480, 800, WIDEST)
_ORIENTATION = 0x0112
# EXIF orientations that lay a picture on its side (CIPA DC-008, 4.6.4).
_ON_ITS_SIDE = frozenset({5, 6, 7, 8})

Size = tuple[int, int]


def size_of(file: Path) -> Size | None:
    """Width and height in pixels at its largest, to a pixel; only its head is read.

    None for what is no picture: the checks have refused it, and pages name it without a size.
    """
    # Only networks with pictures need what reads them.
    from PIL import Image  # noqa: PLC0415

    from kohtaamo.content.source.pictures import FORMATS  # noqa: PLC0415

    try:
        with Image.open(file, formats=FORMATS) as image:
            size, orientation = image.size, image.getexif().get(_ORIENTATION)
    except Exception:  # noqa: BLE001 - strangers' bytes raise whatever a format's reader does
        return None
    return within(size[::-1] if orientation in _ON_ITS_SIDE else size)


def within(size: Size) -> Size:
    """A size made to fit the largest that pictures leave with, in the same shape."""
    width, height = size
    scale = min(WIDEST / width, HIGHEST / height, 1)
    return max(1, round(width * scale)), max(1, round(height * scale))


def narrowed(size: Size, width: int) -> Size:
    """A size made to fit a width, in the same shape; a narrower one as it is."""
    return size if size[0] <= width else (width, max(1, round(size[1] * width / size[0])))
