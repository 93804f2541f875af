"""The memory of one output folder while a build works with it."""

import time
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from kohtaamo.host.memory import state
from kohtaamo.host.memory.inputs import look, look_again, what_counts
from kohtaamo.host.memory.state import Inputs, Names
from kohtaamo.host.memory.store import Store
from kohtaamo.host.order import Job, Order
from kohtaamo.host.staging import OWN, Written, held
from kohtaamo.problems.problem import Problem

try:
    import fcntl
except ImportError:  # Windows: two builds at once into one folder are the caller's care there.
    fcntl = None  # type: ignore[assignment]

_LOCK = "lock"


@dataclass(frozen=True, kw_only=True)
class Memory:
    """`before` are the inputs of the last good build, None when nothing is known of one.

    `problems` are its warnings, `names` those of all that it has left in the `store`.
    """

    store: Store
    names: Names
    output: Path
    keep: tuple[str, ...]
    problems: tuple[Problem, ...]
    before: Inputs | None
    now: Inputs

    @property
    def is_same(self) -> bool:
        """True when a build would be made from just what the last one was made from."""
        return self.before is not None and what_counts(self.before) == what_counts(self.now)

    @property
    def there(self) -> Collection[str] | None:
        """All paths in the output; None when this build may move what another one has left."""
        return None if (self.output / OWN).exists() else self._held

    @cached_property
    def recalled(self) -> Mapping[str, Written]:
        """What the last good build has left in the output, by path."""
        # What an interrupted build has left there may be moved into place by this one.
        if self.before is None or (self.output / OWN).exists():
            return {}
        return state.recall_written(self.store, self.names) or {}

    @cached_property
    def _held(self) -> Mapping[str, tuple[int, int]]:
        return held(self.output, self.keep)

    @cached_property
    def written(self) -> Mapping[str, Written]:
        """What the output still holds as the last good build has left it."""
        there = self._held
        return {path: each for path, each in self.recalled.items() if there.get(path) == each[:2]}

    def has_moved(self, job: Job) -> bool:
        """True when any file has changed since the build looked at it.

        Of the repository all is read as it stood then, however far it has come since.
        """
        return what_counts(look_again(job, self.now, time.time_ns())) != what_counts(self.now)

    @property
    def is_untouched(self) -> bool:
        """True when the output holds just what the last good build has left there."""
        return bool(self.written) and len(self.written) == len(self.recalled) == len(self._held)


@contextmanager
def remembering(order: Order) -> Iterator[Memory | None]:
    """The memory of an output folder, which no other build uses meanwhile.

    None where no folder is named to keep it, or nothing can be kept there.
    """
    if order.memory is None:
        yield None
        return
    store = state.store_of(order.memory, order.output)
    with _locked(store.folder) as is_ours:
        if not is_ours:
            yield None
            return
        names = store.read_list()
        problems = state.recall_problems(store, names)
        # Without its warnings the last build is as good as forgotten: they would be lost for good.
        before = None if problems is None else state.recall_inputs(store, names)
        yield Memory(
            store=store,
            names=names,
            output=order.output,
            keep=order.keep,
            problems=problems or (),
            before=before,
            now=look(order.job, before, time.time_ns()),
        )


@contextmanager
def _locked(folder: Path) -> Iterator[bool]:
    """Waits until no other process holds the folder; False where it cannot be made."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        file = (folder / _LOCK).open("wb")
    except OSError:
        yield False
        return
    with file:
        if fcntl is not None:
            with suppress(OSError):
                fcntl.flock(file, fcntl.LOCK_EX)
        yield True


def forget(folder: Path | None, output: Path) -> None:
    """Forget an output folder that a build without a memory is about to change."""
    if folder is not None:
        state.store_of(folder, output).forget_list()
