"""Worlds that have been built once, for many tests: put back as they were, not built again.

A world lies where it lay when it was built, as a memory knows its folders. What it holds has the
times that it had; only the file system's own signs are new, so one more build, which finds nothing
to do, has them known.
"""

import shutil
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from kohtaamo.host import render
from kohtaamo.host.memory.store import digest
from tests.conftest import files_below
from tests.host.memory.worlds import Ended, World, new_world
from tests.repositories import Repository

# How a clean build ended and what it made, by all that it was made from.
Known = dict[str, tuple[Ended, Mapping[str, bytes]]]


@dataclass(kw_only=True)
class KnownWorld(World):
    """A world whose clean builds are remembered."""

    known: Known

    def build_clean(self) -> Ended:
        made_of = self._made_of()
        if made_of not in self.known:
            ended = super().build_clean()
            self.known[made_of] = ended, files_below(self.folder / "clean")
            return ended
        ended, files = self.known[made_of]
        shutil.rmtree(self.folder / "clean", ignore_errors=True)
        for path, data in files.items():
            file = self.folder / "clean" / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(data)
        return ended

    def _made_of(self) -> str:
        asked = (self.today, self.site_url, self.profile, self.publish, self.quarantine)
        search = (self.pagefind, self.search, self.search_later)
        head = self.repository.git("rev-parse", "HEAD") if self.repository else ""
        files = (*_held(self.content), *_held(self.theme))
        return repr((self.folder, *asked, *search, head, files))


def _held(folder: Path) -> list[tuple[str, str]]:
    return [
        (str(each), digest(each.read_bytes()) if each.is_file() else "")
        for each in sorted(folder.rglob("*"))
    ]


@dataclass(frozen=True, kw_only=True)
class Shelf:
    """Worlds of one process of the tests, in a folder of its own."""

    folder: Path
    known: Known = field(default_factory=dict)

    def take_known(self, site: str = "small", *, has_git: bool = False) -> World:
        """The same for tests that change only content, in many ways to the same end.

        What they built from nothing once is not built from nothing again.
        """
        world = self.take(site, has_git=has_git)
        return KnownWorld(folder=world.folder, repository=world.repository, known=self.known)

    def take(self, site: str = "small", *, has_git: bool = False) -> World:
        """A world that was built once; there is one of each kind, so the one before is gone.

        What is kept of parts depends on how many processes made them.
        """
        own = self.folder / f"{site}{'-landed' if has_git else ''}-{render.processes()}"
        folder, kept = own / "world", own / "kept"
        if not kept.exists():
            world = new_world(folder, site, has_git=has_git)
            assert world.build().outcome.code == 0
            shutil.copytree(folder, kept, symlinks=True)
        shutil.rmtree(folder)
        shutil.copytree(kept, folder, symlinks=True)
        repository = Repository(folder / "network") if has_git else None
        world = World(folder=folder, repository=repository)
        ended = world.build()
        assert (ended.outcome.code, ended.outcome.changed) == (0, ())
        return world
