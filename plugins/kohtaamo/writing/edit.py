"""Keys changed in the text of a file: every other line stays as it is, byte for byte.

Lines are found by the places that the reader of files gives to keys and values.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from kohtaamo.content.schema.kinds import KINDS
from kohtaamo.content.source.read import read_document
from kohtaamo.content.source.tree import Document, Mapping, Node, Scalar, Sequence
from kohtaamo.writing.mail.unreceived import UnreceivedError
from kohtaamo.writing.merge import over, plain_tree
from kohtaamo.writing.yaml_text import entry_lines, flow_text, item_lines

Path = tuple[str, ...]
_BOM = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True, kw_only=True)
class File:
    """A file of a thing: what `read_document` is told of it, and its bytes."""

    path: str
    kind: str
    slug: str
    language: str | None
    data: bytes

    def document(self, lines: list[str]) -> Document:
        """The document in these lines. UnreceivedError: `cannot_edit`."""
        data = "\n".join(lines).encode()
        found, _ = read_document(self.path, self.kind, self.slug, self.language, data)
        if found is None or not isinstance(found.root, Mapping):
            raise UnreceivedError("cannot_edit", path=self.path)
        return found


def edited(file: File, changes: Mapping) -> bytes:
    """The bytes of the file with the changed keys in it; an empty value takes a key away.

    UnreceivedError: `cannot_edit` for a file that is so written that its lines do not tell.
    """
    try:
        text = file.data.removeprefix(_BOM).decode("utf-8")
    except UnicodeDecodeError:
        raise UnreceivedError("cannot_edit", path=file.path) from None
    end = "\r" if "\r\n" in text else ""
    # Without carriage returns for the reader, and with them again at last where they were.
    lines = text.split("\n")
    wanted = _wanted(file.document(_bare(lines)), changes)
    root = file.document(_bare(lines)).root
    for path, node in list(_steps(root, changes) if isinstance(root, Mapping) else ()):
        lines = _changed(file, lines, path, node, end)
    document = file.document(_bare(lines))
    if plain_tree(document.root) != wanted[0] or document.text != wanted[1]:
        raise UnreceivedError("cannot_edit", path=file.path)
    start = _BOM if file.data.startswith(_BOM) else b""
    return start + "\n".join(lines).encode()


def _wanted(document: Document, changes: Mapping) -> tuple[object, str]:
    """What the file says afterwards: its keys, and the text below them."""
    text = changes.get("text")
    if text is None or not document.path.endswith(".md"):
        return plain_tree(over(document.root, changes, "")), document.text
    head = Mapping(tuple(each for each in changes.entries if each[0].text != "text"), 1)
    said = text.text.strip("\n") if isinstance(text, Scalar) and not text.is_missing else ""
    return plain_tree(over(document.root, head, "") if head.entries else document.root), said


def _steps(old: Mapping, new: Mapping, above: Path = ()) -> Iterator[tuple[Path, Node]]:
    """Each change by the keys that lead to it; of mappings on one line the whole mapping."""
    for key, node in new.entries:
        held = next((each for each in old.entries if each[0].text == key.text), None)
        at = (*above, key.text)
        below = held[1] if held and isinstance(node, Mapping) else None
        if held and isinstance(below, Mapping) and _first_line(below) > held[0].line:
            yield from _steps(below, node, at) if isinstance(node, Mapping) else ()
        else:
            yield at, node


def _changed(file: File, lines: list[str], path: Path, node: Node, end: str) -> list[str]:
    """The lines with one change made."""
    document = file.document(_bare(lines))
    if path == ("text",) and file.path.endswith(".md"):
        return _with_text(lines, document, node, end)
    inside, last, indent = document.root, _last_line(lines, document), 0
    order = [field.key for field in KINDS[file.kind].fields]
    for depth, key in enumerate(path[:-1]):
        editor = _Editor(lines, end)
        number = editor.number(inside, key)
        below = (
            inside.entries[number][1]
            if number is not None and isinstance(inside, Mapping)
            else None
        )
        if number is None or not isinstance(inside, Mapping) or not isinstance(below, Mapping):
            raise UnreceivedError("cannot_edit", path=file.path)
        if node.is_missing and len(below.entries) == 1 and depth == len(path) - 2:
            # With its last key the mapping goes too.
            return editor.put(inside, last, indent, path[: depth + 1], node, [])
        last = editor.behind(inside, number, last, indent)
        inside, order = below, []
        indent = _column(lines[_first_line(below) - 1])
    if not isinstance(inside, Mapping):
        raise UnreceivedError("cannot_edit", path=file.path)
    return _Editor(lines, end).put(inside, last, indent, path, node, order)


def _last_line(lines: list[str], document: Document) -> int:
    """The number of the line behind the keys: that of the closing `---`, or of the file's end."""
    if not document.path.endswith(".md"):
        return len(lines) + 1 if lines[-1].strip() else len(lines)
    first = next(number for number, line in enumerate(lines) if line.strip())
    rest = range(first + 1, len(lines))
    return next(number for number in rest if lines[number].rstrip() == "---") + 1


def _with_text(lines: list[str], document: Document, node: Node, end: str) -> list[str]:
    """The same keys with another text below them."""
    head = lines[: _last_line(lines, document)]
    text = node.text.strip("\n") if isinstance(node, Scalar) and not node.is_missing else ""
    # A file ends with a line end.
    body = [f"{line}{end}" for line in text.split("\n")] if text else []
    return [*head, *body, ""]


