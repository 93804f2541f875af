"""Which outputs a build names: all, or after an edit of events those that it may have touched.

Only an edit that leaves every path as it was is gone on from: so no path can be taken twice, no old
address come or go, and no file be left behind. After any other, everything is named.
"""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace

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
from kohtaamo.publish.scope import Scope, Told, owner_of, scope_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """The outputs that are named, and by path what is `carried` over of the last good build.

    `rows` are the marks of the events that cannot differ; `indexed` is what the sitemap says of
    every page, in its order. `past_rows` and `past_indexed` are those of the last good build,
    where they were asked for.
    """

    edition: Edition
    outputs: Sequence[Output]
    carried: Mapping[str, Written] = field(default_factory=dict)
    rows: EventRows = field(default_factory=dict)
    indexed: Mapping[str, str | None]
    past_rows: EventRows | None = None
    past_indexed: Mapping[str, str | None] | None = None


def _name_all(job: Job, edition: Edition) -> Named:
    outputs = build.outputs_of(job, edition)
    return Named(edition=edition, outputs=outputs, indexed=_indexed(outputs))


def name_on(
    job: Job,
    edition: Edition,
    before: Known | None,
    changed: AbstractSet[str],
    memory: Memory,
    logged: tuple[Logged, Logged],
) -> Named:
    """The outputs that may differ since the last good build, or all of them.

    `before` is what that build knew, `changed` are the keys of all things that were edited since
    then, `logged` is what git's log said then and says now. TwoOutputs when two want one path.
    """
    scope = None
    if before is not None and memory.before is not None and memory.is_untouched:
        landed = _landed(memory.before, memory.now, logged)
        past, now = (each.languages for each in logged)
        scope = scope_of(
            Told(known=before, translated=past),
            Told(known=edition.known, translated=now),
            changed | landed,
            edition.today,
        )
    if scope is None:
        return _name_all(job, edition)
    rows = recall_rows(memory.store, memory.names)
    named = _name_in(job, edition, scope, memory) or _name_all(job, edition)
    return replace(
        named,
        rows={slug: row for slug, row in rows.items() if slug not in scope.events},
        past_rows=rows,
    )


def _name_in(job: Job, edition: Edition, scope: Scope, memory: Memory) -> Named | None:
    """The outputs of a scope; None when they lie elsewhere than before."""
    near = with_near(edition, scope.listings)
    indexed = recall_indexed(memory.store, memory.names)
    if indexed is None:
        return None
    outputs = build.outputs_of(job, near, scope, indexed)
    carried = dict(memory.written)
    there = {path: row[3] for path, row in carried.items() if row[3] in scope.owners}
    if there != {each.path: owner_of(each.subjects) for each in outputs}:
        return None
    for path in there:
        del carried[path]
    return Named(
        edition=near,
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
