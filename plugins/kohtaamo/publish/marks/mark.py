"""Short marks of what outputs tell of: as long as a mark is the same, so are the bytes.

A mark is made of what was written (digests of files), of when it landed, and of what today's date
makes of it: which dates have passed, entered the calendar's window or left it. No event is looked
into. What all outputs share (settings, words, vocabularies, theme) is in no mark.
"""

from collections.abc import Callable
from hashlib import blake2b

from kohtaamo.publish.output import Subject

Mark = str
MarkOf = Callable[[Subject], Mark]
_SIZE = 16
# Of a mark in signs.
SIZE = 2 * _SIZE


def mark_of(*parts: object) -> Mark:
    """One mark of several values: texts, numbers, dates, marks, and tuples of these."""
    return blake2b(repr(parts).encode("utf-8", "surrogatepass"), digest_size=_SIZE).hexdigest()
