"""Progress of long work, on a terminal only."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

# Below this many files the work is over before a bar could be read.
_WORTH_SHOWING = 500


@contextmanager
def reading() -> Iterator[Callable[[int, int], None] | None]:
    """Yields a function to be told (files read, files in all), or None where nobody watches."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("Luetaan tiedostoja", total=None, visible=False)

        def tell(done: int, total: int) -> None:
            if total >= _WORTH_SHOWING and done % 50 == 0:
                bar.update(task, completed=done, total=total, visible=True)

        yield tell
