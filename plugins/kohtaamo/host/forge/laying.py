"""A contribution laid over the branch that it is for: its content, and nothing else of it.

The tool (code, theme, settings, locks, tasks) stays that of the branch; of the contribution come
the plain files that strangers may touch. Everything happens in git, before the working tree
changes: what is left out is never written to the disk.
"""

import re
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from kohtaamo.content.source.encoding import LARGEST
from kohtaamo.host.forge.changes import (
    FILES,
    NOTHING,
    REPOSITORY,
    Change,
    changes_between,
    commit_of,
    sizes_of,
)
from kohtaamo.host.forge.fault import ForgeFault
from kohtaamo.host.forge.writing import git_do, top_of
from kohtaamo.review.outside import OPEN
from kohtaamo.review.touched import Touch

# Where git finds what a review compares, after a contribution was laid.
BASE, CONTRIBUTION = "refs/kohtaamo/base", "refs/kohtaamo/contribution"
# The same contribution without what was left out.
TAKEN = "refs/kohtaamo/taken"
# A picture as it comes out of a telephone, and all that a contribution may weigh.
LARGEST_PICTURE = 20_000_000
LARGEST_WHOLE = 100_000_000

_NAME = re.compile(r"[^\\:.\x00-\x1f\x7f][^\\:\x00-\x1f\x7f]*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Laid:
    """Paths from the top of the repository: what was taken, and what was left out."""

    taken: Sequence[str]
    left_out: Sequence[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """What was done to a file that is not laid; `is_repository` for another repository."""

    touch: Touch
    is_repository: bool


def lay(folder: Path, commit: str, *, is_ours: bool = False) -> Laid:
    """Lay the contribution `commit` over the present one; `folder` is the content folder.

    Of the maintainers' own (`is_ours`: from a branch of the repository itself) all content comes,
    of strangers' what they may touch (contract §6); nothing outside the content of either.

    The working tree has to be as it was committed. Afterwards `HEAD` is the merge of both, as the
    forge would make it. ForgeFault when they cannot be merged, or when the contribution is too
    large.
    """
    top = top_of(folder)
    content = folder.resolve().relative_to(top.resolve()).as_posix()
    if git_do(top, "status", "--porcelain", "--untracked-files=no") or git_do(
        top, "ls-files", "--others", "--exclude-standard", "--", content
    ):
        raise ForgeFault(
            "Kansiossa on muutoksia, joita ei ole viety gitiin. Vie tai peru ne ensin."
        )
    base = git_do(top, "rev-parse", "HEAD")
    head = commit_of(top, commit)
    fork = git_do(
        top,
        *("merge-base", base, head),
        fails="Ehdotuksella ja haaralla ei ole yhteistä historiaa, joten niitä ei voi verrata.",
    )
    changes = changes_between(top, fork, head)
    taken, left_out = _parted(top, content, changes, is_ours=is_ours)
    part = _committed(top, _tree(top, fork, taken), fork)
    merged = _merged(top, base, fork, part)
    for ref, each in ((BASE, base), (CONTRIBUTION, head), (TAKEN, part)):
        git_do(top, "update-ref", ref, each)
    git_do(top, "checkout", "--quiet", "--detach", merged)
    return Laid(taken=[each.path for each in taken], left_out=[each.path for each in left_out])


def left_out_of(folder: Path, commit: str) -> Mapping[str, LeftOut]:
    """What `lay` left out of the contribution that it laid last, by path from the top.

    `commit` is that contribution. ForgeFault when none was laid.
    """
    top = top_of(folder)
    changes = changes_between(top, commit_of(top, TAKEN), commit_of(top, commit))
    return {
        each.path: LeftOut(touch=_touch(each), is_repository=REPOSITORY in {each.older, each.newer})
        for each in changes
        # What was laid is no program any more, and else the same.
        if each.kept != each.blob or not {each.older, each.newer} <= FILES
    }


def _touch(change: Change) -> Touch:
    if change.is_removal:
        return Touch.REMOVED
    return Touch.ADDED if change.older == NOTHING else Touch.CHANGED


def may_come(path: str, content: str, *, is_ours: bool = False) -> bool:
    """Whether a plain file at a path is one that strangers, or the maintainers, may touch."""
    inside = path.removeprefix(f"{content}/")
    parts = inside.split("/")
    return (
        inside != path
        and (is_ours or (len(parts) > 1 and parts[0] in OPEN))
        and all(_NAME.fullmatch(part) for part in parts)
    )


def _parted(
    top: Path, content: str, changes: Sequence[Change], *, is_ours: bool
) -> tuple[list[Change], list[Change]]:
    """What is laid, and what is left out. ForgeFault when the whole is too heavy."""
    sizes = sizes_of(top, [each.blob for each in changes if each.newer in FILES])
    taken: list[Change] = []
    left_out: list[Change] = []
    for each in changes:
        is_plain = {each.older, each.newer} <= {*FILES, NOTHING}
        most = LARGEST_PICTURE if each.path.startswith(f"{content}/images/") else LARGEST
        fits = sizes.get(each.blob, 0) <= most
        comes = is_plain and fits and may_come(each.path, content, is_ours=is_ours)
        (taken if comes else left_out).append(each)
    weight = sum(sizes.get(each.blob, 0) for each in taken)
    if weight > LARGEST_WHOLE:
        raise ForgeFault(
            f"Ehdotuksen tiedostot ovat yhdessä {weight // 1_000_000} Mt. Enintään"
            f" {LARGEST_WHOLE // 1_000_000} Mt otetaan kerralla."
        )
    return taken, left_out


def _tree(top: Path, fork: str, taken: Sequence[Change]) -> str:
    """The tree of the commit `fork` with what was taken, and no more."""
    with tempfile.TemporaryDirectory() as folder:
        index = {"GIT_INDEX_FILE": f"{folder}/index"}
        git_do(top, "read-tree", fork, environment=index)
        lines = "".join(_entries(taken)).encode("utf-8", "surrogateescape")
        git_do(top, "update-index", "-z", "--index-info", given=lines, environment=index)
        return git_do(top, "write-tree", environment=index)


def _entries(taken: Sequence[Change]) -> Iterator[str]:
    """Removals first: a folder may have become a file. No file of content is a program."""
    nothing = "0" * 40
    for each in taken:
        if each.is_removal:
            yield f"0 {nothing}\t{each.path}\0"
    for each in taken:
        if not each.is_removal:
            yield f"100644 {each.blob}\t{each.path}\0"


def _committed(top: Path, tree: str, *parents: str) -> str:
    above = (part for parent in parents for part in ("-p", parent))
    return git_do(top, "commit-tree", tree, *above, given=b"Ehdotus\n")


def _merged(top: Path, base: str, fork: str, contribution: str) -> str:
    """The merge of the branch with what was taken, as a commit."""
    if base == fork:
        tree = git_do(top, "rev-parse", f"{contribution}^{{tree}}")
    else:
        tree = git_do(
            top,
            *("merge-tree", "--write-tree", "--no-messages", "--name-only", base, contribution),
            fails="Ehdotus muuttaa samoja kohtia, jotka ovat sillä välin muuttuneet. Tekijän on"
            " päivitettävä se haaran uusimpaan versioon.",
        ).splitlines()[0]
    return _committed(top, tree, base, contribution)
