"""Files that nobody could read and that may be of closed groups, told by their bytes."""

from pathlib import Path

from kohtaamo.content.source.files import SourceFile
from kohtaamo.content.source.layout import FOLDERS, THINGS
from kohtaamo.content.source.private import may_be_closed
from kohtaamo.content.source.read import read_bytes
from kohtaamo.problems.problem import Refused


def may_hold_closed(root: Path, path: str) -> bool:
    """True when a file below the content folder `root` may be of a closed group.

    It may lie in a wrong place too: among notices, or where nothing of the content should be.
    """
    above = path.partition("/")[0]
    if above in FOLDERS and above not in THINGS:
        return False
    return may_be_closed(_bytes_of(root / path))


def _bytes_of(file: Path) -> bytes:
    """What is in a file, nothing where there is none to be read; a link is none."""
    source = SourceFile(str(file), "event", "", None, str(file))
    try:
        return b"" if file.is_symlink() or not file.is_file() else read_bytes(source)
    except (OSError, ValueError, Refused):
        return b""
