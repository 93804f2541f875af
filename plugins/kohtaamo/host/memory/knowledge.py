"""What one build knew of every thing, kept for the next, and all that it leaves together."""

import os
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from zlib import crc32

from kohtaamo.host.history import NEVER, Logged
from kohtaamo.host.memory.problem_rows import row_of_problem
from kohtaamo.host.memory.rows import basics_in, facts_in, row_of
from kohtaamo.host.memory.state import Inputs, Names
from kohtaamo.host.memory.store import Store
from kohtaamo.host.staging import Written
from kohtaamo.listings.known import Known
from kohtaamo.problems.problem import Problem

# Events are kept in so many parts: after an edit only one is written anew.
_SHARDS = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """The inputs of the last good build, what it knew of them, and what its output holds.

    `problems` are its warnings; `written` the files of the output by path.
    """

    content: Path
    inputs: Inputs
    logged: Logged
    known: Known
    problems: tuple[Problem, ...]
    written: Mapping[str, Written]


def recall_known(store: Store, names: Names) -> Known | None:
    """What the last good build knew."""
    with suppress(LookupError, TypeError, ValueError):
        rows = [row for n in range(_SHARDS) for row in store.read(names[f"events-{n}"])]
        rows.sort(key=lambda row: row[0])
        things = store.read(names["things"])
        return Known(
            events=facts_in(rows),
            **{kind: basics_in(things[kind]) for kind in ("places", "organisers", "notices")},
        )
    return None


def recall_logged(store: Store, names: Names, content: Path) -> Logged:
    """What git's log said then of this content folder."""
    with suppress(KeyError, TypeError, ValueError, AttributeError):
        folder, head, spans, languages = store.read(names["logged"])
        if folder != os.fsdecode(content):
            return NEVER
        tags = {key: frozenset(each) for key, each in languages.items()}
        return Logged(head, {key: (first, last) for key, (first, last) in spans.items()}, tags)
    return NEVER


def remember(
    store: Store, state: State, names: Names, known: Known | None, logged: Logged | None
) -> None:
    """Keep a state for the next build; OSError when there is no room.

    `names` are those of the last build's parts; `known` and `logged` what was recalled of it: what
    is the same is not written anew.
    """
    parts = keep_reading(store, state.inputs, state.problems, state.known, known)
    parts["written"] = store.write(state.written)
    if known is None or state.logged is not logged:
        parts["logged"] = store.write(_row_of_logged(state.logged, state.content))
    old = names if known is not None else {}
    store.write_list({**old, **parts})


def keep_reading(
    store: Store,
    inputs: Inputs,
    problems: Iterable[Problem],
    known: Known,
    before: Known | None,
) -> dict[str, str]:
    """Keep what builds and checks alike leave of a content folder; the names of its parts.

    Those that are as they were when `before` was recalled are not among them.
    """
    return {
        "base": store.write([inputs.settings, inputs.history, inputs.today.isoformat()]),
        "code": store.write(inputs.code),
        "files": store.write(inputs.files),
        "problems": store.write([row_of_problem(each) for each in problems]),
        **_known_parts(store, known, before),
    }


def _known_parts(store: Store, known: Known, before: Known | None) -> dict[str, str]:
    parts: dict[str, str] = {}
    shards: list[list[Any]] = [[] for _ in range(_SHARDS)]
    changed = set(range(_SHARDS))
    if before is not None:
        old, new = before.events, known.events
        differ = {slug for slug in old.keys() | new.keys() if old.get(slug) is not new.get(slug)}
        changed = {_shard(slug) for slug in differ}
    for slug, facts in known.events.items():
        if (number := _shard(slug)) in changed:
            shards[number].append(row_of(facts))
    for number in changed:
        parts[f"events-{number}"] = store.write(shards[number])
    things = {
        "places": list(known.places.values()),
        "organisers": list(known.organisers.values()),
        "notices": list(known.notices.values()),
    }
    parts["things"] = store.write(things)
    return parts


def _row_of_logged(logged: Logged, content: Path) -> list[Any]:
    tags = {key: sorted(each) for key, each in logged.languages.items()}
    return [os.fsdecode(content), logged.head, logged.spans, tags]


def _shard(slug: str) -> int:
    return crc32(slug.encode()) % _SHARDS
