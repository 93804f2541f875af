"""How fast a contribution of ten files is reviewed, in a repository with a long history.

    python -m benchmarks.measure.reviews [--size L] [--runs 5]

prints the seconds of each run of `kohtaamo review`, and of all processors together.
"""

import argparse
import re
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from benchmarks.corpus.days import TODAY
from benchmarks.corpus.network import make
from benchmarks.corpus.sizes import SIZES
from benchmarks.measure.builders import Builder, ours
from benchmarks.measure.figures import Figures
from benchmarks.measure.run import Sample, timed

COMMITS = 20_000
# Of ten files so many are new; the others have changed.
_FILES, _NEW = 10, 3


def reviews(builder: Builder, runs: int) -> Figures:
    """`kohtaamo review` of what `contribute` has written, with nothing remembered."""
    return Figures(samples=[_review(builder) for _ in range(runs)])


def contribute(builder: Builder) -> None:
    """Change some events from all over the country, and write new ones beside others."""
    events = sorted((builder.folder / "content" / "events").rglob("*.md"))
    chosen = events[:: max(1, len(events) // _FILES)][:_FILES]
    for number, file in enumerate(chosen):
        text, path = file.read_text("utf-8"), file
        if number < _NEW:
            path = file.with_stem(f"{file.stem}-uusi")
            # In the same room at the same time would be an error.
            text = re.sub(r"^room: .*\n", "", text, flags=re.MULTILINE)
        path.write_text(f"{text.rstrip()}\n\nTervetuloa mukaan!\n", "utf-8")


def _review(builder: Builder) -> Sample:
    return timed(_command(), builder.folder)


def _command() -> Sequence[str]:
    review = [sys.executable, "-m", "kohtaamo", "review", "HEAD", "content"]
    return [*review, "--today", TODAY.isoformat()]


def main() -> None:
    """Make a network and its history, contribute to it, and print what reviews take."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.measure.reviews")
    parser.add_argument("--size", choices=SIZES, default="L")
    parser.add_argument("--runs", type=int, default=5)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        builder = ours(make(SIZES[asked.size]), Path(folder) / "own", "full", COMMITS)
        contribute(builder)
        for sample in reviews(builder, asked.runs).samples:
            print(f"{asked.size}: {sample.wall:.2f} s, {sample.cpu:.2f} s of processors")


if __name__ == "__main__":
    main()
