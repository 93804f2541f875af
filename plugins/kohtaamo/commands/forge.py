"""`kohtaamo forge`: what the workflows of a forge do, each step by hand too."""

import argparse
import os
import subprocess
import sys
from pathlib import Path

from kohtaamo.commands.contributions import (
    comment,
    content_of,
    lay_contribution,
    preview,
    reviews,
)
from kohtaamo.host.forge.fault import ForgeFault
from kohtaamo.host.forge.surroundings import needed, surroundings_of
from kohtaamo.problems.visible import inert, visible

LEFT_OUT = Path(".kohtaamo") / "left-out.txt"
# The settings of `inv publish`.
_PUBLISHED_WITH = Path("publishconf.py")
_QUARANTINED = 3


def run_forge(chosen: argparse.Namespace) -> int:
    """Do one step; 0 done, 1 not done, and why is said, 3 published without what is faulty."""
    steps = {
        "lay": lay_contribution,
        "comment": comment,
        "preview": preview,
        "reviews": reviews,
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
    address = propose(content_of(chosen), api, at, chosen.name, text)
    if address and chosen.name == "receive":
        tell_proposed(api, at, address)
    print(f"Ehdotus: {address}" if address else "Mikään ei muuttunut, joten ehdotusta ei tehty.")
    return 0


def _publish(_: argparse.Namespace) -> int:
    """Publish without what is faulty, and remember what that was for `left-out`."""
    from kohtaamo.commands.fetch_admin import fetch_where_asked

    LEFT_OUT.unlink(missing_ok=True)
    if fetch_where_asked(_PUBLISHED_WITH):
        return 1
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


def _text(name: str) -> str:
    try:
        return Path(name).read_text("utf-8", "replace")
    except OSError:
        raise ForgeFault(f"Tiedostoa {name} ei voi lukea.") from None
