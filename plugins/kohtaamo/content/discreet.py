"""What is said of the files of closed groups: where and what is wrong, and none of their words.

Checks run where everybody can read what they say, and there it stays when the file has long been
mended. So a sentence about such a file names its path, its line and fields of the schema; whatever
else the file says is left out of it. Numbers, days and times are left: they are to be seen anyway.
"""

import re
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import replace

from kohtaamo.content.build.built import Built
from kohtaamo.content.schema.kinds import KINDS
from kohtaamo.content.source.keys import thing_key
from kohtaamo.problems.problem import Problem

HIDDEN = "…"
# Values that are the program's words, names of files and folders, or ids of places and rooms.
_OURS = frozenset(
    {
        *("allowed", "because", "example", "folder", "home", "keys", "language", "other", "path"),
        *("place", "room", "status", "vocabulary", "words"),
    }
)
# Here the nearest key or word of the schema is said, and the file of a picture.
_OURS_OF = frozenset(
    {("unknown-key-near", "guess"), ("not-allowed-near", "guess"), ("image-format", "value")}
)


def private_keys(built: Iterable[Built]) -> AbstractSet[str]:
    """The keys of all files that are of closed groups, or may be."""
    return frozenset(thing_key(each.path) for each in built if each.is_private)


def discreet(problems: Iterable[Problem], private: AbstractSet[str]) -> Iterator[Problem]:
    """The same problems; in those of `private` files nothing tells of a group."""
    for each in problems:
        if private and thing_key(each.path) in private:
            values = {key: _clear(each.code, key, text) for key, text in each.values.items()}
            yield replace(each, field=known_field(each.field), values=values)
        else:
            yield each


def known_field(field: str) -> str:
    """A field of an event, unless somebody made up its name."""
    first = re.split(r"[.\[]", field, maxsplit=1)[0]
    return field if first in KINDS["event"].by_key else ""


def _clear(code: str, key: str, text: str) -> str:
    is_told = key in _OURS or (code, key) in _OURS_OF or not any(map(str.isalpha, text))
    return text if is_told else HIDDEN
