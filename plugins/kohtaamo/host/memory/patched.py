"""A large mapping of a store in two parts: as it once was, and what is different by now.

An edit changes little of it: then only the small part is written anew.
"""

from collections.abc import Callable, Mapping
from typing import Any

from kohtaamo.host.memory.store import Store

# When more than this part of all rows is different, all of them are written anew.
_FEW = 20


def recall_patched(store: Store, names: Mapping[str, str], part: str) -> dict[str, Any]:
    """What was kept as `part`; KeyError, TypeError and the like for anything else."""
    rows, since = store.read(names[part]), store.read(names[_since(part)])
    found = {**rows, **since}
    return {key: row for key, row in found.items() if row is not None} if since else found


def keep_patched(
    store: Store,
    names: Mapping[str, str],
    part: str,
    rows: Mapping[str, Any],
    before: Mapping[str, Any] | None,
    plain: Callable[[Any], Any] = lambda row: row,
) -> dict[str, str]:
    """Keep rows, none of them None, and return the names of their parts; OSError without room.

    `before` is what was recalled by these `names`, None where nothing was; `plain` makes a row one
    of JSON.
    """
    if before is not None:
        changed = {key: plain(row) for key, row in rows.items() if before.get(key) != row}
        changed |= dict.fromkeys(key for key in before if key not in rows)
        since = store.read(names.get(_since(part), ""))
        if isinstance(since, dict) and part in names:
            since |= changed
            if len(since) * _FEW < len(rows):
                return {part: names[part], _since(part): store.write(since)}
    every = {key: plain(row) for key, row in rows.items()}
    return {part: store.write(every), _since(part): store.write({})}


def _since(part: str) -> str:
    return f"{part}-since"
