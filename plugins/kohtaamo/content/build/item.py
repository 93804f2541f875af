"""One document and its record in the schema → one value of the model."""

from typing import Any

from kohtaamo.content.schema.field import Record
from kohtaamo.content.schema.shared import TEXT
from kohtaamo.content.schema.term import TERM
from kohtaamo.content.source.tree import Document, Mapping, Scalar, Sequence
from kohtaamo.model.origin import Origin
from kohtaamo.model.terms import Term
from kohtaamo.problems.problem import Problem, Report

Problems = tuple[Problem, ...]
# By what a need finds events and places.
_RULES = ("events", "places")


def build_item(
    document: Document, record: Record, first_language: str
) -> tuple[Any | None, Problems]:
    """The frozen value a file stands for, or None with every reason why not.

    `first_language` is the network's; an item says `written_in` when its original differs.
    """
    report = Report(document.path)
    waive = _is_closed(document)
    values = record.read_values(document.root, "", report, waive=waive)
    add_body(document, record, values, report)
    if values is None or report.problems:
        return None, tuple(report.problems)
    if waive:
        values.setdefault("title", "")
    if "slug" in getattr(record.model, "__dataclass_fields__", ()):
        values["slug"] = document.slug
    values.setdefault("written_in", first_language)
    item = record.model(**values, origin=Origin(document.path, report.lines))
    return item, ()


def _is_closed(document: Document) -> bool:
    access = document.root.get("access") if isinstance(document.root, Mapping) else None
    return isinstance(access, Scalar) and access.text.lower() == "closed"


def add_body(
    document: Document, record: Record, values: dict[str, Any] | None, report: Report
) -> None:
    """The Markdown below the head is the `text` field; it cannot be written twice."""
    if values is None or not document.text.strip():
        return
    if "text" not in record.by_key:
        report.add(document.text_line, "text", "no-text-here")
    elif "text" in values:
        report.add(document.text_line, "text", "text-twice")
    else:
        report.lines["text"] = document.text_line
        first = document.text_line
        body = Scalar(document.text, first, plain=False, text_line=first)
        text = TEXT.type.read(body, "text", report)
        if text is not None:
            values["text"] = text


def build_terms(document: Document) -> tuple[tuple[Term, ...], Problems]:
    """The terms of one vocabulary file, in written order; of faulty ones what could be read.

    Without an id or a label a term is none: whatever names it would be told to be wrong too.
    """
    report = Report(document.path)
    if not isinstance(document.root, Sequence):
        report.add(document.root.line, "", "needs-list-of-terms")
        return (), tuple(report.problems)
    terms: dict[str, Term] = {}
    for index, node in enumerate(document.root.items):
        at = f"[{index}]"
        before = len(report.problems)
        values = TERM.read_values(node, at, report)
        if values is not None and len(report.problems) > before:
            # Of rules that are faulty, the others are not where the file has them.
            values = {key: each for key, each in values.items() if key not in _RULES}
        if values is None or not {"id", "label"} <= values.keys():
            continue
        if values["id"] in terms:
            report.add(node.line, f"{at}.id", "term-twice", value=values["id"])
            continue
        origin = Origin(document.path, {"": node.line, "id": node.line, **_rule_lines(report, at)})
        terms[values["id"]] = Term(**values, origin=origin)
    return tuple(terms.values()), tuple(report.problems)


def _rule_lines(report: Report, at: str) -> dict[str, int]:
    """The lines of a term's rules, by field as of the term itself."""
    starts = tuple(f"{at}.{key}" for key in _RULES)
    return {
        field.removeprefix(f"{at}."): line
        for field, line in report.lines.items()
        if field.startswith(starts)
    }
