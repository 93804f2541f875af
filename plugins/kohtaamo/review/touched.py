"""What a contribution is made of: the files that it adds, changes or removes."""

import re
from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from enum import StrEnum

from kohtaamo.content.source.keys import thing_key
from kohtaamo.model.network import Network
from kohtaamo.problems.problem import Problem, Severity
from kohtaamo.words.words import Words

# The fields of an event that say when it is.
TIMES = frozenset({"start", "end", "duration", "all_day", "repeat"})


class Touch(StrEnum):
    ADDED = "added"
    CHANGED = "changed"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """The content before or after a contribution.

    `slugs` are those of all originals by kind, of files that nobody could read too; `problems` are
    all that a check says; `words` are those of the network's languages.
    """

    network: Network
    slugs: Mapping[str, AbstractSet[str]]
    problems: tuple[Problem, ...]
    words: Mapping[str, Words]


@dataclass(frozen=True, slots=True, kw_only=True)
class Contribution:
    """Everything that a review is made from.

    `files` are the touched files of the content folder, by path below it, and `outside` all other
    touched files of the repository, by path from its top; `repositories` among them are none, but
    other repositories, wherever they lie. `folder` is the content folder as seen
    from there, "" at the top itself. `lost` are the problems of the comparison of identities,
    `secret` the keys (`thing_key`) of all files that are, were or may be of closed groups.
    `is_uncommitted` when files of the content have changes that no commit holds.
    """

    before: Side
    after: Side
    files: Mapping[str, Touch]
    outside: Mapping[str, Touch]
    repositories: AbstractSet[str]
    folder: str
    lost: tuple[Problem, ...]
    secret: AbstractSet[str]
    is_uncommitted: bool

    def path(self, inside: str) -> str:
        """A path below the content folder as the forge shows it, from the repository's top."""
        if inside == ".":
            return self.folder or inside
        return f"{self.folder}/{inside}" if self.folder else inside

    @property
    def keys(self) -> AbstractSet[str]:
        """The keys of the touched things."""
        return {thing_key(path) for path in self.files}


def faulty_keys(problems: Iterable[Problem]) -> AbstractSet[str]:
    """The keys of the files with errors."""
    return {thing_key(each.path) for each in problems if each.severity is Severity.ERROR}


def undated_keys(problems: Iterable[Problem]) -> AbstractSet[str]:
    """The keys of the files of events whose times are wrong: no dates can be worked out of them."""
    return faulty_keys(
        each for each in problems if re.split(r"[.\[]", each.field, maxsplit=1)[0] in TIMES
    )
