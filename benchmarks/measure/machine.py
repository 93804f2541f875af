"""The machine in general words: never its name, nor a path on it."""

import os
import platform
import subprocess
from importlib.metadata import version
from pathlib import Path

from benchmarks.measure import tools


def machine() -> str:
    """Processor, cores, memory, and the versions of everything that was raced."""
    rows = Path("/proc/cpuinfo").read_text("utf-8").splitlines()
    model = next(row.partition(":")[2].strip() for row in rows if row.startswith("model name"))
    total = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    node = subprocess.run(["node", "--version"], capture_output=True, text=True, check=False)
    return (
        f"{os.cpu_count()} cores of {model}, {total:.0f} GB of memory, {platform.system()};"
        f" Python {platform.python_version()}, Pelican {version('pelican')},"
        f" Hugo {tools.HUGO}, Eleventy {tools.ELEVENTY} on Node {node.stdout.strip()[1:]}"
    )
