"""The names of pictures in a file: which there are, and others in their place."""

import re
from collections.abc import Iterator
from collections.abc import Mapping as Names

from kohtaamo.content.source.tree import Mapping, Node, Scalar, Sequence
from kohtaamo.writing.edit import File, edited
from kohtaamo.writing.mail.unreceived import UnreceivedError
from kohtaamo.writing.merge import plain_tree

_NAMED = re.compile(r"""(?P<key>\bfile:[ ]*)(?P<name>"[^"]*"|'[^']*'|[^\s"',}\]#][^,}\]#\r\n]*)""")
# The key and what stands below it, to the next key at the margin.
_LIST = re.compile(r"^images:.*(?:\n(?:[ \t#].*|-(?!--).*|\r?)(?=\n|\Z))*", re.MULTILINE)


def named(node: Node | None) -> Iterator[str]:
    """The files that `images` names."""
    for each in _items(node):
        file = each.get("file") if isinstance(each, Mapping) else None
        if isinstance(file, Scalar) and not file.is_missing:
            yield file.text


def renamed(file: File, images: Node, files: Names[str, str]) -> bytes:
    """The bytes of the file with other names for its pictures; `images` is what it says of them.

    Only the names change where they stand as one writes them by hand; else the whole list is
    written anew. UnreceivedError: `cannot_edit`.
    """
    wanted = _renamed(images, files)
    text = file.data.decode("utf-8", "replace")
    found = _LIST.search(text)
    if found is not None:
        own = _NAMED.sub(lambda name: _now(name, files), found[0])
        tried = f"{text[: found.start()]}{own}{text[found.end() :]}".encode()
        if _images(file, tried) == plain_tree(wanted):
            return tried
    return edited(file, Mapping(((Scalar("images", 1), wanted),), 1))


def _now(found: re.Match[str], files: Names[str, str]) -> str:
    """The key with the name that the picture has now."""
    name = found["name"]
    bare = name[1:-1] if name[0] in "\"'" else name.rstrip()
    blanks = name[len(name.rstrip()) :]
    return f"{found['key']}{files[bare]}{blanks}" if bare in files else found[0]


def _images(file: File, data: bytes) -> object:
    """What the pictures would be, None where that cannot be read."""
    lines = data.decode("utf-8-sig", "replace").replace("\r\n", "\n").split("\n")
    try:
        root = file.document(lines).root
    except UnreceivedError:
        return None
    found = root.get("images") if isinstance(root, Mapping) else None
    return plain_tree(found) if found is not None else None


def _items(node: Node | None) -> tuple[Node, ...]:
    if isinstance(node, Sequence):
        return node.items
    return (node,) if isinstance(node, Mapping) else ()


def _renamed(node: Node, files: Names[str, str]) -> Node:
    """The same `images` with the names that the pictures have now."""
    if isinstance(node, Sequence):
        return Sequence(tuple(_renamed(each, files) for each in node.items), node.line)
    if not isinstance(node, Mapping):
        return node
    return Mapping(
        tuple(
            (key, Scalar(files.get(value.text, value.text), value.line))
            if key.text == "file" and isinstance(value, Scalar)
            else (key, value)
            for key, value in node.entries
        ),
        node.line,
    )
