"""Progress of long work, on a terminal only."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

Tell = Callable[[int, int], None]

READING = "Luetaan tiedostoja"
RENDERING = "Tehdään sivuja ja kalentereita"

# Below this many files the work is over before a bar could be read.
_WORTH_SHOWING = 500
_STEP = 50


@contextmanager
def shown(label: str, *, wanted: bool = True) -> Iterator[Tell | None]:
    """Yields a function to be told (files done, files in all), or None where nobody watches."""
    if not wanted or not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(label, total=None, visible=False)

        def tell(done: int, total: int) -> None:
            if total >= _WORTH_SHOWING and done % _STEP == 0:
                bar.update(task, completed=done, total=total, visible=True)

        yield tell
