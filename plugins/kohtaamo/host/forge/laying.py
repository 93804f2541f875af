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
from kohtaamo.host.forge.fault import ForgeFault
from kohtaamo.host.forge.writing import git_do, top_of
from kohtaamo.review.outside import OPEN
from kohtaamo.review.touched import Touch

# Where git finds what a review compares, after a contribution was laid.
BASE, CONTRIBUTION = "refs/kohtaamo/base", "refs/kohtaamo/contribution"
# A picture as it comes out of a telephone, and all that a contribution may weigh.
LARGEST_PICTURE = 20_000_000
LARGEST_WHOLE = 100_000_000
MOST_FILES = 2_000

_FILES = frozenset({"100644", "100755"})
_NOTHING = "000000"
_REPOSITORY = "160000"
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


@dataclass(frozen=True, slots=True, kw_only=True)
class _Change:
    """One entry of `git diff --raw`."""

    path: str
    older: str
    newer: str
    blob: str

    @property
    def is_removal(self) -> bool:
        return self.newer == _NOTHING


def lay(folder: Path, commit: str) -> Laid:
    """Lay the contribution `commit` over the present one; `folder` is the content folder.

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
    head = _commit(top, commit)
    fork = git_do(
        top,
        *("merge-base", base, head),
        fails="Ehdotuksella ja haaralla ei ole yhteistä historiaa, joten niitä ei voi verrata.",
    )
    changes = _changes(top, fork, head)
    taken, left_out = _parted(top, content, changes)
    git_do(top, "update-ref", BASE, base)
    git_do(top, "update-ref", CONTRIBUTION, head)
    tree = _merged(top, base, fork, _committed(top, _tree(top, fork, taken), fork))
    git_do(top, "checkout", "--quiet", "--detach", tree)
    return Laid(taken=[each.path for each in taken], left_out=[each.path for each in left_out])


def left_out_of(folder: Path, base: str, commit: str) -> Mapping[str, LeftOut]:
    """What `lay` leaves out of a contribution, by path from the top of the repository."""
    top = top_of(folder)
    content = folder.resolve().relative_to(top.resolve()).as_posix()
    head = _commit(top, commit)
    changes = _changes(top, git_do(top, "merge-base", _commit(top, base), head), head)
    return {
        each.path: LeftOut(
            touch=_touch(each), is_repository=_REPOSITORY in {each.older, each.newer}
        )
        for each in _parted(top, content, changes)[1]
    }


def _touch(change: _Change) -> Touch:
    if change.is_removal:
        return Touch.REMOVED
    return Touch.ADDED if change.older == _NOTHING else Touch.CHANGED


def may_come(path: str, content: str) -> bool:
    """Whether a plain file at a path is one that strangers may touch (contract §6)."""
    inside = path.removeprefix(f"{content}/")
    parts = inside.split("/")
    return (
        inside != path
        and len(parts) > 1
        and parts[0] in OPEN
        and all(_NAME.fullmatch(part) for part in parts)
    )


def _commit(top: Path, name: str) -> str:
    if name.startswith("-"):
        raise ForgeFault("Anna ehdotus haaran nimenä tai commitin tunnuksena.")
    return git_do(
        top,
        *("rev-parse", "--verify", "--quiet", f"{name}^{{commit}}"),
        fails=f"Ehdotusta {name} ei ole tässä varastossa. Hae se ensin (git fetch).",
    )


def _changes(top: Path, fork: str, head: str) -> list[_Change]:
    """What the contribution changed since it left the branch; renames are two changes."""
    answer = git_do(
        top,
        *("diff", "--raw", "-z", "--no-renames", "--no-abbrev", "--no-ext-diff", fork, head, "--"),
    )
    parts = answer.split("\0")[:-1]
    changes = []
    for facts, path in zip(parts[::2], parts[1::2], strict=True):
        older, newer, _, blob, _ = facts.removeprefix(":").split()
        changes.append(_Change(path=path, older=older, newer=newer, blob=blob))
    if len(changes) > MOST_FILES:
        raise ForgeFault(
            f"Ehdotus muuttaa {len(changes)} tiedostoa. Enintään {MOST_FILES} otetaan kerralla."
        )
    return changes


def _parted(
    top: Path, content: str, changes: Sequence[_Change]
) -> tuple[list[_Change], list[_Change]]:
    """What is laid, and what is left out. ForgeFault when the whole is too heavy."""
    sizes = _sizes(top, [each.blob for each in changes if each.newer in _FILES])
    taken: list[_Change] = []
    left_out: list[_Change] = []
    for each in changes:
        is_plain = {each.older, each.newer} <= {*_FILES, _NOTHING}
        most = LARGEST_PICTURE if each.path.startswith(f"{content}/images/") else LARGEST
        fits = sizes.get(each.blob, 0) <= most
        (taken if is_plain and fits and may_come(each.path, content) else left_out).append(each)
    weight = sum(sizes.get(each.blob, 0) for each in taken)
    if weight > LARGEST_WHOLE:
        raise ForgeFault(
            f"Ehdotuksen tiedostot ovat yhdessä {weight // 1_000_000} Mt. Enintään"
            f" {LARGEST_WHOLE // 1_000_000} Mt otetaan kerralla."
        )
    return taken, left_out


def _sizes(top: Path, blobs: Sequence[str]) -> Mapping[str, int]:
    asked = "".join(f"{blob}\n" for blob in blobs).encode()
    told = git_do(top, "cat-file", "--batch-check=%(objectname) %(objectsize)", given=asked)
    return {name: int(size) for name, size in (line.split() for line in told.splitlines())}


def _tree(top: Path, fork: str, taken: Sequence[_Change]) -> str:
    """The tree of the commit `fork` with what was taken, and no more."""
    with tempfile.TemporaryDirectory() as folder:
        index = {"GIT_INDEX_FILE": f"{folder}/index"}
        git_do(top, "read-tree", fork, environment=index)
        lines = "".join(_entries(taken)).encode("utf-8", "surrogateescape")
        git_do(top, "update-index", "-z", "--index-info", given=lines, environment=index)
        return git_do(top, "write-tree", environment=index)


def _entries(taken: Sequence[_Change]) -> Iterator[str]:
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
