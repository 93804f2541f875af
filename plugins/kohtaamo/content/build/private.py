"""Events that are, or may be meant to be, closed groups: what their bytes say beside the fields."""

import re
from collections.abc import Iterator
from dataclasses import replace

from kohtaamo.content.build.built import Built
from kohtaamo.content.source.private import may_be_closed, unclear_line
from kohtaamo.problems.problem import Problem

_RULER = re.compile(rb"^---[ \t]*\r?$", re.MULTILINE)
_COMMENT = re.compile(rb"(?:^|[ \t])#(?![ \t]*yaml-language-server:)")


def guarded(built: Built, data: bytes) -> Built:
    """What the file of an event stands for, and whether it is private; `data` are its bytes.

    Where a file says `access: closed` and it does not count, it stands for nothing.
    """
    if built.item is None:
        return replace(built, is_private=may_be_closed(data))
    if built.item.is_closed:
        problems = (*built.problems, *_comments(built.path, data))
        return replace(built, is_private=True, problems=problems)
    line = unclear_line(data)
    if not line:
        return built
    unclear = Problem(path=built.path, line=line, field="access", code="access-unclear")
    return replace(built, is_private=True, item=None, problems=(*built.problems, unclear))


def _ends(data: bytes) -> Iterator[int]:
    return (each.start() for each in _RULER.finditer(data))


def _comments(path: str, data: bytes) -> Iterator[Problem]:
    """One warning for all comments in the fields: of their words nothing is repeated."""
    head = data
    if path.endswith(".md"):
        head = data[: ([*_ends(data), len(data)])[1]]
    rows = head.split(b"\n")
    lines = [str(number) for number, row in enumerate(rows, start=1) if _COMMENT.search(row)]
    if lines:
        values = {"lines": ", ".join(lines)}
        yield Problem(path=path, line=int(lines[0]), code="closed-comment", values=values)
