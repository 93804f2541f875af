"""What lies in a folder: every file with a short sign of its state, and the digest of its bytes.

The sign is what the file system says of it. A file whose sign is as it was holds what it held; one
with another sign is read. A file that was changed a moment ago may change again without a new
sign, as clocks of file systems tick slowly, so its sign counts for nothing.
"""

import os
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
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


_FOLDER = Seen(_UNKNOWN, "folder")


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
    for entry in _entries(str(folder), is_left_out, follow_links):
        path = entry.path[start:]
        if entry.is_dir(follow_symlinks=follow_links):
            found[path] = _FOLDER
            continue
        status = entry.stat(follow_symlinks=follow_links)
        sign = (status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino)
        before = known.get(path)
        if before is not None and before.sign == sign:
            found[path] = before
            continue
        is_settled = max(status.st_mtime_ns, status.st_ctime_ns) < now - _SLOWEST_TICK
        found[path] = Seen(sign if is_settled else _UNKNOWN, _digest(entry, follow_links))
    return found


def _entries(
    folder: str, is_left_out: Callable[[str], bool], follow_links: bool
) -> Iterator["os.DirEntry[str]"]:
    waiting = [folder]
    while waiting:
        with os.scandir(waiting.pop()) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=follow_links):
                    if is_left_out(entry.name):
                        continue
                    waiting.append(entry.path)
                yield entry


def _digest(entry: "os.DirEntry[str]", follow_links: bool) -> str:
    if not entry.is_file(follow_symlinks=follow_links):
        return "no file"
    try:
        with open(entry.path, "rb", buffering=0) as file:
            return digest(file.read())
    except OSError as error:
        return f"unreadable: {error.errno}"
