"""A picture from strangers' bytes: four formats, told by the bytes, within a limit of pixels."""

import warnings
from io import SEEK_CUR
from pathlib import Path
from types import MappingProxyType
from typing import BinaryIO

from PIL import Image
from PIL.JpegImagePlugin import JpegImageFile

from kohtaamo.problems.problem import Refused

# By Pillow's names; none of the many other formats that it reads is ever tried.
FORMATS = ("JPEG", "PNG", "WEBP", "AVIF")
MOST_BYTES = 20_000_000
# A JPEG is decoded small from the start, unless it is progressive: then all of its coefficients
# are kept. The others take 12 bytes of memory for each pixel, WebP 16.
MOST_PIXELS_OF_JPEG = 50_000_000
MOST_PIXELS_OF_PROGRESSIVE = 25_000_000
MOST_PIXELS = MappingProxyType({"PNG": 16_000_000, "AVIF": 16_000_000, "WEBP": 12_500_000})
# Every scan goes over the whole picture: programs write about ten, and a few for small previews.
_MOST_SCANS = 64
_SCAN = b"\xff\xda"
# Each is read one by one; programs write pieces of 8 kB or more.
_MOST_CHUNKS = 10_000
_PNG = b"\x89PNG\r\n\x1a\n"


def decode(file: Path, box: tuple[int, int]) -> Image.Image:
    """The first frame of a picture, decoded whole, not yet upright, and not smaller than `box`.

    A large JPEG comes out at a half, a quarter or an eighth of its size where that still fills the
    box. Refused, before anything is decoded: `image-too-heavy` by bytes, `image-too-large` by
    pixels; and `image-broken` when any part of it cannot be decoded or would never end.
    """
    try:
        with file.open("rb") as opened, warnings.catch_warnings():
            warnings.simplefilter("ignore")
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            image = _opened(file, opened)
            image.draft(None, box)
            image.load()
            return image
    except Refused:
        raise
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise _too_large(file, MOST_PIXELS["PNG"]) from None
    except Exception as error:  # hostile bytes raise whatever a format's reader does
        raise Refused("image-broken", value=file.name) from error


def _opened(file: Path, opened: BinaryIO) -> Image.Image:
    """The picture, of which nothing has been decoded; Refused when that would take too much."""
    if file.stat().st_size > MOST_BYTES:
        limit = str(MOST_BYTES // 1_000_000)
        raise Refused("image-too-heavy", value=file.name, limit=limit)
    if _never_ends(opened):
        raise Refused("image-broken", value=file.name)
    image = Image.open(opened, formats=FORMATS)
    if image.width * image.height > _limit(image):
        raise _too_large(file, _limit(image))
    return image


def _never_ends(opened: BinaryIO) -> bool:
    """Whether a small file would keep its reader busy for long; it is then at its beginning."""
    if opened.read(len(_PNG)) == _PNG:
        is_endless = _has_chunks(opened, _MOST_CHUNKS)
    else:
        opened.seek(0)
        is_jpeg = opened.read(2) == b"\xff\xd8"
        is_endless = is_jpeg and opened.read().count(_SCAN) > _MOST_SCANS
    opened.seek(0)
    return is_endless


def _has_chunks(opened: BinaryIO, most: int) -> bool:
    """Whether a PNG has more chunks (PNG §5.3: length, name, data, check)."""
    for _ in range(most):
        length = opened.read(8)[:4]
        if len(length) < 4:
            return False
        opened.seek(int.from_bytes(length) + 4, SEEK_CUR)
    return True


def _limit(image: Image.Image) -> int:
    """A telephone's JPEG with several pictures in it (MPO) is a JPEG."""
    if not isinstance(image, JpegImageFile):
        return MOST_PIXELS[image.format or ""]
    return MOST_PIXELS_OF_PROGRESSIVE if image.info.get("progressive") else MOST_PIXELS_OF_JPEG


def _too_large(file: Path, limit: int) -> Refused:
    return Refused("image-too-large", value=file.name, limit=str(limit // 1_000_000))
