"""The two steps of a build, with and without a memory of the last one."""

import time
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import NamedTuple

from kohtaamo.content.load import Loaded
from kohtaamo.content.quarantine.values import Folder, Rest, Stop
from kohtaamo.content.source.keys import thing_key
from kohtaamo.host import build
from kohtaamo.host.apply import Applied
from kohtaamo.host.history import NEVER, Logged, continued, log_until
from kohtaamo.host.memory.inputs import shared_mark
from kohtaamo.host.memory.knowledge import Past, State, recall_known, recall_logged, remember
from kohtaamo.host.memory.memory import Memory
from kohtaamo.host.memory.packs import make_packs
from kohtaamo.host.memory.pictures import PICTURES, PictureStore
from kohtaamo.host.memory.reading import Last, changed_things, read_on, sound_pictures
from kohtaamo.host.memory.state import Inputs, Names
from kohtaamo.host.memory.store import digest
from kohtaamo.host.memory.tidy import forget_the_gone, note_output
from kohtaamo.host.naming import Named, NearEdit, name_on, near_edit
from kohtaamo.host.order import Job, Order
from kohtaamo.host.progress import Tell
from kohtaamo.host.read_all import look_through, read_files
from kohtaamo.host.render import Before, Wanted, put
from kohtaamo.host.search.index import Index, index_of
from kohtaamo.host.search.kept import OWNER, is_searched
from kohtaamo.host.staging import Written
from kohtaamo.listings.edition import Edition
from kohtaamo.listings.known import Known, known_of
from kohtaamo.publish.marks.all import marks_of
from kohtaamo.publish.marks.events import EventRows, event_marks, event_rows
from kohtaamo.publish.marks.things import Things
from kohtaamo.publish.output import INDEX, Output
from kohtaamo.publish.parts import NOTHING_KEPT, make_parts
from kohtaamo.publish.pictures.kept import NO_PICTURES, KeptPictures
from kohtaamo.publish.profiles import PROFILES

