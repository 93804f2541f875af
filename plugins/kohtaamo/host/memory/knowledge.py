"""What one build knew of every thing, kept for the next, and all that it leaves together."""

import os
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kohtaamo.host.history import NEVER, Logged
from kohtaamo.host.memory.patched import keep_patched, recall_patched
from kohtaamo.host.memory.problem_rows import row_of_problem
from kohtaamo.host.memory.rows import basics_in, facts_in, row_of
from kohtaamo.host.memory.state import Inputs, Names
from kohtaamo.host.memory.store import Store
from kohtaamo.host.staging import Written
from kohtaamo.listings.facts import Basics
from kohtaamo.listings.known import Known
from kohtaamo.problems.problem import Problem
from kohtaamo.publish.marks.events import EventRows


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """The inputs of the last good build, what it knew of them, and what its output holds.

    `problems` are its warnings; `written` the files of the output by path, `rows` the marks of its
    events, `indexed` what its sitemap says of every page, in its order, `packs` the names of what
    its outputs are put together from.
    """

    content: Path
    inputs: Inputs
    logged: Logged
    known: Known
    problems: tuple[Problem, ...]
    written: Mapping[str, Written]
    rows: EventRows
    indexed: Mapping[str, str | None]
    packs: Names


@dataclass(frozen=True, slots=True, kw_only=True)
class Past:
    """What was recalled of a state; None for what was not, or was not asked for."""

    inputs: Inputs | None = None
    logged: Logged | None = None
    known: Known | None = None
    written: Mapping[str, Written] | None = None
    rows: EventRows | None = None
    indexed: Mapping[str, str | None] | None = None


def recall_known(store: Store, names: Names) -> Known | None:
    """What the last good build knew."""
    with suppress(LookupError, TypeError, ValueError):
        rows = sorted(recall_patched(store, names, "events").values(), key=lambda row: row[0])
        things = store.read(names["things"])
        return Known(
            events=facts_in(rows),
            **{kind: basics_in(things[kind]) for kind in ("places", "organisers", "notices")},
        )
    return None


def recall_rows(store: Store, names: Names) -> EventRows:
    """The marks of its events; none where that is not known."""
    with suppress(KeyError, TypeError, ValueError, AttributeError):
        return recall_patched(store, names, "rows")
    return {}


def recall_indexed(store: Store, names: Names) -> Mapping[str, str | None] | None:
    """What its sitemap says of every page; None where that is not known."""
    with suppress(KeyError, TypeError, ValueError):
        return dict(store.read(names["indexed"]))
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


def remember(store: Store, state: State, names: Names, past: Past) -> None:
    """Keep a state for the next build; OSError when there is no room.

    `names` are those of the last build's parts and `past` what was recalled of it: what is the same
    is not written anew.
    """
    parts = {
        **keep_reading(store, names, state.inputs, state.problems, state.known, past),
        **keep_patched(store, names, "written", state.written, past.written),
        **keep_patched(store, names, "rows", state.rows, past.rows),
    }
    for part, is_same, row in (
        ("logged", past.logged is state.logged, lambda: _row_of_logged(state)),
        ("indexed", past.indexed == state.indexed, lambda: list(state.indexed.items())),
    ):
        parts[part] = names[part] if is_same and part in names else store.write(row())
    store.write_list({**parts, **state.packs})


def keep_reading(
    store: Store,
    names: Names,
    inputs: Inputs,
    problems: Iterable[Problem],
    known: Known,
    past: Past,
) -> dict[str, str]:
    """Keep what builds and checks alike leave of a content folder; the names of its parts."""
    before = past.inputs
    events = past.known.events if past.known else None
    things = _things(known)
    is_same = past.known is not None and "things" in names and _things(past.known) == things
    return {
        "base": store.write([inputs.settings, inputs.history, inputs.today.isoformat()]),
        "problems": store.write([row_of_problem(each) for each in problems]),
        "things": names["things"] if is_same else store.write(things),
        **keep_patched(store, names, "code", inputs.code, before.code if before else None),
        **keep_patched(store, names, "files", inputs.files, before.files if before else None),
        **keep_patched(store, names, "events", known.events, events, row_of),
    }


def _things(known: Known) -> Mapping[str, Sequence[Basics]]:
    return {
        "places": list(known.places.values()),
        "organisers": list(known.organisers.values()),
        "notices": list(known.notices.values()),
    }


def _row_of_logged(state: State) -> list[Any]:
    logged = state.logged
    tags = {key: sorted(each) for key, each in logged.languages.items()}
    return [os.fsdecode(state.content), logged.head, logged.spans, tags]
