"""CommonMark with tables and strikethrough, its raw HTML made inert: what contributors write.

The parser (pyromark) takes linear time on any input. Raw HTML is text (contract §9): each piece
that the parser calls HTML is written with character references and the text is read again, because
one escaped piece can change what the next one is.
"""

import re
from collections.abc import Iterator

import pyromark
from pyromark.event import Event

from kohtaamo.publish.texts.unseen import without_hidden

OPTIONS = pyromark.Options.ENABLE_TABLES | pyromark.Options.ENABLE_STRIKETHROUGH
DEEPEST = 20
# Cells of a text's tables: the parser fills up each row to the length of the first.
MOST_CELLS = 20_000

_ROUNDS = 4
_PUNCTUATION = re.compile(rb"[!-/:-@\[-`{-~]")


def as_html(markdown: str) -> str:
    """HTML of a text whose raw HTML is shown; not sanitised yet.

    A text nested deeper than anyone could follow (DEEPEST) is shown as written: a sanitiser would
    take quadratic time over it. So is one whose tables would hold more cells than MOST_CELLS: a
    few kilobytes of it make megabytes of empty ones.
    """
    if has_endless_tables(markdown):
        return as_written(markdown)
    # A copy: the parser leaves its own form of a text with it, for as long as the text is kept.
    inert = with_inert_html(markdown).encode().decode()
    # Character references may stand for characters that no file may hold.
    html = without_hidden(pyromark.html(inert, options=OPTIONS))
    return as_written(markdown) if html.count("</") > DEEPEST and is_too_deep(inert) else html


def as_written(text: str) -> str:
    """A text that is not read as Markdown: its paragraphs, every sign of them shown."""
    blocks = (block.strip() for block in re.split(r"\n[ \t]*\n", text))
    return "\n".join(f"<p>{_escaped(block)}</p>" for block in blocks if block)


def events(markdown: str) -> Iterator[Event]:
    """The parser's events; raw HTML comes as events of its own (`Html`, `InlineHtml`)."""
    return iter(pyromark.events(markdown, options=OPTIONS))


def with_inert_html(markdown: str) -> str:
    """The same Markdown, with the punctuation inside raw HTML as character references."""
    text = markdown
    for _ in range(_ROUNDS):
        spans = _html_spans(text) if "<" in text else ()
        if not spans:
            return text
        text = _with_inert(text.encode(), spans)
    return markdown.replace("<", "&lt;")


def _html_spans(text: str) -> tuple[tuple[int, int], ...]:
    """Byte ranges of the pieces that the parser takes for HTML."""
    return tuple(
        (span["start"], span["end"])
        for event, span in pyromark.events_with_range(text, options=OPTIONS)
        if isinstance(event, dict) and ("Html" in event or "InlineHtml" in event)
    )


def _with_inert(text: bytes, spans: tuple[tuple[int, int], ...]) -> str:
    pieces = []
    at = 0
    for start, end in spans:
        reference = _PUNCTUATION.sub(lambda sign: b"&#%d;" % sign[0][0], text[start:end])
        pieces += [text[at:start], reference]
        at = end
    return b"".join([*pieces, text[at:]]).decode()


def is_too_deep(markdown: str) -> bool:
    """True when blocks and emphasis lie in one another deeper than DEEPEST."""
    depth = 0
    for event in pyromark.events(markdown, options=OPTIONS):
        if isinstance(event, dict):
            depth += ("Start" in event) - ("End" in event)
            if depth > DEEPEST:
                return True
    return False


def has_endless_tables(markdown: str) -> bool:
    """True when tables may hold more than MOST_CELLS: rows as long as the longest line there is.

    Texts with that many bars and lines are no tables that anybody could read.
    """
    if "|" not in markdown:
        return False
    lines = markdown.split("\n")
    return len(lines) * (1 + max(line.count("|") for line in lines)) > MOST_CELLS


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
