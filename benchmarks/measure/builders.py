"""What is raced: each builder with its content, its command, and what it must forget."""

import shutil
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from benchmarks.corpus.history import commit
from benchmarks.corpus.network import Made, write
from benchmarks.measure import tools
from benchmarks.peers.write import PEERS

OUTPUT = "output"
# Added to the name of a builder whose content has a history.
IN_REPOSITORY = ", in git"


@dataclass(frozen=True, slots=True, kw_only=True)
class Builder:
    """A generator in a folder of its own, in which its content and settings stand.

    `keeps` names what stands there from the start: the rest (output, memory of earlier builds) is
    what a clean build does without. `event` is a file of one event, relative to the folder.
    """

    name: str
    folder: Path
    keeps: frozenset[str]
    event: Path
    command: Callable[[date], Sequence[str]]

    @property
    def output(self) -> Path:
        return self.folder / OUTPUT

    def forget(self) -> None:
        """Remove everything that earlier builds left."""
        for entry in self.folder.iterdir():
            if entry.name not in self.keeps:
                shutil.rmtree(entry) if entry.is_dir() else entry.unlink()

    def edit(self, sentence: str) -> None:
        """Say one more sentence about the event."""
        with (self.folder / self.event).open("a", encoding="utf-8") as file:
            file.write(f"\n{sentence}\n")


def ours(made: Made, folder: Path, profile: str, commits: int = 0) -> Builder:
    """Kohtaamo in a region's folder, which chooses the set of outputs in its settings.

    With `commits` the content lies in a repository with so long a history.
    """
    shutil.rmtree(folder, ignore_errors=True)
    write(made, folder / "content")
    # As in a region's own repository, beside its settings.
    (folder / "theme").symlink_to(tools.ROOT / "theme")
    if commits:
        commit(folder / "content", commits)
    (folder / "pelicanconf.py").write_text(_SETTINGS.format(root=tools.ROOT, profile=profile))
    name = f"Kohtaamo, {profile}{IN_REPOSITORY if commits else ''}"
    return _builder(name, folder, _event(folder / "content/events"), our_build)


_SETTINGS = """from kohtaamo.host.settings import *
SITENAME, SITEURL = "Koko maan olohuoneet", "http://127.0.0.1:8000"
PATH, THEME, PLUGIN_PATHS = "content", "theme", ["{root}/plugins"]
PROFILE = "{profile}"
"""


def our_build(today: date) -> list[str]:
    """The command that everybody types."""
    build = [sys.executable, "-m", "kohtaamo", "build", "content", "-o", OUTPUT]
    return [*build, "--today", today.isoformat()]


def peer(made: Made, folder: Path, name: str) -> Builder:
    """One of the peers with its own templates, the same content and the smaller set of outputs."""
    PEERS[name](made, folder)
    events = folder / ("" if name == "eleventy" else "content") / "tapahtumat"
    command = _COMMANDS[name]()
    return _builder(name.capitalize(), folder, _event(events), lambda _: command)


def _hugo() -> list[str]:
    return [str(tools.hugo()), "--quiet", "--destination", OUTPUT]


def _eleventy() -> list[str]:
    return [str(tools.eleventy()), "--quiet", f"--output={OUTPUT}"]


def _pelican() -> list[str]:
    # Its own caches are on: without an earlier build they are empty.
    caching = ["-e", "CACHE_CONTENT=true", "LOAD_CONTENT_CACHE=true", 'CACHE_PATH="cache"']
    build = [sys.executable, "-m", "pelican", "content", "-s", "pelicanconf.py", "-o", OUTPUT]
    return [*build, "--fatal", "warnings", *caching]


_COMMANDS: Mapping[str, Callable[[], list[str]]] = {
    "hugo": _hugo,
    "eleventy": _eleventy,
    "pelican": _pelican,
}


def _event(events: Path) -> Path:
    """The first event that takes place once: a file of every corpus."""
    files = sorted(events.rglob("*.md"))
    words = ("repeat:", "rrule:")
    return next(each for each in files if not any(word in each.read_text() for word in words))


def _builder(
    name: str, folder: Path, event: Path, command: Callable[[date], Sequence[str]]
) -> Builder:
    keeps = frozenset(entry.name for entry in folder.iterdir())
    where = event.relative_to(folder)
    return Builder(name=name, folder=folder, keeps=keeps, event=where, command=command)
