"""Where a build keeps what the next one may use: files named by their own digest, and one list.

A file that is damaged, half written or from another build is none: its name says what it has to
hold. The list of the files that belong together is renamed into place last, so two builds at once
leave the one list or the other, each whole. Nothing here is ever run or unpickled.
"""

import json
import os
import re
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import Any

# Goes up whenever what is kept gets another form.
VERSION = 6
_LIST = "list.json"
# How a file ends that is still being written.
DRAFT = ".part"
_SIZE = 16
_NAME = re.compile(r"[0-9a-f]{32}")


def digest(data: bytes) -> str:
    """The name of some bytes."""
    return blake2b(data, digest_size=_SIZE).hexdigest()


def as_json(value: Any) -> bytes:
    """A value as JSON on one line."""
    written = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return written.encode("utf-8", "surrogatepass")


def put_file(file: Path, data: bytes) -> None:
    """Write a file whole, or leave it as it was; its folder is made. OSError without room."""
    file.parent.mkdir(parents=True, exist_ok=True)
    draft = file.with_name(f"{file.name}.{os.getpid()}{DRAFT}")
    try:
        draft.write_bytes(data)
        draft.replace(file)
    finally:
        draft.unlink(missing_ok=True)


@dataclass(frozen=True, slots=True)
class Store:
    """A folder of parts, most of them JSON; nothing that goes wrong with it is raised."""

    folder: Path

    def read_list(self) -> Mapping[str, str]:
        """The names of the parts that belong together, by what they are; empty when there is none.

        None of another version, none that was cut or changed by anybody else.
        """
        with suppress(OSError, ValueError, TypeError, AttributeError, RecursionError):
            name, _, data = (self.folder / _LIST).read_bytes().partition(b"\n")
            if name.decode() == digest(data):
                listed = json.loads(data)
                if listed.pop("version", None) == str(VERSION):
                    return dict(listed)
        return {}

    def read(self, name: str) -> Any:
        """A part; None when it is not there as it was written."""
        with suppress(ValueError, RecursionError):
            data = self.read_bytes(name)
            return None if data is None else json.loads(data)
        return None

    def read_bytes(self, name: str) -> bytes | None:
        """The bytes of a part, whatever they are; None likewise."""
        with suppress(OSError, ValueError):
            data = (self.folder / name).read_bytes()
            if digest(data) == name:
                return data
        return None

    def write(self, part: Any) -> str:
        """Keep a part and return its name; OSError when there is no room for it."""
        return self.write_bytes(as_json(part))

    def write_bytes(self, data: bytes) -> str:
        """The same of a part that is bytes."""
        name = digest(data)
        file = self.folder / name
        with suppress(OSError):
            # One of the same size may have been damaged since.
            if file.read_bytes() == data:
                return name
        self._put(file, data)
        return name

    def write_list(self, names: Mapping[str, str]) -> None:
        """Make these parts the ones that belong together, and forget all others."""
        data = json.dumps({**names, "version": str(VERSION)}).encode()
        self._put(self.folder / _LIST, digest(data).encode() + b"\n" + data)
        self._forget_but(names.values())

    def forget_list(self) -> None:
        """Forget which parts belong together, and so that there are any."""
        with suppress(OSError):
            (self.folder / _LIST).unlink()

    def _put(self, file: Path, data: bytes) -> None:
        put_file(file, data)

    def _forget_but(self, kept: Iterable[str]) -> None:
        kept = frozenset(kept)
        with suppress(OSError), os.scandir(self.folder) as entries:
            for entry in entries:
                if _NAME.fullmatch(entry.name) and entry.name not in kept:
                    Path(entry.path).unlink()
