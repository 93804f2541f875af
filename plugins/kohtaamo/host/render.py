"""Renders outputs in as many processes as there are cores, and puts the changed ones in place."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import chain
from pathlib import Path

from kohtaamo.host.apply import Applied, abandon, begin, finish
from kohtaamo.host.faults import PictureChanged
from kohtaamo.host.groups import in_groups
from kohtaamo.host.progress import Tell
from kohtaamo.host.staging import Stage, Taken, Written, held
from kohtaamo.host.workers import processes, share
from kohtaamo.listings.edition import Edition
from kohtaamo.problems.problem import Refused
from kohtaamo.publish.output import Output
from kohtaamo.publish.scope import owner_of

# Below this many another process is not worth its start.
_WORTH_SHARING = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class Put:
    """What was done to the output folder, and what it holds now."""

    applied: Applied
    written: Mapping[str, Written]


@dataclass(frozen=True, slots=True, kw_only=True)
class Before:
    """What the output folder holds as the last good build has left it: `written`, by path.

    `carried` of it stays, whatever is made now; `there` are the paths of all that lies in the
    folder, None when somebody has to look.
    """

    written: Mapping[str, Written] = field(default_factory=dict)
    carried: Mapping[str, Written] = field(default_factory=dict)
    there: Collection[str] | None = None


def put(
    edition: Edition,
    marked: Sequence[tuple[Output, str]],
    output: Path,
    keep: Collection[str],
    *,
    before: Before,
    ready: Callable[[], None],
    progress: Tell | None = None,
) -> Put:
    """Make the folder `output` hold just these outputs and what is carried over from before.

    `keep` are names at its top to leave. Each output comes with the mark of what it tells of: what
    has the same mark `before` is not rendered.
    Nothing is put in place before everything is rendered; `ready` is called in between. Raises
    ForeignFolder, PictureChanged, OSError.
    """
    stage = begin(output, keep)
    marks = {each.path: mark for each, mark in marked}
    there = before.there
    if there is None:
        there = () if stage.is_fresh else held(output, keep)
    stale = [path for path in there if path not in marks and path not in before.carried]
    old = before.written
    due = [each for each, mark in marked if each.path not in old or old[each.path][2] != mark]
    try:
        taken = _render_all(edition, due, stage, progress)
    except BaseException:
        abandon(stage)
        raise
    ready()
    changed = [each.path for each in taken if each.is_changed]
    finish(stage, changed, stale)
    owners = {each.path: owner_of(each.subjects) for each, _ in marked}
    written = {path: _owned(old[path], owner) for path, owner in owners.items() if path in old}
    written |= {
        each.path: (each.size, each.time, marks[each.path], owners[each.path]) for each in taken
    }
    written |= before.carried
    return Put(
        applied=Applied(
            written=len(changed),
            removed=len(stale),
            unchanged=len(written) - len(changed),
            changed=(*changed, *stale),
        ),
        written=written,
    )


def _owned(row: Written, owner: str) -> Written:
    return row if row[3] == owner else (*row[:3], owner)


def _render_all(
    edition: Edition, outputs: Sequence[Output], stage: Stage, progress: Tell | None
) -> list[Taken]:
    groups = in_groups(edition, outputs)
    count = processes() if len(outputs) >= _WORTH_SHARING else 1
    tell = None if progress is None else lambda number: progress(number, len(groups))
    tasks = [partial(_render, group, stage) for group in groups]
    return list(chain.from_iterable(share(tasks, count, tell)))


def _render(group: Sequence[Output], stage: Stage) -> list[Taken]:
    """Stage a group."""
    try:
        return [stage.take(each.path, each.render()) for each in group]
    except Refused as refused:
        raise PictureChanged(refused.values["value"]) from None
