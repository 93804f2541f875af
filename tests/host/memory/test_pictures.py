"""A picture is made once, and what was kept of it is never believed unread."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from kohtaamo.host.groups import in_groups
from kohtaamo.host.memory import pictures
from kohtaamo.host.memory.pictures import PICTURES, PictureStore
from kohtaamo.publish.drawings import card
from kohtaamo.publish.pictures import encode, plain
from kohtaamo.publish.pictures.outputs import picture_outputs
from tests.conftest import SITES, files_below
from tests.editions import edition_of
from tests.host.memory.worlds import World, assert_same, new_world

NAME, DATA = "abc 480", b"RIFF....WEBP"
DAY = 86_400 * 10**9


@pytest.fixture
def store(tmp_path: Path) -> PictureStore:
    return PictureStore(tmp_path / PICTURES)


def _only(store: PictureStore) -> Path:
    (file,) = store.folder.iterdir()
    return file


def test_what_was_kept_is_found_by_its_name_alone(store: PictureStore) -> None:
    assert store.find(NAME) is None
    store.keep(NAME, DATA)

    assert store.find(NAME) == DATA
    assert store.find("abc 800") is None
    assert PictureStore(store.folder).find(NAME) == DATA


@pytest.mark.parametrize(
    "spoilt",
    [
        lambda written: written[:-1],
        lambda written: written[:5],
        lambda written: b"",
        lambda written: written + b"x",
        lambda written: written.replace(b"WEBP", b"WEBQ"),
        lambda written: b"0" * 32 + written[32:],
        lambda written: written[32:],
    ],
)
def test_what_was_cut_or_changed_is_thrown_away(
    store: PictureStore, spoilt: Callable[[bytes], bytes]
) -> None:
    store.keep(NAME, DATA)
    file = _only(store)
    file.write_bytes(spoilt(file.read_bytes()))

    assert store.find(NAME) is None
    assert not file.exists()
    store.keep(NAME, DATA)
    assert store.find(NAME) == DATA


def test_another_picture_in_its_place_is_thrown_away(store: PictureStore) -> None:
    store.keep(NAME, DATA)
    file = _only(store)
    written = file.read_bytes()
    file.unlink()
    store.keep("abc 800", b"another")
    _only(store).rename(file)

    assert store.find(NAME) is None
    assert list(store.folder.iterdir()) == []
    assert written[32:] == DATA


def test_other_code_asks_under_other_names(
    store: PictureStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.keep(NAME, DATA)
    for maker in pictures._MAKERS:
        copy = shutil.copy if maker.endswith(".py") else shutil.copytree
        (tmp_path / maker).parent.mkdir(parents=True, exist_ok=True)
        copy(pictures._CODE / maker, tmp_path / maker)
    code = tmp_path / "publish" / "pictures"
    monkeypatch.setattr(pictures, "_CODE", tmp_path)
    assert PictureStore(store.folder).find(NAME) == DATA

    encoder = code / "encode.py"
    encoder.write_text(encoder.read_text().replace('"quality": 82', '"quality": 81'))
    assert PictureStore(store.folder).find(NAME) is None
    assert store.find(NAME) == DATA


def test_without_room_or_a_folder_there_is_nothing_and_nothing_is_raised(
    store: PictureStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(self: Path, data: bytes) -> int:
        with self.open("wb") as file:
            file.write(data[:10])
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(Path, "write_bytes", full)
        store.keep(NAME, DATA)
    assert list(store.folder.iterdir()) == []

    store.folder.rmdir()
    store.folder.write_text("not a folder")
    store.keep(NAME, DATA)
    assert store.find(NAME) is None
    store.tidy(0)
    assert store.folder.read_text() == "not a folder"


def _age(store: PictureStore, name: str, days: int) -> None:
    time = 1_000 * DAY - days * DAY
    os.utime(store._file(name), ns=(time, time))


def test_what_nobody_asks_for_goes_and_what_waited_longest_goes_first(tmp_path: Path) -> None:
    store = PictureStore(tmp_path, most=3 * 132)
    for number, days in enumerate((91, 60, 40, 30, 20)):
        store.keep(f"{number}", bytes(100))
        _age(store, f"{number}", days)
    (tmp_path / "abc.1.part").write_bytes(bytes(20))
    os.utime(tmp_path / "abc.1.part", ns=(998 * DAY, 998 * DAY))

    store.tidy(1_000 * DAY)

    assert [store.find(f"{number}") is not None for number in range(5)] == [
        *(False, False, True, True, True)
    ]
    assert len(list(tmp_path.iterdir())) == 3


def test_whoever_is_asked_for_stays(store: PictureStore) -> None:
    store.keep(NAME, DATA)
    _age(store, NAME, 900)
    assert store.find(NAME) == DATA
    store.tidy(store._file(NAME).stat().st_mtime_ns)
    assert store.find(NAME) == DATA


@pytest.fixture
def world(tmp_path: Path) -> World:
    """The small site with one picture at its place."""
    world = new_world(tmp_path)
    place = world.content / "places" / "asematalo.md"
    place.write_text(
        place.read_text().replace("---\n", "---\nimages: [{file: a.png, alt: Talo tieltä}]\n", 1)
    )
    (world.content / "images").mkdir()
    Image.effect_noise((900, 20), 50).save(world.content / "images" / "a.png")
    return world


def _never(*_: object) -> bytes:
    raise AssertionError


def test_a_picture_is_made_once_for_all_folders_and_days(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert world.build().outcome.code == 0
    written = files_below(world.output).items()
    made = {path: data for path, data in written if "images/" in path or "share.png" in path}
    assert sorted(made) == [
        *(f"images/a-png{end}" for end in ("-1200.webp", "-480.webp", "-800.webp", ".jpg")),
        "paikat/asematalo/share.png",
        "share.png",
    ]
    kept = files_below(world.memory / PICTURES)
    assert sorted(data[32:] for data in kept.values()) == sorted(made.values())

    with monkeypatch.context() as patched:
        patched.setattr(encode, "encoded", _never)
        patched.setattr(plain, "plain", _never)
        patched.setattr(card, "card_bytes", _never)
        shutil.rmtree(world.output)
        assert world.build().outcome.code == 0
    assert {path: (world.output / path).read_bytes() for path in made} == made

    for file in (world.memory / PICTURES).iterdir():
        file.write_bytes(file.read_bytes()[:-1] + b"!")
    shutil.rmtree(world.output)
    assert world.build().outcome.code == 0
    assert {path: (world.output / path).read_bytes() for path in made} == made
    assert files_below(world.memory / PICTURES) == kept


def test_one_that_changed_is_made_anew(world: World) -> None:
    assert_same(world)
    before = (world.output / "images" / "a-png-480.webp").read_bytes()
    Image.effect_noise((900, 20), 10).save(world.content / "images" / "a.png")

    assert assert_same(world)
    assert (world.output / "images" / "a-png-480.webp").read_bytes() != before


def test_the_files_of_a_picture_are_made_together_and_it_is_decoded_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    content = SITES / "everything" / "content"
    edition = edition_of(content)
    decoded: list[str] = []
    decode = plain.decode

    def noting(name: str, data: bytes, box: tuple[int, int]) -> Image.Image:
        decoded.append(name)
        return decode(name, data, box)

    monkeypatch.setattr(plain, "decode", noting)
    groups = in_groups(edition, picture_outputs(edition, content / "images"))
    for group in groups:
        for output in group.outputs:
            output.render()

    assert [len(group.outputs) for group in groups] == [4, 4, 4, 4]
    assert decoded == ["logo.png", "ranta.avif", "ranta.webp", "sali.jpg"]
