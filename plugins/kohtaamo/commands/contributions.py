"""The steps of `kohtaamo forge` that look at contributions: laid, reviewed, shown."""

import argparse
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from kohtaamo.host.forge.fault import ForgeFault
from kohtaamo.host.forge.surroundings import Surroundings, needed
from kohtaamo.problems.visible import inert, visible

if TYPE_CHECKING:
    from kohtaamo.host.forge.rounds import Preview

_QUARANTINED = 3


def lay_contribution(chosen: argparse.Namespace) -> int:
    """Lay a contribution over what is checked out."""
    from kohtaamo.host.forge.fetching import fetch_contribution
    from kohtaamo.host.forge.laying import lay
    from kohtaamo.host.forge.writing import top_of

    content = content_of(chosen)
    commit, is_ours = chosen.commit, chosen.ours
    if not commit:
        at = needed(os.environ, with_token=False)
        commit, is_ours = fetch_contribution(top_of(content), at), at.is_ours
    laid = lay(content, commit, is_ours=is_ours)
    print(f"Ehdotuksesta otettiin {len(laid.taken)} sisällön tiedostoa.")
    if laid.left_out:
        print(f"Lukematta jäi {len(laid.left_out)}; nämä ovat ylläpidon tai eivät tavallisia:")
        for path in laid.left_out:
            print(inert(f"  {visible(path)}"))
    return 0


def comment(_: argparse.Namespace) -> int:
    """GitHub's second stage."""
    from kohtaamo.host.forge.actions_api import actions_api
    from kohtaamo.host.forge.stage_two import comment_on_run

    at = needed(os.environ)
    api = actions_api(at, is_own_token=bool(os.environ.get("KOHTAAMO_TOKEN")))
    kept = comment_on_run(api, at.event)
    print(f"Arvio: {kept or 'ei avointa ehdotusta tai arviota, ei kommenttia'}.")
    return 0


def preview(_: argparse.Namespace) -> int:
    """GitHub's second stage, for networks that show previews on another origin."""
    from kohtaamo.host.forge.actions_api import actions_api
    from kohtaamo.host.forge.previews import elsewhere
    from kohtaamo.host.forge.stage_two import preview_of_run

    at, to = needed(os.environ), elsewhere(os.environ)
    if to is None:
        print("Esikatseluille ei ole annettu paikkaa (PREVIEWS_URL).")
        return 0
    api = actions_api(at, is_own_token=bool(os.environ.get("KOHTAAMO_TOKEN")))
    print(f"Esikatselu: {preview_of_run(api, at.event, to, at) or 'ei esikatselua'}")
    return 0


def _built_preview(at: Surroundings) -> "Preview | None":
    """What builds and puts previews in a round; None where the network wants none."""
    from kohtaamo.host.forge.previews import elsewhere, put_preview

    to = elsewhere(os.environ)
    if to is None:
        return None

    def preview(folder: Path, number: int, still_open: Sequence[int]) -> str:
        command = [sys.executable, "-m", "kohtaamo", "build", folder.name, "-o", "output-preview"]
        done = subprocess.run(
            [*command, "--quarantine", "--site-url", f"{to.url}/{number}"],
            cwd=folder.parent,
            capture_output=True,
            check=False,
        )
        if done.returncode not in {0, _QUARANTINED}:
            raise ForgeFault("Sitä ei voitu rakentaa.")
        return put_preview(folder.parent / "output-preview", number, still_open, to, at)

    return preview


def reviews(chosen: argparse.Namespace) -> int:
    """A round over all open proposals; 1 when one could not be told of."""
    from kohtaamo.host.forge.posts import Kept
    from kohtaamo.host.forge.reaching import api_of
    from kohtaamo.host.forge.rounds import review_all

    at = needed(os.environ)
    code = 0
    options = ["--today", chosen.today.isoformat()] if chosen.today else []
    done = review_all(
        content_of(chosen),
        api_of(at, os.environ),
        at,
        lambda folder: _review(folder, chosen.lang, *options),
        _built_preview(at),
    )
    for number, kept in done:
        print(f"Ehdotus {number}: {kept}", flush=True)
        code = code if isinstance(kept, Kept) else 1
    return code


def _review(folder: Path, language: str, *options: str) -> str:
    """What `kohtaamo review` says of a folder that a contribution was laid into."""
    from kohtaamo.host.forge.laying import BASE, CONTRIBUTION

    command = [sys.executable, "-m", "kohtaamo", "review", BASE, folder.name, "--lang", language]
    done = subprocess.run(
        [*command, "--whole", CONTRIBUTION, *options],
        cwd=folder.parent,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    if done.returncode not in {0, 1} or not done.stdout:
        raise ForgeFault(done.stderr.strip() or "Arviota ei voitu tehdä.")
    return done.stdout


def content_of(chosen: argparse.Namespace) -> Path:
    """The content folder that a step is for."""
    content = Path(chosen.content)
    if not content.is_dir():
        raise ForgeFault(f"Kansiota {content} ei ole. Anna sisältökansion nimi.")
    return content
