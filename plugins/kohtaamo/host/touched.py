"""Which files of the repository differ from an older commit, as git and the disk have them."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from kohtaamo.host.git import git, git_bytes
from kohtaamo.host.history import uncommitted
from kohtaamo.problems.problem import Refused
from kohtaamo.review.touched import Touch

_DIFFERENCE = (
    *("diff", "--name-status", "-z", "--no-renames", "--no-ext-diff", "--no-relative"),
    "--ignore-submodules=none",
)
# Links, and files that became links, are changes like any other.
_TOUCHES = {"A": Touch.ADDED, "D": Touch.REMOVED}


@dataclass(frozen=True, slots=True, kw_only=True)
class Touched:
    """The touched files below the content folder, by path in it, and all others.

    Those go by path from the top of the repository; `folder` is the content folder seen from there.
    """

    files: Mapping[str, Touch]
    outside: Mapping[str, Touch]
    folder: str
    is_uncommitted: bool


def touched_since(root: Path, base: str) -> Touched:
    """What differs between the commit `base` and the files as they are, committed or not.

    Files that git does not know yet count in the content folder only: they are read there. Refused:
    `since-damaged` when git cannot compare.
    """
    inside = git(root, "rev-parse", "--show-prefix").removesuffix("\n")
    answer = git_bytes(root, *_DIFFERENCE, base, "--")
    if answer is None:
        raise Refused("since-damaged")
    parts = answer.decode("utf-8", "surrogateescape").split("\0")[:-1]
    touched = {
        path: _TOUCHES.get(status, Touch.CHANGED)
        for status, path in zip(parts[::2], parts[1::2], strict=True)
    }
    new = git(root, "ls-files", "--others", "--exclude-standard", "-z", "--", ".").split("\0")
    # A folder is a repository of its own.
    touched |= {f"{inside}{path}": Touch.ADDED for path in new if path and path[-1] != "/"}
    return Touched(
        files={
            path.removeprefix(inside): touch
            for path, touch in sorted(touched.items())
            if path.startswith(inside)
        },
        outside={
            path: touch for path, touch in sorted(touched.items()) if not path.startswith(inside)
        },
        folder=inside.rstrip("/"),
        is_uncommitted=any(uncommitted(root)) or bool(git(root, *_DIFFERENCE, "HEAD", "--")),
    )
