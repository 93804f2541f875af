"""What a task changed, as a branch and a proposal to merge it."""

from collections.abc import Sequence
from pathlib import Path

from kohtaamo.host.forge.api import Api
from kohtaamo.host.forge.fault import ForgeFault
from kohtaamo.host.forge.surroundings import Surroundings
from kohtaamo.host.forge.writing import git_do, top_of, with_token


def propose(folder: Path, api: Api, at: Surroundings, name: str, text: str) -> str:
    """Push what was committed since the run began as a branch, and propose it; its address.

    The branch is called `name` and the beginning of the name of what the files are then; the title
    is that of the newest commit. "" when nothing was committed, or when the same is proposed
    already. ForgeFault when files are changed and not committed.
    """
    top = top_of(folder)
    if git_do(top, "status", "--porcelain", "--untracked-files=no"):
        raise ForgeFault("Tiedostoissa on muutoksia, joita ei ole viety gitiin.")
    began = git_do(top, "rev-parse", f"refs/remotes/origin/{at.branch}")
    commit = git_do(top, "rev-parse", "HEAD")
    if commit == began:
        return ""
    title = git_do(top, "log", "-1", "--format=%s", commit)
    branch = f"{name}-{git_do(top, 'rev-parse', f'{commit}^{{tree}}')[:10]}"
    online = with_token(at)
    if git_do(top, "ls-remote", at.remote, f"refs/heads/{branch}", environment=online):
        return ""
    git_do(
        top,
        *("push", "--quiet", at.remote, f"{commit}:refs/heads/{branch}"),
        environment=online,
        fails="Haaraa ei voitu viedä alustalle. Tunnukselta puuttuu ehkä kirjoitusoikeus.",
    )
    return api.open_pull(title, text, branch, at.branch)


def commit_files(folder: Path, paths: Sequence[str], message: str) -> None:
    """Commit these files, and nothing else that may have changed."""
    git_do(folder, "add", "--", *paths)
    git_do(folder, "commit", "--quiet", "--only", "--message", message, "--", *paths)
