"""The words of one interface language, by dotted key."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from kohtaamo.content.source import tree


@dataclass(frozen=True)
class Words:
    """`tag` is the address prefix and file name; `html` the `lang` of pages; `locale` Babel's.

    `texts` holds every text by dotted key; `{name}` stands for a value.
    """

    tag: str
    texts: Mapping[str, str]

    def __call__(self, key: str, **values: object) -> str:
        """The text of a key with its values filled in; KeyError for an unknown key."""
        text = self.texts[key]
        return text.format_map(values) if values else text

    def several(self, key: str, count: int, **values: object) -> str:
        """`key.one` for exactly one, else `key.many`; `{count}` is filled in."""
        return self(f"{key}.{'one' if count == 1 else 'many'}", count=count, **values)

    @cached_property
    def html(self) -> str:
        return self.texts["language.html"]

    @cached_property
    def locale(self) -> str:
        return self.texts["language.locale"]


def flatten(node: tree.Node, prefix: str = "") -> dict[str, tree.Scalar]:
    """A nested mapping of texts as one mapping by dotted key; lists are not words and left out."""
    if isinstance(node, tree.Scalar):
        return {prefix: node}
    texts: dict[str, tree.Scalar] = {}
    if isinstance(node, tree.Mapping):
        for key, value in node.entries:
            texts |= flatten(value, f"{prefix}.{key.text}" if prefix else key.text)
    return texts
