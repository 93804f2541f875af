"""A build that leaves out what is faulty, with a memory of the builds before and without one."""

from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path
from random import Random

import pytest

from kohtaamo.host.apply import Applied
from kohtaamo.host.portal import IN_PART, beside
from tests.conftest import files_below
from tests.host.memory.edits import EDITS
from tests.host.memory.shelf import Shelf
from tests.host.memory.worlds import World, assert_same, differences, new_world
from tests.often import often

FAULT = "---\nnimi: Ei näin\n---\n"
SONGS = "events/joululaulut.md"
ASSOCIATION = "organisers/kylayhdistys.md"
# Each with all files that tell of it, and nothing that names it.
LEAVES = (
    ("events/sarjat/aamupuuro.md",),
    ("events/sarjat/inventaario.md",),
    ("events/kaamoskyla/hallituksen-kokous.md",),
    ("events/kaamoskyla/varaus-1.md",),
    ("events/merilahti/talviuinti.md", "events/merilahti/talviuinti.*.md"),
    ("notices/lokal-sokes.md",),
    ("pages/new-in-town.md",),
)


@pytest.fixture
def small(shelf: Shelf) -> World:
    """The small network, built once."""
    world = shelf.take_known()
    world.quarantine = True
    return world


def test_the_rest_is_as_if_the_faulty_files_were_not_there(tmp_path: Path) -> None:
    """A tenth of all files is faulty; in them, and in their places, nothing else is different.

    Who takes rooms may be among them, so none is said to be free.
    """
    world = new_world(tmp_path, "everything")
    world.quarantine = True
    for path, *_ in LEAVES:
        (world.content / path).write_text(FAULT, "utf-8")
    ended = world.build()
    for path in (each for paths in LEAVES for each in paths):
        for file in world.content.glob(path):
            file.unlink()
    rooms = world.content / "places" / "merilahti" / "simpukka.md"
    rooms.write_text(rooms.read_text("utf-8").replace("    bookable: yes\n", ""), "utf-8")
    without = world.build_clean()

    assert (ended.outcome.code, without.outcome.code) == (IN_PART, 0)
    assert {each.path for each in ended.outcome.left_out if each.code == "left-out"} == {
        path for path, *_ in LEAVES
    }
    assert ended.outcome.mended == ()
    assert differences(world.output, world.folder / "clean") == []


def test_the_list_is_said(small: World) -> None:
    (small.content / SONGS).write_text(FAULT, "utf-8")
    (small.content / ASSOCIATION).write_text(FAULT, "utf-8")

    said = small.build().said.replace(f"{beside(small.content)}/", "").splitlines()

    assert [line for line in said if line.endswith("left-out]")] == [
        f"{SONGS}:2: tiedosto jäi pois sivustolta, koska siinä on virhe. [left-out]",
        f"{ASSOCIATION}:2: tiedosto jäi pois sivustolta, koska siinä on virhe. [left-out]",
        *(
            f"{at}: ”kylayhdistys” otettiin tästä pois, koska tiedostoa {ASSOCIATION} ei voitu"
            " käyttää sellaisenaan. [reference-left-out]"
            for at in (
                "events/torstain-kahvit.md:6: organisers[0]",
                "notices/kahvinkeittaja.md:6: organisers[0]",
                "places/asematalo.md:24: maintained_by",
                "places/asematalo.md:25: organisers[0]",
            )
        ),
    ]


def test_who_is_left_out_is_told_of_nowhere(small: World) -> None:
    """Nor does the page of what it arranged say anything of it."""
    (small.content / ASSOCIATION).write_text(FAULT, "utf-8")

    assert small.build().outcome.code == IN_PART
    files = files_below(small.output)
    assert "tapahtumat/torstain-kahvit/index.html" in files
    assert "ilmoitustaulu/kahvinkeittaja/index.html" in files
    assert [path for path, data in files.items() if b"kylayhdistys" in data] == []
    page = files["tapahtumat/torstain-kahvit/index.html"].decode()
    assert "<h2>Järjestäj" not in page
    assert "<h2>Yhteys" in page


def test_a_mended_file_comes_back_as_it_was(small: World) -> None:
    """With the identity that its subscribers know, and nothing left of the builds between."""
    sound = _text(small)
    assert small.build().outcome.code == 0
    before = files_below(small.output)
    for path in (SONGS, ASSOCIATION):
        (small.content / path).write_text(FAULT, "utf-8")
        assert_same(small)
        assert small.build().outcome.code == IN_PART
        assert files_below(small.output) != before
        _write(small, sound)
        assert small.build().outcome.code == 0
        assert files_below(small.output) == before
    (small.content / SONGS).write_text(FAULT, "utf-8")
    small.today += timedelta(days=1)
    assert_same(small)
    _write(small, sound)
    assert_same(small)


def test_what_only_publishing_refuses_is_not_left_out(tmp_path: Path) -> None:
    world = new_world(tmp_path, has_git=True)
    world.quarantine = world.publish = True
    (world.content / SONGS).write_text(FAULT, "utf-8")
    published = world.build()
    network = world.content / "network.yml"
    network.write_text(network.read_text("utf-8").replace("  unit:", "  # unit:"), "utf-8")
    refused = world.build()

    assert (published.outcome.code, refused.outcome.code) == (IN_PART, 1)
    assert "[statement-incomplete-published]" in refused.said
    assert refused.outcome.left_out == ()


def test_without_faults_it_is_any_other_build(tmp_path: Path) -> None:
    """It goes on from the others' memory, and they from its own."""
    small = new_world(tmp_path)
    first = small.build()
    small.quarantine = True
    again = small.build()

    assert (first.outcome.code, again.outcome.code) == (0, 0)
    assert first.outcome.applied is not None
    assert again.outcome.applied == Applied(
        written=0, removed=0, unchanged=first.outcome.applied.written
    )


def test_any_edits_in_any_order(tmp_path: Path) -> None:
    """Many of these are faults, and one more each time: what was left out is not gone on from."""
    chance = Random(4)  # noqa: S311 - which edits
    world = new_world(tmp_path, "everything", has_git=True)
    world.quarantine = True
    world.build()
    for _ in range(often(2, 3)):
        for _ in range(3):
            chance.choice(EDITS)(world, chance.choice)
        chance.choice(sorted(world.content.rglob("*.md"))).write_text(FAULT, "utf-8")
        assert_same(world)
    assert world.build().outcome.code == IN_PART


def _text(world: World) -> Mapping[str, bytes]:
    return files_below(world.content)


def _write(world: World, files: Mapping[str, bytes]) -> None:
    for path, data in files.items():
        (world.content / path).write_bytes(data)
