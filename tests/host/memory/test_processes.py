"""The same bytes from any number of processes, and by whichever way a build is asked for."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from kohtaamo.host import read_all, render
from tests.conftest import ROOT, files_below
from tests.host.memory.worlds import World, assert_same, differences, new_world
from tests.often import often


def _use(processes: int, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (read_all, render):
        monkeypatch.setattr(module, "processes", lambda: processes)


# One process, and as many as share the work in every way; a repository has more read and shown.
PROCESSES = often((1, 3), (1, 2, 3))


@pytest.mark.parametrize("has_git", often([True], [False, True]))
def test_any_number_of_processes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, has_git: bool
) -> None:
    world = new_world(tmp_path, "everything", has_git=has_git)
    sites = []
    for processes in PROCESSES:
        _use(processes, monkeypatch)
        world.build_clean()
        sites.append((tmp_path / "clean").rename(tmp_path / f"by-{processes}"))

    paths = [path for path in files_below(sites[0]) if not path.startswith("pagefind/")]
    assert len(paths) == 892
    assert differences(sites[0], sites[1]) == []
    assert differences(sites[0], sites[-1]) == []


def test_a_memory_goes_on_with_another_number(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    world = new_world(tmp_path, "everything")
    _use(3, monkeypatch)
    assert assert_same(world)
    _use(1, monkeypatch)
    assert world.build().outcome.changed == ()
    (world.content / "network.fi.yml").write_text("name: Meri\n")
    assert assert_same(world)

    _use(3, monkeypatch)
    (world.content / "network.fi.yml").write_text("name: Ranta\n")
    assert assert_same(world)
    # What each of them has made is known: it is neither made again nor taken away.
    (world.content / "pages/new-in-town.md").unlink()
    assert assert_same(world)


def _ask(world: World, *command: str) -> str:
    """Build the world by a command; what it said."""
    settings = world.folder / "conf.py"
    settings.write_text(
        f"from kohtaamo.host.settings import *\nTHEME = {str(world.theme)!r}\n"
        f"SITEURL = {world.site_url!r}\nMEMORY_PATH = {str(world.memory)!r}\n"
        f'PLUGIN_PATHS = [{str(ROOT / "plugins")!r}]\nTODAY = "{world.today}"\n'
        # What the index needs takes seconds to load.
        "SEARCH = False\n"
    )
    done = subprocess.run(
        [sys.executable, "-m", *command, "-o", str(world.output), "-s", str(settings)],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": str(ROOT / "plugins")},
    )
    assert done.returncode == 0, done.stderr
    return done.stderr


def test_pelican_and_our_command_take_turns_with_one_memory(tmp_path: Path) -> None:
    world = new_world(tmp_path)
    world.search = False
    pelican = ("pelican", str(world.content), "--fatal", "warnings")
    ours = ("kohtaamo", "build", str(world.content))
    event = world.content / "events" / "joululaulut.md"

    assert "340 tiedostoa kirjoitettu, 0 poistettu, 0 ennallaan" in _ask(world, *pelican)
    assert "0 tiedostoa kirjoitettu, 0 poistettu, 340 ennallaan" in _ask(world, *ours)
    world.build_clean()
    assert differences(world.output, tmp_path / "clean") == []
    event.write_text(event.read_text().replace("Nuotteja", "Nuottikirjaa"))
    _ask(world, *ours)
    assert "0 tiedostoa kirjoitettu, 0 poistettu, 340 ennallaan" in _ask(world, *pelican)
    world.build_clean()
    assert differences(world.output, tmp_path / "clean") == []
