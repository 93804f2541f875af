"""Indentation that a mail program took away, put back by what the schema has under each key.

Only where it is plain that it is gone: no line is indented, and a key without a value is followed
by one that stands under it alone.
"""

from collections.abc import Mapping, Sequence
from functools import cache
from itertools import pairwise

from kohtaamo.content.schema.field import Record, Type
from kohtaamo.content.schema.kinds import KINDS
from kohtaamo.content.schema.many import ListOf
from kohtaamo.writing.mail.block import KEYS, key_of
from kohtaamo.writing.mail.envelope import FOLDERS

# What stands below it are the contributor's own words.
_PHRASES = "phrases:"


def indented(lines: Sequence[str]) -> list[str]:
    """The lines of a head, two spaces for each level."""
    if any(line.startswith(" ") for line in lines) or not _is_lost(lines):
        return list(lines)
    found: list[str] = []
    held: Type | None = None
    seen: set[str] = set()
    in_list = in_item = in_phrases = False
    for line in lines:
        key, is_item = key_of(line.removeprefix("- ")), line.startswith("- ")
        if isinstance(held, Record) and not is_item and key in held.by_key and key not in seen:
            seen.add(key)
            in_list = line.endswith(":")
            found.append(f"  {line}")
        elif isinstance(held, Record) and in_list and is_item:
            found.append(f"    {line}")
        elif held is not None and not isinstance(held, Record) and is_item:
            in_item, seen = True, {key}
            found.append(f"  {line}")
        elif in_item and _item_keys(held, key) and key not in seen:
            seen.add(key)
            found.append(f"    {line}")
        elif in_phrases and key not in KEYS:
            found.append(f"  {line}")
        else:
            is_key = line.endswith(":") and not is_item and "." not in line
            held = _under().get(key) if is_key else None
            seen, in_list, in_item = set(), False, False
            in_phrases = line == _PHRASES
            found.append(line)
    return found


def _is_lost(lines: Sequence[str]) -> bool:
    """True when a key of a mapping stands at the margin, right below the mapping's own key."""
    for above, line in pairwise(lines):
        # Below a dotted key without a value nothing stands: the field is taken away.
        held = _under().get(key_of(above)) if above.endswith(":") and "." not in above else None
        if isinstance(held, Record) and key_of(line) in held.by_key:
            return True
        if above == _PHRASES and key_of(line) not in KEYS:
            return True
    return False


def _item_keys(held: Type | None, key: str) -> bool:
    inner = held.item if isinstance(held, ListOf) else None
    return isinstance(inner, Record) and key in inner.by_key


@cache
def _under() -> Mapping[str, Type]:
    """By key of a file: what may stand below it."""
    return {field.key: field.type for kind in FOLDERS.values() for field in KINDS[kind].fields}
