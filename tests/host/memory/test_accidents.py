"""What may happen to a build, its memory and its output: the next build makes it good."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from kohtaamo.host.memory import memory
from kohtaamo.host.memory.inputs import look
from tests.conftest import ROOT, files_below
from tests.host.memory.accidents import killed_after, no_room_after
from tests.host.memory.shelf import Shelf
from tests.host.memory.worlds import World, assert_same, differences, new_world
from tests.often import often

SONGS = "events/joululaulut.md"
# Of about 90 changes to the disk: while files are staged (to 15), packs kept (16), the list
# forgotten (26) and the journal written (28), while files are moved into place (30 to 57) and a
# new memory is kept.
MOMENTS = (0, 3, 10, 16, 22, 26, 28, 29, 30, 43, 57, 58, 60, 75, 79)
# Each of them in one of two tests; all of them in both where there is time.
EVERY = often(2, 1)


@pytest.fixture
def world(shelf: Shelf) -> World:
    """The small network, built once."""
    return shelf.take_known()


def _edit(world: World, path: str = SONGS, old: str = "Joululaulut", new: str = "Laulut") -> None:
    file = world.content / path
    text = file.read_text()
    assert old in text
    file.write_text(text.replace(old, new))


def _set_aside(world: World) -> Callable[[], None]:
    """A copy of the memory; the function puts it back."""
    aside = world.folder / "aside"
    shutil.copytree(world.memory, aside)

    def put_back() -> None:
        shutil.rmtree(world.memory)
        shutil.copytree(aside, world.memory)

    return put_back


@pytest.mark.parametrize("calls", MOMENTS[::EVERY])
def test_a_killed_build_is_finished_or_forgotten(world: World, calls: int) -> None:
    _edit(world)
    with killed_after(calls, world.folder):
        world.build()

    assert assert_same(world, was_killed=True)
    # What the killed one left is not found again later.
    _edit(world, old="Laulut", new="Soitot")
    assert assert_same(world)


@pytest.mark.parametrize("calls", MOMENTS[EVERY - 1 :: EVERY])
def test_an_edit_is_taken_back_after_a_killed_build(world: World, calls: int) -> None:
    put_back = _set_aside(world)
    _edit(world)
    with killed_after(calls, world.folder):
        world.build()
    _edit(world, old="Laulut", new="Joululaulut")
    if calls % 2:
        # As where the memory is kept apart from the output, and that job's is lost.
        put_back()

    assert assert_same(world, was_killed=True)


@pytest.mark.parametrize("writes", range(8))
def test_a_full_disk_costs_only_the_memory(world: World, writes: int) -> None:
    _edit(world)
    with no_room_after(writes):
        assert assert_same(world)

    _edit(world, old="Laulut", new="Soitot")
    assert assert_same(world)


def test_a_memory_that_cannot_be_made_is_done_without(tmp_path: Path) -> None:
    world = new_world(tmp_path)
    world.memory.write_text("a file where the folder would be")

    assert assert_same(world)
    _edit(world)
    assert assert_same(world)


@pytest.mark.parametrize("is_edited", [True, False])
@pytest.mark.parametrize("how", ["a bit", "half", "nothing", "another version"])
def test_no_damaged_memory_is_believed(world: World, how: str, *, is_edited: bool) -> None:
    # Something to be warned of, in a file that is not read again.
    _edit(world, "events/torstain-kahvit.md", "price: free", "price: free\nreason: Pakkanen")
    world.build()
    put_back = _set_aside(world)
    (listed,) = world.memory.rglob("list.json")
    parts = sorted(file for file in listed.parent.iterdir() if file.name != "lock")
    assert len(parts) > 10
    if is_edited:
        _edit(world)
    clean = world.build_clean()
    assert "reason" in clean.said
    for file in parts if how == "a bit" else (listed, parts[0]):
        put_back()
        file.write_bytes(_damaged(file.read_bytes(), how))
        assert world.build().said == clean.said
        assert differences(world.output, world.folder / "clean") == []


def _damaged(data: bytes, how: str) -> bytes:
    middle = len(data) // 2
    return {
        "a bit": data[:middle] + bytes([data[middle] ^ 1]) + data[middle + 1 :],
        "half": data[:middle],
        "nothing": b"",
        "another version": data.replace(b'"version": "', b'"version": "9'),
    }[how]


@pytest.mark.parametrize("name", ["tapahtumat/vieras.txt", "uusi-kansio/vieras.txt", "vieras.txt"])
def test_what_others_put_into_the_output_is_removed(world: World, name: str) -> None:
    file = world.output / name
    file.parent.mkdir(exist_ok=True)
    file.write_text("x")

    assert assert_same(world)


def test_what_others_did_to_the_output_is_undone(world: World) -> None:
    page, feed, calendar = (
        world.output / "tapahtumat" / name for name in ("index.html", "atom.xml", "calendar.ics")
    )
    page.write_bytes(page.read_bytes()[::-1])
    feed.unlink()
    calendar.unlink()
    calendar.mkdir()

    assert assert_same(world)


def test_an_older_memory_leaves_no_stale_page(world: World) -> None:
    put_back = _set_aside(world)
    event = world.content / "events" / "talvikerho.md"
    event.write_text((world.content / SONGS).read_text().replace("17:00", "19:00"))
    world.build()
    assert (world.output / "tapahtumat/talvikerho/index.html").exists()
    event.unlink()
    put_back()

    assert assert_same(world)
    assert not (world.output / "tapahtumat/talvikerho").exists()


def test_a_build_without_a_memory_in_between(world: World) -> None:
    _edit(world)
    world._build(world.output, None)
    _edit(world, old="Laulut", new="Joululaulut")

    assert assert_same(world)


def test_the_memory_of_another_branch(tmp_path: Path) -> None:
    """Two branches take turns in one working copy, with one memory and one output."""
    world = new_world(tmp_path, has_git=True)
    repository = world.repository
    assert repository is not None
    world.build()
    repository.git("checkout", "--quiet", "-b", "other")
    _edit(world)
    repository.write("content/events/haara.md", (world.content / SONGS).read_text())
    repository.replace("content/events/haara.md", "2026-12-18", "2026-12-19")
    repository.commit("2026-09-05T10:00:00Z")

    assert assert_same(world)
    repository.git("checkout", "--quiet", "main")
    assert assert_same(world)
    repository.git("checkout", "--quiet", "other")
    assert assert_same(world)


def test_what_is_saved_while_a_build_goes_on_counts_in_the_next(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The build looks, somebody saves, the build reads; then that is taken back."""
    before = (world.content / SONGS).read_text()
    _edit(world, old="glögiä", new="kahvia")
    wanted = (world.content / SONGS).read_text()

    def look_and_save(*arguments: object) -> object:
        found = look(*arguments)  # type: ignore[arg-type]
        (world.content / SONGS).write_text(before.replace("Joululaulut", "Soitot"))
        return found

    with monkeypatch.context() as patched:
        patched.setattr(memory, "look", look_and_save)
        world.build()
    (world.content / SONGS).write_text(wanted)

    assert assert_same(world)


def test_two_builds_at_once_leave_one_whole_site(world: World) -> None:
    """Started together, for two days, into one folder: the last one to write wins, whole."""
    world.search = False
    command = [sys.executable, "-m", "kohtaamo", "build", str(world.content)]
    command += ["-o", str(world.output), "-s", str(world.folder / "conf.py"), "--today"]
    (world.folder / "conf.py").write_text(
        f"from kohtaamo.host.settings import *\nTHEME = {str(world.theme)!r}\n"
        f"SITEURL = {world.site_url!r}\nMEMORY_PATH = {str(world.memory)!r}\n"
        "SEARCH = False\n"
    )
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "plugins")}
    days = ("2026-12-01", "2026-12-08")
    running = [
        subprocess.Popen([*command, day], env=environment, stderr=subprocess.PIPE, text=True)
        for day in days
    ]
    ended = [(each.communicate()[1], each.returncode) for each in running]

    assert [code for _, code in ended] == [0, 0], ended
    sites = []
    for day in days:
        world.today = world.today.fromisoformat(day)
        world.build_clean()
        sites.append(files_below(world.folder / "clean"))
    assert files_below(world.output) in sites
    assert assert_same(world)
