"""The contribution that a run is for, fetched from where the forge keeps it."""

from pathlib import Path

from kohtaamo.host.forge.fault import ForgeFault
from kohtaamo.host.forge.surroundings import Surroundings
from kohtaamo.host.forge.writing import git_do, with_token
from kohtaamo.model.network import Forge

_FETCHED = "refs/kohtaamo/fetched"


def fetch_contribution(top: Path, at: Surroundings) -> str:
    """The newest commit of the run's pull request, which is in this repository afterwards.

    That is the commit for which the run began, also when more has been pushed since.
    """
    if at.number is None:
        raise ForgeFault("Tämä ajo ei ole minkään ehdotuksen ajo. Anna ehdotuksen haara.")
    folder = "merge-requests" if at.forge is Forge.GITLAB else "pull"
    newest = fetch(top, at, f"refs/{folder}/{at.number}/head")
    known = git_do(top, "rev-list", "-1", f"{at.commit}") if _holds(top, at.commit) else ""
    return known or newest


def fetch(top: Path, at: Surroundings, ref: str) -> str:
    """The commit of a name at the forge."""
    git_do(
        top,
        *("fetch", "--quiet", "--no-tags", "--no-recurse-submodules", "--no-write-fetch-head"),
        *("origin", f"+{ref}:{_FETCHED}"),
        environment=with_token(at),
        fails="Ehdotusta ei saatu haettua alustalta.",
    )
    return git_do(top, "rev-parse", _FETCHED)


def _holds(top: Path, commit: str) -> bool:
    if not commit:
        return False
    try:
        git_do(top, "cat-file", "-e", f"{commit}^{{commit}}")
    except ForgeFault:
        return False
    return True
