"""Types that allow a closed set of words, and references whose set is the network itself."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from kohtaamo.content.schema.scalars import SLUG
from kohtaamo.content.source.tree import Node, Scalar
from kohtaamo.problems.problem import Refused, Report
from kohtaamo.text.slugs import is_slug
from kohtaamo.text.suggestions import nearest


def report_not_allowed(node: Scalar, at: str, allowed: tuple[str, ...], report: Report) -> None:
    """Say which words are allowed, and which one was probably meant."""
    guess = nearest(node.text, allowed)
    words = ", ".join(allowed)
    if guess is None:
        report.add(node.line, at, "not-allowed", value=node.text, allowed=words)
    else:
        report.add(node.line, at, "not-allowed-near", value=node.text, guess=guess, allowed=words)


def _read_id(node: Node, at: str, report: Report, among: str) -> Any:
    """A slug. What is none is reported with the names it is `among`, where a guess may be found."""
    if not isinstance(node, Scalar):
        return SLUG.read(node, at, report)
    if is_slug(node.text):
        return node.text
    ids = [each.strip() for each in node.text.split(",")]
    if len(ids) > 1 and at.endswith("]") and all(is_slug(each) for each in ids):
        suggestion = f"[{', '.join(ids)}]"
        report.add(node.line, at, "several-ids", value=node.text, suggestion=suggestion)
        return None
    try:
        return SLUG.parse(node.text)
    except Refused as refused:
        report.add(node.line, at, refused.code, **refused.values, among=among)
        return None


@dataclass(frozen=True, slots=True)
class Choice:
    """One word of an enumeration of the model."""

    options: type[StrEnum]
    name: str = "choice"

    def read(self, node: Node, at: str, report: Report) -> Any:
        """The member, whatever the letter case it was written in."""
        if not isinstance(node, Scalar):
            report.add(node.line, at, "not-one-value")
            return None
        try:
            return self.options(node.text.lower())
        except ValueError:
            report_not_allowed(node, at, tuple(self.options), report)
            return None


@dataclass(frozen=True, slots=True)
class Reference:
    """The slug of another file; that it exists is a rule of the whole network."""

    kind: str

    @property
    def name(self) -> str:
        return f"reference-{self.kind}"

    def read(self, node: Node, at: str, report: Report) -> Any:
        """The slug."""
        return _read_id(node, at, report, among=self.kind)


@dataclass(frozen=True, slots=True)
class TermOf:
    """The id of a vocabulary term; that it exists is a rule of the whole network."""

    vocabulary: str

    @property
    def name(self) -> str:
        return "term"

    def read(self, node: Node, at: str, report: Report) -> Any:
        """The id."""
        return _read_id(node, at, report, among=self.vocabulary)
