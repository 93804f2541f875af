"""Pictures as builds have made them, kept for every build that finds one of them again.

They are shared by all output folders and branches that keep their memories in one place: nothing
is told by its path, only by the bytes that somebody gave and by what makes a file of them. Whoever
deletes the folder waits a little longer for the next build.
"""

import os
import sysconfig
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import kohtaamo
from kohtaamo.host.memory.store import DRAFT, digest, put_file
from kohtaamo.publish.pictures.kept import KeptPictures

# Its name among the memories of output folders.
PICTURES = "pictures"
MOST_BYTES = 1_000_000_000
_DAY = 86_400 * 10**9
# What nobody has asked for so long, nobody has.
_LONGEST = 90 * _DAY
_MARK = 32
_CODE = Path(kohtaamo.__file__).resolve().parent
# What makes a file of a picture.
_MAKERS = (
    *("content/source/pictures.py", "publish/html/nest.py"),
    *("publish/drawings", "publish/pictures"),
)


@dataclass(frozen=True)
class PictureStore:
    """Files named by what they are made from; each begins with the digest of its name and the rest.

    One that is damaged, half written or put under another's name is removed and none. Nothing that
    goes wrong with the folder is raised: without room pictures are made anew each time.
    """

    folder: Path
    most: int = MOST_BYTES

    @property
    def kept(self) -> KeptPictures:
        """What makers of outputs may ask for."""
        return KeptPictures(find=self.find, keep=self.keep)

    def find(self, name: str) -> bytes | None:
        """A picture that was kept under this name, by this code; it counts as asked for now."""
        file = self._file(name)
        try:
            written = file.read_bytes()
        except OSError:
            return None
        mark, data = written[:_MARK], written[_MARK:]
        is_whole = mark == _mark(file.name, data)
        with suppress(OSError):
            os.utime(file) if is_whole else file.unlink()
        return data if is_whole else None

    def keep(self, name: str, data: bytes) -> None:
        """Keep a picture under its name, where there is room for it."""
        file = self._file(name)
        with suppress(OSError):
            put_file(file, _mark(file.name, data) + data)

    def tidy(self, now: int) -> None:
        """Remove what was not asked for in 90 days, and beyond `most` bytes what waited longest.

        `now` is in nanoseconds.
        """
        left = self.most
        for time, size, file in sorted(self._held(), reverse=True):
            if file.endswith(DRAFT):
                is_due = time < now - _DAY
            else:
                left -= size
                is_due = left < 0 or time < now - _LONGEST
            if is_due:
                with suppress(OSError):
                    Path(file).unlink()

    def _file(self, name: str) -> Path:
        return self.folder / digest(f"{self._recipe} {name}".encode())

    def _held(self) -> Iterator[tuple[int, int, str]]:
        """When each file was last asked for, its size, and where it is."""
        with suppress(OSError), os.scandir(self.folder) as entries:
            for entry in entries:
                status = entry.stat(follow_symlinks=False)
                yield status.st_mtime_ns, status.st_size, entry.path

    @cached_property
    def _recipe(self) -> str:
        """All that makes other bytes of the same picture: our code, libraries, the processor."""
        from PIL import __version__, features

        parts = ("jpg", "libjpeg_turbo", "freetype2", "zlib", "webp", "avif", "littlecms2")
        versions = [__version__, sysconfig.get_platform(), *map(features.version, parts)]
        return digest(" ".join([*map(str, versions), *_digests_of_code()]).encode())


def _mark(name: str, data: bytes) -> bytes:
    return digest(name.encode() + data).encode()


def _digests_of_code() -> Iterator[str]:
    for path in _MAKERS:
        files = [_CODE / path] if path.endswith(".py") else sorted((_CODE / path).iterdir())
        for file in files:
            if file.is_file():
                yield digest(file.read_bytes())
