"""Types that hold several values: lists, yes/no maps, labels by language."""

from dataclasses import dataclass
from typing import Any

from kohtaamo.content.schema.field import Type
from kohtaamo.content.schema.scalars import DAYS, LINE, YES_NO, parse_interface_language
from kohtaamo.content.source.tree import Mapping, Node, Scalar, Sequence
from kohtaamo.model.translation import Label
from kohtaamo.problems.problem import Refused, Report
from kohtaamo.text.slugs import check_slug


@dataclass(frozen=True, slots=True)
class ListOf:
    """A list of one type; a single value counts as a list of one. Nothing stands in it twice."""

    item: Type

    @property
    def name(self) -> str:
        return "list"

    def read(self, node: Node, at: str, report: Report) -> tuple[Any, ...]:
        """All readable items in written order; each fault names its index."""
        nodes = node.items if isinstance(node, Sequence) else (node,)
        items = []
        seen: set[str] = set()
        read, lines = self.item.read, report.lines
        for index, each in enumerate(nodes):
            field = f"{at}[{index}]"
            if each.line != node.line:
                # On one line with its list, an item is found where the list is.
                lines[field] = each.line
            if isinstance(each, Scalar) and each.is_missing:
                report.add(each.line, field, "empty-item")
                continue
            value = read(each, field, report)
            if value is None:
                continue
            if isinstance(value, str):
                if value in seen:
                    report.add(each.line, field, "listed-twice", value=value)
                    continue
                seen.add(value)
            items.append(value)
        return tuple(items)


@dataclass(frozen=True, slots=True)
class Weekdays:
    """`mon-fri`, or a list of days and ranges."""

    name: str = "weekdays"

    def read(self, node: Node, at: str, report: Report) -> tuple[int, ...] | None:
        """The days, 0 = Monday, each once and in order of the week; None for none at all."""
        groups = ListOf(DAYS).read(node, at, report)
        return tuple(sorted({day for group in groups for day in group})) or None


@dataclass(frozen=True, slots=True)
class YesNoMap:
    """`{term id: yes | no}`; a term that is absent is not known."""

    vocabulary: str
    name: str = "yes-no-map"

    def read(self, node: Node, at: str, report: Report) -> dict[str, bool] | None:
        """Known facts by term id."""
        if not isinstance(node, Mapping):
            report.add(node.line, at, "needs-yes-no-map")
            return None
        facts = {}
        for key, value in node.entries:
            field = f"{at}.{key.text}"
            report.lines[field] = key.line
            try:
                check_slug(key.text, frozenset())
            except Refused as refused:
                report.refuse(key.line, field, refused)
                continue
            fact = YES_NO.read(value, field, report)
            if fact is not None:
                facts[key.text] = fact
        return facts


@dataclass(frozen=True, slots=True)
class Labels:
    """`{fi: …, sv: …}`: a label by language tag; the first one written is the fallback."""

    name: str = "labels"

    def read(self, node: Node, at: str, report: Report) -> Label | None:
        """The labels; a language whose text is empty counts as not written."""
        if not isinstance(node, Mapping):
            report.add(node.line, at, "needs-labels")
            return None
        labels = {}
        for key, value in node.entries:
            if isinstance(value, Scalar) and value.is_missing:
                continue
            field = f"{at}.{key.text}"
            try:
                language = parse_interface_language(key.text)
            except Refused as refused:
                report.refuse(key.line, field, refused)
                continue
            label = LINE.read(value, field, report)
            if label is not None:
                labels[language] = label
        if not labels:
            report.add(node.line, at, "needs-labels")
            return None
        return Label(labels)
