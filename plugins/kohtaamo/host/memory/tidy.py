"""Memories of output folders that are no more."""

import os
import shutil
from contextlib import suppress
from pathlib import Path

# In each store: of which output folder it is the memory.
_OF = "output"


def note_output(store: Path, output: Path) -> None:
    """Write down whose memory a store is."""
    with suppress(OSError):
        (store / _OF).write_bytes(os.fsencode(output))


def forget_the_gone(memories: Path) -> None:
    """Remove every store whose output folder is not there; what is no store of ours stays."""
    with suppress(OSError):
        for store in sorted(memories.iterdir()):
            with suppress(OSError):
                if not Path(os.fsdecode((store / _OF).read_bytes())).is_dir():
                    shutil.rmtree(store, ignore_errors=True)
