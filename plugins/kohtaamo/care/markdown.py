"""The report as Markdown, for one issue of a forge that is refreshed."""

import re
from collections.abc import Callable, Iterator
from urllib.parse import quote

from kohtaamo.care.report import Report
from kohtaamo.care.text import shown
from kohtaamo.care.told import Block, Line, Table, Told, beside, tell
from kohtaamo.model.network import Forge, Repository
from kohtaamo.model.translation import Said
from kohtaamo.problems.visible import inert, visible
from kohtaamo.words.words import Words

# GitHub takes 65 536 characters in an issue, the other forges more.
LONGEST = 60_000
_LINES = (20, 10, 5, 2, 1)

_SPECIAL = re.compile(r"[\\`*_\[\]<>|~&^]")
# What a forge turns into a mention or a link of its own: @somebody, #12, !3, an address.
_REFERENCE = re.compile(
    r"""[@#!$%~](?=[\w"'])|:(?=//)|(?<=www)(?=\.)|(?<=\bGH)-(?=\d)""", re.IGNORECASE
)
# A sentence of ours may begin with what somebody wrote: `1. maja` is no list, `- ` no item.
_BEGINNING = re.compile(r"^(\d*)([.)#>=+:-])")
_WORD_JOINER = "\u2060"

# Where forges show a file, and what keeps them from showing it as a page, without lines.
_FILES = {
    Forge.GITHUB: ("/blob/", "?plain=1"),
    Forge.GITLAB: ("/-/blob/", "?plain=1"),
    Forge.FORGEJO: ("/src/branch/", "?display=source"),
}
_SHOWN_AS_PAGE = ".md"

# The Markdown of a path below the content folder and a line of it.
_Where = Callable[[Line], str]


def as_markdown(
    report: Report, words: Words, folder: str, repository: Repository | None = None
) -> str:
    """The report in as few lines of each section as an issue holds; it ends without a line end.

    `folder` is where the content lies in the repository; with a `repository` files are links.
    """

    def where(line: Line) -> str:
        shown_path = code(line.at(folder))
        href = _href(beside(line.path, folder), line.line, repository)
        return f"[{shown_path}]({href})" if href else shown_path

    text = ""
    for most in _LINES:
        text = "\n".join(map(inert, _lines(tell(report, words, escaped, most), where)))
        if len(text) <= LONGEST:
            break
    return text


def escaped(said: Said) -> str:
    """What contributors wrote, as nothing but text: no mark-up, no link, nobody is mentioned."""
    text = _REFERENCE.sub(lambda sign: sign[0] + _WORD_JOINER, shown(said))
    text = _SPECIAL.sub(lambda sign: f"\\{sign[0]}", text)
    return _BEGINNING.sub(r"\1\\\2", text)


def code(text: str) -> str:
    """A text as code, whatever it holds (CommonMark 0.31, 6.1)."""
    text = visible(text)
    longest = max((len(each) for each in re.findall("`+", text)), default=0)
    fence = "`" * (longest + 1)
    return f"{fence} {text} {fence}" if longest else f"{fence}{text}{fence}"


def _href(path: str, line: int, repository: Repository | None) -> str:
    """The address of a line in the forge; "" when nobody has said where that is."""
    if repository is None or not repository.url or repository.forge is None:
        return ""
    folder, as_source = _FILES[repository.forge]
    branch = quote(repository.branch or "main", safe="/")
    inside = quote(path.encode("utf-8", "surrogateescape"), safe="/")
    at = f"{as_source if path.endswith(_SHOWN_AS_PAGE) else ''}#L{line}" if line else ""
    return f"{quote(repository.url.rstrip('/'), safe=':/%')}{folder}{branch}/{inside}{at}"


def _lines(told: Told, where: _Where) -> Iterator[str]:
    yield f"# {told.title}"
    yield ""
    yield told.day
    if told.well:
        yield ""
        yield told.well
        return
    if told.urgent:
        yield ""
        yield f"## {told.urgent_title}"
        yield ""
        for number, (line, do) in enumerate(told.urgent, start=1):
            yield f"{number}. **{line.text}** {do} {where(line)}"
    for block in told.blocks:
        yield ""
        yield from _block(block, where)


def _block(block: Block, where: _Where) -> Iterator[str]:
    yield f"## {block.title}"
    for sentence in (block.do, *block.notes):
        yield ""
        yield sentence
    yield ""
    for line in block.lines:
        yield f"- {line.text} {where(line)}"
    if block.table is not None:
        yield from _table(block.table)
    if block.more:
        if block.lines or block.table is not None:
            yield ""
        yield block.more


def _table(table: Table) -> Iterator[str]:
    yield f"| {' | '.join(table.head)} |"
    yield f"|{' --- |' * len(table.head)}"
    for row in table.rows:
        yield f"| {' | '.join(row)} |"
