"""A check of a whole content folder, which goes on from what the last good one has left.

The memory of checks is like that of builds, and lies among theirs: inputs, warnings and what every
thing tells. A check that finds errors leaves it as it is, so whoever mends them goes on from there.
"""

import time
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from kohtaamo.host.memory.inputs import look_for_check, what_counts
from kohtaamo.host.memory.state import Inputs, Names, recall_inputs, recall_problems, store_of
from kohtaamo.host.memory.store import Store
from kohtaamo.host.memory.tidy import forget_the_gone, note_output
from kohtaamo.host.progress import Tell
from kohtaamo.problems.problem import Problem

if TYPE_CHECKING:
    from kohtaamo.content.load import Loaded
    from kohtaamo.listings.known import Known


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """All problems of a folder of so many files, and its network where it had to be read.

    `known` is what its things tell, None when that has not been looked into.
    """

    problems: tuple[Problem, ...]
    files: int
    loaded: "Loaded | None" = None
    known: "Known | None" = None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Last:
    """The last good check: what it was made from, its warnings, the number of files."""

    names: Names
    inputs: Inputs
    problems: tuple[Problem, ...]
    files: int


def check_folder(
    content: Path,
    today: date,
    memories: Path | None = None,
    progress: Tell | None = None,
    *,
    is_network_wanted: bool = False,
) -> Checked:
    """Check a folder: only what has changed is read, and nothing where nothing has.

    `memories` is the folder for the memories of builds and checks, None for none. A network that is
    wanted is there in any case.
    """
    if memories is None:
        return _read_all(content, today, progress)
    content = content.resolve()
    store = store_of(memories, content)
    last = _recall(store)
    before = last.inputs if last is not None else None
    now = look_for_check(content, today, before, time.time_ns())
    if last is not None and not is_network_wanted and what_counts(last.inputs) == what_counts(now):
        return Checked(problems=last.problems, files=last.files)
    return _read(store, content, now, last, progress)


def _recall(store: Store) -> _Last | None:
    names = store.read_list()
    inputs, problems = recall_inputs(store, names), recall_problems(store, names)
    files = store.read(names.get("count", ""))
    if inputs is None or problems is None or not isinstance(files, int):
        return None
    return _Last(names=names, inputs=inputs, problems=problems, files=files)


def _read(
    store: Store, content: Path, now: Inputs, last: _Last | None, progress: Tell | None
) -> Checked:
    """Read what has changed, or all of it, and keep what the next check may go on from."""
    # Where nothing has changed, what reads is not even imported.
    from kohtaamo.host.memory.reading import sound_pictures

    found, before = _read_on(store, content, now, last) if last is not None else (None, None)
    if found is None:
        sound = sound_pictures(last.inputs, now) if last is not None else ()
        found = _read_all(content, now.today, progress, sound)
    if found.known is not None and not _has_moved(content, now):
        _keep(store, content, now, found, last, before)
    return found


def _has_moved(content: Path, now: Inputs) -> bool:
    """True when anything was saved while the check went on: it may be half in it."""
    again = look_for_check(content, now.today, now, time.time_ns())
    return what_counts(again) != what_counts(now)


def _read_on(
    store: Store, content: Path, now: Inputs, last: _Last
) -> tuple[Checked | None, "Known | None"]:
    """What has changed, and what was known before; None and None when all has to be read."""
    from kohtaamo.host.memory.knowledge import recall_known
    from kohtaamo.host.memory.reading import Last, changed_things, read_on

    changed = changed_things(last.inputs, now)
    known = None if changed is None else recall_known(store, last.names)
    if changed is None or known is None:
        return None, None
    before = Last(today=last.inputs.today, known=known, problems=last.problems)
    found = read_on(content, now.today, changed, before)
    return (None, None) if found is None else (_checked(found.loaded, found.known), known)


def _read_all(
    content: Path, today: date, progress: Tell | None, sound: Collection[str] = ()
) -> Checked:
    from kohtaamo.host.read_all import read_all

    return _checked(*read_all(content, today, progress, sound))


def _checked(loaded: "Loaded", known: "Known | None") -> Checked:
    return Checked(problems=loaded.problems, files=loaded.files, loaded=loaded, known=known)


def _keep(
    store: Store,
    content: Path,
    now: Inputs,
    found: Checked,
    last: _Last | None,
    before: "Known | None",
) -> None:
    """Keep what a good check leaves; where there is no room, the next one begins anew."""
    from kohtaamo.host.memory.knowledge import Past, keep_reading

    if found.known is None:
        return
    past = Past(inputs=last.inputs if last else None, known=before)
    names = last.names if last else {}
    try:
        parts = keep_reading(store, names, now, found.problems, found.known, past)
        store.write_list({**parts, "count": store.write(found.files)})
        note_output(store.folder, content)
        forget_the_gone(store.folder.parent)
    except OSError:
        store.forget_list()
