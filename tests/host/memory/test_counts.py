"""How much a build does after an edit: what has to be, and little more."""

import os
import subprocess
import sys
from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path
from typing import NamedTuple

import pytest

from kohtaamo.content.build.built import Built
from kohtaamo.content.load import build_source
from kohtaamo.content.source.files import SourceFile
from kohtaamo.host import render
from kohtaamo.host.memory import lazy_network
from kohtaamo.host.search.kept import FOLDER
from kohtaamo.host.staging import Stage, Taken
from tests.conftest import ROOT
from tests.host.memory.shelf import Shelf
from tests.host.memory.worlds import World, new_world

TALE = "events/kaamoskyla/satutuokio.md"


class Done(NamedTuple):
    """Paths of outputs: rendered because they might differ, and those that did.

    The search index is told of in `tests/host/search/`.
    """

    rendered: list[str]
    changed: list[str]


@pytest.fixture
def world(shelf: Shelf, monkeypatch: pytest.MonkeyPatch) -> World:
    """The network `everything`, landed and built once; what other processes do is not seen."""
    monkeypatch.setattr(render, "processes", lambda: 1)
    return shelf.take("everything", has_git=True)


def _build(world: World) -> Done:
    done: list[Taken] = []
    take = Stage.take

    def noting(self: Stage, path: str, data: bytes) -> Taken:
        done.append(take(self, path, data))
        return done[-1]

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(Stage, "take", noting)
        assert world.build().outcome.code == 0
    done = [each for each in done if not each.path.startswith(FOLDER)]
    changed = [each.path for each in done if each.is_changed]
    return Done(sorted(each.path for each in done), sorted(changed))


def _files_read(world: World) -> Sequence[str]:
    read: list[str] = []

    def noting(source: SourceFile, language: str) -> Built:
        read.append(source.path)
        return build_source(source, language)

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(lazy_network, "build_source", noting)
        assert world.build().outcome.code == 0
    return sorted(read)


def _edit(world: World, path: str, old: str, new: str) -> None:
    file = world.content / path
    text = file.read_text()
    assert old in text
    file.write_text(text.replace(old, new))


def _story(world: World) -> None:
    _edit(world, TALE, "yes\n---\n", "yes\n---\nHei!")


def test_nothing_is_rendered_when_nothing_has_changed(world: World) -> None:
    assert _build(world) == Done([], [])
    assert _files_read(world) == []


def test_a_new_time_of_a_file_is_no_change(world: World) -> None:
    for file in (*world.content.rglob("*.*"), *world.theme.rglob("*.*")):
        os.utime(file)

    assert _build(world) == Done([], [])


def test_an_edit_that_was_taken_back_is_no_change(world: World) -> None:
    _story(world)
    _edit(world, TALE, "Hei!", "")

    assert _build(world) == Done([], [])


# What tells of the event, or of when its listings last changed.
STORY = """
aiheet/index.html en/for-whom/index.html en/i-need/index.html en/municipalities/index.html
en/subscribe/index.html en/topics/index.html kenelle/index.html kunnat/index.html sitemap.xml
sv/for-vem/index.html sv/jag-behover/index.html sv/kommuner/index.html sv/prenumerera/index.html
sv/teman/index.html tarvitsen/index.html tilaa/index.html
en/search/index.html haku/index.html sv/sok/index.html
en/events/2026/12/index.html sv/evenemang/2026/12/index.html tapahtumat/2026/12/index.html
en/events/satutuokio/index.html sv/evenemang/satutuokio/index.html
tapahtumat/satutuokio/event.ics tapahtumat/satutuokio/index.html
en/events/atom.xml en/events/calendar.ics en/events/feed.json en/events/index.html
en/events/rss.xml sv/evenemang/atom.xml sv/evenemang/calendar.ics sv/evenemang/feed.json
sv/evenemang/index.html sv/evenemang/rss.xml tapahtumat/atom.xml tapahtumat/calendar.ics
tapahtumat/feed.json tapahtumat/index.html tapahtumat/rss.xml
en/municipalities/kaamoskyla/index.html sv/kommuner/kaamoskyla/index.html
sv/kommuner/kaamoskyla/atom.xml sv/kommuner/kaamoskyla/calendar.ics
sv/kommuner/kaamoskyla/feed.json sv/kommuner/kaamoskyla/rss.xml
kunnat/kaamoskyla/atom.xml kunnat/kaamoskyla/calendar.ics kunnat/kaamoskyla/feed.json
kunnat/kaamoskyla/index.html kunnat/kaamoskyla/rss.xml
en/organisers/kaamoskylan-kunta/index.html sv/arrangorer/kaamoskylan-kunta/index.html
jarjestajat/kaamoskylan-kunta/atom.xml jarjestajat/kaamoskylan-kunta/calendar.ics
jarjestajat/kaamoskylan-kunta/feed.json jarjestajat/kaamoskylan-kunta/index.html
jarjestajat/kaamoskylan-kunta/rss.xml
en/places/kiertava-lukuauto/index.html sv/platser/kiertava-lukuauto/index.html
paikat/kiertava-lukuauto/atom.xml paikat/kiertava-lukuauto/calendar.ics
paikat/kiertava-lukuauto/feed.json paikat/kiertava-lukuauto/index.html
paikat/kiertava-lukuauto/rss.xml
ilmoita/kaamoskyla.json
"""
# What might have told of it.
STORY_IN_VAIN = "index.html en/index.html sv/index.html feeds.opml raportti/index.html"


