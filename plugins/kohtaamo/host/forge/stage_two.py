"""GitHub's second stage: what the first, without rights, found is written as a comment.

The first stage ran on a stranger's pull request. Its workflow file is the stranger's too, so what
it left counts only where the pull request leaves `.github/` alone; it is read as text, never as
anything to run, and nothing of the contribution is fetched.
"""

import io
import tempfile
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from kohtaamo.host.forge.actions_api import ActionsApi
from kohtaamo.host.forge.api import Pull
from kohtaamo.host.forge.fault import ForgeFault
from kohtaamo.host.forge.posts import Kept, keep_comment
from kohtaamo.host.forge.previews import Elsewhere, put_preview, unpacked
from kohtaamo.host.forge.surroundings import Surroundings

ARTIFACT, FILE = "review", "review.md"
PREVIEW = "preview"
# What is read of a text, and how much its archive or that of a preview may weigh.
LARGEST, LARGEST_PREVIEW = 100_000, 200_000_000
_WORKFLOWS = ".github/"
# GitHub lists no more than 3 000 files of a pull request, and `pages` no more than 2 000: which is
# the last of so many is the stranger's to say.
_MOST_FILES = 1_900
_TOO_MANY = (
    "**Tätä ehdotusta ei ole arvioitu.** Se muuttaa niin montaa tiedostoa, ettei kaikkia voi"
    " katsoa. Pyydä tekijää jakamaan se osiin."
)
_CHANGED = (
    "**Tätä ehdotusta ei ole arvioitu.** Se muuttaa automaatiota (kansio .github/), joten sen"
    " omaan ajoon ei voi luottaa. Ylläpidon on katsottava se tiedosto tiedostolta."
)


def comment_on_run(api: ActionsApi, event: Mapping[str, Any]) -> Kept | None:
    """Write the comment of the pull request for which a run ended; None when there is none.

    `event` is that of `workflow_run`. Nothing is written when the contribution has changed since:
    its next run does that.
    """
    run = _run_of(event)
    pull = _pull_of(api, run)
    if pull is None:
        return None
    against = _against(api, pull)
    if _pull_of(api, run) is None:
        # What was looked at is not what ran.
        return None
    if against:
        return keep_comment(api, pull.number, ARTIFACT, against)
    archive = api.artifact(int(run["id"]), ARTIFACT, LARGEST)
    if archive is None:
        return None
    text = text_in(archive)
    return keep_comment(api, pull.number, ARTIFACT, text) if text.strip() else None


def preview_of_run(
    api: ActionsApi, event: Mapping[str, Any], to: Elsewhere, at: Surroundings
) -> str:
    """Put the preview that a run left on another origin, and say where below the proposal.

    Its address, "" when there is none to put.
    """
    run = _run_of(event)
    pull = _pull_of(api, run)
    if pull is None or _against(api, pull) or _pull_of(api, run) is None:
        return ""
    archive = api.artifact(int(run["id"]), PREVIEW, LARGEST_PREVIEW)
    if archive is None:
        return ""
    with tempfile.TemporaryDirectory() as place:
        site = Path(place) / "site"
        unpacked(archive, site)
        still_open = [each.number for each in api.pulls()]
        address = put_preview(site, pull.number, still_open, to, at)
    keep_comment(api, pull.number, PREVIEW, f"Esikatselu: {address}")
    return address


def _run_of(event: Mapping[str, Any]) -> Mapping[str, Any]:
    run = event.get("workflow_run")
    if not isinstance(run, dict):
        raise ForgeFault("Tämä ajo ei ala toisen ajon päättymisestä (workflow_run).")
    return run


def _against(api: ActionsApi, pull: Pull) -> str:
    """Why what the run left counts for nothing; "" when nothing speaks against it."""
    paths = list(api.paths_of(pull.number))
    if any(path.startswith(_WORKFLOWS) for path in paths):
        return _CHANGED
    return _TOO_MANY if len(paths) > _MOST_FILES else ""


def _pull_of(api: ActionsApi, run: Mapping[str, Any]) -> Pull | None:
    """By the fork's owner and branch, as GitHub tells them; forks' runs name no pull request."""
    owner = (run.get("head_repository") or {}).get("owner", {}).get("login", "")
    for pull in api.pulls_from(owner, run.get("head_branch") or ""):
        if pull.head == run["head_sha"]:
            return pull
    return None


def text_in(archive: bytes) -> str:
    """The one text in an archive, as far as it may be read at all."""
    try:
        with zipfile.ZipFile(io.BytesIO(archive)) as opened, opened.open(FILE) as file:
            text = file.read(LARGEST + 1)
    except (KeyError, OSError, ValueError, RuntimeError, NotImplementedError, zipfile.BadZipFile):
        raise ForgeFault(f"Ensimmäisen ajon tiedosto {FILE} puuttuu tai ei aukea.") from None
    if len(text) > LARGEST:
        raise ForgeFault(f"Ensimmäisen ajon tiedosto {FILE} on liian suuri.")
    return text.decode("utf-8", "replace")
