"""A contributor's picture as it is shown: upright, small, and nothing in it but the picture."""

import warnings
from io import BytesIO

from PIL import Image, ImageCms

from kohtaamo.content.source.pictures import decode
from kohtaamo.publish.pictures.size import HIGHEST, WIDEST

_WHITE = (255, 255, 255)
_ORIENTATION = 0x0112
# How a picture is turned upright, by its EXIF orientation (CIPA DC-008, 4.6.4); 1 is upright.
_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}


def plain(name: str, data: bytes) -> Image.Image:
    """The picture in sRGB without metadata, as large as pictures leave; the same at every call.

    Refused as `decode` refuses; the checks have said so before.
    """
    # Whichever side will be up, neither comes out narrower than it may leave.
    image = decode(name, data, (WIDEST, WIDEST))
    turn, profile = _turn(image), image.info.get("icc_profile")
    upright = _in_full_colour(image)
    if turn is not None:
        upright = upright.transpose(turn)
    upright.thumbnail((WIDEST, HIGHEST), Image.Resampling.LANCZOS)
    return _in_srgb(_on_white(upright), profile)


def _turn(image: Image.Image) -> Image.Transpose | None:
    """What makes the picture upright; None when it is, or when its EXIF cannot be read."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return _TURNS.get(image.getexif().get(_ORIENTATION, 1))
    except Exception:  # noqa: BLE001  # a picture is whole whatever else its file holds
        return None


def _in_full_colour(image: Image.Image) -> Image.Image:
    """Palettes and deep greys as colours that can be made smaller without steps."""
    if image.has_transparency_data:
        return image.convert("RGBA")
    if image.mode.startswith("I"):
        # 16 bits of grey in a wider number: the upper eight are the picture.
        return image.convert("I").point([value // 256 for value in range(65536)], "L")
    return image if image.mode in ("L", "CMYK", "RGB") else image.convert("RGB")


def _on_white(image: Image.Image) -> Image.Image:
    """JPEG knows no transparency; paper is white, and a drawing for it is seen in the dark too."""
    if image.mode != "RGBA":
        return image
    paper = Image.new("RGBA", image.size, (*_WHITE, 255))
    return Image.alpha_composite(paper, image).convert("RGB")


def _in_srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    """The colours that the picture's own profile means; a profile that is none counts for nothing.

    A picture whose profile is dropped unread looks pale (telephones) or shrill (print).
    """
    if profile:
        try:
            own = ImageCms.ImageCmsProfile(BytesIO(profile))
            made = ImageCms.profileToProfile(
                image, own, ImageCms.createProfile("sRGB"), outputMode="RGB"
            )
        except (ImageCms.PyCMSError, OSError, ValueError):
            made = None
        if made is not None:
            image = made
    clean = image.convert("RGB")
    clean.info = {}
    return clean
