"""What a build remembers of the search index."""

from collections.abc import Mapping

from kohtaamo.host.order import Job
from kohtaamo.host.staging import Taken, Written
from kohtaamo.publish.profiles import PROFILES

FOLDER = "pagefind/"
# The first file that a browser reads.
ENTRY = "pagefind-entry.json"
OWNER = "index"
_FIRST = FOLDER + ENTRY


def is_searched(job: Job) -> bool:
    """True when a site has an index at all."""
    return job.search and PROFILES[job.profile].makes(FOLDER)


def rows_of(written: Mapping[str, Written]) -> Mapping[str, Written]:
    """Those of the index, by path."""
    return {path: row for path, row in written.items() if path.startswith(FOLDER)}


def row_of(taken: Taken, mark: str, count: int) -> Written:
    """What is remembered of a file; the mark of one of them, with their `count`, is enough."""
    told = _told(mark, count) if taken.path == _FIRST else ""
    return taken.size, taken.time, told, OWNER


def is_of(rows: Mapping[str, Written], mark: str) -> bool:
    """True when these are all files of the index with this mark."""
    return _FIRST in rows and rows[_FIRST][2] == _told(mark, len(rows))


def due(rows: Mapping[str, Written]) -> Mapping[str, Written]:
    """The same, to be made by the next build."""
    if _FIRST not in rows:
        return rows
    size, time, _, owner = rows[_FIRST]
    return {**rows, _FIRST: (size, time, "", owner)}


def is_due(written: Mapping[str, Written]) -> bool:
    """True when the last build has left the index to the next one."""
    return _FIRST not in written or not written[_FIRST][2]


def _told(mark: str, count: int) -> str:
    return f"{mark} {count}"
