"""A picture that is plain already → the bytes that leave the house."""

from io import BytesIO

from PIL import Image

from kohtaamo.publish.pictures.size import narrowed

# Chosen by figures: docs/decisions.md.
_JPEG = {"quality": 82, "optimize": True, "progressive": True}
# Kept for good: fine enough that what is published from it loses nothing to be seen.
_KEPT = {"quality": 90, "subsampling": 0, "optimize": True, "progressive": True}
_WEBP = {"quality": 78, "method": 4}


def kept_anew(image: Image.Image) -> bytes:
    """A plain picture as it is put into `content/images/`: a JPEG with nothing but the picture."""
    out = BytesIO()
    image.save(out, "JPEG", **_KEPT)
    return out.getvalue()


def encoded(image: Image.Image, width: int | None) -> bytes:
    """The picture as JPEG, or as WebP of at most so many pixels of width; the same at every call.

    No picture is made wider. Nothing is written but the picture: what Pillow would take along from
    a file (profile, EXIF, XMP, comment) is not in a plain one.
    """
    out = BytesIO()
    if width is None:
        image.save(out, "JPEG", **_JPEG)
        return out.getvalue()
    size = narrowed(image.size, width)
    small = image if size == image.size else image.resize(size, Image.Resampling.LANCZOS)
    small.save(out, "WEBP", **_WEBP)
    return out.getvalue()
