"""Closed groups: whatever a review says of them is a room and times, file names included."""

import re
from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from pathlib import PurePath, PurePosixPath

from kohtaamo.content.discreet import HIDDEN, known_field
from kohtaamo.content.source.keys import thing_key
from kohtaamo.content.source.layout import ALIASES, FOLDERS, THINGS
from kohtaamo.problems.problem import Problem
from kohtaamo.review.pairs import Pair

# What a sentence may name of a closed group: its place, room and times, and keys of the schema.
_TOLD = frozenset(
    {
        *("count", "day", "days", "end", "first", "free", "hours", "keys", "limit", "minutes"),
        *("place", "room", "rooms", "second", "source", "start", "time", "when"),
    }
)
_NAMES = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
# Slugs, paths and lists of them.
_OF_NAMES = re.compile(r"[a-z0-9./, \[\]→-]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Veil:
    """The `keys` of the files of closed groups, and the `slugs` that these have or had.

    `folders` are those of their own in which touched ones lie; `name` is what stands for a closed
    group in a sentence: `varaus`.
    """

    keys: AbstractSet[str]
    slugs: AbstractSet[str]
    folders: AbstractSet[str]
    name: str

    def covers(self, path: str) -> bool:
        """True for a file of a closed group, its translations too, and for a folder with one."""
        return thing_key(path) in self.keys or path in self.folders

    def over(self, problem: Problem) -> Problem:
        """The problem with nothing in its values that tells of a closed group."""
        if self.covers(problem.path):
            values = {
                key: self._clear(text) if key in _TOLD else HIDDEN
                for key, text in problem.values.items()
            }
            return replace(problem, values=values, field=known_field(problem.field))
        return replace(
            problem, values={key: self._clear(text) for key, text in problem.values.items()}
        )

    def _clear(self, text: str) -> str:
        """A value, or the word for a closed group when it names the file of one.

        Titles and other texts are left alone: a word of theirs may be any file's name.
        """
        if self.covers(text):
            return self.name
        if not _OF_NAMES.fullmatch(text):
            return text
        return self.name if not self.slugs.isdisjoint(_NAMES.findall(text)) else text


def veil_of(
    secret: AbstractSet[str], pairs: Iterable[Pair], touched: Iterable[str], name: str
) -> Veil:
    """The veil over these keys, and over both sides of every pair that was or is closed.

    `touched` are the paths of the touched files.
    """
    keys, slugs = set(secret), set[str]()
    for pair in pairs:
        if pair.is_closed or pair.key in secret:
            keys.update((pair.key, *(thing_key(each.origin.path) for each in pair.things)))
            slugs.update(slug for each in pair.things for slug in (each.slug, *each.formerly))
    slugs.update(key.rpartition("/")[2] for key in keys)
    # A file in a wrong folder has its name still.
    touched = tuple(touched)
    keys.update(
        thing_key(path) for path in touched if _may_hold_events(path) and _stem(path) in slugs
    )
    above = (PurePosixPath(path).parents for path in touched if thing_key(path) in keys)
    folders = {str(folder) for parents in above for folder in parents if not _is_ours(folder)}
    return Veil(keys=keys, slugs=slugs, folders=folders, name=name)


def _is_ours(folder: PurePath) -> bool:
    """True for a folder of the layout, also in other letters or another language."""
    name = str(folder).casefold()
    return name in {".", *FOLDERS, *ALIASES}


def _may_hold_events(path: str) -> bool:
    """True below the folder of events, and where nothing of the content should be."""
    above = path.partition("/")[0]
    return THINGS.get(above) == "event" or above not in FOLDERS


def _stem(path: str) -> str:
    """The name of a file without its endings: its slug, if it has one."""
    return path.rpartition("/")[2].partition(".")[0]
