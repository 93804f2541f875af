"""A picture from strangers' bytes: four formats, told by the bytes, within a limit of pixels."""

import warnings
from io import BytesIO
from pathlib import Path
from types import MappingProxyType

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
# What no length follows: no marker at all, a filling, markers alone.
_WITHOUT_LENGTH = frozenset({None, 0xFF, 0x00, 0x01, *range(0xD0, 0xDA)})
# The head of a JPEG is read likewise, what stands between its segments byte by byte.
_MOST_STEPS = 100_000
_PNG, _JPEG = b"\x89PNG\r\n\x1a\n", b"\xff\xd8"


def read(file: Path) -> bytes:
    """A picture's bytes; Refused as `image-too-heavy`, or `image-broken` when it cannot be read."""
    try:
        with file.open("rb") as opened:
            data = opened.read(MOST_BYTES + 1)
    except OSError as error:
        raise Refused("image-broken", value=file.name) from error
    if len(data) > MOST_BYTES:
        limit = str(MOST_BYTES // 1_000_000)
        raise Refused("image-too-heavy", value=file.name, limit=limit)
    return data


def decode(name: str, data: bytes, box: tuple[int, int]) -> Image.Image:
    """The first frame of a picture, decoded whole, not yet upright, and not smaller than `box`.

    A large JPEG comes out at a half, a quarter or an eighth of its size where that still fills the
    box. `name` is the file's, for people. Refused, before anything is decoded, as `image-too-large`
    by pixels; and as `image-broken` when any part of it cannot be decoded or would never end.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            image = _opened(name, data)
            image.draft(None, box)
            image.load()
            return image
    except Refused:
        raise
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise _too_large(name, MOST_PIXELS["PNG"]) from None
    except Exception as error:  # hostile bytes raise whatever a format's reader does
        raise Refused("image-broken", value=name) from error


def _opened(name: str, data: bytes) -> Image.Image:
    """The picture, of which nothing has been decoded; Refused when that would take too much."""
    if _never_ends(data):
        raise Refused("image-broken", value=name)
    image = Image.open(BytesIO(data), formats=FORMATS)
    if image.width * image.height > _limit(image):
        raise _too_large(name, _limit(image))
    return image


def _never_ends(data: bytes) -> bool:
    """Whether a small file would keep its reader busy for long."""
    if data.startswith(_PNG):
        return _has_chunks(data, _MOST_CHUNKS)
    if data.startswith(_JPEG):
        return data.count(_SCAN) > _MOST_SCANS or _has_steps(data, _MOST_STEPS)
    return False


def _has_chunks(data: bytes, most: int) -> bool:
    """Whether a PNG has more chunks (PNG §5.3: length, name, data, check)."""
    at = len(_PNG)
    for _ in range(most):
        length = data[at : at + 4]
        if len(length) < 4:
            return False
        at += int.from_bytes(length) + 12
    return True


def _has_steps(data: bytes, most: int) -> bool:
    """Whether it takes more steps through a JPEG's head to its first scan (ITU-T T.81, B.1.1).

    A step is a segment, a marker alone, or a byte that belongs to neither.
    """
    at = len(_JPEG)
    for _ in range(most):
        code = data[at + 1] if data[at : at + 1] == b"\xff" and at + 1 < len(data) else None
        if code == _SCAN[1] or at >= len(data):
            return False
        if code in _WITHOUT_LENGTH:
            at += 1 if code in {None, 0xFF} else 2
        else:
            at += 2 + int.from_bytes(data[at + 2 : at + 4])
    return True


def _limit(image: Image.Image) -> int:
    """A telephone's JPEG with several pictures in it (MPO) is a JPEG."""
    if not isinstance(image, JpegImageFile):
        return MOST_PIXELS[image.format or ""]
    return MOST_PIXELS_OF_PROGRESSIVE if image.info.get("progressive") else MOST_PIXELS_OF_JPEG


def _too_large(name: str, limit: int) -> Refused:
    return Refused("image-too-large", value=name, limit=str(limit // 1_000_000))