# Their digests are in the marks of the outputs that tell of them.
_TOLD_APART = frozenset({"events", "places", "organisers", "notices", "images"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """What was read; `before` is what the last good build knew, None when it knew nothing.

    Otherwise only the things `changed`, by key, are not as they were then. `folder` holds every
    file as it was read, where all were read and there are errors.
    """

    loaded: Loaded
    known: Known | None
    before: Known | None
    changed: Collection[str] = ()
    folder: Folder | None = None


def read(job: Job, memory: Memory | None, progress: Tell | None) -> Read:
    """Read and check the content folder, going on from the last good build where that is known."""
    found = _read_on(job, memory) if memory is not None else None
    if found is None:
        folder = _read_files(job, memory, progress)
        loaded, known = look_through(folder, job.today)
        found = Read(
            loaded=loaded, known=known, before=None, folder=folder if loaded.faulty else None
        )
    return found


def without_faults(
    job: Job, found: Read, memory: Memory | None, progress: Tell | None
) -> tuple[Read, Rest] | Stop:
    """What was read without its errors; every file is read by now, or once more and for all."""
    # No build of a network in order waits for this.
    from kohtaamo.content.quarantine.leave_out import quarantined

    folder = found.folder or _read_files(job, memory, progress)
    ended = quarantined(folder, found.loaded.problems, partial(look_through, today=job.today))
    if isinstance(ended, Stop):
        return ended
    return Read(loaded=ended.loaded, known=ended.more, before=None), ended.rest


def _read_files(job: Job, memory: Memory | None, progress: Tell | None) -> Folder:
    sound = () if memory is None else sound_pictures(memory.before, memory.now)
    return read_files(job.content, progress, sound)


def _read_on(job: Job, memory: Memory) -> Read | None:
    """The same, reading only what has changed; None when all has to be read."""
    before = memory.before
    changed = None if before is None else changed_things(before, memory.now)
    if before is None or changed is None:
        return None
    known = recall_known(memory.store, memory.names)
    if known is None:
        return None
    last = Last(today=before.today, known=known, problems=memory.problems)
    found = read_on(job.content, job.today, changed, last)
    if found is None:
        return None
    return Read(loaded=found.loaded, known=found.known, before=known, changed=changed)


def make(order: Order, found: Read, memory: Memory | None, progress: Tell | None) -> Applied:
    """Render what is due, put it in place, and keep what the next build may use.

    Raises what `outputs_of` and `put` raise.
    """
    store = None if order.memory is None else PictureStore(order.memory / PICTURES)
    pictures = NO_PICTURES if store is None else store.kept
    if memory is None:
        applied = _make_all(order, found, pictures, progress)
    else:
        applied = _make_due(order, found, memory, pictures, progress)
    if store is not None:
        store.tidy(time.time_ns())
    return applied


def _make_all(order: Order, found: Read, pictures: KeptPictures, progress: Tell | None) -> Applied:
    """Render everything."""
    edition = build.edition_of(order.job, found.loaded, found.known)
    parts = make_parts(edition, replace(NOTHING_KEPT, pictures=pictures))
    index = _index(order, edition, lambda output: "")
    marked = [(each, "") for each in build.outputs_of(order.job, edition, parts)]
    return put(
        edition,
        Wanted(outputs=marked, index=index),
        order.output,
        order.keep,
        before=Before(),
        ready=_nothing,
        progress=progress,
    ).applied


def _make_due(
    order: Order, found: Read, memory: Memory, pictures: KeptPictures, progress: Tell | None
) -> Applied:
    """Render what another mark stands on than on what the last good build has left."""
    job = order.job
    known = found.known or known_of(found.loaded.network)
    logged = recall_logged(memory.store, memory.names, job.content)
    both = (logged, _logged(job, memory.now, logged))
    edition = build.edition_of(job, found.loaded, known, both[1], memory.now.history[2:])
    near = near_edit(edition, found.before, {*found.changed}, memory, both)
    things, shared = Things(edition=edition, digests=_digests(memory.now)), _shared(memory.now)
    rows = event_rows(things, near.rows)
    stamp = digest((shared + edition.today.isoformat()).encode())
    packs = make_packs(edition, PROFILES[job.profile], memory, stamp, event_marks(rows))
    kept = replace(packs.kept, pictures=pictures)
    named = name_on(job, edition, near.scope, memory, kept)
    mark = _mark(replace(things, edition=named.edition), rows, shared)
    result = put(
        named.edition,
        Wanted(
            outputs=[(each, mark(each)) for each in named.outputs],
            index=_index(order, named.edition, mark),
        ),
        order.output,
        order.keep,
        before=Before(written=memory.written, carried=named.carried, there=memory.there),
        ready=memory.store.forget_list,
        keep_parts=partial(packs.keep, named.parts),
        progress=progress,
    )
    # What is saved while a build goes on may be half in it: the next one looks at everything.
    if not memory.has_moved(job):
        left = _Left(both, known, near, rows, result.written, packs.now(result.packs))
        _keep(job, memory, found, named, left)
    return result.applied


def _index(order: Order, edition: Edition, mark: Callable[[Output], str]) -> Index | None:
    """The search index of an edition, if one is wanted."""
    job = order.job
    if not is_searched(job):
        return None
    told = mark(Output(OWNER, bytes, OWNER, (INDEX,)))
    if order.search_later:
        return Index(mark=told)
    return index_of(edition, told, order.memory, may_fail=not job.publish)


def _nothing() -> None:
    """Where nothing is remembered, nothing has to be forgotten."""


def _logged(job: Job, now: Inputs, before: Logged) -> Logged:
    if not now.history:
        return NEVER
    head, cut, *_ = now.history
    # A cut history may grow at its other end: nothing is remembered of it.
    return log_until(job.content, head) if cut else continued(job.content, before, head)


class _Left(NamedTuple):
    """What a build has found out: `logged` is what git's log said before, and says now."""

    logged: tuple[Logged, Logged]
    known: Known
    near: NearEdit
    rows: EventRows
    written: Mapping[str, Written]
    packs: Names


def _keep(job: Job, memory: Memory, found: Read, named: Named, left: _Left) -> None:
    """Keep what a good build leaves; where there is no room, the next build begins anew."""
    before, logged = left.logged
    state = State(
        content=job.content,
        inputs=memory.now,
        logged=NEVER if memory.now.history[1:2] > ("",) else logged,
        known=left.known,
        problems=found.loaded.problems,
        written=left.written,
        rows=left.rows,
        indexed=named.indexed,
        packs=left.packs,
    )
    past = Past(
        inputs=memory.before,
        logged=before,
        known=found.before,
        written=memory.recalled or None,
        rows=left.near.past_rows,
        indexed=named.past_indexed,
    )
    try:
        remember(memory.store, state, memory.names, past)
        note_output(memory.store.folder, memory.output)
        forget_the_gone(memory.store.folder.parent)
    except OSError:
        memory.store.forget_list()


def _mark(things: Things, rows: EventRows, shared: str) -> Callable[[Output], str]:
    """A function of an output that gives one mark of all its subjects."""
    of = marks_of(things, rows)
    return lambda output: digest((shared + "".join(map(of, output.subjects))).encode())


def _digests(inputs: Inputs) -> Mapping[str, str]:
    """One digest of all files of a thing, by its key; of a picture by its path."""
    found: dict[str, list[tuple[str, str]]] = {}
    for path, seen in inputs.files.items():
        found.setdefault(thing_key(path), []).append((path, seen.digest))
    return {
        key: files[0][1]
        if len(files) == 1
        else digest(" ".join(mark for _, mark in sorted(files)).encode())
        for key, files in found.items()
    }


def _shared(inputs: Inputs) -> str:
    """What all outputs share: code, theme, settings, and what is neither a thing nor a picture."""
    files = (
        f"{path} {seen.digest}"
        for path, seen in inputs.files.items()
        if path.partition("/")[0] not in _TOLD_APART
    )
    return digest("\n".join((shared_mark(inputs), *sorted(files))).encode("utf-8", "replace"))
