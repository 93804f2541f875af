"""A picture from strangers' bytes: four formats, told by the bytes, within a limit of pixels."""

import warnings
from pathlib import Path

from PIL import Image
from PIL.JpegImagePlugin import JpegImageFile

from kohtaamo.problems.problem import Refused

# By Pillow's names; none of the many other formats that it reads is ever tried.
FORMATS = ("JPEG", "PNG", "WEBP", "AVIF")
# A JPEG is decoded small from the start; the others take up to 12 bytes of memory for each pixel.
MOST_PIXELS = 16_000_000
MOST_PIXELS_OF_JPEG = 50_000_000


def decode(file: Path, box: tuple[int, int]) -> Image.Image:
    """The first frame of a picture, decoded whole, not yet upright, and not smaller than `box`.

    A large JPEG comes out at a half, a quarter or an eighth of its size where that still fills the
    box. Refused: `image-too-large`, before anything is decoded, and `image-broken` when any part
    of it cannot be.
    """
    try:
        with file.open("rb") as opened, warnings.catch_warnings():
            warnings.simplefilter("ignore")
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            image = Image.open(opened, formats=FORMATS)
            if image.width * image.height > _limit(image):
                raise _too_large(file, _limit(image))
            image.draft(None, box)
            image.load()
            return image
    except Refused:
        raise
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise _too_large(file, MOST_PIXELS) from None
    except Exception as error:  # noqa: BLE001  # hostile bytes raise whatever a format's reader does
        raise Refused("image-broken", value=file.name) from error


def _limit(image: Image.Image) -> int:
    """A telephone's JPEG with several pictures in it (MPO) is a JPEG."""
    return MOST_PIXELS_OF_JPEG if isinstance(image, JpegImageFile) else MOST_PIXELS


def _too_large(file: Path, limit: int) -> Refused:
    return Refused("image-too-large", value=file.name, limit=str(limit // 1_000_000))
