"""The one stylesheet, joined from small files: the only place that knows their order.

Later files may lean on earlier ones, never the other way round. `@layer` would say the same, but
browsers before 2022 drop whole layers.
"""

from collections.abc import Iterator
from functools import partial
from hashlib import sha256
from pathlib import Path

from kohtaamo.publish.output import Output

STYLESHEET = "theme/kohtaamo.css"
# The sign of a tab and of a bookmark.
ICON = "theme/mark.svg"

BEFORE_COMPONENTS = ("settings", "tokens", "base", "layout")
AFTER_COMPONENTS = ("utilities", "contrast", "print")


def style_files(static: Path) -> tuple[Path, ...]:
    """The files in their order: foundations, components by name, then what outweighs them."""
    css = static / "css"
    return (
        *(css / f"{name}.css" for name in BEFORE_COMPONENTS),
        *sorted((css / "components").glob("*.css")),
        *(css / f"{name}.css" for name in AFTER_COMPONENTS),
    )


def joined_styles(static: Path) -> bytes:
    """All style files as one, UTF-8, Unix line ends."""
    texts = (file.read_text("utf-8").strip() for file in style_files(static))
    return ("\n\n".join(texts) + "\n").encode()


def style_address(static: Path) -> str:
    """The stylesheet's address with a mark of its content: caches keep it until it changes."""
    return f"/{STYLESHEET}?v={sha256(joined_styles(static)).hexdigest()[:10]}"


def style_outputs(static: Path) -> Iterator[Output]:
    """The theme's files."""
    yield Output(STYLESHEET, partial(joined_styles, static), STYLESHEET, ())
    yield Output(ICON, (static / "mark.svg").read_bytes, ICON, ())
