"""Git where it writes: commits, branches, pushes, in the network's name and with no hook run."""

import os
import subprocess
from base64 import b64encode
from collections.abc import Mapping
from pathlib import Path

from kohtaamo.host.forge.fault import ForgeFault
from kohtaamo.host.forge.surroundings import Surroundings
from kohtaamo.host.git import OF_HOOKS
from kohtaamo.model.network import Forge

# Nobody's own name and address get into what a run commits.
_WHO = {
    f"GIT_{role}_{what}": value
    for role in ("AUTHOR", "COMMITTER")
    for what, value in (("NAME", "Kohtaamo"), ("EMAIL", "kohtaamo@invalid"))
}
_QUIETLY = ("-c", f"core.hooksPath={os.devnull}", "-c", "commit.gpgSign=false", "-c", "gc.auto=0")


def git_do(
    root: Path,
    *arguments: str,
    given: bytes = b"",
    environment: Mapping[str, str] | None = None,
    fails: str = "",
) -> str:
    """What git prints, without the line end; ForgeFault with the sentence `fails` when it fails."""
    own = {name: value for name, value in os.environ.items() if name not in OF_HOOKS}
    done = subprocess.run(
        ["git", "-C", str(root), *_QUIETLY, *arguments],
        capture_output=True,
        check=False,
        input=given,
        env={
            **own,
            "LC_ALL": "C",
            "GIT_TERMINAL_PROMPT": "0",
            **_WHO,
            **(environment or {}),
        },
    )
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip().splitlines()
        why = said[-1] if said else f"git {arguments[0]} ({done.returncode})"
        raise ForgeFault(f"{fails or 'Git ei onnistunut.'} ({why})")
    return done.stdout.decode("utf-8", "surrogateescape").removesuffix("\n")


def top_of(folder: Path) -> Path:
    """The top of the repository around a folder."""
    return Path(git_do(folder, "rev-parse", "--show-toplevel", fails="Tämä ei ole git-varasto."))


def with_token(at: Surroundings | None) -> Mapping[str, str]:
    """The environment in which git shows the run's token to the forge's server, and to no other.

    Nothing of it is written into the repository's settings.
    """
    if at is None or not at.token or not at.server.startswith(("http://", "https://")):
        return {}
    user = "oauth2" if at.forge is Forge.GITLAB else "x-access-token"
    shown = b64encode(f"{user}:{at.token}".encode()).decode()
    return {
        "GIT_CONFIG_COUNT": "1",
        "GIT_CONFIG_KEY_0": f"http.{at.server}/.extraHeader",
        "GIT_CONFIG_VALUE_0": f"Authorization: Basic {shown}",
    }
