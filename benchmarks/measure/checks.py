"""How fast a contribution is checked."""

import sys
from collections.abc import Iterator

from benchmarks.corpus.days import TODAY
from benchmarks.measure.builders import Builder
from benchmarks.measure.figures import Figures
from benchmarks.measure.run import Failed, Sample, timed


def checks(builder: Builder, runs: int) -> Iterator[tuple[str, Figures]]:
    """`kohtaamo check` without and with what earlier runs remember, and of one file."""
    jobs = (
        ("check, nothing remembered", "content", True),
        ("check, again", "content", False),
        ("check of one file", builder.event.as_posix(), False),
    )
    for name, path, afresh in jobs:
        try:
            yield name, Figures(samples=[_check(builder, path, afresh) for _ in range(runs)])
        except Failed as failed:
            print(f"{name}: {failed}", file=sys.stderr, flush=True)


def _check(builder: Builder, path: str, afresh: bool) -> Sample:
    if afresh:
        builder.forget()
    return timed(_command(path), builder.folder)


def _command(path: str) -> list[str]:
    check = [sys.executable, "-m", "kohtaamo", "check", path]
    return [*check, "--today", TODAY.isoformat()]
