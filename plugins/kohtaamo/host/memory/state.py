"""What one build leaves for the next: what it was made from, its warnings, what it wrote."""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from zlib import crc32

from kohtaamo.host.memory.patched import recall_patched
from kohtaamo.host.memory.problem_rows import problem_in
from kohtaamo.host.memory.scan import Seen, seen_in
from kohtaamo.host.memory.store import Store
from kohtaamo.host.staging import Written
from kohtaamo.problems.problem import Problem

# The names of the parts of a state in its store (`Store.read_list`).
Names = Mapping[str, str]
# How the names of packs (`packs.py`) begin.
PACK = "pack "


@dataclass(frozen=True, slots=True, kw_only=True)
class Inputs:
    """What a build is made from: all else follows from it.

    `code` are the files of the package and the theme, `files` those of the content folder;
    `settings` is whatever else a build is asked for or runs on; `history` says where the repository
    stands, and `today` for which day the site is.
    """

    settings: str
    code: Mapping[str, Seen]
    files: Mapping[str, Seen]
    history: tuple[str, ...]
    today: date


def recall_inputs(store: Store, names: Names) -> Inputs | None:
    """The inputs of the last good build; None where there is no memory of it, or a damaged one."""
    with suppress(KeyError, TypeError, ValueError, AttributeError):
        settings, history, today = store.read(names["base"])
        return Inputs(
            settings=settings,
            code=seen_in(recall_patched(store, names, "code")),
            files=seen_in(recall_patched(store, names, "files")),
            history=tuple(history),
            today=date.fromisoformat(today),
        )
    return None


def recall_written(store: Store, names: Names) -> Mapping[str, Written] | None:
    """What the output holds since then."""
    with suppress(KeyError, TypeError, ValueError, AttributeError):
        found = recall_patched(store, names, "written")
        return {path: (size, time, mark, of) for path, (size, time, mark, of) in found.items()}
    return None


def recall_problems(store: Store, names: Names) -> tuple[Problem, ...] | None:
    """The warnings of the last good build."""
    with suppress(KeyError, TypeError, ValueError):
        return tuple(map(problem_in, store.read(names["problems"])))
    return None


def packs_in(names: Names) -> Names:
    """Of the names of all that a build has left, those of packs."""
    return {name: part for name, part in names.items() if name.startswith(PACK)}


def store_of(folder: Path, output: Path) -> Store:
    """The store of one output folder, below the folder for all memories."""
    name = f"{output.name}-{crc32(str(output).encode('utf-8', 'surrogateescape')):08x}"
    return Store(folder / name)
