"""What is measured of a build: each scenario brings a builder into a state and times one run."""

import shutil
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import timedelta
from pathlib import Path

from benchmarks.corpus.days import TODAY
from benchmarks.measure.builders import Builder
from benchmarks.measure.figures import Figures
from benchmarks.measure.run import Failed, Sample, peak, timed

Scenario = Callable[[Builder, int], Sample]


def clean(builder: Builder, _turn: int) -> Sample:
    """Nothing is there but the content."""
    builder.forget()
    return _build(builder)


def unchanged(builder: Builder, turn: int) -> Sample:
    """Everything is built already."""
    _built(builder, turn)
    return _build(builder)


def one_event(builder: Builder, turn: int) -> Sample:
    """One file of an event has one sentence more."""
    _built(builder, turn)
    builder.edit(f"Tämä lause on lisätty kierroksella {turn + 1}.")
    return _build(builder)


def next_day(builder: Builder, turn: int) -> Sample:
    """The build of the night after the last one."""
    _built(builder, turn)
    return _build(builder, turn + 1)


# The name in the table; for which builders it means something besides our own.
SCENARIOS: Mapping[str, tuple[Scenario, bool]] = {
    "clean": (clean, True),
    "no change": (unchanged, True),
    "one event changed": (one_event, True),
    "next day": (next_day, False),
}


def _build(builder: Builder, days: int = 0) -> Sample:
    return timed(builder.command(TODAY + timedelta(days=days)), builder.folder)


def _built(builder: Builder, turn: int) -> None:
    """Before the first turn of a scenario, bring the output up to today."""
    if turn == 0:
        builder.forget()
        _build(builder)


def race(
    builders: Sequence[Builder], scenario: Scenario, runs: int
) -> Iterator[tuple[Builder, list[Sample]]]:
    """All builders in turn, so many rounds: A B C, then A B C again.

    One that fails is told of and left out; the others go on without it.
    """
    samples: dict[str, list[Sample]] = {builder.name: [] for builder in builders}
    for turn in range(runs):
        for builder in builders:
            if builder.name in samples:
                try:
                    samples[builder.name].append(scenario(builder, turn))
                except Failed as failed:
                    print(f"{builder.name}: {failed}", file=sys.stderr, flush=True)
                    del samples[builder.name]
    return ((each, samples[each.name]) for each in builders if each.name in samples)


def weighed(builder: Builder, samples: Sequence[Sample]) -> Figures:
    """The runs of a clean build, with its memory and what it leaves."""
    builder.forget()
    memory = peak(builder.command(TODAY), builder.folder)
    sizes = [each.stat().st_size for each in _published(builder.output)]
    return Figures(samples=samples, memory=memory, files=len(sizes), size=sum(sizes))


def _published(output: Path) -> list[Path]:
    """The files of the site; what a builder keeps there for itself begins with a dot."""
    return [
        each
        for each in output.rglob("*")
        if each.is_file() and not any(part.startswith(".") for part in each.parts[-2:])
    ]


def tidy(builders: Sequence[Builder]) -> None:
    """Give the memory of the file system back."""
    for builder in builders:
        shutil.rmtree(builder.folder, ignore_errors=True)
