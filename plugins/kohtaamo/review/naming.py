"""Who names what on one side: by a field, by a link in a text, by a picture that it shows."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from kohtaamo.content.rules.links import linked
from kohtaamo.content.rules.rule import everything
from kohtaamo.content.rules.walk import references
from kohtaamo.content.schema.choices import Reference
from kohtaamo.model.network import Network

# Kind of file or name of a vocabulary, and slug or id of a term.
Name = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Naming:
    """A file that names something: its kind (`network` too), its item, and the dotted field."""

    kind: str
    item: Any
    at: str

    @property
    def path(self) -> str:
        origin: str = self.item.origin.path
        return origin

    @property
    def line(self) -> int:
        line: int = self.item.origin.line(self.at)
        return line


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """Everything that the files of one side name: things and terms, paths in texts, pictures."""

    by_name: Mapping[Name, Sequence[Naming]] = field(default_factory=dict)
    by_path: Mapping[str, Sequence[Naming]] = field(default_factory=dict)
    pictures: frozenset[str] = frozenset()


def names_in(network: Network) -> Names:
    """What every file that could be read names, in the order of the network's kinds and slugs."""
    by_name: dict[Name, list[Naming]] = defaultdict(list)
    by_path: dict[str, list[Naming]] = defaultdict(list)
    pictures = set[str]()
    for kind, record, item in everything(network):
        for at, to, value in references(record, item):
            name = to.kind if isinstance(to, Reference) else to.vocabulary
            by_name[name, value].append(Naming(kind, item, at))
        # Under which address this site is read is not known here: any may be its own.
        for path in dict.fromkeys(link.folder for _, link in linked(item)):
            by_path[path].append(Naming(kind, item, "text"))
        pictures.update(image.file for image in getattr(item, "images", ()))
    brand = network.identity.brand
    if brand is not None and brand.logo:
        pictures.add(brand.logo)
    return Names(by_name=by_name, by_path=by_path, pictures=frozenset(pictures))
