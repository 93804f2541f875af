"""VEVENTs and feed entries that one build keeps for the next: a short way, never another result."""

import json
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from kohtaamo.host import render
from kohtaamo.host.memory.store import Store
from kohtaamo.publish import parts
from kohtaamo.publish.gist import Gist
from tests.host.memory.shelf import Shelf
from tests.host.memory.worlds import World, assert_same, new_world

TALE = "events/kaamoskyla/satutuokio.md"
BOATS = "events/merilahti/talviuinti.md"


@pytest.fixture
def world(shelf: Shelf, monkeypatch: pytest.MonkeyPatch) -> World:
    """The network `everything`, built once; what other processes do is not seen."""
    monkeypatch.setattr(render, "processes", lambda: 1)
    return shelf.take_known("everything", has_git=True)


def _say(world: World, path: str = TALE, sentence: str = "Hei!") -> None:
    with (world.content / path).open("a") as file:
        file.write(f"\n{sentence}\n")


def _made(world: World) -> dict[str, set[str]]:
    """Of which events VEVENTs and entries were made in a build."""
    made: dict[str, set[str]] = {"blocks_of": set(), "entry_of": set()}

    def noting(name: str, make: Callable[..., object]) -> Callable[..., object]:
        def instead(gist: Gist, *rest: object) -> object:
            made[name].add(gist.event.slug)
            return make(gist, *rest)

        return instead

    with pytest.MonkeyPatch.context() as patched:
        for name in made:
            patched.setattr(parts, name, noting(name, getattr(parts, name)))
        assert world.build().outcome.code == 0
    return made


def _store(world: World) -> tuple[Store, dict[str, str]]:
    (listed,) = world.memory.rglob("list.json")
    store = Store(listed.parent)
    return store, dict(store.read_list())


def _packs(names: dict[str, str]) -> dict[str, str]:
    return {name: part for name, part in names.items() if name.startswith(("pack b", "pack e"))}


def test_only_what_was_edited_is_made_anew(world: World) -> None:
    _say(world)
    assert _made(world) == {"blocks_of": {"satutuokio"}, "entry_of": {"satutuokio"}}

    _say(world, BOATS)
    assert _made(world) == {"blocks_of": {"talviuinti"}, "entry_of": {"talviuinti"}}
    assert_same(world)


def test_an_edit_writes_the_packs_of_its_municipality_alone(world: World) -> None:
    _, before = _store(world)
    _say(world)
    world.build()

    store, now = _store(world)

    changed = {name for name, part in now.items() if before.get(name) != part}
    assert set(_packs(before)) == set(_packs(now))
    assert changed & set(_packs(now)) == {"pack blocks kaamoskyla", "pack entry kaamoskyla"}
    assert all(store.read_bytes(part) for part in _packs(now).values())


def test_the_smaller_profile_keeps_no_calendars(tmp_path: Path) -> None:
    world = new_world(tmp_path)
    world.profile = "peer"
    world.build()

    assert {name.split()[1] for name in _packs(_store(world)[1])} == {"entry"}
    _say(world, "events/joululaulut.md")
    assert_same(world)


def test_another_day_asks_for_nothing_that_was_kept(world: World) -> None:
    """Which of its dates is the nearest decides what is cut off a calendar."""
    _, before = _store(world)
    world.today += timedelta(days=1)
    assert_same(world)

    assert _store(world)[1]["pack stamp"] != before["pack stamp"]
    _say(world)
    assert_same(world)


@pytest.mark.parametrize(
    "junk", [b"", b" ", b"null", b"[", b"[[]]", b"[1]", b'[["x", "y", "z"]]', b'{"a": 1}', b"\xff"]
)
def test_a_pack_of_another_form_is_none(world: World, junk: bytes) -> None:
    """As if another version of the code had written it under the same number."""
    store, names = _store(world)
    for name, part in _packs(names).items():
        lines = (store.read_bytes(part) or b"").split(b"\n")
        made = [b" ".join((*line.split(b" ")[:2], junk)) for line in lines]
        names[name] = store.write_bytes(b"\n".join(made))
    _write(store, names)
    _say(world)

    assert_same(world)


def test_packs_under_the_wrong_names_are_of_no_use(world: World) -> None:
    store, names = _store(world)
    packs = sorted(_packs(names))
    _write(store, names | dict(zip(packs, (names[each] for each in reversed(packs)), strict=True)))
    _say(world)

    assert_same(world)


def test_what_an_older_build_kept_is_not_taken_for_what_is_now(world: World) -> None:
    """As where packs of several builds get mixed: each line says of what it was made."""
    _, old = _store(world)
    store, _ = _store(world)
    kept = {name: store.read_bytes(part) or b"" for name, part in _packs(old).items()}
    _say(world)
    world.build()

    _, names = _store(world)
    _write(store, names | {name: store.write_bytes(data) for name, data in kept.items()})
    _say(world, BOATS)
    assert_same(world)


@pytest.mark.parametrize("is_first", [True, False])
def test_without_room_for_packs_there_is_a_site_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, is_first: bool
) -> None:
    world = new_world(tmp_path)
    monkeypatch.setattr(render, "processes", lambda: 1)
    if not is_first:
        world.build()
        _say(world, "events/joululaulut.md")
    with pytest.MonkeyPatch.context() as patched:
        write = Store.write_bytes

        def full(self: Store, data: bytes) -> str:
            if not data.startswith((b"[", b"{")):
                raise OSError(28, "No space left on device")
            return write(self, data)

        patched.setattr(Store, "write_bytes", full)
        assert_same(world)

    assert bool(_packs(_store(world)[1])) is not is_first
    _say(world, "events/joululaulut.md", "Terve!")
    assert_same(world)


def _write(store: Store, names: dict[str, str]) -> None:
    names = {name: part for name, part in names.items() if name != "version"}
    assert json.dumps(names)
    store.write_list(names)
