"""The sample network, committed in a repository of its own, built for one day after the other."""

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
LANDED = "2026-11-20T10:00:00+00:00"
# Names that an event and a place had before, so that there are old addresses to ask for.
FORMER = {
    "events/rautjarvi/digiopastus-tiistaisin.md": "tiistain-digiopastus",
    "places/rautjarvi/roihankadun-olohuone.md": "vanha-olohuone",
}
OLD_PAGES = {
    "/tapahtumat/tiistain-digiopastus/": "/tapahtumat/digiopastus-tiistaisin/",
    "/paikat/vanha-olohuone/": "/paikat/roihankadun-olohuone/",
}
OLD_FILES = {
    "/tapahtumat/tiistain-digiopastus/event.ics": "/tapahtumat/digiopastus-tiistaisin/event.ics",
    "/paikat/vanha-olohuone/calendar.ics": "/paikat/roihankadun-olohuone/calendar.ics",
    "/paikat/vanha-olohuone/hours.ics": "/paikat/roihankadun-olohuone/hours.ics",
    "/paikat/vanha-olohuone/rss.xml": "/paikat/roihankadun-olohuone/rss.xml",
    "/paikat/vanha-olohuone/rooms/olohuone.ics": "/paikat/roihankadun-olohuone/rooms/olohuone.ics",
}


@dataclass(frozen=True)
class Site:
    """`output` is the folder that the server serves."""

    content: Path
    output: Path

    def build(self, day: str) -> Mapping[str, bytes]:
        """Build for a day into the same folder; every file by its path."""
        command = [sys.executable, "-m", "kohtaamo", "build", str(self.content)]
        command += ["-o", str(self.output), "--today", day]
        subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
        return {
            file.relative_to(self.output).as_posix(): file.read_bytes()
            for file in sorted(self.output.rglob("*"))
            if file.is_file()
        }

    def changed_at(self, path: str) -> int:
        """When a file was last written, in nanoseconds."""
        return (self.output / path).stat().st_mtime_ns


def make_site(folder: Path) -> Site:
    """A copy of the sample's content, two of its files under new names, all of it committed."""
    content = Path(shutil.copytree(ROOT / "content", folder / "content"))
    for name, former in FORMER.items():
        file = content / name
        text = file.read_text("utf-8")
        file.write_text(text.replace("---\n", f"---\nformerly: [{former}]\n", 1), "utf-8")
    who = ("-c", "user.name=Kohtaamo", "-c", "user.email=kohtaamo@example.org")
    dates = {"GIT_AUTHOR_DATE": LANDED, "GIT_COMMITTER_DATE": LANDED}
    for command in (("init", "-q"), ("add", "-A"), ("commit", "-q", "-m", "content")):
        subprocess.run(["git", *who, *command], cwd=folder, check=True, env={**os.environ, **dates})
    return Site(content, folder / "output")
