"""Renders outputs in as many processes as there are cores, and puts the changed ones in place."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain
from pathlib import Path

from kohtaamo.host.apply import Applied, abandon, begin, finish
from kohtaamo.host.faults import PictureChanged
from kohtaamo.host.groups import Group, in_groups
from kohtaamo.host.memory.state import Names
from kohtaamo.host.progress import Tell
from kohtaamo.host.staging import Stage, Taken, Written, held
from kohtaamo.host.workers import processes, share
from kohtaamo.listings.edition import Edition
from kohtaamo.problems.problem import Refused
from kohtaamo.publish.output import Output

# Below this many another process is not worth its start.
_WORTH_SHARING = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class Put:
    """What was done to the output folder, what it holds now, and which packs were kept."""

    applied: Applied
    written: Mapping[str, Written]
    packs: Names


# Keeps what was made for a group of outputs; the names of what it has kept.
Keep = Callable[[Group], Names]


def put(
    edition: Edition,
    marked: Sequence[tuple[Output, str]],
    output: Path,
    keep: Collection[str],
    *,
    before: Mapping[str, Written],
    ready: Callable[[], None],
    keep_parts: Keep = lambda group: {},
    progress: Tell | None = None,
) -> Put:
    """Make the folder `output` hold just these outputs; `keep` are names at its top to leave.

    Each output comes with the mark of what it tells of. `before` is what the folder holds, by
    path: what has the same mark there is not rendered.
    Nothing is put in place before everything is rendered; `ready` is called in between, and
    `keep_parts` after each group of outputs, in the process that has rendered it. Raises
    ForeignFolder, PictureChanged, OSError.
    """
    stage = begin(output, keep)
    marks = {each.path: mark for each, mark in marked}
    there = () if stage.is_fresh else held(output, keep)
    stale = [path for path in there if path not in marks]
    due = [each for each, mark in marked if each.path not in before or before[each.path][2] != mark]
    try:
        rendered = _render_all(edition, due, stage, keep_parts, progress)
    except BaseException:
        abandon(stage)
        raise
    ready()
    taken = list(chain.from_iterable(each.taken for each in rendered))
    changed = [each.path for each in taken if each.is_changed]
    finish(stage, changed, stale)
    written = {path: before[path] for path in marks if path in before}
    written |= {each.path: (each.size, each.time, marks[each.path]) for each in taken}
    return Put(
        applied=Applied(
            written=len(changed),
            removed=len(stale),
            unchanged=len(marks) - len(changed),
            changed=(*changed, *stale),
        ),
        written=written,
        packs={name: part for each in rendered for name, part in each.packs.items()},
    )


@dataclass(frozen=True, slots=True)
class _Rendered:
    taken: list[Taken]
    packs: Names


def _render_all(
    edition: Edition,
    outputs: Sequence[Output],
    stage: Stage,
    keep_parts: Keep,
    progress: Tell | None,
) -> list[_Rendered]:
    groups = in_groups(edition, outputs)
    count = processes() if len(outputs) >= _WORTH_SHARING else 1
    tell = None if progress is None else lambda number: progress(number, len(groups))
    return share([partial(_render, group, stage, keep_parts) for group in groups], count, tell)


def _render(group: Group, stage: Stage, keep_parts: Keep) -> _Rendered:
    """Stage a group."""
    try:
        taken = [stage.take(each.path, each.render()) for each in group.outputs]
        return _Rendered(taken, keep_parts(group))
    except Refused as refused:
        raise PictureChanged(refused.values["value"]) from None
