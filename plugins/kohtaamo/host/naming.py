"""Which outputs a build names: all, or after an edit of events those that it may have touched.

Only an edit that leaves every path as it was is gone on from: so no path can be taken twice, no old
address come or go, and no file be left behind. After any other, everything is named.
"""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

from kohtaamo.content.source.keys import thing_key
from kohtaamo.host import build
from kohtaamo.host.history import Logged
from kohtaamo.host.memory.knowledge import recall_indexed, recall_rows
from kohtaamo.host.memory.memory import Memory
from kohtaamo.host.memory.state import Inputs
from kohtaamo.host.order import Job
from kohtaamo.host.staging import Written
from kohtaamo.listings.edition import Edition
from kohtaamo.listings.known import Known
from kohtaamo.listings.make import with_near
from kohtaamo.publish.marks.events import EventRows
from kohtaamo.publish.output import Output
from kohtaamo.publish.parts import Kept, Parts, make_parts
from kohtaamo.publish.scope import Scope, Told, owner_of, scope_of


@dataclass(frozen=True, slots=True, kw_only=True)
class NearEdit:
    """What an edit may have touched; without a `scope` that may be anything.

    `rows` are the marks of the events that cannot differ, `past_rows` those of all events in the
    last good build, where they were asked for.
    """

    scope: Scope | None = None
    rows: EventRows = field(default_factory=dict)
    past_rows: EventRows | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """The outputs that are named, and by path what is `carried` over of the last good build.

    They are made of `parts`. `indexed` is what the sitemap says of every page, in its order,
    `past_indexed` what that of the last good build said, where it was asked for.
    """

    edition: Edition
    parts: Parts
    outputs: Sequence[Output]
    carried: Mapping[str, Written] = field(default_factory=dict)
    indexed: Mapping[str, str | None]
    past_indexed: Mapping[str, str | None] | None = None


def near_edit(
    edition: Edition,
    before: Known | None,
    changed: AbstractSet[str],
    memory: Memory,
    logged: tuple[Logged, Logged],
) -> NearEdit:
    """What may differ since the last good build; on another day, anything.

    `before` is what that build knew, `changed` are the keys of all things that were edited since
    then, `logged` is what git's log said then and says now.
    """
    if before is None or memory.before is None or memory.before.today != edition.today:
        return NearEdit()
    if not memory.is_untouched:
        return NearEdit()
    landed = _landed(memory.before, memory.now, logged)
    past, now = (each.languages for each in logged)
    scope = scope_of(
        Told(known=before, translated=past),
        Told(known=edition.known, translated=now),
        changed | landed,
        edition.today,
    )
    if scope is None:
        return NearEdit()
    rows = recall_rows(memory.store, memory.names)
    same = {slug: row for slug, row in rows.items() if slug not in scope.events}
    return NearEdit(scope=scope, rows=same, past_rows=rows)


def name_on(job: Job, edition: Edition, scope: Scope | None, memory: Memory, kept: Kept) -> Named:
    """The outputs of a scope, or all of them; TwoOutputs when two want one path.

    `kept` is what the last good build has left of their parts.
    """
    named = _name_in(job, edition, scope, memory, kept) if scope is not None else None
    return named or _name_all(job, edition, kept)


def _name_all(job: Job, edition: Edition, kept: Kept) -> Named:
    parts = make_parts(edition, kept)
    outputs = build.outputs_of(job, edition, parts)
    return Named(edition=edition, parts=parts, outputs=outputs, indexed=_indexed(outputs))


def _name_in(job: Job, edition: Edition, scope: Scope, memory: Memory, kept: Kept) -> Named | None:
    """The outputs of a scope; None when they lie elsewhere than before."""
    near = with_near(edition, scope.listings)
    indexed = recall_indexed(memory.store, memory.names)
    if indexed is None:
        return None
    parts = make_parts(near, kept)
    outputs = build.outputs_of(job, near, parts, scope, indexed)
    carried = dict(memory.written)
    there = {path: row[3] for path, row in carried.items() if row[3] in scope.owners}
    if there != {each.path: owner_of(each.subjects) for each in outputs}:
        return None
    for path in there:
        del carried[path]
    return Named(
        edition=near,
        parts=parts,
        outputs=outputs,
        carried=carried,
        indexed={**indexed, **_indexed(outputs)},
        past_indexed=indexed,
    )


def _indexed(outputs: Sequence[Output]) -> Mapping[str, str | None]:
    return dict(each.indexed for each in outputs if each.indexed is not None)


def _landed(before: Inputs, now: Inputs, logged: tuple[Logged, Logged]) -> set[str]:
    """The keys of what has landed since then, or is said to land today as it was not then."""
    past, present = logged
    found = {thing_key(path) for path in {*before.history[2:]} ^ {*now.history[2:]}}
    if past is not present:
        for then, since in ((past.spans, present.spans), (past.languages, present.languages)):
            every = then.keys() | since.keys()
            found.update(key for key in every if then.get(key) != since.get(key))
    return found
