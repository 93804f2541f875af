"""A network's repository at a forge that is none: bare, a clone of ours, a stranger's fork."""

import shutil
from pathlib import Path

import pytest

from tests.conftest import ROOT, SITES, TODAY
from tests.repositories import Repository, new_repository

SETTINGS = f"""\
from kohtaamo.host.settings import *

THEME = {str(ROOT / "theme")!r}
TODAY = {TODAY!r}
MEMORY_PATH = ".kohtaamo"
# What a site is made of, other tests see: here its fewest files are enough.
PROFILE = "peer"
"""
PUBLISHED = """\
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from pelicanconf import *

SITEURL = "https://kohtaamispaikka.example"
PUBLISH = True
"""

BINGO = """\
---
title: Vanhan ajan bingo
start: 2026-12-10 13:00
end: "{end}"
place: asematalo
organisers: [kylayhdistys]
price: free
---
Palkintoina paketti kahvia.
"""


class Hosted:
    """`bare` is what the forge holds; `ours` and `theirs` are clones, on `main` and `ehdotus`."""

    def __init__(self, folder: Path) -> None:
        self.server = folder / "server"
        self.bare = Repository(self.server / "verkosto" / "portaali.git")
        self.ours = new_repository(folder / "ours")
        shutil.copytree(SITES / "small" / "content", self.ours.content)
        shutil.copy(ROOT / "tasks.py", self.ours.folder)
        self.ours.write("pelicanconf.py", SETTINGS)
        self.ours.write("publishconf.py", PUBLISHED)
        self.ours.write(".gitignore", "/.venv/\n/.kohtaamo/\n/output/\n__pycache__/\n")
        self.ours.commit("2026-09-01T10:00:00Z")
        self.ours.git("clone", "--quiet", "--bare", ".", str(self.bare.folder))
        self.ours.git("remote", "add", "origin", str(self.bare.folder))
        self.ours.git("fetch", "--quiet", "origin")
        self.ours.git("clone", "--quiet", str(self.bare.folder), str(folder / "theirs"))
        self.theirs = Repository(folder / "theirs")
        self.theirs.git("switch", "--quiet", "--create", "ehdotus")

    def contribute(self, ref: str) -> str:
        """Land the stranger's changes where the forge keeps a pull request; its newest commit."""
        commit = self.theirs.commit("2026-11-01T10:00:00Z")
        self.theirs.git("push", "--quiet", "--force", "origin", f"HEAD:{ref}")
        return commit

    def merge(self, ref: str) -> None:
        """Merge a pull request, as the coordinator does in the forge."""
        self.ours.git("fetch", "--quiet", "origin", ref)
        self.ours.git("merge", "--quiet", "--no-ff", "--message", "Yhdistä", "FETCH_HEAD")
        self.ours.git("push", "--quiet", "origin", "main")

    def merge_with_a_slip(self, ref: str) -> None:
        """Merge, and somebody else slips on the same day: the rest goes out, the run is red."""
        self.merge(ref)
        self.ours.write("content/events/visa.md", BINGO.format(end="25:00"))
        self.ours.commit("2026-11-02T10:00:00Z")
        self.ours.git("push", "--quiet", "origin", "main")

    def published(self, branch: str) -> list[str]:
        """The files of a branch that Pages show."""
        return self.bare.git("ls-tree", "-r", "--name-only", branch).splitlines()


def other_repository(place: Path) -> Repository:
    """Another repository, for previews."""
    other = new_repository(place / "other.git")
    other.git("config", "receive.denyCurrentBranch", "ignore")
    return other


@pytest.fixture
def hosted(tmp_path: Path) -> Hosted:
    return Hosted(tmp_path)


# Sets up: here every package is there already.
MAKE = """\
#!/bin/sh
[ "$1" = .venv/run.stamp ] && mkdir -p .venv/bin && ln -s "{inv}" .venv/bin/inv
"""
INV = """\
#!/bin/sh
exec "{python}" -m invoke "$@"
"""


@pytest.fixture(scope="session")
def tools(python: Path) -> Path:
    """A folder with `make`, which sets up nothing, and an `inv` whose Python is warm."""
    inv = python.parent / "inv"
    for file, text in {
        python.parent / "make": MAKE.format(inv=inv),
        inv: INV.format(python=python),
    }.items():
        file.write_text(text, "utf-8")
        file.chmod(0o755)
    return python.parent


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """Where a runner has its folders."""
    folder = tmp_path / "run"
    folder.mkdir()
    return folder
