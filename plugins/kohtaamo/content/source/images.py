"""Pictures are what the ending of their name says, and can be decoded to the last byte."""

import re
from pathlib import Path

from kohtaamo.content.source.files import SourceFile
from kohtaamo.content.source.pictures import decode, read
from kohtaamo.content.source.walk import problem
from kohtaamo.problems.problem import Problem, Refused

# As far as the brands of an AVIF file reach (ISO 14496-12, 4.3: the `ftyp` box comes first).
_HEAD = 64
_JPEG = ("JPEG", re.compile(rb"\xff\xd8\xff"))
# The formats by ending: what people call each, and how such a file begins.
_FORMATS = {
    "jpg": _JPEG,
    "jpeg": _JPEG,
    "png": ("PNG", re.compile(rb"\x89PNG\r\n\x1a\n")),
    "webp": ("WebP", re.compile(rb"RIFF.{4}WEBP", re.DOTALL)),
    "avif": ("AVIF", re.compile(rb".{4}ftyp.*avi[fs]", re.DOTALL)),
}


def is_picture(data: bytes) -> bool:
    """Whether the bytes begin as one of the formats we take does."""
    return any(beginning.match(data[:_HEAD]) for _, beginning in _FORMATS.values())


def image_problems(image: SourceFile) -> tuple[Problem, ...]:
    """What keeps a picture from being shown.

    `image-not-an-image` when the file holds something else, or nothing; `image-broken`,
    `image-too-large`, `image-too-heavy`, `unreadable-file`.
    """
    file = Path(image.file)
    try:
        with file.open("rb") as opened:
            head = opened.read(_HEAD)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        return (problem(image.path, "unreadable-file", reason=reason),)
    name, beginning = _FORMATS[image.path.rpartition(".")[2].lower()]
    if not beginning.match(head):
        value = image.path.rpartition("/")[2]
        return (problem(image.path, "image-not-an-image", value=value, format=name),)
    try:
        # The smallest that the format gives: only whether it can be decoded is of interest.
        decode(file.name, read(file), (1, 1))
    except Refused as refused:
        return (problem(image.path, refused.code, **refused.values),)
    return ()
