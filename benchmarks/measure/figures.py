"""What several runs come to."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from benchmarks.measure.run import Sample


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """The runs of one builder in one scenario, round by round; memory, files and bytes once."""

    samples: Sequence[Sample]
    memory: int = 0
    files: int = 0
    size: int = 0

    @property
    def wall(self) -> float:
        """Median seconds by the clock."""
        return median(each.wall for each in self.samples)

    @property
    def cpu(self) -> float:
        """Median seconds of all processors together."""
        return median(each.cpu for each in self.samples)


def ratio(figures: Figures, base: Figures) -> float:
    """How many times the base's time: the median over the rounds, each round against its own.

    Rounds that a busy machine slowed down slowed down both sides.
    """
    pairs = zip(figures.samples, base.samples, strict=True)
    return median(one.wall / other.wall for one, other in pairs)


def growth(small: Figures, large: Figures) -> float:
    """How many times longer the larger corpus took."""
    return large.wall / small.wall
