"""A content folder, and what is left of it without its faults."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from kohtaamo.content.build.built import Built
from kohtaamo.content.source.files import SourceFile
from kohtaamo.problems.problem import Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class Folder:
    """What `find_files` gave, and what each of the files gave, in the same order."""

    found: tuple[SourceFile, ...]
    built: tuple[Built, ...]
    misplaced: tuple[Problem, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Gone:
    """What others may have named and is not there any more, each with the file that it was in.

    `things` are things and pictures by key (`thing_key`). Of `kinds` nobody knows which things
    there were, of `vocabularies` which terms. `waiting` are those of the things that were left out
    and keep their identity until they are mended.
    """

    things: Mapping[str, str] = field(default_factory=dict)
    kinds: Mapping[str, str] = field(default_factory=dict)
    vocabularies: Mapping[str, str] = field(default_factory=dict)
    waiting: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rest:
    """What is left of a folder; what was `left_out`, and `changed` so that the rest is true.

    Both are told in the form of problems: path, line, field, and a sentence by its code.
    """

    folder: Folder
    gone: Gone = field(default_factory=Gone)
    left_out: tuple[Problem, ...] = ()
    changed: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Stop:
    """The file or folder that nothing can be published without."""

    path: str
