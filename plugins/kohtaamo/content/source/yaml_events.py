"""Strict YAML: a tree with lines, made from the parser's events and nothing else.

Every scalar stays text. Anchors, aliases, tags, merge keys, directives, keys that are not text
and further documents are problems; so is nesting deeper than the limit, at which reading stops.
"""

import re
from dataclasses import dataclass, field
from typing import Any

import yaml
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
from kohtaamo.content.source.yaml_faults import explain
from kohtaamo.content.source.yaml_slips import Slips
from kohtaamo.problems.problem import Report

DEEPEST = 10
MOST_PROBLEMS = 100

# libyaml when PyYAML was built with it; the same events from Python otherwise.
LOADER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)

# YAML 1.1 counts these as line breaks, editors and forges do not.
_OTHER_BREAKS = re.compile(r"[\u0085\u2028\u2029]")
# No-break spaces look like the spaces that indent a line or follow a colon.
_BEFORE_VALUE = re.compile(r"^[ \u00a0-]*(?:\w+:\u00a0+)?", re.MULTILINE)


def parse_yaml(text: str, first_line: int, report: Report, loader: Any = LOADER) -> Node | None:
    """The tree of one YAML text whose first line is `first_line` of the file.

    All problems go to `report`; None when there is nothing to read or reading had to stop. Of a
    key written twice the first is kept.
    """
    if not text.isascii():
        text = _OTHER_BREAKS.sub(" ", text)
        if "\u00a0" in text:
            text = _BEFORE_VALUE.sub(lambda found: found[0].replace("\u00a0", " "), text)
    builder = _Builder(report=report, first_line=first_line, slips=Slips.of(text))
    try:
        for event in yaml.parse(text, Loader=loader):
            if not builder.take(event):
                return None
    except (yaml.YAMLError, UnicodeError, ValueError) as error:
        row, code, values = explain(error, text)
        line = first_line + row
        if not any(known.line == line and known.code == code for known in report.problems):
            report.add(line, "", code, **values)
        return None
    return builder.root


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
class _Builder:
    """Takes events one by one; the stack, not recursion, holds the way down."""

    report: Report
    first_line: int
    slips: Slips | None
    root: Node | None = None
    stack: list[_Open] = field(default_factory=list)
    documents: int = 0

    def take(self, event: Any) -> bool:
        """False when reading has to stop here."""
        kind = type(event)
        if kind is ScalarEvent:
            self._scalar(event)
        elif kind is MappingStartEvent or kind is SequenceStartEvent:
            return self._open(event)
        elif kind is MappingEndEvent or kind is SequenceEndEvent:
            self._put(self.stack.pop().closed())
        elif kind is AliasEvent:
            line = self._line(event)
            self._add(line, "yaml-alias", value=f"*{event.anchor}")
            self._put(Scalar(f"*{event.anchor}", line))
        elif kind is DocumentStartEvent:
            return self._document(event)
        return len(self.report.problems) <= MOST_PROBLEMS or self._too_many(event)

    def _scalar(self, event: Any) -> None:
        if event.anchor is not None or event.tag is not None:
            self._refuse_marks(event)
        scalar = Scalar(event.value, self._line(event), not event.style)
        if self.slips is not None and scalar.plain:
            key = self._expects_key()
            value = not key and bool(self.stack) and self.stack[-1].entries is not None
            for row, code, values in self.slips.look(event, in_mapping=value):
                self._add(self.first_line + row, code, **values)
        self._put(scalar)

    def _open(self, event: Any) -> bool:
        if event.anchor is not None or event.tag is not None:
            self._refuse_marks(event)
        line = self._line(event)
        if len(self.stack) >= DEEPEST:
            self._add(line, "yaml-too-deep", limit=str(DEEPEST))
            return False
        if self._expects_key():
            self._add(line, "yaml-key-not-text")
        mapping = type(event) is MappingStartEvent
        self.stack.append(_Open(line, entries=[] if mapping else None))
        return True

    def _document(self, event: Any) -> bool:
        self.documents += 1
        line = self._line(event)
        if event.version is not None or event.tags:
            self._add(line, "yaml-directive")
        if self.documents > 1:
            self._add(line, "yaml-second-document")
        return self.documents == 1

    def _put(self, node: Node) -> None:
        """Hang a finished node below the innermost open one."""
        if not self.stack:
            self.root = node
            return
        top = self.stack[-1]
        if top.entries is None:
            top.items.append(node)
        elif top.key is None:
            self._key(top, node)
        else:
            if not top.drops:
                top.entries.append((top.key, node))
            top.key = None

    def _key(self, top: _Open, node: Node) -> None:
        """Note the key of the coming value, and whether both are to be dropped."""
        key = node if isinstance(node, Scalar) else Scalar("", node.line)
        first = top.seen.get(key.text)
        top.key = key
        top.drops = key is not node or key.text in {"", "<<"} or first is not None
        if not top.drops:
            top.seen[key.text] = key.line
        elif first is not None:
            self._add(key.line, "yaml-duplicate-key", key=key.text, first=str(first))
        elif key is node:
            code = "yaml-merge-key" if key.text == "<<" else "yaml-empty-key"
            self._add(key.line, code)

    def _refuse_marks(self, event: Any) -> None:
        line = self._line(event)
        if event.anchor is not None:
            self._add(line, "yaml-anchor", value=f"&{event.anchor}")
        if event.tag is not None:
            self._add(line, "yaml-tag", value=event.tag.replace("tag:yaml.org,2002:", "!!"))

    def _too_many(self, event: Any) -> bool:
        self._add(self._line(event), "yaml-more-problems", limit=str(MOST_PROBLEMS))
        return False

    def _expects_key(self) -> bool:
        return bool(self.stack) and self.stack[-1].entries is not None and not self.stack[-1].key

    def _line(self, event: Any) -> int:
        return int(event.start_mark.line) + self.first_line

    def _add(self, line: int, code: str, **values: str) -> None:
        self.report.add(line, self._field(), code, **values)

    def _field(self) -> str:
        """Where the reader stands: `repeat.changes[0].date`."""
        name = ""
        for level in self.stack:
            if level.entries is None:
                name += f"[{len(level.items)}]"
            elif level.key is not None:
                name += f".{level.key.text}" if name else level.key.text
        return name
