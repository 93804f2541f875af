"""One file of the content folder, from bytes to a document."""

import os

from kohtaamo.content.source.encoding import LARGEST, decode
from kohtaamo.content.source.files import SourceFile
from kohtaamo.content.source.front_matter import split_head
from kohtaamo.content.source.identity_codes import report_identity_codes
from kohtaamo.content.source.layout import KINDS_OF_LISTS
from kohtaamo.content.source.plain_head import read_plain
from kohtaamo.content.source.tree import Document, Mapping, Node, Scalar, Sequence
from kohtaamo.content.source.yaml_events import parse_yaml
from kohtaamo.problems.problem import Problem, Refused, Report, in_order

_WHOLE_FILE = ""


def read_bytes(file: SourceFile) -> bytes:
    """The bytes of a file that `find_files` found, of a too large one no more than show that.

    Refused: `unreadable-file` when it cannot be opened.
    """
    try:
        # Bare system calls: with thousands of small files, Python's buffers take most of the time.
        opened = os.open(file.file, os.O_RDONLY | getattr(os, "O_BINARY", 0))
        try:
            data = os.read(opened, LARGEST + 1)
            while len(data) <= LARGEST and (more := os.read(opened, LARGEST + 1 - len(data))):
                data += more
        finally:
            os.close(opened)
    except OSError as error:
        raise Refused("unreadable-file", reason=error.strerror or type(error).__name__) from None
    return data


def read_document(
    path: str, kind: str, slug: str, language: str | None, data: bytes
) -> tuple[Document | None, tuple[Problem, ...]]:
    """The document in `data`, and everything that is wrong with its form.

    `.yml` is YAML throughout; `.md` is a head and Markdown. With a document there may still be
    problems (a key written twice); without one there is at least one.
    """
    report = Report(path)
    try:
        text = decode(data)
    except Refused as refused:
        values = dict(refused.values)
        report.add(int(values.pop("line", "1")), _WHOLE_FILE, refused.code, **values)
        return None, tuple(report.problems)
    report_identity_codes(text, report)
    head, head_line, body, body_line = text, 1, "", 0
    if path.endswith(".md"):
        parts = split_head(text, report)
        if parts is None:
            return None, in_order(report.problems)
        head, head_line, body, body_line = (
            parts.head,
            parts.head_line,
            parts.text,
            parts.text_line,
        )
    node = read_plain(head, head_line) or parse_yaml(head, head_line, report)
    last_line = head_line + head.count("\n")
    root = _root(node, kind, (head_line, last_line), report)
    if root is None:
        return None, in_order(report.problems)
    document = Document(
        path=path,
        kind=kind,
        slug=slug,
        language=language,
        root=root,
        text=body,
        text_line=body_line,
    )
    return document, in_order(report.problems)


def _root(
    node: Node | None, kind: str, lines: tuple[int, int], report: Report
) -> Mapping | Sequence | None:
    """The tree, unless it is a single word or text; nothing but comments is an empty tree.

    `lines` are the first and the last line of what was read.
    """
    line, last_line = lines
    if node is None:
        if report.problems:
            return None
        return Sequence((), line) if kind in KINDS_OF_LISTS else Mapping((), line)
    if not isinstance(node, Scalar):
        return node
    if not any(problem.code == "colon-without-space" for problem in report.problems):
        # YAML finds the nothing after a bare `---` on a line that is not there.
        report.add(min(node.line, last_line), _WHOLE_FILE, "not-keys-and-values")
    return None
