"""A document that translates another → the translation."""

from typing import Any

from kohtaamo.content.build.item import Problems, add_body
from kohtaamo.content.schema.field import Record
from kohtaamo.content.schema.scalars import LINE
from kohtaamo.content.source.tree import Document, Mapping, Node, Scalar
from kohtaamo.model.origin import Origin
from kohtaamo.model.translation import Translation
from kohtaamo.problems.problem import Refused, Report
from kohtaamo.text.booleans import parse_boolean
from kohtaamo.text.suggestions import nearest

# What only translations have.
TRANSLATION_KEYS = ("phrases", "reviewed")


def build_translation(document: Document, record: Record) -> tuple[Translation | None, Problems]:
    """What `<slug>.<language>.md` translates: translatable fields, `phrases`, `reviewed`."""
    report = Report(document.path)
    values: dict[str, Any] = {}
    phrases: dict[str, str] = {}
    reviewed = True
    if not isinstance(document.root, Mapping):
        first = next(field for field in record.fields if field.translatable)
        facts = {"example": f"{first.key}: {first.example}", "allowed": ", ".join(_keys(record))}
        report.add(document.root.line, "", "needs-keys", **facts)
        return None, tuple(report.problems)
    for key, node in document.root.entries:
        field = record.by_key.get(key.text)
        report.lines[key.text] = node.line
        if isinstance(node, Scalar) and node.is_missing:
            continue
        if key.text == "reviewed":
            reviewed = _reviewed(node, report)
        elif key.text == "phrases":
            phrases = _phrases(node, report)
        elif field is None:
            _report_unknown(key, record, report)
        elif not field.translatable:
            allowed = ", ".join(_keys(record))
            report.add(key.line, key.text, "not-translatable", key=key.text, allowed=allowed)
        else:
            values[field.attribute] = field.type.read(node, key.text, report)
    add_body(document, record, values, report)
    if report.problems:
        return None, tuple(report.problems)
    origin = Origin(document.path, report.lines)
    language = document.language or ""
    translation = Translation(
        language=language, values=values, phrases=phrases, reviewed=reviewed, origin=origin
    )
    return translation, ()


def _phrases(node: Node, report: Report) -> dict[str, str]:
    """Texts of the original, as they stand there, each with what it is in this language."""
    if not isinstance(node, Mapping):
        report.add(node.line, "phrases", "needs-phrases")
        return {}
    phrases = {}
    for key, value in node.entries:
        if value.is_missing:
            continue
        original = LINE.read(key, "phrases", report)
        translated = LINE.read(value, "phrases", report)
        at = f"phrases.{original}"
        if original in phrases:
            # Only blanks tell the two apart.
            facts = {"key": original, "first": str(report.lines[at])}
            report.add(key.line, "phrases", "yaml-duplicate-key", **facts)
        elif original and translated:
            report.lines[at] = key.line
            phrases[original] = translated
    return phrases


def _reviewed(node: Node, report: Report) -> bool:
    if not isinstance(node, Scalar):
        report.add(node.line, "reviewed", "not-one-value")
        return False
    try:
        return parse_boolean(node.text)
    except Refused as refused:
        report.refuse(node.line, "reviewed", refused)
        return False


def _report_unknown(key: Scalar, record: Record, report: Report) -> None:
    allowed = ", ".join(_keys(record))
    guess = nearest(key.text, _keys(record))
    if guess is None:
        report.add(key.line, key.text, "unknown-key", key=key.text, allowed=allowed)
    else:
        report.add(key.line, key.text, "unknown-key-near", key=key.text, guess=guess)


def _keys(record: Record) -> list[str]:
    return [*(field.key for field in record.fields if field.translatable), *TRANSLATION_KEYS]
