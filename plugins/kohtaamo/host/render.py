"""Renders outputs in as many processes as there are cores, and puts the changed ones in place."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import chain
from pathlib import Path

from kohtaamo.host.apply import Applied, abandon, begin, finish
from kohtaamo.host.faults import PictureChanged
from kohtaamo.host.groups import Group, in_groups
from kohtaamo.host.memory.state import Names
from kohtaamo.host.progress import Tell
from kohtaamo.host.search.index import Index, Made, known_index, put_index, stays
from kohtaamo.host.search.kept import OWNER
from kohtaamo.host.staging import Stage, Taken, Written, held
from kohtaamo.host.workers import processes, share
from kohtaamo.listings.edition import Edition
from kohtaamo.problems.problem import Refused
from kohtaamo.publish.output import Output
from kohtaamo.publish.scope import owner_of

# In the time of fewer pages than these another process is not worth its start.
_WORTH_SHARING = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class Put:
    """What was done to the output folder, what it holds now, and which packs were kept."""

    applied: Applied
    written: Mapping[str, Written]
    packs: Names


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Outputs, each with the mark of what it tells of, and the search index, if there is one."""

    outputs: Sequence[tuple[Output, str]]
    index: Index | None = None


# Keeps what was made for a group of outputs; the names of what it has kept.
Keep = Callable[[Group], Names]


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
    wanted: Wanted,
    output: Path,
    keep: Collection[str],
    *,
    before: Before,
    ready: Callable[[], None],
    keep_parts: Keep = lambda group: {},
    progress: Tell | None = None,
) -> Put:
    """Make the folder `output` hold just what is wanted, and what is carried over from before.

    `keep` are names at its top to leave. What has the same mark `before` is not rendered.
    Nothing is put in place before everything is rendered; `ready` is called in between, and
    `keep_parts` after each group of outputs, in the process that has rendered it. Raises
    ForeignFolder, NoIndex, PictureChanged, OSError.
    """
    stage, marked, old = begin(output, keep), wanted.outputs, before.written
    there = before.there
    if there is None:
        there = () if stage.is_fresh else held(output, keep)
    due = [each for each, mark in marked if each.path not in old or old[each.path][2] != mark]
    try:
        tasks = [partial(_render, group, stage, keep_parts) for group in in_groups(edition, due)]
        weight = sum(each.weight for each in due)
        rendered, found = _make_all(tasks, weight, wanted.index, old, stage, progress)
    except BaseException:
        abandon(stage)
        raise
    ready()
    taken = list(chain.from_iterable(each.taken for each in rendered))
    carried = {path: row for path, row in before.carried.items() if row[3] != OWNER}
    written = {**carried, **_rows(marked, old, taken), **found.rows}
    stale = [path for path in there if path not in written and not stays(path, wanted.index)]
    changed = [each.path for each in (*taken, *found.taken) if each.is_changed]
    finish(stage, changed, stale)
    return Put(
        applied=Applied(
            written=len(changed),
            removed=len(stale),
            unchanged=len(written) - len(changed),
            changed=(*changed, *stale),
            unsearchable=found.fault,
        ),
        written=written,
        packs={name: part for each in rendered for name, part in each.packs.items()},
    )


def _rows(
    marked: Sequence[tuple[Output, str]], old: Mapping[str, Written], taken: Sequence[Taken]
) -> Mapping[str, Written]:
    """What is known by now of every output: of what was rendered, and of what stays."""
    owners = {each.path: (mark, owner_of(each.subjects)) for each, mark in marked}
    rows = {path: _owned(old[path], owner) for path, (_, owner) in owners.items() if path in old}
    return rows | {each.path: (each.size, each.time, *owners[each.path]) for each in taken}


def _owned(row: Written, owner: str) -> Written:
    return row if row[3] == owner else (*row[:3], owner)


@dataclass(frozen=True, slots=True)
class _Rendered:
    taken: list[Taken]
    packs: Names


def _make_all(
    rendering: Sequence[Callable[[], _Rendered]],
    weight: int,
    index: Index | None,
    before: Mapping[str, Written],
    stage: Stage,
    progress: Tell | None,
) -> tuple[Sequence[_Rendered], Made]:
    """Render, and make the index beside: nothing takes longer, so it is begun first."""
    found = known_index(index, before)
    tasks: list[Callable[[], _Rendered | Made]] = [*rendering]
    if found is None and index is not None:
        tasks.insert(0, partial(put_index, index, before, stage))
        weight += index.weight
    count = processes() if weight >= _WORTH_SHARING else 1
    tell = None if progress is None else lambda number: progress(number, len(tasks))
    done = share(tasks, count, tell)
    made = (each for each in done if isinstance(each, Made))
    return [each for each in done if isinstance(each, _Rendered)], next(made, found or Made())


def _render(group: Group, stage: Stage, keep_parts: Keep) -> _Rendered:
    """Stage a group."""
    try:
        taken = [stage.take(each.path, each.render()) for each in group.outputs]
        return _Rendered(taken, keep_parts(group))
    except Refused as refused:
        raise PictureChanged(refused.values["value"]) from None
