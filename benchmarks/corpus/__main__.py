"""Write a network of a size into a folder.

python -m benchmarks.corpus SIZE FOLDER [--history COMMITS]
"""

import argparse
from pathlib import Path

from benchmarks.corpus.history import commit
from benchmarks.corpus.network import make, write
from benchmarks.corpus.sizes import SIZES


def main() -> None:
    """Write, and say how much."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.corpus")
    parser.add_argument("size", choices=SIZES)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--history", type=int, default=0, metavar="COMMITS")
    asked = parser.parse_args()
    number = write(make(SIZES[asked.size]), asked.folder)
    if asked.history:
        commit(asked.folder, asked.history)
    print(f"{number} files written into {asked.folder}")


main()
