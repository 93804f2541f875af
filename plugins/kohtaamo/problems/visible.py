"""Text from anywhere, shown on one line."""

import re
import unicodedata

# GitHub's runner obeys `::name::` at the beginning of a line, behind blanks too, and the older
# `##[name]` anywhere in one (actions/runner, ActionCommand.cs).
_COMMAND = re.compile(r"^\s*:(?=:)|##(?=\[)")


def visible(text: str) -> str:
    """`text` on one line: blanks and line breaks as spaces, whatever cannot be seen as an escape.

    Control characters, direction marks, zero-width characters and lone surrogates come out as
    `\\u200b`, so that the result can be printed anywhere and turns no other text around.
    """
    if text.isprintable():
        return text
    return "".join(map(_shown, text))


def escaped(text: str) -> str:
    """`text` with an escape for whatever cannot be seen or encoded, blanks that are none too."""
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() else f"\\u{ord(c):04x}" for c in text)


def inert(line: str) -> str:
    """A line of text that the log of a forge shows and does not obey."""
    return _COMMAND.sub(lambda begun: f"{begun[0]} ", line)


def shortened(text: str, limit: int) -> str:
    """At most `limit` characters, the cut marked with an ellipsis."""
    return text if len(text) <= limit else f"{text[: limit - 1].rstrip()}…"


def _shown(character: str) -> str:
    if character.isprintable():
        return character
    if character in "\t\n\r" or unicodedata.category(character) in {"Zs", "Zl", "Zp"}:
        return " "
    return f"\\u{ord(character):04x}"
