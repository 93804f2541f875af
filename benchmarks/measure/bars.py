"""What the figures must show, and whether they do."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from benchmarks.measure.builders import IN_REPOSITORY
from benchmarks.measure.figures import Figures, growth, ratio
from benchmarks.measure.table import BASE, Results

PEER, FULL = "Kohtaamo, peer", "Kohtaamo, full"
# Checking is the same for every set of outputs.
CHECKS = "Kohtaamo"
REVIEW = "review of 10 files, in git"
Key = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Bar:
    """Something that two runs, or one, must not go over."""

    what: str
    most: float
    unit: str
    keys: tuple[Key, ...]
    figure: Callable[..., float]


def _wall(figures: Figures) -> float:
    return figures.wall


def _memory(figures: Figures) -> float:
    return figures.memory / 1e6


def _against_hugo(what: str, most: float, builder: str, scenario: str) -> Bar:
    keys = ("L", builder, scenario), ("L", BASE, scenario)
    return Bar(f"L, {what}", most, "× Hugo", keys, ratio)


BARS = (
    _against_hugo("peer, clean", 0.6, PEER, "clean"),
    _against_hugo("full, clean", 1.0, FULL, "clean"),
    _against_hugo("peer, one event changed", 0.1, PEER, "one event changed"),
    _against_hugo("full, one event changed", 0.1, FULL, "one event changed"),
    _against_hugo("peer, no change", 0.05, PEER, "no change"),
    _against_hugo("full, no change", 0.05, FULL, "no change"),
    *(
        Bar(
            f"L, {name}, next day",
            0.5,
            "× own clean",
            (("L", builder + suffix, "next day"), ("L", builder + suffix, "clean")),
            ratio,
        )
        for suffix in (IN_REPOSITORY, "")
        for name, builder in ((f"peer{suffix}", PEER), (f"full{suffix}", FULL))
    ),
    Bar("L, full, memory", 400, "MB", (("L", FULL, "clean"),), _memory),
    Bar("XL, full, memory", 1200, "MB", (("XL", FULL, "clean"),), _memory),
    Bar("XL / L, full, clean", 5.5, "×", (("L", FULL, "clean"), ("XL", FULL, "clean")), growth),
    Bar("L, check again", 1.5, "s", (("L", CHECKS, "check, again"),), _wall),
    Bar(
        "L, check, nothing remembered",
        4.0,
        "s",
        (("L", CHECKS, "check, nothing remembered"),),
        _wall,
    ),
    Bar("L, check of one file", 0.5, "s", (("L", CHECKS, "check of one file"),), _wall),
    Bar(f"L, {REVIEW}", 5.0, "s", (("L", CHECKS, REVIEW),), _wall),
    Bar("M, saved → visible", 0.7, "s", (("M", FULL, "saved → visible"),), _wall),
)


def verdicts(results: Results) -> Iterator[str]:
    """A table of the bars that were measured, and by how much they hold or fail."""
    yield "| what | at most | measured | |"
    yield "|---|---|---|---|"
    for bar in BARS:
        if all(key in results for key in bar.keys):
            found = bar.figure(*(results[key] for key in bar.keys))
            said = "holds" if found <= bar.most else f"**over by {found / bar.most:.1f} ×**"
            yield f"| {bar.what} | {bar.most:g} {bar.unit} | {_short(found)} | {said} |"


def _short(found: float) -> str:
    return f"{found:.3f}" if found < 1 else f"{found:.2f}" if found < 100 else f"{found:.0f}"
