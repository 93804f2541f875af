"""Write a network of a size out for a peer.

python -m benchmarks.peers PEER SIZE FOLDER
"""

import argparse
from pathlib import Path

from benchmarks.corpus.network import make
from benchmarks.corpus.sizes import SIZES
from benchmarks.peers.write import PEERS


def main() -> None:
    """Write."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.peers")
    parser.add_argument("peer", choices=PEERS)
    parser.add_argument("size", choices=SIZES)
    parser.add_argument("folder", type=Path)
    asked = parser.parse_args()
    PEERS[asked.peer](make(SIZES[asked.size]), asked.folder)


main()
