"""Whether the code that this process has loaded is still what is saved."""

import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path

import kohtaamo

# What the file system says of a file: size, times of change (nanoseconds) and number.
_Sign = tuple[int, int, int, int]
_SLOWEST_TICK = 2_000_000_000
_PACKAGE = Path(kohtaamo.__file__).resolve().parent


def loaded_code(begun: int) -> Mapping[str, _Sign | None]:
    """A sign of every file of code; `begun` is when loading began, in nanoseconds.

    Of a file that was changed since, or a moment before, nobody knows which state was loaded: None.
    """
    settled = begun - _SLOWEST_TICK
    return {
        file: sign if max(sign[1], sign[2]) < settled else None for file, sign in _signs().items()
    }


def is_as_loaded(code: Mapping[str, _Sign | None]) -> bool:
    """True when no file of code has changed, come or gone since `loaded_code`."""
    return _signs() == code


def _signs() -> dict[str, _Sign]:
    found: dict[str, _Sign] = {}
    for file in {*_files_of_modules(), *_files_of_package()}:
        with suppress(OSError):
            status = Path(file).stat()
            times = status.st_mtime_ns, status.st_ctime_ns
            found[file] = (status.st_size, *times, status.st_ino)
    return found


def _files_of_modules() -> Iterator[str]:
    for module in list(sys.modules.values()):
        file = getattr(module, "__file__", None)
        if isinstance(file, str):
            yield file


def _files_of_package() -> Iterator[str]:
    """All of our own, also what is no module: words, vocabularies, messages."""
    for folder, folders, files in os.walk(_PACKAGE):
        folders[:] = [name for name in folders if name != "__pycache__"]
        yield from (f"{folder}{os.sep}{name}" for name in files)
