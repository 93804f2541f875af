"""Pictures are what the ending of their name says, by the first bytes of the file."""

import re

from kohtaamo.content.source.files import SourceFile
from kohtaamo.content.source.walk import problem
from kohtaamo.problems.problem import Problem

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


def image_problems(image: SourceFile) -> tuple[Problem, ...]:
    """`image-not-an-image` when the file holds something else, or nothing; `unreadable-file`."""
    try:
        with image.file.open("rb") as opened:
            head = opened.read(_HEAD)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        return (problem(image.path, "unreadable-file", reason=reason),)
    name, beginning = _FORMATS[image.path.rpartition(".")[2].lower()]
    if beginning.match(head):
        return ()
    value = image.path.rpartition("/")[2]
    return (problem(image.path, "image-not-an-image", value=value, format=name),)
