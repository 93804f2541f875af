"""One question to git, asked alike on every machine."""

import os
import subprocess
from pathlib import Path

# Personal settings that would change what is asked or how it is printed.
_SETTINGS = (
    *("-c", "log.diffMerges=first-parent", "-c", "log.showSignature=false"),
    *("-c", "log.showRoot=true", "-c", f"diff.orderFile={os.devnull}"),
    *("-c", "i18n.logOutputEncoding=UTF-8"),
)
# Git tells these to its hooks (`git rev-parse --local-env-vars`); they name the hook's repository,
# not that of the content folder.
OF_HOOKS = frozenset(
    {
        "GIT_ALTERNATE_OBJECT_DIRECTORIES",
        "GIT_COMMON_DIR",
        "GIT_DIR",
        "GIT_GRAFT_FILE",
        "GIT_IMPLICIT_WORK_TREE",
        "GIT_INDEX_FILE",
        "GIT_INTERNAL_SUPER_PREFIX",
        "GIT_OBJECT_DIRECTORY",
        "GIT_PREFIX",
        "GIT_SHALLOW_FILE",
        "GIT_WORK_TREE",
    }
)


def git_bytes(root: Path, *arguments: str, given: bytes = b"") -> bytes | None:
    """What git prints about the repository around `root`; None when it cannot answer.

    Nothing is written, no index either. `given` is what it reads from its standard input.
    """
    environment = {name: value for name, value in os.environ.items() if name not in OF_HOOKS}
    environment |= {"LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0", "GIT_NO_REPLACE_OBJECTS": "1"}
    try:
        answer = subprocess.run(
            ["git", "-C", str(root), *_SETTINGS, *arguments],
            capture_output=True,
            check=True,
            env=environment,
            input=given,
        )
    except (OSError, subprocess.CalledProcessError):
        return None
    return answer.stdout


def git(root: Path, *arguments: str) -> str:
    """The same as text, empty when git cannot answer; names that are no UTF-8 survive."""
    return (git_bytes(root, *arguments) or b"").decode("utf-8", "surrogateescape")
