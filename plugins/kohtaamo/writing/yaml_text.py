"""A tree of texts → lines of YAML, as people write them by hand.

Single words and short lists stand on their key's line; whatever YAML would read otherwise than as
the same text is quoted.
"""

from collections.abc import Iterator

from kohtaamo.content.source.tree import Mapping, Node, Scalar, Sequence
from kohtaamo.content.source.yaml_events import parse_yaml
from kohtaamo.problems.problem import Report

# A mapping within a list stands on one line as long as it fits.
_WIDTH = 100
_INDENT = 2
# Digits with colons are numbers to older parsers.
_LIKE_A_TIME = frozenset("0123456789:")


def scalar_text(node: Scalar, *, flow: bool = False) -> str:
    """One value on one line, quoted where it has to be; `flow` for within brackets."""
    text = node.text
    if not text:
        return '""'
    plain = node.plain and not (":" in text and _LIKE_A_TIME.issuperset(text))
    if plain and _reads_back(f"[{text}]" if flow else text, text):
        return text
    quoted = '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
    if '"' in text and "\\" not in text and "'" not in text:
        quoted = f"'{text}'"
    return quoted.replace("\n", "\\n").replace("\t", "\\t")


def _reads_back(written: str, text: str) -> bool:
    """True when a value that is written like this means this text, and nothing is said about it."""
    report = Report("")
    tree = parse_yaml(f"key: {written}", 1, report)
    node = tree.get("key") if isinstance(tree, Mapping) else None
    if isinstance(node, Sequence):
        node = node.items[0] if len(node.items) == 1 else None
    same = isinstance(node, Scalar) and node.text == text and not node.is_missing
    return same and not report.problems


def flow_text(node: Node) -> str:
    """A value on one line: `[a, b]`, `{key: value}`."""
    match node:
        case Scalar():
            return scalar_text(node, flow=True)
        case Sequence():
            return f"[{', '.join(map(flow_text, node.items))}]"
    return (
        f"{{{', '.join(f'{key_text(key.text)}: {flow_text(each)}' for key, each in node.entries)}}}"
    )


def key_text(key: str) -> str:
    """A key on its line: a word as it is, somebody's phrase quoted where it has to be."""
    return key if key.isidentifier() else scalar_text(Scalar(key, 1), flow=True)


def entry_lines(key: str, node: Node, indent: int = 0) -> list[str]:
    """`key: value` with all that belongs to it, each line without its end."""
    before = " " * indent
    if isinstance(node, Scalar):
        if "\n" in node.text:
            return [f"{before}{key_text(key)}: |", *_block(node.text, indent + _INDENT)]
        return [f"{before}{key_text(key)}: {scalar_text(node)}"]
    one_line = f"{before}{key_text(key)}: {flow_text(node)}"
    if _is_short(node) and len(one_line) <= _WIDTH:
        return [one_line]
    return [f"{before}{key_text(key)}:", *_inside(node, indent + _INDENT)]


def item_lines(node: Node, indent: int) -> list[str]:
    """One item of a list, with its dash at `indent`."""
    before = " " * indent
    one_line = f"{before}- {flow_text(node) if not isinstance(node, Scalar) else scalar_text(node)}"
    if not isinstance(node, Mapping) or (_is_flat(node) and len(one_line) <= _WIDTH):
        return [one_line]
    first, *others = _inside(node, indent + _INDENT)
    return [f"{before}- {first.lstrip()}", *others]


def _inside(node: Mapping | Sequence, indent: int) -> Iterator[str]:
    if isinstance(node, Sequence):
        for item in node.items:
            yield from item_lines(item, indent)
    else:
        for key, value in node.entries:
            yield from entry_lines(key.text, value, indent)


def _block(text: str, indent: int) -> Iterator[str]:
    for line in text.rstrip("\n").split("\n"):
        yield f"{' ' * indent}{line}" if line.strip() else ""


def _is_short(node: Mapping | Sequence) -> bool:
    """True for lists of words, and for mappings of a few words."""
    return _is_flat(node) and (isinstance(node, Sequence) or len(node.entries) <= 3)


def _is_flat(node: Mapping | Sequence) -> bool:
    values = node.items if isinstance(node, Sequence) else [value for _, value in node.entries]
    return all(isinstance(each, Scalar) and "\n" not in each.text for each in values)
