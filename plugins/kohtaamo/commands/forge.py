"""`kohtaamo forge`: what the workflows of a forge do, each step by hand too."""

import argparse
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from kohtaamo.host.forge.fault import ForgeFault
from kohtaamo.host.forge.surroundings import Surroundings, needed, surroundings_of
from kohtaamo.problems.visible import inert, visible

if TYPE_CHECKING:
    from kohtaamo.host.forge.rounds import Preview

LEFT_OUT = Path(".kohtaamo") / "left-out.txt"
_QUARANTINED = 3


def run_forge(chosen: argparse.Namespace) -> int:
    """Do one step; 0 done, 1 not done, and why is said, 3 published without what is faulty."""
    steps = {
        "lay": _lay,
        "comment": _comment,
        "preview": _preview,
        "reviews": _reviews,
        "issue": _issue,
        "receive": _receive,
        "propose": _propose,
        "publish": _publish,
        "deploy": _deploy,
        "left-out": _left_out,
    }
    try:
        return steps[chosen.step](chosen)
    except ForgeFault as fault:
        if os.environ.get("GITHUB_ACTIONS") == "true":
            # Stands on the run's own page, not in a log alone.
            print(f"::error::{visible(str(fault))}")
        else:
            print(fault, file=sys.stderr)
        return 1


def _lay(chosen: argparse.Namespace) -> int:
    """Lay a contribution over what is checked out."""
    from kohtaamo.host.forge.fetching import fetch_contribution
    from kohtaamo.host.forge.laying import lay
    from kohtaamo.host.forge.writing import top_of

    content = _content(chosen)
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


def _comment(_: argparse.Namespace) -> int:
    """GitHub's second stage."""
    from kohtaamo.host.forge.actions_api import actions_api
    from kohtaamo.host.forge.stage_two import comment_on_run

    at = needed(os.environ)
    api = actions_api(at, is_own_token=bool(os.environ.get("KOHTAAMO_TOKEN")))
    kept = comment_on_run(api, at.event)
    print(f"Arvio: {kept or 'ei avointa ehdotusta tai arviota, ei kommenttia'}.")
    return 0


def _preview(_: argparse.Namespace) -> int:
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


def _reviews(chosen: argparse.Namespace) -> int:
    """A round over all open proposals; 1 when one could not be told of."""
    from kohtaamo.host.forge.posts import Kept
    from kohtaamo.host.forge.reaching import api_of
    from kohtaamo.host.forge.rounds import review_all

    at = needed(os.environ)
    code = 0
    options = ["--today", chosen.today.isoformat()] if chosen.today else []
    done = review_all(
        _content(chosen),
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


def _issue(chosen: argparse.Namespace) -> int:
    """Keep one issue that says what a file says."""
    from kohtaamo.host.forge.posts import keep_issue, title_and_rest
    from kohtaamo.host.forge.reaching import api_of

    at = needed(os.environ)
    title, text = title_and_rest(_text(chosen.file), "Raportti")
    kept = keep_issue(api_of(at, os.environ), chosen.name, title, text)
    print(f"Asia ”{title}”: {kept}.")
    return 0


def _receive(chosen: argparse.Namespace) -> int:
    """Take the text of the forge's form in; what is wrong with it is told where it came from."""
    from kohtaamo.host.forge.forms import form_of, tell_sender
    from kohtaamo.host.forge.reaching import api_of

    at = needed(os.environ)
    form = form_of(at, os.environ)
    command = [sys.executable, "-m", "kohtaamo", "receive", "-", chosen.content, "--yes"]
    options = ["--as", form.path] if form.path else []
    options += ["--today", chosen.today.isoformat()] if chosen.today else []
    done = subprocess.run(
        [*command, "--commit", *options],
        input=form.text.encode(),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
    )
    said = done.stdout.decode("utf-8", "replace")
    print("\n".join(map(inert, said.splitlines())))
    if done.returncode:
        tell_sender(api_of(at, os.environ), at, said)
    return 1 if done.returncode else 0


def _propose(chosen: argparse.Namespace) -> int:
    """Push what was committed as a branch, and propose to merge it."""
    from kohtaamo.host.forge.forms import tell_proposed
    from kohtaamo.host.forge.posts import marked
    from kohtaamo.host.forge.proposing import propose
    from kohtaamo.host.forge.reaching import api_of

    at = needed(os.environ)
    text = marked(chosen.name, _text(chosen.file)) if chosen.file else ""
    api = api_of(at, os.environ)
    address = propose(_content(chosen), api, at, chosen.name, text)
    if address and chosen.name == "receive":
        tell_proposed(api, at, address)
    print(f"Ehdotus: {address}" if address else "Mikään ei muuttunut, joten ehdotusta ei tehty.")
    return 0


def _publish(_: argparse.Namespace) -> int:
    """Publish without what is faulty, and remember what that was for `left-out`."""
    LEFT_OUT.unlink(missing_ok=True)
    command = [sys.executable, "-m", "invoke", "publish", "--quarantine"]
    with subprocess.Popen(
        command, stderr=subprocess.PIPE, text=True, encoding="utf-8", errors="replace"
    ) as process:
        said = []
        for line in process.stderr or ():
            sys.stderr.write(line)
            said.append(line)
    if process.returncode == _QUARANTINED:
        LEFT_OUT.parent.mkdir(exist_ok=True)
        LEFT_OUT.write_text("".join(said), "utf-8")
        return 0
    return process.returncode


def _deploy(chosen: argparse.Namespace) -> int:
    """Put the built folder into a branch."""
    from kohtaamo.host.forge.deploying import deploy

    output, branch = Path(chosen.output), chosen.branch
    is_new = deploy(Path(), output, branch, surroundings_of(os.environ))
    print(f"Haara {branch}: {'uusi sivusto' if is_new else 'sivusto ei muuttunut'}.")
    return 0


def _left_out(_: argparse.Namespace) -> int:
    """Fail when the last `publish` went without something, so that somebody hears of it."""
    if not LEFT_OUT.is_file():
        return 0
    print(LEFT_OUT.read_text("utf-8"), end="")
    sentence = "Sivusto on julkaistu ilman yllä mainittuja tiedostoja. Korjaa ne."
    is_actions = os.environ.get("GITHUB_ACTIONS") == "true"
    print(f"::error::{sentence}" if is_actions else sentence)
    return _QUARANTINED


def _content(chosen: argparse.Namespace) -> Path:
    content = Path(chosen.content)
    if not content.is_dir():
        raise ForgeFault(f"Kansiota {content} ei ole. Anna sisältökansion nimi.")
    return content


def _text(name: str) -> str:
    try:
        return Path(name).read_text("utf-8", "replace")
    except OSError:
        raise ForgeFault(f"Tiedostoa {name} ei voi lukea.") from None
