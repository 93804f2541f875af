"""What nearly every head holds, read by ourselves: it halves the time of reading.

YAML's events, an object for each word, cost more than all that is done with them. Most heads need
little of YAML: `key: value`, nested by indentation, lists, quotes without escapes, and brackets
that close on their line. Whatever else there is, or may be, is left to YAML's own parser, which
also finds what is wrong: `read_plain` knows no faults, and says what the parser says or nothing.
"""

import re
from functools import lru_cache
from sys import intern
from typing import Final

from kohtaamo.content.source.tree import Mapping, Node, Scalar, Sequence
from kohtaamo.content.source.yaml_slips import Slips

# Deeper than any field of ours, and less deep than what the parser takes.
_DEEPEST = 6

# No text without quotes begins with these (YAML 1.1, 9.1.3; some may, and are left alone).
_FIRST = r"""[^\s\-?:,\[\]{}#&*!|>'"%@`]"""
_KEY = r"[A-Za-z_][A-Za-z0-9_-]{0,60}"
# A colon belongs to the text when something follows it on its line.
_PLAIN = rf"{_FIRST}[^:#]*(?::(?! |$)[^:#]*)*"
# Within brackets, only the colons of times of day.
_WORD = rf"{_FIRST}[^,\[\]{{}}:?#]*(?:(?<=[0-9]):(?=[0-9])[^,\[\]{{}}:?#]*)*"
_LINE = re.compile(
    rf"( *)(?:#.*|(- +)?(?:({_KEY}):(?: +|$))?"
    rf"""(?:({_PLAIN})|(?:"([^"\\]*)"|'([^']*)'|([\[{{].*[\]}}])) *)?)"""
)
_WORDS = re.compile(rf"\[ *{_WORD}(?:, *{_WORD})*\]")
_PAIR = re.compile(rf""" *({_KEY}): +(?:({_WORD})|"([^"\\]*)" *)(?:,|\}}$)""")


class _NotPlainError(Exception):
    """Something that only YAML's own parser knows."""


# A line: number, column of what it says, column of its dash or -1, key and value if any.
_Row = tuple[int, int, int, str | None, Node | None]
# The third of these.
_DASH: Final = 2
# What a line says behind its key or dash.
_NO_TEXT, _PLAIN_TEXT, _QUOTED, _FLOW = range(4)


def read_plain(text: str, first_line: int) -> Mapping | Sequence | None:
    """The tree of a head whose first line is `first_line` of the file; None when in any doubt.

    What comes out is what `parse_yaml` makes of the parser's events.
    """
    if not text.replace("\n", "").isprintable() or Slips.of(text) is not None:
        return None
    try:
        rows = _rows(text, first_line)
        root, end = _block(rows, 0, 1)
    except _NotPlainError:
        return None
    return root if end == len(rows) else None


def _rows(text: str, first_line: int) -> list[_Row]:
    rows: list[_Row] = []
    for line, written in enumerate(text.split("\n"), first_line):
        column, dash, key, form, said = _line(written)
        value: Node | None = None
        if form == _PLAIN_TEXT:
            value = Scalar(said, line)
        elif form == _FLOW:
            value = _words(said, line) or _pairs(said, line)
        elif form == _QUOTED:
            value = Scalar(said, line, False)
        if key is not None or dash >= 0:
            rows.append((line, column, dash, key, value))
        elif value is not None:
            raise _NotPlainError
    if not rows or text[0] == " ":
        raise _NotPlainError
    return rows


@lru_cache(maxsize=4096)
def _line(written: str) -> tuple[int, int, str | None, int, str]:
    """Column, column of the dash or -1, key, form and text: many files say the same of much."""
    match = _LINE.fullmatch(written)
    if match is None:
        raise _NotPlainError
    indent, dash, key, plain, double, single, flow = match.groups()
    column, at_dash = (len(indent), -1) if dash is None else (match.end(2), len(indent))
    # Keys, and words such as slugs, stand in thousands of files: each is kept once.
    key = None if key is None else intern(key)
    if plain is not None:
        plain = plain.rstrip(" ")
        return column, at_dash, key, _PLAIN_TEXT, plain if " " in plain else intern(plain)
    if flow is not None:
        return column, at_dash, key, _FLOW, flow
    if double is not None or single is not None:
        return column, at_dash, key, _QUOTED, double if single is None else single
    return column, at_dash, key, _NO_TEXT, ""


def _block(rows: list[_Row], at: int, depth: int) -> tuple[Mapping | Sequence, int]:
    """The mapping or list that begins with a row, and the number of the first row behind it."""
    if depth > _DEEPEST:
        raise _NotPlainError
    if rows[at][_DASH] < 0:
        return _mapping(rows, at, depth)
    return _sequence(rows, at, depth)


def _mapping(rows: list[_Row], at: int, depth: int) -> tuple[Mapping, int]:
    begin, column = rows[at][0], rows[at][1]
    entries: list[tuple[Scalar, Node]] = []
    seen = set()
    while at < len(rows):
        line, own, dash, key, value = rows[at]
        if own != column or dash >= 0:
            if (own if dash < 0 else dash) < column:
                break
            raise _NotPlainError
        if key is None or key in seen:
            raise _NotPlainError
        seen.add(key)
        at += 1
        if value is None:
            value, at = _below(rows, at, column, line, depth)
        entries.append((Scalar(key, line), value))
    return Mapping(tuple(entries), begin), at


def _below(rows: list[_Row], at: int, column: int, line: int, depth: int) -> tuple[Node, int]:
    """What stands under a key without a value on its own line; the dashes of a list may align."""
    if at < len(rows):
        own, dash = rows[at][1], rows[at][_DASH]
        if dash >= column or (dash < 0 and own > column):
            return _block(rows, at, depth + 1)
    return Scalar("", line), at


def _sequence(rows: list[_Row], at: int, depth: int) -> tuple[Sequence, int]:
    begin, column = rows[at][0], rows[at][_DASH]
    items: list[Node] = []
    while at < len(rows) and rows[at][_DASH] == column:
        line, own, _, key, value = rows[at]
        if key is not None:
            # `- key: value`: a mapping whose other keys stand under its first.
            rows[at] = (line, own, -1, key, value)
            value, at = _block(rows, at, depth + 1)
        elif value is None:
            raise _NotPlainError
        else:
            at += 1
        items.append(value)
    return Sequence(tuple(items), begin), at


def _words(text: str, line: int) -> Sequence | None:
    """`[word, word]`, without quotes and brackets inside."""
    words = _split(text)
    return Sequence(tuple([Scalar(word, line) for word in words]), line) if words else None


@lru_cache(maxsize=4096)
def _split(text: str) -> tuple[str, ...]:
    """Each word of `[word, word]`, or none: most files say `[everyone]` or the like."""
    if _WORDS.fullmatch(text) is None:
        return ()
    return tuple(word.strip(" ") for word in text[1:-1].split(","))


def _pairs(text: str, line: int) -> Mapping:
    """`{key: word, key: "text"}`, without brackets inside."""
    entries = []
    seen = set()
    at = 1
    while at < len(text):
        pair = _PAIR.match(text, at)
        if text[0] != "{" or pair is None or pair[1] in seen:
            raise _NotPlainError
        key, plain, quoted = pair.groups()
        seen.add(key)
        value = Scalar(quoted, line, False) if plain is None else Scalar(plain.rstrip(" "), line)
        entries.append((Scalar(key, line), value))
        at = pair.end()
    return Mapping(tuple(entries), line)
