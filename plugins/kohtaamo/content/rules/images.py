"""Pictures that are named exist in `content/images/`, in a format we take."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from kohtaamo.content.build.draft import Draft
from kohtaamo.content.rules.rule import everything, problem_at
from kohtaamo.model.origin import Origin
from kohtaamo.problems.problem import Problem
from kohtaamo.text.suggestions import nearest

_IN_TEXT = re.compile(r"!\[[^\]\n]*\]\(")
FORMATS = (".jpg", ".jpeg", ".png", ".webp", ".avif")


def check_images(draft: Draft, _today: date) -> Iterator[Problem]:
    """`images[].file` and `brand.logo` name files below `content/images/`."""
    brand = draft.network.identity.brand
    if brand is not None and brand.logo is not None:
        yield from _image(draft.network.identity.origin, "brand.logo", brand.logo, draft.images)
    for _kind, _record, item in everything(draft.network):
        if "![" in (getattr(item, "text", None) or "") and hasattr(item, "images"):
            yield from _in_text(item)
        for index, image in enumerate(getattr(item, "images", ())):
            yield from _image(item.origin, f"images[{index}].file", image.file, draft.images)


def _in_text(item: Any) -> Iterator[Problem]:
    """A Markdown picture within the text: the page leaves it out."""
    match = _IN_TEXT.search(item.text)
    if match is not None:
        line = item.origin.line("text") + item.text.count("\n", 0, match.start())
        path = item.origin.path
        yield Problem(path=path, line=line, field="text", code="picture-in-text")


def _image(origin: Origin, at: str, file: str, images: frozenset[str]) -> Iterator[Problem]:
    if file in images:
        return
    if not file.lower().endswith(FORMATS):
        allowed = ", ".join(FORMATS)
        yield problem_at(origin, at, "image-format", value=file, allowed=allowed)
    elif file.startswith(("/", "images/", "content/")) or "\\" in file or ".." in file.split("/"):
        yield problem_at(origin, at, "image-path", value=file)
    elif guess := nearest(file, images):
        yield problem_at(origin, at, "unknown-image-near", value=file, guess=guess)
    else:
        yield problem_at(origin, at, "unknown-image", value=file)
