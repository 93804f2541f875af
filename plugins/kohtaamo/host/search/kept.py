"""What a build remembers of the search index."""

from collections.abc import Mapping
from typing import NamedTuple

from kohtaamo.host.order import Job
from kohtaamo.host.staging import Written
from kohtaamo.publish.profiles import PROFILES

FOLDER = "pagefind/"
# The first file that a browser reads; what is remembered stands in its row.
ENTRY = "pagefind-entry.json"
OWNER = "index"
_FIRST = FOLDER + ENTRY


class Told(NamedTuple):
    """The mark of all that can be found, and the digest of what pagefind was told of it."""

    mark: str
    entries: str


def is_searched(job: Job) -> bool:
    """True when a site has an index at all."""
    return job.search and PROFILES[job.profile].makes(FOLDER)


def rows_of(written: Mapping[str, Written]) -> Mapping[str, Written]:
    """Those of the index, by path."""
    return {path: row for path, row in written.items() if path.startswith(FOLDER)}


def told_in(rows: Mapping[str, Written]) -> Told | None:
    """What these files are the index of; None unless they are all that were made then."""
    if _FIRST not in rows:
        return None
    mark, _, rest = rows[_FIRST][2].partition(" ")
    entries, _, count = rest.partition(" ")
    return Told(mark, entries) if count == str(len(rows)) else None


def with_told(rows: Mapping[str, Written], told: Told | None) -> Mapping[str, Written]:
    """The same files as the index of this; of None, when the next build is to make them."""
    if _FIRST not in rows:
        return rows
    size, time, _, owner = rows[_FIRST]
    written = f"{told.mark} {told.entries} {len(rows)}" if told else ""
    return {**rows, _FIRST: (size, time, written, owner)}


def is_due(written: Mapping[str, Written]) -> bool:
    """True when the last build has left the index to the next one."""
    return told_in(rows_of(written)) is None
