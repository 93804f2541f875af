"""Which files of the repository differ from an older commit, as git and the disk have them."""

import os
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from pathlib import Path

from kohtaamo.host.git import git, git_bytes
from kohtaamo.host.history import uncommitted
from kohtaamo.problems.problem import Refused
from kohtaamo.review.touched import Touch

_DIFFERENCE = (
    *("diff", "--raw", "-z", "--no-renames", "--no-ext-diff", "--no-relative"),
    "--ignore-submodules=none",
)
# Links, and files that became links, are changes like any other.
_TOUCHES = {"A": Touch.ADDED, "D": Touch.REMOVED}
# Another repository at this place (a submodule).
_REPOSITORY = "160000"


@dataclass(frozen=True, slots=True, kw_only=True)
class Touched:
    """The touched files below the content folder, by path in it, and all others.

    Those go by path from the top of the repository. `repositories` are other ones among them
    (submodules), inside the content folder too: no review sees what they will hold. `folder` is the
    content folder seen from there.
    """

    files: Mapping[str, Touch]
    outside: Mapping[str, Touch]
    repositories: AbstractSet[str]
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
    touched: dict[str, Touch] = {}
    repositories: dict[str, Touch] = {}
    for facts, path in zip(parts[::2], parts[1::2], strict=True):
        older, newer, *_, status = facts.removeprefix(":").split()
        touch = _TOUCHES.get(status, Touch.CHANGED)
        (repositories if _REPOSITORY in {older, newer} else touched)[path] = touch
    new = git(root, "ls-files", "--others", "--exclude-standard", "-z", "--", ".").split("\0")
    # A folder is a repository of its own.
    touched |= {f"{inside}{path}": Touch.ADDED for path in new if path and path[-1] != "/"}
    for path in repositories:
        # Its files are read like any other where it is there, and no commit of ours holds them.
        if path.startswith(inside):
            below = _files_below(root, path.removeprefix(inside))
            touched |= {f"{inside}{each}": Touch.ADDED for each in below}
    return Touched(
        files={
            path.removeprefix(inside): touch
            for path, touch in sorted(touched.items())
            if path.startswith(inside)
        },
        outside={
            path: touch
            for path, touch in sorted((*touched.items(), *repositories.items()))
            if path in repositories or not path.startswith(inside)
        },
        repositories=repositories.keys(),
        folder=inside.rstrip("/"),
        is_uncommitted=any(uncommitted(root)) or bool(git(root, *_DIFFERENCE, "HEAD", "--")),
    )


def _files_below(root: Path, folder: str) -> Iterator[str]:
    """The paths from `root` of the files of another repository, its own `.git` left out."""
    for above, folders, names in os.walk(root / folder):
        folders[:] = [each for each in folders if each != ".git"]
        yield from ((Path(above) / name).relative_to(root).as_posix() for name in names)
