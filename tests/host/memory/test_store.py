"""What a build keeps for the next: whole or not at all, and never believed unread."""

import json
from pathlib import Path

import pytest

from kohtaamo.host.memory.store import VERSION, Store, digest
from tests.host.memory.accidents import killed_after, no_room_after

PART = {"päivä": ["2026-12-01", 7, None], "broken \udce4": "x"}


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "memory")


def _names(store: Store) -> list[str]:
    return sorted(file.name for file in store.folder.iterdir())


def test_a_part_is_named_by_its_bytes(store: Store) -> None:
    name = store.write(PART)

    assert name == digest((store.folder / name).read_bytes())
    assert store.read(name) == PART
    assert store.write(PART) == name


def test_there_is_nothing_in_a_folder_that_is_not_there(store: Store) -> None:
    assert store.read_list() == {}
    assert store.read("0" * 32) is None
    store.forget_list()
    assert not store.folder.exists()


def test_a_list_forgets_every_part_that_is_not_in_it(store: Store) -> None:
    old, new = store.write("old"), store.write("new")
    (store.folder / "lock").touch()

    store.write_list({"part": new})

    assert store.read_list() == {"part": new}
    assert store.read(old) is None
    assert _names(store) == sorted([new, "list.json", "lock"])


def test_a_forgotten_list_leaves_its_parts_for_the_next(store: Store) -> None:
    name = store.write(PART)
    store.write_list({"part": name})

    store.forget_list()

    assert store.read_list() == {}
    assert store.read(name) == PART


@pytest.mark.parametrize("cut", [0, 1, 10])
def test_a_part_that_was_changed_or_cut_is_none(store: Store, cut: int) -> None:
    name = store.write(PART)
    file = store.folder / name
    data = file.read_bytes()

    file.write_bytes(data[:cut])
    assert store.read(name) is None
    file.write_bytes(data.replace(b"7", b"8"))
    assert store.read(name) is None


@pytest.mark.parametrize("first", [b"", b"["])
def test_a_damaged_part_is_written_anew(store: Store, first: bytes) -> None:
    """Otherwise every build from then on would begin anew."""
    name = store.write(PART)
    (store.folder / name).write_bytes(first + (store.folder / name).read_bytes()[1:])
    assert store.read(name) is None

    assert store.write(PART) == name
    assert store.read(name) == PART


@pytest.mark.parametrize("version", [str(VERSION + 1), "", None, VERSION])
def test_a_list_of_another_version_is_none(store: Store, version: object) -> None:
    name = store.write(PART)
    store.write_list({"part": name})
    data = json.dumps({"part": name, "version": version}).encode()

    (store.folder / "list.json").write_bytes(digest(data).encode() + b"\n" + data)

    assert store.read_list() == {}


@pytest.mark.parametrize("data", [b"", b"\n", b"[]", b"\xff\n{}", b"0" * 32 + b"\n{}"])
def test_a_list_that_nobody_could_have_written_is_none(store: Store, data: bytes) -> None:
    store.write(PART)

    (store.folder / "list.json").write_bytes(data)

    assert store.read_list() == {}


def test_a_list_with_another_form_under_its_own_digest_is_none(store: Store) -> None:
    store.write(PART)
    data = b"[1, 2]"

    (store.folder / "list.json").write_bytes(digest(data).encode() + b"\n" + data)

    assert store.read_list() == {}


@pytest.mark.parametrize("calls", range(6))
def test_killed_at_any_moment_there_is_the_old_list_or_the_new(store: Store, calls: int) -> None:
    store.write_list({"part": store.write("old")})
    with killed_after(calls, store.folder):
        store.write_list({"part": store.write("new")})

    assert store.read(store.read_list()["part"]) in {"old", "new"}


def test_without_room_the_old_list_stands(store: Store) -> None:
    store.write_list({"part": store.write("old")})
    with no_room_after(1), pytest.raises(OSError, match="No space"):
        store.write_list({"part": store.write("new")})

    assert store.read(store.read_list()["part"]) == "old"
    assert not [name for name in _names(store) if name.endswith(".part")]


def test_no_file_is_left_half_written(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(self: Path, data: bytes) -> int:
        with self.open("wb") as file:
            file.write(data[:3])
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", failing)
    with pytest.raises(OSError, match="No space"):
        store.write(PART)

    assert _names(store) == []
