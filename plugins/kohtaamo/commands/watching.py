"""Sees that files were saved, also when a whole file or folder was put in another one's place."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from watchfiles import Change, watch
from watchfiles.main import FileChange

# A save is told of after one step in which nothing more has happened. Programs that save in several
# steps (a draft, then a rename) take a few milliseconds; a checkout of many files comes in pieces.
_STEP_MILLISECONDS = 20
_LONGEST_MILLISECONDS = 200
# How soon watching is known to have begun, and something in another's place is found.
_LOOK_MILLISECONDS = 100

# Path and number of each file or folder that is there.
_Identities = dict[str, int]
_Stream = Iterator[set[FileChange]]


def changes(paths: Sequence[Path]) -> Iterator[None]:
    """One item for each time that something at or below the paths has changed.

    Everything after this call counts, also while nobody asks for the next item: what has changed
    meanwhile is one item then. Paths that are not there are waited for. KeyboardInterrupt comes
    through.
    """
    there = _identities(paths)
    return _changes(paths, there, _begun(there))


def _changes(paths: Sequence[Path], there: _Identities, stream: _Stream) -> Iterator[None]:
    while True:
        found = next(stream)
        now = _identities(paths)
        # The system watches what has this number, not what has this name: a file that a program
        # saved by renaming would be lost.
        if now != there or any((Change.deleted, path) in found for path in now):
            there, stream = now, _begun(now)
            yield None
        elif found:
            yield None


def _begun(there: _Identities) -> _Stream:
    """Sets of changes, empty ones too, from what is watched already."""
    stream = watch(
        *there,
        step=_STEP_MILLISECONDS,
        debounce=_LONGEST_MILLISECONDS,
        rust_timeout=_LOOK_MILLISECONDS,
        yield_on_timeout=True,
    )
    # Watching begins when the first is asked for. What it holds, the caller has not read yet.
    next(stream)
    return stream


def _identities(paths: Sequence[Path]) -> _Identities:
    found: _Identities = {}
    for path in paths:
        try:
            found[str(path.resolve())] = path.stat().st_ino
        except OSError:
            continue
    return found
