"""`python -m tests.hostile.fuzz`: thousands of mutated files, heavy ones, and whole builds."""

import argparse
import shutil
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import TypeVar

from .builds import Build, build
from .files import CHUNK, Tally, chunk
from .heavy import heavy_files, weighed
from .seeds import Seed
from .turns import TURNS, turn

Each = TypeVar("Each")


def main() -> int:
    """0 when nothing was found, 1 otherwise; what failed is in the folder."""
    chosen = _parser().parse_args()
    folder = Path(chosen.folder)
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    # Whoever looks at a log in the meantime sees each line when it is there.
    sys.stdout.reconfigure(line_buffering=True)  # type: ignore[union-attr]
    print(f"seed {chosen.seed}, {chosen.processes} processes")
    with ProcessPoolExecutor(chosen.processes, get_context("fork")) as pool:
        found = [
            # First, while the processes are fresh: copies of large ones take longer.
            _heavy(pool, folder),
            _files(pool, chosen.seed, chosen.files, folder),
            _turns(pool, chosen.turns, folder),
            _builds(pool, chosen.seed, chosen.builds, chosen.faulty, folder),
        ]
    print("nothing was found" if not any(found) else f"found {sum(found)}; see {folder}/")
    return 1 if any(found) else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.hostile.fuzz", description=__doc__)
    parser.add_argument("--files", type=int, default=20_000)
    parser.add_argument("--turns", type=int, default=TURNS, help="sites full of attacks")
    parser.add_argument("--builds", type=int, default=50)
    parser.add_argument("--faulty", type=int, default=200, help="files of each build")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--folder", default="output-fuzz")
    return parser


def _files(pool: ProcessPoolExecutor, seed: int, count: int, folder: Path) -> int:
    """Mutated files; how many failed."""
    begun = time.monotonic()
    sizes = [min(CHUNK, count - at) for at in range(0, count, CHUNK)]
    numbers = [seed * 1_000_000 + at for at in range(len(sizes))]
    tally = Tally()
    for each in _told(pool.map(chunk, numbers, sizes), len(sizes), "files"):
        tally.files += each.files
        tally.built += each.built
        tally.problems += each.problems
        tally.slowest = max(tally.slowest, each.slowest, key=lambda pair: pair[0])
        tally.heaviest = max(tally.heaviest, each.heaviest, key=lambda pair: pair[0])
        tally.failed += each.failed
    print(
        f"{tally.files} mutated files in {time.monotonic() - begun:.0f} s: {tally.problems} with"
        f" problems, {tally.built} without; {len(tally.failed)} failed"
    )
    for word, (figure, which), unit in (
        ("slowest", tally.slowest, "s of CPU"),
        ("heaviest", tally.heaviest, "MB"),
    ):
        if which is not None:
            print(f"  {word}: {figure:.2f} {unit}, {which.path} ({len(which.data)} bytes)")
            _keep(folder / word, which, [f"{figure:.2f} {unit}"])
    for at, (which, faults) in enumerate(tally.failed):
        _keep(folder / f"file-{at}", which, faults)
    return len(tally.failed)


def _heavy(pool: ProcessPoolExecutor, folder: Path) -> int:
    """Files that are made to take long; how many failed."""
    failed = 0
    slowest, heaviest = (0.0, ""), (0.0, "")
    files = tuple(heavy_files())
    for each, found in zip(files, pool.map(weighed, range(len(files))), strict=True):
        slowest = max(slowest, (found.seconds, each.slug))
        heaviest = max(heaviest, (found.megabytes, each.slug))
        if found.faults:
            _keep(folder / f"heavy-{each.slug}", each, found.faults)
            failed += 1
    print(
        f"{len(files)} files made to take long: slowest {slowest[0]:.2f} s of CPU ({slowest[1]}),"
        f" heaviest {heaviest[0]:.0f} MB ({heaviest[1]}); {failed} failed"
    )
    return failed


def _turns(pool: ProcessPoolExecutor, count: int, folder: Path) -> int:
    """Every attack in every field; how many sites failed."""
    begun = time.monotonic()
    failed = 0
    for at, faults in enumerate(_told(pool.map(turn, range(count)), count, "sites")):
        if faults:
            failed += 1
            (folder / f"turn-{at}.txt").write_text("\n".join(faults), "utf-8", "backslashreplace")
    print(
        f"{TURNS} attacks in turn through every text field, {count} sites in"
        f" {time.monotonic() - begun:.0f} s; {failed} failed"
    )
    return failed


def _builds(pool: ProcessPoolExecutor, seed: int, count: int, faulty: int, folder: Path) -> int:
    """Whole builds; how many failed."""
    begun = time.monotonic()
    with tempfile.TemporaryDirectory() as room:
        places = [Path(room) / str(at) for at in range(count)]
        numbers = [seed * 1_000_000 + 500_000 + at for at in range(count)]
        made = pool.map(_one_build, numbers, [faulty] * count, places, [folder] * count)
        builds = list(_told(made, count, "builds"))
    outputs = sum((each.outputs for each in builds), Counter[str]())
    codes = Counter(each.code for each in builds)
    failed = [each for each in builds if each.faults]
    print(
        f"{len(builds)} builds of {faulty} faulty files each in {time.monotonic() - begun:.0f} s:"
        f" exit codes {dict(codes)}, {sum(each.faulty for each in builds)} faulty files,"
        f" {sum(each.written - each.faulty for each in builds)} mutated ones without a fault,"
        f" {sum(each.left_out for each in builds)} named with problems; {len(failed)} builds failed"
    )
    print(f"  outputs judged: {dict(outputs)}")
    if builds:
        print(
            f"  slowest build {max(each.seconds for each in builds):.1f} s of CPU,"
            f" heaviest {max(each.megabytes for each in builds):.0f} MB"
        )
    return len(failed)


def _one_build(number: int, faulty: int, place: Path, folder: Path) -> Build:
    place.mkdir(parents=True)
    found = build(number, faulty, place)
    if found.faults:
        kept = folder / f"build-{number}"
        shutil.copytree(place / "content", kept / "content")
        (kept / "faults.txt").write_text("\n".join(found.faults), "utf-8", "backslashreplace")
    shutil.rmtree(place)
    return found


def _keep(folder: Path, which: Seed, faults: list[str]) -> None:
    folder.mkdir(parents=True)
    (folder / which.path.rpartition("/")[2]).write_bytes(which.data)
    told = [which.path, *faults]
    (folder / "faults.txt").write_text("\n".join(told), "utf-8", "backslashreplace")


def _told(made: Iterable[Each], count: int, what: str) -> Iterator[Each]:
    """The same, with a line in between for who waits."""
    for at, each in enumerate(made, start=1):
        if at % max(1, count // 10) == 0:
            print(f"  {what}: {100 * at // count} %", file=sys.stderr, flush=True)
        yield each


if __name__ == "__main__":
    sys.exit(main())
