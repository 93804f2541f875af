"""The report as plain text, for a terminal."""

import textwrap
from collections.abc import Iterator, Sequence

from kohtaamo.care.report import Report
from kohtaamo.care.told import Block, Line, Table, Told, tell
from kohtaamo.model.translation import Said
from kohtaamo.problems.visible import inert, shortened, visible
from kohtaamo.words.words import Words

WIDTH = 100
LONGEST_NAME = 100
_GAP = "  "


def as_text(report: Report, words: Words, folder: str) -> str:
    """The whole report without a line end; paths begin with `folder`, as in `kohtaamo check`."""
    return "\n".join(map(inert, _lines(tell(report, words, shown), folder)))


def shown(said: Said) -> str:
    """What contributors wrote, on one line and not too long."""
    return shortened(visible(said.text), LONGEST_NAME)


def _lines(told: Told, folder: str) -> Iterator[str]:
    yield told.title
    yield told.day
    if told.well:
        yield ""
        yield told.well
        return
    if told.urgent:
        yield ""
        yield told.urgent_title.upper()
        for number, (line, do) in enumerate(told.urgent, start=1):
            yield from _item(f"{number}. ", f"{line.text} {do}", line, folder)
    for block in told.blocks:
        yield ""
        yield from _block(block, folder)


def _block(block: Block, folder: str) -> Iterator[str]:
    yield block.title.upper()
    for sentence in (block.do, *block.notes):
        yield from _wrapped(sentence)
    for line in block.lines:
        yield from _item("- ", line.text, line, folder)
    if block.table is not None:
        yield from _table(block.table)
    if block.more:
        yield block.more


def _item(mark: str, text: str, line: Line, folder: str) -> Iterator[str]:
    indent = " " * len(mark)
    yield from _wrapped(text, mark, indent)
    yield f"{indent}{visible(line.at(folder))}"


def _table(table: Table) -> Iterator[str]:
    """Columns as wide as they have to be; the last one is wrapped."""
    rows = (table.head, *table.rows)
    widths = [max(len(row[at]) for row in rows) for at in range(len(table.head) - 1)]
    for row in rows:
        first = _GAP.join(cell.ljust(width) for cell, width in zip(row, widths, strict=False))
        indent = " " * (len(first) + len(_GAP))
        yield from _wrapped(row[-1], first + _GAP, indent)


def _wrapped(text: str, first: str = "", indent: str = "") -> Sequence[str]:
    return textwrap.wrap(
        text,
        WIDTH,
        initial_indent=first,
        subsequent_indent=indent,
        break_long_words=False,
        break_on_hyphens=False,
    )
