"""What may happen to a build, to its memory and to its output."""

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import pytest

from kohtaamo.host.memory.store import Store
from tests.host.memory.edits import Choose
from tests.host.memory.worlds import World

# Everything by which a build changes what lies on the disk, but for writing into an open file.
_CALLS: tuple[tuple[Any, str], ...] = (
    *((os, "replace"), (os, "unlink"), (os, "makedirs"), (shutil, "rmtree")),
    *((Path, "replace"), (Path, "unlink"), (Path, "rmdir"), (Path, "write_bytes")),
)


class Killed(BaseException):
    """Stands for a power cut: nothing that comes after it is done."""


@contextmanager
def killed_after(calls: int, folder: Path) -> Iterator[None]:
    """The process dies when it is about to change something in a folder for the next time."""
    left = [calls]

    def dying(call: Callable[..., Any]) -> Callable[..., Any]:
        def instead(*arguments: Any, **named: Any) -> Any:
            if any(str(each).startswith(str(folder)) for each in arguments):
                if left[0] <= 0:
                    raise Killed
                left[0] -= 1
            return call(*arguments, **named)

        return instead

    with pytest.MonkeyPatch.context() as patched, suppress(Killed):
        for owner, name in _CALLS:
            patched.setattr(owner, name, dying(getattr(owner, name)))
        yield


@contextmanager
def no_room_after(writes: int) -> Iterator[None]:
    """The disk that holds the memory is full after so many of its files."""
    left = [writes]
    put = Store._put

    def full(self: Store, file: Path, data: bytes) -> None:
        if left[0] <= 0:
            raise OSError(28, "No space left on device")
        left[0] -= 1
        put(self, file, data)

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(Store, "_put", full)
        yield


def damaged_memory(world: World, choose: Choose) -> str:
    files = sorted(file for file in world.memory.rglob("*") if file.is_file())
    if not files:
        return ""
    file, how = choose(files), choose(("flipped", "cut", "gone", "all gone"))
    if how == "flipped" and (data := bytearray(file.read_bytes())):
        data[choose(range(len(data)))] ^= 1
        file.write_bytes(data)
    elif how == "cut":
        os.truncate(file, file.stat().st_size // 2)
    elif how == "gone":
        file.unlink()
    elif how == "all gone":
        shutil.rmtree(world.memory)
    return f"memory: {file.name} {how}"


def kept_memory(world: World, choose: Choose) -> str:
    """Put aside, or taken back from there, whatever has been built meanwhile."""
    aside = world.folder / "aside"
    if not world.memory.exists() or (aside.exists() and choose((True, False))):
        return _copied(aside, world.memory, "memory: taken back")
    return _copied(world.memory, aside, "memory: put aside")


def _copied(source: Path, target: Path, what: str) -> str:
    if not source.exists():
        return ""
    shutil.rmtree(target, ignore_errors=True)
    shutil.copytree(source, target)
    return what


def touched_output(world: World, choose: Choose) -> str:
    files = sorted(file for file in world.output.rglob("*.*") if file.is_file())
    # The name by which the folder is known to be ours stays.
    files = [file for file in files if file.name != "built.json"]
    if not files:
        return ""
    file, how = choose(files), choose(("edited", "turned round", "gone", "joined"))
    if how == "edited":
        file.write_bytes(b"x")
    elif how == "turned round":
        file.write_bytes(file.read_bytes()[::-1])
    elif how == "gone":
        file.unlink()
    else:
        (file.parent / "vieras.txt").write_text("x")
    return f"output: {file.name} {how}"


def a_killed_build(world: World, choose: Choose) -> str:
    calls = choose(range(95))
    with killed_after(calls, world.folder):
        world.build()
    return f"killed after {calls}"


def a_build_without_room(world: World, choose: Choose) -> str:
    writes = choose(range(24))
    with no_room_after(writes):
        world.build()
    return f"no room after {writes}"
