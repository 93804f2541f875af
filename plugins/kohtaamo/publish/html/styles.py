"""The one stylesheet, joined from small files: the only place that knows their order.

Later files may lean on earlier ones, never the other way round. `@layer` would say the same, but
browsers before 2022 drop whole layers.
"""

import re
from collections.abc import Iterator
from functools import partial
from hashlib import sha256
from pathlib import Path

from kohtaamo.publish.output import Output

STYLESHEET = "theme/kohtaamo.css"
# The sign of a tab and of a bookmark.
ICON = "theme/mark.svg"

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_BLANKS = re.compile(r"\s+")
_MEANINGLESS = re.compile(r" ?([{};,]) ?")

BEFORE_COMPONENTS = ("settings", "tokens", "base", "layout")
AFTER_COMPONENTS = ("utilities", "contrast", "print", "sheet", "sheet-place")


def style_files(static: Path) -> tuple[Path, ...]:
    """The files in their order: foundations, components by name, then what outweighs them."""
    css = static / "css"
    return (
        *(css / f"{name}.css" for name in BEFORE_COMPONENTS),
        *sorted((css / "components").glob("*.css")),
        *(css / f"{name}.css" for name in AFTER_COMPONENTS),
    )


def joined_styles(static: Path) -> bytes:
    """All style files as one, UTF-8, without what only people read: comments, indentation.

    A blank beside a brace, a comma or a semicolon means nothing, nor does one after a colon.
    """
    texts = " ".join(file.read_text("utf-8") for file in style_files(static))
    plain = _BLANKS.sub(" ", _COMMENT.sub("", texts))
    return (_MEANINGLESS.sub(r"\1", plain).replace(": ", ":").strip() + "\n").encode()


def style_address(static: Path) -> str:
    """The stylesheet's address with a mark of its content: caches keep it until it changes."""
    return f"/{STYLESHEET}?v={sha256(joined_styles(static)).hexdigest()[:10]}"


def style_outputs(static: Path) -> Iterator[Output]:
    """The theme's files."""
    yield Output(STYLESHEET, partial(joined_styles, static), STYLESHEET, ())
    yield Output(ICON, (static / "mark.svg").read_bytes, ICON, ())
