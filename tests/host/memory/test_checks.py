"""Whatever is edited: a check with a memory says what a check of everything says."""

import shutil
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from random import Random
from time import time_ns
from types import SimpleNamespace

import pytest
from hypothesis import HealthCheck, Phase, given, note, settings
from hypothesis import strategies as st

from kohtaamo.addresses import reserved_slugs
from kohtaamo.content.build.built import Built
from kohtaamo.content.load import load
from kohtaamo.content.source import images
from kohtaamo.content.source.files import SourceFile
from kohtaamo.host import checking
from kohtaamo.host.checking import Checked, check_folder
from kohtaamo.host.memory import lazy_network, reading
from kohtaamo.host.memory.reading import Reading
from tests.conftest import SITES
from tests.host.memory import edits
from tests.host.memory.accidents import damaged_memory, kept_memory
from tests.host.memory.worlds import World
from tests.often import often

_OF_CONTENT = (
    *(edits.a_field, edits.a_field, edits.a_field, edits.a_text, edits.a_new_event, edits.a_move),
    *(edits.a_translation, edits.a_renaming, edits.a_deletion, edits.a_copy, edits.a_picture),
    *(edits.a_picture, edits.a_misplaced_file, edits.a_sly_edit, edits.another_day),
    *(edits.a_term, edits.the_network, damaged_memory, kept_memory),
)
STEPS = 10


@pytest.fixture(autouse=True, scope="module")
def settled() -> Iterator[None]:
    """Files count as settled at once."""
    with pytest.MonkeyPatch.context() as patched:
        clock = SimpleNamespace(time_ns=lambda: time_ns() + 10_000_000_000)
        patched.setattr(checking, "time", clock)
        yield


def _new_world(folder: Path, site: str = "everything") -> World:
    world = World(folder=folder)
    shutil.copytree(SITES / site / "content", world.content)
    return world


def _check(world: World) -> Checked:
    """With the memory; a check of everything says the same."""
    found = check_folder(world.content, world.today, world.memory)
    whole = load(world.content, today=world.today, reserved=reserved_slugs())
    assert found.problems == whole.problems
    assert found.files == whole.files
    return found


@settings(
    derandomize=True,
    deadline=None,
    database=None,
    max_examples=often(8, 40),
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)
@given(chance=st.randoms(use_true_random=True))
def test_any_edits_in_any_order(tmp_path_factory: pytest.TempPathFactory, chance: Random) -> None:
    folder = tmp_path_factory.mktemp("world")
    world = _new_world(folder)
    _check(world)
    good = Path(shutil.copytree(world.content, folder / "good"))
    for _ in range(STEPS):
        for _ in range(chance.choice((1, 1, 2))):
            note(chance.choice(_OF_CONTENT)(world, chance.choice))
        is_good = _check(world).known is not None
        if is_good or chance.choice((True, False)):
            source, target = (world.content, good) if is_good else (good, world.content)
            shutil.rmtree(target)
            shutil.copytree(source, target)
    shutil.rmtree(folder)


@pytest.fixture
def world(tmp_path: Path) -> World:
    """The small network, checked once."""
    world = _new_world(tmp_path, "small")
    assert _check(world).problems == ()
    return world


@pytest.fixture
def readings(monkeypatch: pytest.MonkeyPatch) -> list[Reading | None]:
    """What came of each time that a folder was read on; whoever reads it whole is stopped."""
    found: list[Reading | None] = []
    read_on = reading.read_on

    def noting(*arguments: object) -> Reading | None:
        found.append(read_on(*arguments))  # type: ignore[arg-type]
        return found[-1]

    def refusing(*_: object) -> None:
        raise AssertionError("everything was read")

    monkeypatch.setattr(reading, "read_on", noting)
    monkeypatch.setattr("kohtaamo.host.read_all.read_all", refusing)
    return found


def _edit(world: World, path: str, old: str, new: str) -> None:
    file = world.content / path
    text = file.read_text()
    assert old in text
    file.write_text(text.replace(old, new))


def test_nothing_is_read_when_nothing_has_changed(
    world: World, readings: list[Reading | None]
) -> None:
    assert _check(world).loaded is None
    assert readings == []


def test_an_error_is_told_by_its_file_and_mended_by_it(
    world: World, readings: list[Reading | None]
) -> None:
    """The last good check is remembered over any number of faulty ones."""
    for _ in range(2):
        _edit(world, "events/joululaulut.md", "topics: [music]", "topics: [musik]")
        assert [each.code for each in _check(world).problems] == ["unknown-term-near"]
        assert [each.code for each in _check(world).problems] == ["unknown-term-near"]
        _edit(world, "events/joululaulut.md", "topics: [musik]", "topics: [music]")
        assert _check(world).problems == ()

    assert len(readings) == 4


