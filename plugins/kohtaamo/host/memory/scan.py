"""What lies in a folder: every file with a short sign of its state, and the digest of its bytes.

The sign is what the file system says of it. A file whose sign is as it was holds what it held; one
with another sign is read. A file that was changed a moment ago may change again without a new
sign, as clocks of file systems tick slowly, so its sign counts for nothing.
"""

import os
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from stat import S_ISREG
from typing import Any, NamedTuple

from kohtaamo.host.memory.store import digest

# Size, times of change of content and of its entry (nanoseconds), and number.
Sign = tuple[int, int, int, int]
_SLOWEST_TICK = 2_000_000_000
_UNKNOWN: Sign = (0, 0, 0, 0)


class Seen(NamedTuple):
    """`digest` is that of the bytes; of what is no file that can be read, of what it is."""

    sign: Sign
    digest: str


def seen_in(rows: Mapping[str, Any]) -> dict[str, Seen]:
    """What was kept as JSON; ValueError for anything else."""
    return {path: Seen(tuple(sign), mark) for path, (sign, mark) in rows.items()}


def scan(
    folder: Path,
    known: Mapping[str, Seen],
    now: int,
    is_left_out: Callable[[str], bool],
    *,
    follow_links: bool = False,
) -> dict[str, Seen]:
    """Every file and folder below a folder by its path in it; `known` is what was there before.

    `now` is the time in nanoseconds; `is_left_out` names folders that do not count. Links are what
    they lead to only where they may be followed.
    """
    found: dict[str, Seen] = {}
    start = len(str(folder)) + 1
    for path, status in _entries(str(folder), is_left_out, follow_links):
        if isinstance(status, str):
            found[path[start:]] = Seen(_UNKNOWN, status)
            continue
        sign = (status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino)
        before = known.get(path[start:])
        if before is not None and before.sign == sign:
            found[path[start:]] = before
            continue
        is_settled = max(status.st_mtime_ns, status.st_ctime_ns) < now - _SLOWEST_TICK
        seen = _digest(path) if S_ISREG(status.st_mode) else "no file"
        found[path[start:]] = Seen(sign if is_settled else _UNKNOWN, seen)
    return found


def _entries(
    folder: str, is_left_out: Callable[[str], bool], follow_links: bool
) -> Iterator[tuple[str, os.stat_result | str]]:
    """Every path with its status; of folders, and of what cannot be looked at, with a word.

    A folder that links lead back to is looked at once.
    """
    waiting, known = [folder], set[str]()
    while waiting:
        above = waiting.pop()
        try:
            with os.scandir(above) as scanned:
                entries = list(scanned)
        except OSError as error:
            yield above, f"unreadable: {error.errno}"
            continue
        for entry in entries:
            try:
                if not entry.is_dir(follow_symlinks=follow_links):
                    yield entry.path, entry.stat(follow_symlinks=follow_links)
                    continue
                real = os.path.realpath(entry.path) if follow_links else entry.path
            except OSError as error:
                # A link that leads nowhere, or what is gone since a moment ago.
                yield entry.path, f"unreadable: {error.errno}"
                continue
            if not is_left_out(entry.name) and real not in known:
                known.add(real)
                waiting.append(entry.path)
                yield entry.path, "folder"


def _digest(path: str) -> str:
    try:
        with open(path, "rb", buffering=0) as file:
            return digest(file.read())
    except OSError as error:
        return f"unreadable: {error.errno}"
