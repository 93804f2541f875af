"""Legal YAML that says something else than the person meant."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Self

from kohtaamo.content.source.rows import AtRow, problem

# A `#` behind other text on its line; a word, a colon and no space (the colon is sought first).
_HASH = re.compile(r"[^\s#][ \t]+#")
_COLON = re.compile(r":(?<=[a-z_]:)[^\s/]")
_NO_SPACE = re.compile(r" *(?:- +)*([a-z_]{2,}):(?!//)[^\s]")
_SCHEMES = frozenset({"http", "https", "mailto", "tel", "webcal"})


@dataclass(frozen=True, slots=True)
class Slips:
    """The lines of a text in which one of the slips may hide."""

    lines: list[str]

    @classmethod
    def of(cls, text: str) -> Self | None:
        """None, for most texts: nothing to look for."""
        found = ("#" in text and _HASH.search(text)) or _COLON.search(text)
        return cls(text.split("\n")) if found else None

    def look(self, event: Any, in_mapping: bool) -> Iterator[AtRow]:
        """The slips around one plain scalar: row from 0, code, values.

        `comment-after-value`: what follows ` # ` is a comment, and is left out.
        `words-after-hash`: the same behind `#word`, where words were most likely meant.
        `colon-without-space`: `start:2026-09-07` is one word, not a key with its value.
        """
        end = event.end_mark
        rest = self.lines[end.line][end.column :].strip() if end.line < len(self.lines) else ""
        if rest.startswith("#"):
            hash_word = len(rest) > 1 and not rest[1].isspace() and rest[1] != "#"
            yield problem(
                end.line,
                "words-after-hash" if hash_word else "comment-after-value",
                value=event.value,
                dropped=rest,
            )
        first = event.start_mark.line
        for row in range(first, end.line + 1):
            text = event.value if row == first else self.lines[row]
            if row == first and in_mapping:
                continue
            match = _NO_SPACE.match(text)
            if match is not None and match[1] not in _SCHEMES:
                yield problem(row, "colon-without-space", key=match[1])
