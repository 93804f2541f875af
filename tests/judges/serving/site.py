"""The sample network, committed in a repository of its own, built for one day after the other."""

import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from tests.conftest import ROOT, files_below, kohtaamo_build
from tests.repositories import new_repository

LANDED = "2026-11-20T10:00:00Z"
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
        kohtaamo_build(self.content, self.output, today=day)
        return files_below(self.output)

    def changed_at(self, path: str) -> int:
        """When a file was last written, in nanoseconds."""
        return (self.output / path).stat().st_mtime_ns


def make_site(folder: Path) -> Site:
    """A copy of the sample's content, two of its files under new names, all of it committed."""
    repository = new_repository(folder / "network")
    shutil.copytree(ROOT / "content", repository.content)
    for name, former in FORMER.items():
        file = repository.content / name
        text = file.read_text("utf-8")
        file.write_text(text.replace("---\n", f"---\nformerly: [{former}]\n", 1), "utf-8")
    repository.commit(LANDED)
    return Site(repository.content, folder / "output")
