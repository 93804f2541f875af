"""Thousands of mutated files, each in a process of its own, through the reader and the rules."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, seed, settings

from kohtaamo.addresses import reserved_slugs
from kohtaamo.content.load import assemble, build_source
from kohtaamo.content.source.files import SourceFile, find_files
from tests.editions import TODAY

from .measuring import Measured, measured
from .mutants import mutants
from .reading_one import faults, read
from .seeds import SITES, Seed, seeds

# A run is made of chunks with numbers of their own: the same files with any number of processes.
CHUNK = 500


@dataclass
class Tally:
    """What some files came to; `slowest` and `heaviest` with the files themselves."""

    files: int = 0
    built: int = 0
    problems: int = 0
    slowest: tuple[float, Seed | None] = (0.0, None)
    heaviest: tuple[float, Seed | None] = (0.0, None)
    failed: list[tuple[Seed, list[str]]] = field(default_factory=list)

    def add(self, each: Seed, found: Measured) -> None:
        self.files += 1
        self.slowest = max(self.slowest, (found.seconds, each), key=lambda pair: pair[0])
        self.heaviest = max(self.heaviest, (found.megabytes, each), key=lambda pair: pair[0])
        counts = [fault for fault in found.faults if fault.startswith("#")]
        for fault in counts:
            self.built += fault == "#built"
            self.problems += fault == "#problem"
        real = [fault for fault in found.faults if fault not in counts]
        if real:
            self.failed.append((each, real))


def drawn(number: int, count: int, take: Callable[[Seed], None], known: Sequence[Seed]) -> None:
    """Give `count` mutated files of a seed number to a function, the same ones at every call."""

    @seed(number)
    @settings(
        max_examples=count,
        phases=[Phase.generate],
        database=None,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(mutants(known))
    def go(each: Seed) -> None:
        take(each)

    go()


def chunk(number: int, count: int) -> Tally:
    """What the files of one chunk came to."""
    tally = Tally()
    # Most of the broken site's files are faulty before anything is done to them.
    known = seeds("everything", "small") * 4 + seeds("broken")
    _network()
    drawn(number, count, lambda each: tally.add(each, measured(lambda: through(each))), known)
    return tally


def through(each: Seed) -> list[str]:
    """One file read, put among those of a whole network where it has no fault of its own, checked
    by all rules, and judged.

    With the faults come `#built` or `#problem`, which are none.
    """
    built = read(each)
    if built.problems:
        return [*faults(each, built, built.problems), "#problem"]
    root, found, others = _network()
    place = SourceFile(each.path, each.kind, each.slug, each.language, str(root / each.path))
    kept = [pair for pair in zip(found, others, strict=True) if pair[0].path != each.path]
    kept.append((place, built))
    loaded = assemble(
        [pair[0] for pair in kept],
        [pair[1] for pair in kept],
        (),
        today=TODAY,
        reserved=reserved_slugs(),
    )
    own = [problem for problem in loaded.problems if problem.path == each.path]
    return [*faults(each, built, own), "#problem" if own else "#built"]


@cache
def _network() -> tuple[Path, tuple[SourceFile, ...], tuple[object, ...]]:
    """The `everything` site, read once a process."""
    root = SITES / "everything" / "content"
    found, _ = find_files(root, reserved_slugs())
    return root, found, tuple(build_source(source, "fi") for source in found)