@dataclass(frozen=True, slots=True)
class _Editor:
    """Changes one key in `lines`, whose ends but for the `\\n` are `end`."""

    lines: list[str]
    end: str

    def number(self, inside: Mapping | Sequence, key: str) -> int | None:
        """Which entry of a mapping has this key."""
        if not isinstance(inside, Mapping):
            return None
        keys = [name.text for name, _ in inside.entries]
        return keys.index(key) if key in keys else None

    def put(
        self, inside: Mapping, last: int, indent: int, path: Path, node: Node, order: list[str]
    ) -> list[str]:
        """The lines with a new value of the last key of `path`, which is in the mapping `inside`.

        `last` is the number of the line behind the mapping, `indent` the column of its keys; a new
        key is put where `order` has it.
        """
        key, at = path[-1], ".".join(path)
        found = self.number(inside, key)
        if found is None:
            new = over(None, node, at)
            return (
                self.lines if new is None else self._inserted(inside, last, indent, key, new, order)
            )
        old_key, old = inside.entries[found]
        first, after = old_key.line, self.behind(inside, found, last, indent)
        merged = over(old, node, at)
        if merged is None:
            return self.replaced(first, after, [])
        is_block = isinstance(old, Sequence) and _first_line(old) > first
        if is_block and isinstance(old, Sequence) and isinstance(merged, Sequence):
            grown = self._grown(old, merged, after)
            if grown is not None:
                return grown
        return self.replaced(first, after, self._entry(key, merged, old, indent, first, after))

    def _grown(self, old: Sequence, merged: Sequence, after: int) -> list[str] | None:
        """The lines of a list on lines of its own with items added, or others for the same dates.

        None where its items have no dashes of their own, or others have been taken away.
        """
        line = self.lines[_first_line(old) - 1]
        if len(merged.items) < len(old.items) or not line.lstrip().startswith("-"):
            return None
        indent, lines = _column(line), self.lines
        ends = [*(each.line for each in old.items[1:]), after]
        rows = list(zip(old.items, merged.items, ends, strict=False))
        new = [each for item in merged.items[len(rows) :] for each in item_lines(item, indent)]
        lines = self.replaced(after, after, new)
        for had, has, end in reversed(rows):
            if plain_tree(had) != plain_tree(has):
                behind = self._trimmed(had.line, end, indent)
                lines = _Editor(lines, self.end).replaced(had.line, behind, item_lines(has, indent))
        return lines

    def _entry(
        self, key: str, node: Node, old: Node, indent: int, first: int, after: int
    ) -> list[str]:
        """The lines of a key with its new value, in the form of the old one."""
        is_flow = not isinstance(old, Scalar) and _first_line(old) == first
        if is_flow and after - first == 1 and not isinstance(node, Scalar):
            written = [f"{' ' * indent}{key}: {flow_text(node)}"]
        else:
            written = entry_lines(key, node, indent)
        if after - first == 1 and len(written) == 1:
            written[0] += _comment(self.lines[first - 1])
        return written

    def _inserted(
        self, inside: Mapping, last: int, indent: int, key: str, node: Node, order: list[str]
    ) -> list[str]:
        """A new key behind the one that stands before it in the schema, else at the end."""
        written = entry_lines(key, node, indent)
        before = order[: order.index(key)] if key in order else []
        names = [name.text for name, _ in inside.entries]
        near = [number for number, name in enumerate(names) if name in before]
        if near:
            at = self.behind(inside, max(near, key=lambda n: before.index(names[n])), last, indent)
        elif inside.entries:
            at = self.behind(inside, len(names) - 1, last, indent)
        else:
            at = last
        return self.replaced(at, at, written)

    def behind(self, inside: Mapping, number: int, last: int, indent: int) -> int:
        """The line behind an entry; comments and empty lines before the next key are its own."""
        following = inside.entries[number + 1 :]
        first = inside.entries[number][0].line
        after = following[0][0].line if following else last
        return self._trimmed(first, after, indent)

    def _trimmed(self, first: int, after: int, indent: int) -> int:
        """The line behind an entry, without what belongs to the next one."""
        while after > first + 1:
            line = self.lines[after - 2]
            is_comment = line.lstrip().startswith("#") and _column(line) <= indent
            if line.strip() and not is_comment:
                break
            after -= 1
        return after

    def replaced(self, first: int, after: int, written: list[str]) -> list[str]:
        """The lines with others in the place of those from `first` to before `after`."""
        new = [f"{line}{self.end}" for line in written]
        return [*self.lines[: first - 1], *new, *self.lines[after - 1 :]]


def _bare(lines: list[str]) -> list[str]:
    return [line.removesuffix("\r") for line in lines]


def _first_line(node: Node) -> int:
    """The line on which the first thing inside stands."""
    if isinstance(node, Mapping) and node.entries:
        return node.entries[0][0].line
    if isinstance(node, Sequence) and node.items:
        return node.items[0].line
    return node.line


def _column(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _comment(line: str) -> str:
    """The comment behind a value, with the blanks before it; "" where `#` may be of the value."""
    value, sign, said = line.rstrip("\r").partition(" #")
    if not sign or any(quote in value for quote in "\"'[{"):
        return ""
    return line.rstrip("\r")[len(value.rstrip()) :] if said[:1] in (" ", "") else ""
