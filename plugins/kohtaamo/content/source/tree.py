"""A document as written: every key and value with its line, every scalar as text."""

from dataclasses import dataclass
from typing import NamedTuple

_NOTHING = frozenset({"~", "null"})


class Scalar(NamedTuple):
    """One value, always text; `plain` is false when it was quoted or a block.

    `line` is where it begins; `text_line`, where every line of the text is a line of the file (a
    block, the text below a head), is where the first of them stands, else 0. A named tuple: there
    is one for every word, and no other frozen value is made as fast.
    """

    text: str
    line: int
    plain: bool = True
    text_line: int = 0

    @property
    def is_missing(self) -> bool:
        """Blank values and `~` count as not written."""
        text = self.text
        return not text or text.isspace() or (self.plain and text in _NOTHING)


@dataclass(frozen=True, slots=True)
class Sequence:
    """A YAML list."""

    items: tuple["Node", ...]
    line: int

    @property
    def is_missing(self) -> bool:
        """An empty list counts as not written."""
        return not self.items


@dataclass(frozen=True, slots=True)
class Mapping:
    """A YAML mapping, keys in written order, each key once."""

    entries: tuple[tuple[Scalar, "Node"], ...]
    line: int

    @property
    def is_missing(self) -> bool:
        """A mapping says something even when it is empty."""
        return False

    def get(self, key: str) -> "Node | None":
        """The value under a key, or None."""
        return next((value for name, value in self.entries if name.text == key), None)


Node = Scalar | Sequence | Mapping


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One file of the content folder, read strictly, not yet understood.

    `path` is relative to the content folder; `kind` is one of network, place, event, organiser,
    notice, page, vocabulary, language, sources; `slug` is the file name without endings;
    `language` is the tag of a translation (`<slug>.sv.md`), else None; `root` is the YAML head
    (a list for vocabularies and sources); `text` is the Markdown below the head, with the line
    on which it begins.
    """

    path: str
    kind: str
    slug: str
    language: str | None
    root: Mapping | Sequence
    text: str = ""
    text_line: int = 0
