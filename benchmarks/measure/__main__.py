"""Race our builds against the peers' and print Markdown.

python -m benchmarks.measure [--sizes L] [--profiles peer,full] [--peers hugo,eleventy,pelican]
    [--runs 5] [--write]

At L every scenario is measured and every peer, and the night after also in a repository with a long
history; at other sizes clean builds of ours and of the first peer, and at M how soon a saved file
is seen.
"""

import argparse
import os
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from benchmarks.corpus.network import Made, make
from benchmarks.corpus.sizes import SIZES
from benchmarks.measure.bars import CHECKS, REVIEW, verdicts
from benchmarks.measure.builders import Builder, ours, peer
from benchmarks.measure.checks import checks
from benchmarks.measure.figures import Figures
from benchmarks.measure.machine import machine
from benchmarks.measure.reviews import COMMITS, contribute, reviews
from benchmarks.measure.run import Failed
from benchmarks.measure.scenarios import SCENARIOS, race, tidy, weighed
from benchmarks.measure.serving import visible
from benchmarks.measure.table import put, rows
from benchmarks.measure.tools import ROOT

PAGE = ROOT / "docs/performance.md"
TMPFS = Path("/dev/shm")  # noqa: S108 - the output is meant to stay in memory
Found = dict[tuple[str, str, str], Figures]


def main() -> None:
    """Measure, print, and write when asked to."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.measure")
    parser.add_argument("--sizes", default="L")
    parser.add_argument("--profiles", default="peer,full")
    parser.add_argument("--peers", default="hugo,eleventy,pelican")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--whole", default="L", help="the size at which everything is measured")
    parser.add_argument("--write", action="store_true", help=f"into {PAGE.name}")
    asked = parser.parse_args()
    # Without Python's own compiled files each start would compile all code, ours and Pelican's.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    profiles, peers = asked.profiles.split(","), [each for each in asked.peers.split(",") if each]
    results: Found = {}
    for size in asked.sizes.split(","):
        with tempfile.TemporaryDirectory(dir=TMPFS if TMPFS.is_dir() else None) as folder:
            results |= _measure(
                size, Path(folder), profiles, peers, asked.runs, whole=size == asked.whole
            )
    where = "tmpfs" if TMPFS.is_dir() else "disk"
    lines = [f"{machine()}; content and output on {where}; medians of {asked.runs} runs in turn."]
    lines += ["", *verdicts(results), "", *rows(results)]
    print("\n".join(lines))
    if asked.write:
        put(PAGE, lines)


def _measure(
    size: str,
    folder: Path,
    profiles: Sequence[str],
    peers: Sequence[str],
    runs: int,
    *,
    whole: bool,
) -> Found:
    made = make(SIZES[size])
    own = [ours(made, folder / f"own-{each}", each) for each in profiles]
    others = [peer(made, folder / each, each) for each in peers[: None if whole else 1]]
    found: Found = {}
    for name, (scenario, for_peers) in SCENARIOS.items():
        if whole or name == "clean":
            _say(f"{size}: {name}")
            racing = [*others, *own] if for_peers else own
            for builder, samples in race(racing, scenario, runs):
                done = weighed(builder, samples) if name == "clean" else Figures(samples=samples)
                found[size, builder.name, name] = done
    if whole:
        found |= _nightly(size, folder, made, profiles, runs)
        _say(f"{size}: check")
        for name, figures in checks(own[-1], runs):
            found[size, CHECKS, name] = figures
    if size == "M":
        _try_serving(found, own[-1], runs)
    tidy([*others, *own])
    return found


def _nightly(size: str, folder: Path, made: Made, profiles: Sequence[str], runs: int) -> Found:
    """The night after, as regions have it: in a repository, where everything has a date."""
    found: Found = {}
    for profile in profiles:
        builder = ours(made, folder / f"git-{profile}", profile, COMMITS)
        for name in ("clean", "next day"):
            _say(f"{size}: {name}, {builder.name}")
            for each, samples in race([builder], SCENARIOS[name][0], runs):
                found[size, each.name, name] = Figures(samples=samples)
        if profile == profiles[-1]:
            _say(f"{size}: {REVIEW}")
            contribute(builder)
            found[size, CHECKS, REVIEW] = reviews(builder, runs)
        tidy([builder])
    return found


def _try_serving(found: Found, builder: Builder, runs: int) -> None:
    _say("M: saved → visible")
    try:
        found["M", builder.name, "saved → visible"] = visible(builder, runs)
    except Failed as failed:
        _say(str(failed))


def _say(words: str) -> None:
    print(words, file=sys.stderr, flush=True)


main()