def test_an_events_text_is_told_where_it_stands(world: World) -> None:
    _story(world)

    done = _build(world)

    assert done.changed == sorted(STORY.split())
    assert done.rendered == sorted(f"{STORY} {STORY_IN_VAIN}".split())


def test_a_closed_groups_booking_is_told_by_its_room_alone(world: World) -> None:
    _edit(world, "events/kaamoskyla/varaus-1.md", "setup: 30", "setup: 45")

    done = _build(world)

    room = [
        "en/places/kaamostupa/rooms/tupa/index.html",
        "paikat/kaamostupa/rooms/tupa.ics",
        "paikat/kaamostupa/tilat/tupa/index.html",
        "sv/platser/kaamostupa/rum/tupa/index.html",
    ]
    assert done.changed == room
    assert done.rendered == sorted(
        [
            *room,
            "en/places/kaamostupa/index.html",
            "feeds.opml",
            "paikat/kaamostupa/index.html",
            "raportti/index.html",
            "sitemap.xml",
            "sv/platser/kaamostupa/index.html",
        ]
    )


# Of 892 files: after how many days, how many are rendered, and how many of them differ.
DAYS = ((1, 205, 50), (1, 198, 77), (30, 321, 271), (-1, 192, 54))


def test_the_next_day_touches_what_it_changes(world: World) -> None:
    found = []
    for days, _, _ in DAYS:
        world.today += timedelta(days=days)
        done = _build(world)
        found.append((days, len(done.rendered), len(done.changed)))

    assert tuple(found) == DAYS


def test_a_commit_of_nothing_renders_nothing(world: World) -> None:
    assert world.repository is not None
    world.repository.write("README.md", "Outside the content")
    world.repository.commit("2026-09-02T10:00:00Z")

    assert _build(world) == Done([], [])


SLOW = ("pelican", "jinja2", "yaml", "babel", "PIL", "nh3", "pyromark", "dateutil", "holidays")


def test_nothing_slow_is_imported_when_nothing_has_changed(tmp_path: Path) -> None:
    world = new_world(tmp_path)
    settings = tmp_path / "conf.py"
    settings.write_text(
        f"from kohtaamo.host.settings import *\nTHEME = {str(world.theme)!r}\n"
        f"MEMORY_PATH = {str(world.memory)!r}\n"
    )
    command = [sys.executable, "-X", "importtime", "-m", "kohtaamo", "build", str(world.content)]
    command += ["-o", str(world.output), "-s", str(settings), "--today", "2026-12-01"]

    first, second = (
        subprocess.run(
            command,
            capture_output=True,
            text=True,
            check=True,
            env={**os.environ, "PYTHONPATH": str(ROOT / "plugins")},
        ).stderr
        for _ in range(2)
    )

    assert "372 tiedostoa kirjoitettu, 0 poistettu, 0 ennallaan" in first
    assert "0 tiedostoa kirjoitettu, 0 poistettu, 372 ennallaan" in second
    assert {"jinja2", "yaml"} <= _imported(first)
    assert _imported(second).intersection(SLOW) == set()


def _imported(said: str) -> set[str]:
    """The top names of what was imported, by `-X importtime`."""
    lines = (line for line in said.splitlines() if line.startswith("import time:"))
    return {line.rpartition("|")[2].strip().partition(".")[0] for line in lines}
