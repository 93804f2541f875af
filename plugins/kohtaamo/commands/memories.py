"""Where commands that are started from a region's own folder keep what the next one may use."""

from pathlib import Path

from kohtaamo.host.settings import MEMORY_PATH

# A region's own folder has its settings in it.
_SETTINGS = "pelicanconf.py"


def memories_beside(content: Path) -> Path | None:
    """Where builds that are started from here keep their memories; None in any other folder.

    Whoever checks from elsewhere, or a folder that is not theirs, finds nothing new in it.
    """
    here = Path.cwd()
    is_inside = here.is_relative_to(content.resolve())
    return None if is_inside or not (here / _SETTINGS).is_file() else here / MEMORY_PATH
