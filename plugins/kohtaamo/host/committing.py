"""Files of one thing committed under the network's own name: git remembers nobody who sent it."""

import os
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from kohtaamo.host.git import git

# Whatever names a person in the surroundings of the command.
_OF_PEOPLE = ("GIT_AUTHOR_DATE", "GIT_COMMITTER_DATE", "EMAIL")
_SETTINGS = ("-c", "commit.gpgSign=false", "-c", "format.signOff=false")


@dataclass(frozen=True, slots=True, kw_only=True)
class Committer:
    """The network's name and the address of a role."""

    name: str
    email: str


def is_repository(root: Path) -> bool:
    """True when git keeps the folder."""
    return git(root, "rev-parse", "--is-inside-work-tree").strip() == "true"


def commit_files(root: Path, paths: Sequence[str], committer: Committer, message: str) -> bool:
    """Commit the files at `paths` below `root` and nothing else; False when git does not."""
    people = {
        **{f"GIT_{role}_NAME": committer.name for role in ("AUTHOR", "COMMITTER")},
        **{f"GIT_{role}_EMAIL": committer.email for role in ("AUTHOR", "COMMITTER")},
    }
    kept = {name: value for name, value in os.environ.items() if name not in _OF_PEOPLE}
    for arguments in (
        ("add", "--", *paths),
        ("commit", "--quiet", "--only", "--message", message, "--", *paths),
    ):
        try:
            subprocess.run(
                ["git", "-C", str(root), *_SETTINGS, *arguments],
                check=True,
                capture_output=True,
                env={**kept, **people, "LC_ALL": "C"},
            )
        except (OSError, subprocess.CalledProcessError):
            return False
    return True
