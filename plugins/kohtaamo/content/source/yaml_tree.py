"""From YAML events to a tree of text, and what the events may not hold.

Anchors, aliases, tags, merge keys, directives, keys that are not text and further documents are
problems; so is nesting deeper than the limit, at which reading stops.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from kohtaamo.content.source.tree import Mapping, Node, Scalar, Sequence
from kohtaamo.content.source.yaml_slips import Slips
from kohtaamo.problems.problem import Report

DEEPEST = 10
MOST_PROBLEMS = 100

_NO_KEYS = frozenset({"", "<<"})


class ReadingEndedError(Exception):
    """Nothing more is read; why stands in the report."""


@dataclass(slots=True)
class _Open:
    """A list or a mapping whose end has not come yet; `entries` is None for a list."""

    line: int
    items: list[Node] = field(default_factory=list)
    entries: list[tuple[Scalar, Node]] | None = None
    seen: dict[str, int] = field(default_factory=dict)
    key: Scalar | None = None
    drops: bool = False

    def closed(self) -> Node:
        if self.entries is None:
            return Sequence(tuple(self.items), self.line)
        return Mapping(tuple(self.entries), self.line)


@dataclass(slots=True, kw_only=True)
class TreeBuilder:
    """Takes events one by one; the stack, not recursion, holds the way down."""

    report: Report
    first_line: int
    slips: Slips | None
    root: Node | None = None
    stack: list[_Open] = field(default_factory=list)
    documents: int = 0

    def take_all(self, events: Iterable[Any]) -> None:
        """Build the tree. This loop runs for every word of the content: it calls little."""
        first_line = self.first_line
        for event in events:
            kind = type(event)
            if kind is ScalarEvent:
                if event.anchor is not None or event.tag is not None:
                    self._refuse_marks(event)
                style, line = event.style, event.start_mark.line + first_line
                plain = not style
                if plain and self.slips is not None:
                    self._look(event, self.slips)
                self._put(Scalar(event.value, line, plain, line + 1 if style == "|" else 0))
            elif kind is MappingStartEvent or kind is SequenceStartEvent:
                self._open(event)
            elif kind is MappingEndEvent or kind is SequenceEndEvent:
                self._put(self.stack.pop().closed())
            elif kind is AliasEvent:
                self._alias(event)
            elif kind is DocumentStartEvent:
                self._document(event)

    def _look(self, event: Any, slips: Slips) -> None:
        in_mapping = bool(self.stack) and self.stack[-1].entries is not None
        for row, code, values in slips.look(event, in_mapping and not self._expects_key()):
            self._add(self.first_line + row, code, **values)

    def _alias(self, event: Any) -> None:
        line = self._line(event)
        self._add(line, "yaml-alias", value=f"*{event.anchor}")
        self._put(Scalar(f"*{event.anchor}", line))

    def _open(self, event: Any) -> None:
        if event.anchor is not None or event.tag is not None:
            self._refuse_marks(event)
        line = self._line(event)
        if len(self.stack) >= DEEPEST:
            self._add(line, "yaml-too-deep", limit=str(DEEPEST))
            raise ReadingEndedError
        if self._expects_key():
            self._add(line, "yaml-key-not-text")
        mapping = type(event) is MappingStartEvent
        self.stack.append(_Open(line, entries=[] if mapping else None))

    def _document(self, event: Any) -> None:
        self.documents += 1
        line = self._line(event)
        if event.version is not None or event.tags:
            self._add(line, "yaml-directive")
        if self.documents > 1:
            self._add(line, "yaml-second-document")
            raise ReadingEndedError

    def _put(self, node: Node) -> None:
        """Hang a finished node below the innermost open one."""
        if not self.stack:
            self.root = node
            return
        top = self.stack[-1]
        if top.entries is None:
            top.items.append(node)
        elif top.key is not None:
            if not top.drops:
                top.entries.append((top.key, node))
            top.key = None
        elif isinstance(node, Scalar) and node.text not in top.seen and node.text not in _NO_KEYS:
            top.seen[node.text] = node.line
            top.key = node
            top.drops = False
        else:
            self._refuse_key(top, node)

    def _refuse_key(self, top: _Open, node: Node) -> None:
        """Note why a key cannot be one; it and its value are dropped."""
        top.drops = True
        if not isinstance(node, Scalar):
            # Reported where it began.
            top.key = Scalar("", node.line)
            return
        top.key = node
        if node.text in top.seen:
            first = str(top.seen[node.text])
            self._add(node.line, "yaml-duplicate-key", key=node.text, first=first)
        else:
            self._add(node.line, "yaml-merge-key" if node.text else "yaml-empty-key")

    def _refuse_marks(self, event: Any) -> None:
        line = self._line(event)
        if event.anchor is not None:
            self._add(line, "yaml-anchor", value=f"&{event.anchor}")
        if event.tag is not None:
            self._add(line, "yaml-tag", value=event.tag.replace("tag:yaml.org,2002:", "!!"))

    def _expects_key(self) -> bool:
        return bool(self.stack) and self.stack[-1].entries is not None and not self.stack[-1].key

    def _line(self, event: Any) -> int:
        return int(event.start_mark.line) + self.first_line

    def _add(self, line: int, code: str, **values: str) -> None:
        full = len(self.report.problems) >= MOST_PROBLEMS
        if full and code == "comment-after-value":
            return
        self.report.add(line, self._field(), code, **values)
        if full:
            self.report.add(line, "", "more-problems", limit=str(MOST_PROBLEMS))
            raise ReadingEndedError

    def _field(self) -> str:
        """Where the reader stands: `repeat.changes[0].date`."""
        name = ""
        for level in self.stack:
            if level.entries is None:
                name += f"[{len(level.items)}]"
            elif level.key is not None:
                name += f".{level.key.text}" if name else level.key.text
        return name