def test_an_error_in_a_file_that_nobody_touched_is_told(
    world: World, readings: list[Reading | None]
) -> None:
    """A room is called otherwise, then its place is gone."""
    _edit(world, "places/asematalo.md", "odotussali, name", "sali, name")
    assert [(each.path, each.code) for each in _check(world).problems] == [
        ("events/joululaulut.md", "unknown-room"),
        ("events/varaus-1.md", "unknown-room"),
    ]
    (world.content / "places" / "asematalo.md").unlink()
    assert {each.code for each in _check(world).problems} == {"unknown-reference"}
    assert all(each is not None for each in readings)


def test_pictures_are_decoded_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    decoded: list[str] = []
    decode = images.decode

    def noting(name: str, data: bytes, box: tuple[int, int]) -> object:
        decoded.append(name)
        return decode(name, data, box)

    monkeypatch.setattr(images, "decode", noting)
    world = _new_world(tmp_path)
    check_folder(world.content, world.today, world.memory)
    assert len(decoded) == 4

    decoded.clear()
    _edit(world, "network.yml", "languages:", "# Kielet\nlanguages:")
    check_folder(world.content, world.today, world.memory)
    _edit(world, "events/kaamoskyla/satutuokio.md", "yes\n---\n", "yes\n---\nHei!")
    check_folder(world.content, world.today, world.memory)
    assert decoded == []

    file = world.content / "images" / "logo.png"
    file.write_bytes(file.read_bytes()[:-60])
    found = check_folder(world.content, world.today, world.memory)
    assert decoded == ["logo.png"]
    assert [(each.path, each.code) for each in found.problems] == [
        ("images/logo.png", "image-broken")
    ]


def test_the_next_day_reads_what_it_may_change(
    world: World, readings: list[Reading | None], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Hardly anything; on 25 October every place, because Christmas Eve comes into sight."""
    built: list[str] = []
    build = lazy_network.build_source

    def noting(source: SourceFile, language: str) -> Built:
        built.append(source.path)
        return build(source, language)

    monkeypatch.setattr(lazy_network, "build_source", noting)
    world.today += timedelta(days=1)
    assert _check(world).problems == ()
    assert built == ["network.yml", "pages/tietoa.md", "vocabularies/municipalities.yml"]

    world.today = date(2027, 10, 24)
    _check(world)
    built.clear()
    world.today += timedelta(days=1)
    assert [each.code for each in _check(world).problems] == ["eve-open"]
    assert sorted(built)[:1] == ["network.yml"]
    assert "places/asematalo.md" in built
    assert not [path for path in built if path.startswith("events/")]
    assert len(readings) == 3


_EVENING = """\
---
title: Ilta
start: 2027-02-03 12:00
end: '13:00'
organisers: [kylayhdistys]
online: {url: https://example.fi/}
---
"""


@pytest.fixture
def linking(world: World) -> World:
    """An event and a page of the network's own that link to an event that is not there yet."""
    link = "[Tule](/tapahtumat/iltamat/)\n"
    _write(world, "events/linkki.md", _EVENING + link)
    _write(world, "pages/mukaan.md", f"---\ntitle: Mukaan\n---\n{link}")
    assert _dead_links(world) == _NOWHERE
    return world


_NOWHERE = [("events/linkki.md", 8, ""), ("pages/mukaan.md", 4, "")]


def _dead_links(world: World) -> list[tuple[str, int, str]]:
    found = [each for each in _check(world).problems if each.code.startswith("link-")]
    return [(each.path, each.line, each.values.get("guess", "")) for each in found]


def _write(world: World, path: str, text: str) -> None:
    (world.content / path).write_text(text, "utf-8")


def test_links_are_told_of_when_what_they_lead_to_comes_goes_or_is_renamed(
    linking: World, readings: list[Reading | None]
) -> None:
    _write(linking, "events/iltamat.md", _EVENING)
    assert _dead_links(linking) == []
    (linking.content / "events" / "iltamat.md").unlink()
    assert _dead_links(linking) == _NOWHERE
    _write(linking, "events/tanssit.md", _EVENING.replace("title", "formerly: [iltamat]\ntitle"))
    assert _dead_links(linking) == []
    _edit(linking, "events/tanssit.md", "formerly: [iltamat]\n", "")
    assert _dead_links(linking) == _NOWHERE
    assert len(readings) == 4


def test_nobody_is_led_to_a_group_that_has_become_a_closed_one(
    linking: World, readings: list[Reading | None]
) -> None:
    _write(linking, "events/iltama.md", _EVENING)
    near = "/tapahtumat/iltama/"
    assert _dead_links(linking) == [(path, line, near) for path, line, _ in _NOWHERE]
    _edit(linking, "events/iltama.md", "title: Ilta", "place: asematalo\naccess: closed")
    assert _dead_links(linking) == _NOWHERE
    _edit(linking, "events/linkki.md", "[Tule]", "Hei! [Tule]")
    assert _dead_links(linking) == _NOWHERE
    assert len(readings) == 3
