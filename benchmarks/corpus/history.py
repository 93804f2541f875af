"""A git history for a network's folder: each file lands in a commit of its own, some twice."""

import subprocess
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

_WHO = "Kohtaamo <kohtaamo@example.org>"
_FIRST, _LAST = datetime(2025, 1, 1, tzinfo=UTC), datetime(2026, 11, 30, tzinfo=UTC)
_DRAFT = b"\nTiedot tarkentuvat viel\xc3\xa4.\n"


def commit(folder: Path, number: int) -> None:
    """Make the folder a git repository of so many commits, the last one with the files as they are.

    Every file lands once in some commit; the commits left over change one file each, and for these
    the first landing was a draft. Raises CalledProcessError where git fails.
    """
    _git(folder, "init", "--quiet", "--initial-branch=main")
    stream = b"".join(_stream(folder, number))
    _git(folder, "fast-import", "--quiet", given=stream)
    _git(folder, "reset", "--quiet")


def _git(folder: Path, *command: str, given: bytes = b"") -> None:
    subprocess.run(["git", *command], cwd=folder, check=True, input=given)


def _stream(folder: Path, number: int) -> Iterator[bytes]:
    """The commits in git's fast-import format, spread evenly over two years."""
    found = sorted(file.relative_to(folder) for file in folder.rglob("*.*") if file.is_file())
    paths = [path for path in found if path.parts[0] != ".git"]
    first = min(len(paths), number)
    again = [paths[index * len(paths) // (number - first)] for index in range(number - first)]
    last = {path: index for index, path in enumerate(again)}
    for index in range(first):
        landing = paths[index * len(paths) // first : (index + 1) * len(paths) // first]
        contents = [(folder / path).read_bytes() for path in landing]
        pairs = zip(landing, contents, strict=True)
        changed = [(path, data + _DRAFT * (path in last)) for path, data in pairs]
        yield _commit(_moment(index, number), changed)
    for index, path in enumerate(again):
        # A file that changes more than once is a different draft each time but the last.
        drafts = _DRAFT * (2 + index // len(paths)) if index < last[path] else b""
        data = (folder / path).read_bytes()
        yield _commit(_moment(first + index, number), [(path, data + drafts)])


def _moment(index: int, number: int) -> datetime:
    return _FIRST + timedelta(seconds=(_LAST - _FIRST).total_seconds() * index // number)


def _commit(moment: datetime, changed: Sequence[tuple[Path, bytes]]) -> bytes:
    message = f"Muutos: {changed[0][0].name}".encode()
    lines = b"commit refs/heads/main\ncommitter %s %d +0000\ndata %d\n%s\n" % (
        _WHO.encode(),
        moment.timestamp(),
        len(message),
        message,
    )
    return lines + b"".join(
        b"M 100644 inline %s\ndata %d\n%s\n" % (path.as_posix().encode(), len(data), data)
        for path, data in changed
    )
