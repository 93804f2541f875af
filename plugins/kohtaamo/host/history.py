"""When each file of the content folder last landed, from one `git log`."""

import os
import subprocess
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

# Personal settings that would change what is asked or how it is printed.
_SETTINGS = ("-c", "log.diffMerges=first-parent", "-c", "log.showSignature=false")
# Git tells these to its hooks; they name the hook's repository, not that of the content folder.
_OF_HOOKS = frozenset({"GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX"})


def landings(root: Path) -> Mapping[str, datetime]:
    """The newest landing (aware, UTC) of every committed, unchanged file below `root`.

    A landing is a commit on the first-parent line, so a change counts from its merge, and a
    squash gives one. Paths are relative to `root`. Files that are changed or not committed are
    missing, as is everything outside a repository or where git cannot be asked.
    """
    log = _git(
        root,
        *("log", "--first-parent", "-m", "--no-renames", "--name-only", "-z", "--relative"),
        "--format=%x01%ct",
        "--",
        ".",
    )
    found: dict[str, datetime] = {}
    for commit in log.split("\x01")[1:]:
        stamp, *names = commit.replace("\n", "\0", 1).split("\0")
        moment = datetime.fromtimestamp(int(stamp), tz=UTC)
        for name in names:
            path = name.lstrip("\n")
            if path:
                found.setdefault(path, moment)
    for path in _changed(root):
        found.pop(path, None)
    return found


def is_incomplete(root: Path) -> bool:
    """True when the history is missing or cut: publishing would date everything wrongly.

    Missing it is also where the repository around `root` knows nothing of it: an unpacked archive.
    """
    shallow = _git(root, "rev-parse", "--is-shallow-repository").strip() != "false"
    return shallow or not _git(root, "log", "-1", "--format=%H", "--", ".")


def _changed(root: Path) -> list[str]:
    """Files that differ from the last commit."""
    names = _git(root, "diff", "--name-only", "--no-renames", "--relative", "-z", "HEAD", "--", ".")
    return [name for name in names.split("\0") if name]


def _git(root: Path, *arguments: str) -> str:
    """What git prints, or nothing when it cannot answer."""
    environment = {name: value for name, value in os.environ.items() if name not in _OF_HOOKS}
    environment |= {"LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0"}
    try:
        answer = subprocess.run(
            ["git", "-C", str(root), *_SETTINGS, *arguments],
            capture_output=True,
            check=True,
            env=environment,
            stdin=subprocess.DEVNULL,
        )
    except (OSError, subprocess.CalledProcessError):
        return ""
    return answer.stdout.decode("utf-8", "surrogateescape")
