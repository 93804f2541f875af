"""The contents that the judges look at, built by the command that a network would use."""

import os
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from kohtaamo.host.build import Job, edition_of, read
from kohtaamo.listings.edition import Edition
from tests.conftest import ROOT, kohtaamo_build

SITES = {
    "sample": ROOT / "content",
    # The network whose events do all that events may do.
    "laakso": ROOT / "tests" / "publish" / "site" / "content",
}
TODAY = date(2026, 12, 1)
SITE_URL = "http://127.0.0.1:8000"
LONGEST_RUN = 120


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """`output` is the built folder, `edition` the values that it was built from."""

    name: str
    output: Path
    edition: Edition


def build(name: str, output: Path, site_url: str = SITE_URL) -> Site:
    kohtaamo_build(SITES[name], output, "--site-url", site_url, today=TODAY.isoformat())
    job = Job(
        content=SITES[name],
        theme=ROOT / "theme",
        site_url=site_url,
        today=TODAY,
        publish=False,
    )
    return Site(name=name, output=output, edition=edition_of(job, read(job)))


@contextmanager
def workshop() -> Iterator[Path]:
    """A folder for everything a judge makes; nothing of it stays."""
    with tempfile.TemporaryDirectory(prefix="kohtaamo-judge-") as folder:
        yield Path(folder)


def program(home: Path, *command: str, zone: str = "UTC", said: bytes | None = None) -> str:
    """What an outside program writes; it knows no home, settings or words but those of `home`."""
    home.mkdir(parents=True, exist_ok=True)
    done = subprocess.run(
        command,
        input=b"" if said is None else said,
        env={
            "PATH": os.environ["PATH"],
            "HOME": str(home),
            "XDG_CONFIG_HOME": str(home / "config"),
            "XDG_CACHE_HOME": str(home / "cache"),
            "XDG_DATA_HOME": str(home / "data"),
            "LC_ALL": "C.UTF-8",
            "TZ": zone,
        },
        cwd=home,
        capture_output=True,
        check=False,
        timeout=LONGEST_RUN,
    )
    if done.returncode:
        words = (done.stderr or done.stdout).decode(errors="replace").strip()
        raise SystemExit(f"{' '.join(command)}: exit {done.returncode}: {words}")
    return done.stdout.decode()
