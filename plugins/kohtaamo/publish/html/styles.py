"""The stylesheets, joined from small files: the only place that knows their order.

Later files may lean on earlier ones, never the other way round. `@layer` would say the same, but
browsers before 2022 drop whole layers. What only paper needs has a sheet of its own: no page waits
for it. So has what stands on no page of an event or a place, and what is for easy pages alone:
these come in one round trip.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache, partial
from hashlib import sha256
from operator import attrgetter
from pathlib import Path

from kohtaamo.publish.output import Output

SCREEN, PAPER, MORE = "theme/kohtaamo.css", "theme/paper.css", "theme/more.css"
EASY = "theme/easy.css"
# What the page of the form alone loads.
FORM = "theme/form.css"
OF_FORM = frozenset({"form", "form-field", "search-form"})
# The sign of a tab and of a bookmark.
ICON = "theme/mark.svg"

# Of the mark of a content in an address.
MARK_SIGNS = 6

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_BLANKS = re.compile(r"\s+")
_MEANINGLESS = re.compile(r" ?([{};,]) ?")

BEFORE_COMPONENTS = ("settings", "tokens", "base", "layout")
AFTER_COMPONENTS = ("utilities", "contrast")
ON_PAPER = ("print", "print-components", "sheet", "sheet-place", "sheet-room")
# Components that no event and no place has on its page.
ELSEWHERE = frozenset(
    (
        *("card", "change", "device", "entry", "events-block", "example", "facts", "followed"),
        *("front-head", "front-near", "front-questions", "front-towns", "front-week", "group"),
        *("names", "narrow", "narrow-form", "near", "open-today", "organiser-facts", "pager"),
        *("places-map", "room-free", "room-table", "sentences", "ways-in"),
    )
)


def style_files(static: Path) -> Mapping[str, tuple[Path, ...]]:
    """By stylesheet, its files in their order.

    Foundations, components by name, then what outweighs them; and what outweighs these on paper.
    The rest of the components come later than others, so what outweighs them comes again.
    """
    css = static / "css"
    by_name = sorted((css / "components").glob("*.css"), key=attrgetter("name"))
    components = {file.stem: file for file in by_name}
    after = tuple(css / f"{name}.css" for name in AFTER_COMPONENTS)
    return {
        SCREEN: (
            *(css / f"{name}.css" for name in BEFORE_COMPONENTS),
            *(file for name, file in components.items() if name not in ELSEWHERE | OF_FORM),
            *after,
        ),
        MORE: (*(file for name, file in components.items() if name in ELSEWHERE), *after),
        FORM: (*(file for name, file in components.items() if name in OF_FORM), *after),
        EASY: (css / "easy.css",),
        PAPER: tuple(css / f"{name}.css" for name in ON_PAPER),
    }


def joined_styles(static: Path, sheet: str) -> bytes:
    """All files of a sheet as one, UTF-8, without what only people read: comments, indentation."""
    return _plain(" ".join(file.read_text("utf-8") for file in style_files(static)[sheet]))


@cache
def _plain(text: str) -> bytes:
    """A pure function of a sheet's text: its address asks for it, and then its file.

    A blank beside a brace, a comma or a semicolon means nothing, nor does one after a colon, nor a
    semicolon before a brace.
    """
    plain = _BLANKS.sub(" ", _COMMENT.sub("", text))
    return (
        _MEANINGLESS.sub(r"\1", plain).replace(": ", ":").replace(";}", "}").strip() + "\n"
    ).encode()


def style_address(static: Path, sheet: str) -> str:
    """A sheet's address with a mark of its content: caches keep it until it changes."""
    return f"/{sheet}?v={sha256(joined_styles(static, sheet)).hexdigest()[:MARK_SIGNS]}"


def style_outputs(static: Path) -> Iterator[Output]:
    """The theme's files."""
    for sheet in (SCREEN, PAPER, MORE, EASY, FORM):
        yield Output(sheet, partial(joined_styles, static, sheet), sheet, ())
    yield Output(ICON, (static / "mark.svg").read_bytes, ICON, ())
