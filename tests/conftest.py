"""What tests of the whole way share: contents to change, and sites that are built once."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SITES = ROOT / "tests" / "sites"
TODAY = "2026-12-01"


def kohtaamo_build(content: Path, output: Path, *options: str, today: str = TODAY) -> None:
    """Build a content folder for a day, the tests' own; what it says is shown when it fails."""
    command = [sys.executable, "-m", "kohtaamo", "build", str(content), "-o", str(output)]
    done = subprocess.run(
        [*command, "--today", today, *options],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT / "plugins")},
    )
    assert done.returncode == 0, done.stderr


def files_below(folder: Path) -> Mapping[str, bytes]:
    """Every file by its path in the folder."""
    return {
        file.relative_to(folder).as_posix(): file.read_bytes()
        for file in sorted(folder.rglob("*"))
        if file.is_file()
    }


@pytest.fixture
def small_content(tmp_path: Path) -> Path:
    """A copy of the small site's content folder, to be changed; not in a repository."""
    return Path(shutil.copytree(SITES / "small" / "content", tmp_path / "content"))


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """`built("small")`: the output folder of a site, built once in a worker; not to be changed.

    `small` and `everything` are the tests' own, `sample` is the network of content/.
    """
    made: dict[str, Path] = {}

    def output_of(site: str) -> Path:
        if site not in made:
            content = ROOT / "content" if site == "sample" else SITES / site / "content"
            made[site] = tmp_path_factory.mktemp("built") / site
            kohtaamo_build(content, made[site])
        return made[site]

    return output_of
