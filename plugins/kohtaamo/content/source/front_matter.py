"""The head between two `---` lines and the Markdown below it."""

import re
from dataclasses import dataclass

from kohtaamo.problems.problem import Report
from kohtaamo.text.folding import DASHES

_FENCE = "---"
# What a word processor or a habit from elsewhere makes of the fence.
_FENCE_LIKE = re.compile(rf"\s*(?:[{DASHES}=*_~]{{2,}}|\+{{3,}}|`{{3,}}\w*|[\u2013\u2014])\s*")


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontMatter:
    """Both parts, each with the line in the file on which it begins (0 for no text)."""

    head: str
    head_line: int
    text: str
    text_line: int


def split_head(text: str, report: Report) -> FrontMatter | None:
    """Split a Markdown file. Problems `no-head`, `head-fence`, `head-not-closed` give None.

    Blank lines above the head and blanks behind a fence are fine.
    """
    lines = text.split("\n")
    first = next((number for number, line in enumerate(lines) if line.strip()), 0)
    if lines[first].rstrip() != _FENCE:
        like = _FENCE_LIKE.fullmatch(lines[first])
        _add_fence(report, first, lines[first]) if like else report.add(first + 1, "", "no-head")
        return None
    for last in range(first + 1, len(lines)):
        if lines[last].startswith(_FENCE) and lines[last].rstrip() == _FENCE:
            return _parts(lines, first, last)
    _not_closed(lines, first, report)
    return None


def _parts(lines: list[str], first: int, last: int) -> FrontMatter:
    body = last + 1
    while body < len(lines) and not lines[body].strip():
        body += 1
    return FrontMatter(
        head="\n".join(lines[first + 1 : last]),
        head_line=first + 2,
        text="\n".join(lines[body:]).rstrip(),
        text_line=body + 1 if body < len(lines) else 0,
    )


def _not_closed(lines: list[str], first: int, report: Report) -> None:
    """Name the line that was probably meant to close the head, else its beginning."""
    for number in range(first + 1, len(lines)):
        if _FENCE_LIKE.fullmatch(lines[number]):
            _add_fence(report, number, lines[number])
            return
    report.add(first + 1, "", "head-not-closed")


def _add_fence(report: Report, number: int, line: str) -> None:
    report.add(number + 1, "", "head-fence", value=line.strip()[:20])
