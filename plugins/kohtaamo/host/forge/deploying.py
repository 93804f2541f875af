"""A built folder as a branch: GitHub Pages, Codeberg Pages, or another repository's."""

import os
import tempfile
from collections.abc import Sequence
from pathlib import Path

from kohtaamo.host.forge.fault import ForgeFault
from kohtaamo.host.forge.surroundings import Surroundings
from kohtaamo.host.forge.writing import git_do, top_of, with_token

# What whoever serves the branch put there, and no build makes.
_THEIRS = ("CNAME", ".domains")
# No line end of a built file is touched.
_AS_IT_IS = ("-c", "core.autocrlf=false", "-c", f"core.attributesFile={os.devnull}")
_FETCHED = "refs/kohtaamo/deployed"


def deploy(folder: Path, output: Path, branch: str, at: Surroundings | None) -> bool:
    """Put the files of `output` into `branch` of the repository that `folder` was cloned from.

    The branch holds one commit, without a past: each night would weigh on it for ever. False when
    nothing has changed. ForgeFault when it cannot be pushed, or when nothing was built.
    """
    top = top_of(folder)
    if not (output / "index.html").is_file():
        raise ForgeFault(f"Kansiossa {output} ei ole sivustoa. Aja ensin inv publish.")
    online = with_token(at)
    before = _fetched(top, branch, at)
    with tempfile.TemporaryDirectory() as place:
        index = {"GIT_INDEX_FILE": f"{place}/index"}
        built = {"GIT_DIR": _inside(top), "GIT_WORK_TREE": str(output.resolve()), **index}
        git_do(output, *_AS_IT_IS, "add", "--all", "--force", "--", ".", environment=built)
        for line in _kept(top, before, output):
            git_do(top, "update-index", "--add", "--cacheinfo", line, environment=index)
        tree = git_do(top, "write-tree", environment=index)
    if before and tree == git_do(top, "rev-parse", f"{before}^{{tree}}"):
        return False
    commit = git_do(top, "commit-tree", tree, given=b"Sivusto\n")
    git_do(
        top,
        *("push", "--quiet", "--force", "origin", f"{commit}:refs/heads/{branch}"),
        environment=online,
        fails=f"Sivustoa ei voitu viedä haaraan {branch}: puuttuuko tunnukselta kirjoitusoikeus?",
    )
    return True


def _inside(top: Path) -> str:
    """Git's own folder, for a call whose working tree is another one."""
    return git_do(top, "rev-parse", "--absolute-git-dir")


def _fetched(top: Path, branch: str, at: Surroundings | None) -> str:
    """What the branch holds now; "" where there is none yet."""
    name = f"refs/heads/{branch}"
    online = with_token(at)
    if not git_do(
        top, "ls-remote", "origin", name, environment=online, fails="Alusta ei vastaa gitille."
    ):
        return ""
    git_do(
        top,
        *("fetch", "--quiet", "--no-tags", "--depth=1", "--no-write-fetch-head"),
        *("origin", f"+{name}:{_FETCHED}"),
        environment=online,
    )
    return git_do(top, "rev-parse", _FETCHED)


def _kept(top: Path, before: str, output: Path) -> Sequence[str]:
    """Entries of the branch that stay, unless the build brings its own."""
    if not before:
        return ()
    wanted = [name for name in _THEIRS if not (output / name).exists()]
    told = git_do(top, "ls-tree", before, "--", *wanted) if wanted else ""
    entries = []
    for line in told.splitlines():
        facts, _, path = line.partition("\t")
        mode, kind, blob = facts.split()
        if kind == "blob" and mode.startswith("100"):
            entries.append(f"{mode},{blob},{path}")
    return entries
