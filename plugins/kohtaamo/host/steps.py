"""The two steps of a build, with and without a memory of the last one."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from pathlib import Path

from kohtaamo.content.load import Loaded
from kohtaamo.content.source.keys import thing_key
from kohtaamo.host import build
from kohtaamo.host.apply import Applied
from kohtaamo.host.history import NEVER, Logged, continued, log_until
from kohtaamo.host.memory.inputs import shared_mark
from kohtaamo.host.memory.knowledge import State, recall_known, recall_logged, remember
from kohtaamo.host.memory.memory import Memory
from kohtaamo.host.memory.reading import Last, changed_things, read_on, sound_pictures
from kohtaamo.host.memory.state import Inputs
from kohtaamo.host.memory.store import digest
from kohtaamo.host.memory.tidy import forget_the_gone, note_output
from kohtaamo.host.order import Job
from kohtaamo.host.progress import Tell
from kohtaamo.host.read_all import read_all
from kohtaamo.host.render import put
from kohtaamo.listings.edition import Edition
from kohtaamo.listings.known import Known, known_of
from kohtaamo.publish.marks.all import marks_of
from kohtaamo.publish.output import Output

# Their digests are in the marks of the outputs that tell of them.
_TOLD_APART = frozenset({"events", "places", "organisers", "notices", "images"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """What was read; `before` is what the last good build knew, None when it knew nothing."""

    loaded: Loaded
    known: Known | None
    before: Known | None


def read(job: Job, memory: Memory | None, progress: Tell | None) -> Read:
    """Read and check the content folder, going on from the last good build where that is known."""
    found = _read_on(job, memory) if memory is not None else None
    if found is None:
        sound = () if memory is None else sound_pictures(memory.before, memory.now)
        loaded, known = read_all(job.content, job.today, progress, sound)
        found = Read(loaded=loaded, known=known, before=None)
    return found


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
    return Read(loaded=found.loaded, known=found.known, before=known)


def make(
    job: Job,
    found: Read,
    output: Path,
    keep_names: Collection[str],
    memory: Memory | None,
    progress: Tell | None,
) -> Applied:
    """Render what is due, put it in place, and keep what the next build may use.

    Raises what `outputs_of` and `put` raise.
    """
    known = found.known or known_of(found.loaded.network)
    before = NEVER if memory is None else recall_logged(memory.store, memory.names, job.content)
    logged = None if memory is None else _logged(job, memory.now, before)
    changed = None if memory is None else memory.now.history[2:]
    edition = build.edition_of(job, found.loaded, known, logged, changed)
    made = build.outputs_of(job, edition)
    marks = None if memory is None else _marks(edition, memory.now)
    result = put(
        edition,
        [(each, "" if marks is None else marks(each)) for each in made],
        output,
        keep_names,
        before={} if memory is None else memory.written,
        ready=(lambda: None) if memory is None else memory.store.forget_list,
        progress=progress,
    )
    # What is saved while a build goes on may be half in it: the next one looks at everything.
    if memory is not None and logged is not None and not memory.has_moved(job):
        state = State(
            content=job.content,
            inputs=memory.now,
            logged=NEVER if memory.now.history[1:2] > ("",) else logged,
            known=known,
            problems=found.loaded.problems,
            written=result.written,
        )
        _keep(memory, state, found.before, before)
    return result.applied


def _logged(job: Job, now: Inputs, before: Logged) -> Logged:
    if not now.history:
        return NEVER
    head, cut, *_ = now.history
    # A cut history may grow at its other end: nothing is remembered of it.
    return log_until(job.content, head) if cut else continued(job.content, before, head)


def _keep(memory: Memory, state: State, known: Known | None, logged: Logged) -> None:
    """Keep what a good build leaves; where there is no room, the next build begins anew."""
    try:
        remember(memory.store, state, memory.names, known, logged)
        note_output(memory.store.folder, memory.output)
        forget_the_gone(memory.store.folder.parent)
    except OSError:
        memory.store.forget_list()


def _marks(edition: Edition, inputs: Inputs) -> Callable[[Output], str]:
    """A function of an output that gives one mark of all its subjects."""
    of = marks_of(edition, _digests(inputs))
    shared = _shared(inputs)
    return lambda output: digest(shared + b"".join(map(of, output.subjects)))


def _digests(inputs: Inputs) -> Mapping[str, str]:
    """One digest of all files of a thing, by its key; of a picture by its path."""
    found: dict[str, str] = {}
    for path, seen in sorted(inputs.files.items()):
        key = thing_key(path)
        before = found.get(key)
        found[key] = seen.digest if before is None else digest(f"{before} {seen.digest}".encode())
    return found


def _shared(inputs: Inputs) -> bytes:
    """What all outputs share: code, theme, settings, and what is neither a thing nor a picture."""
    files = (
        f"{path} {seen.digest}"
        for path, seen in sorted(inputs.files.items())
        if path.partition("/")[0] not in _TOLD_APART
    )
    return digest("\n".join((shared_mark(inputs), *files)).encode("utf-8", "replace")).encode()
