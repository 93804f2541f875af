"""Single edits that reach far, or hide well: each is seen, and no refusal is missed."""

import shutil
import subprocess
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from kohtaamo.content.rules.network import SAMPLE_NETWORK_ID
from tests.host.memory.fields import with_field
from tests.host.memory.shelf import Shelf
from tests.host.memory.worlds import World, assert_same, new_world
from tests.often import often

SONGS = "events/joululaulut.md"
COFFEE = "events/torstain-kahvit.md"


@pytest.fixture
def world(shelf: Shelf) -> World:
    """The small network, built once."""
    return shelf.take()


def _set(world: World, path: str, **fields: str | None) -> None:
    file = world.content / path
    text = file.read_text()
    for key, value in fields.items():
        text = with_field(text, key, value)
    file.write_text(text)


def _event(world: World, name: str, **fields: str | None) -> None:
    """A new event, long after all others."""
    file = world.content / "events" / f"{name}.md"
    file.write_text("---\nduration: 1 h\nplace: asematalo\norganisers: [kylayhdistys]\n---\n")
    _set(world, f"events/{name}.md", title=name, start="2027-01-16 17:00")
    _set(world, f"events/{name}.md", **fields)


@pytest.mark.parametrize(
    ("path", "fields"),
    [
        (SONGS, {"title": "Laulut"}),
        (SONGS, {"start": "2027-02-18 17:00"}),
        (SONGS, {"place": None, "room": None, "location": "{municipality: lehtijarvi}"}),
        (SONGS, {"access": "members"}),
        (SONGS, {"formerly": "[laulut, joulun-laulut]"}),
        (SONGS, {"replaced_by": "torstain-kahvit", "status": "postponed", "reason": "Pakkanen"}),
        (SONGS, {"published": None}),
        (SONGS, {"needs": "[lonely]", "topics": None, "audiences": "[families]"}),
        (SONGS, {"start": "2026-12-09 11:00"}),
        (COFFEE, {"repeat": "{every: week, skip: [2026-12-10], until: 2027-05-27}"}),
        (COFFEE, {"repeat": None, "start": "2026-12-03 13:00"}),
        ("places/asematalo.md", {"name": "Asema"}),
        ("places/asematalo.md", {"rooms": "[{id: odotussali, name: Sali, turnaround: 90}]"}),
        ("places/asematalo.md", {"rooms": None}),
        ("places/asematalo.md", {"hours": "[{days: thu, from: 12, to: 16, mode: self-service}]"}),
        ("places/asematalo.md", {"open_until": "2026-12-12"}),
        ("places/asematalo.md", {"formerly": "[asema]"}),
        ("places/asematalo.md", {"can_host": None, "organisers": None, "maintained_by": None}),
        ("organisers/kylayhdistys.md", {"name": "Kyläseura ry"}),
        ("organisers/kylayhdistys.md", {"open_until": "2026-12-12"}),
        ("organisers/kylayhdistys.md", {"open_until": "2026-11-30", "looks_for": "[people]"}),
        ("notices/kahvinkeittaja.md", {"until": "2026-11-30"}),
        ("notices/kahvinkeittaja.md", {"title": "Haemme keittäjää"}),
        ("pages/tietoa.md", {"title": "Meistä"}),
        ("network.yml", {"name": "Lehtijärvi"}),
        ("network.yml", {"languages": "[fi, sv]"}),
    ],
    ids=lambda value: value if isinstance(value, str) else ",".join(value),
)
def test_a_field(world: World, path: str, fields: dict[str, str | None]) -> None:
    _set(world, path, **fields)

    assert_same(world)


CHANGED = (
    "{every: week, until: 2027-05-27, changes: [{date: 2026-12-03, cancelled: yes},"
    " {date: 2026-12-10, start: 14:00, end: 16:00}, {date: 2027-01-07, start: 2027-01-05 13:00}]}"
)
DAYS = {"all_day": "yes", "start": "2027-01-15", "end": "2027-01-17", "duration": None}


def test_an_event_is_told_by_its_umbrella_its_parts_and_what_it_replaces(world: World) -> None:
    _event(world, "talvipaivat", **DAYS)
    _event(world, "avajaiset", part_of="talvipaivat")
    _event(world, "syyspaivat", replaced_by="avajaiset", status="postponed", reason="Sade")
    assert assert_same(world)

    _set(world, "events/avajaiset.md", title="Avaus")
    assert assert_same(world)
    _set(world, "events/talvipaivat.md", title="Lumipäivät")
    assert assert_same(world)
    _set(world, "events/avajaiset.md", access="members")
    assert assert_same(world)
    _set(world, "events/avajaiset.md", title="Avaus omalle väelle")
    assert assert_same(world)
    (world.content / "events/avajaiset.md").unlink()
    _set(world, "events/syyspaivat.md", replaced_by=None)
    assert assert_same(world)


def test_an_organiser_and_a_place_are_taken_down_with_what_names_them(world: World) -> None:
    """What a contribution removes goes in one step: files, and their names in other files."""
    shutil.copy(world.content / "organisers/kylayhdistys.md", world.content / "organisers/seura.md")
    _set(world, "organisers/seura.md", name="Seura", formerly="[kerho]", places="[mokki]")
    shutil.copy(world.content / "places/asematalo.md", world.content / "places/mokki.md")
    _set(world, "places/mokki.md", name="Mökki", can_host="[seura]", formerly="[huvila]")
    _set(world, "places/asematalo.md", can_host="[seura, kylayhdistys]")
    _set(world, SONGS, organisers="[kylayhdistys, seura]", place="mokki", needs="[lonely]")
    assert assert_same(world)

    for path in ("organisers/seura.md", "places/mokki.md"):
        (world.content / path).unlink()
    _set(world, "places/asematalo.md", can_host="[kylayhdistys]")
    _set(world, SONGS, organisers="[kylayhdistys]", place="asematalo")
    assert assert_same(world)
    assert not (world.output / "paikat" / "mokki").exists()
    assert not (world.output / "jarjestajat" / "kerho").exists()


@pytest.mark.parametrize("has_git", often([True], [False, True]))
def test_day_by_day(tmp_path: Path, *, has_git: bool) -> None:
    """Past changed dates, a Sunday, a notice's last day, an event of some days; and back."""
    world = new_world(tmp_path, has_git=has_git)
    _event(world, "talvipaivat", **DAYS)
    _event(world, "avajaiset", part_of="talvipaivat")
    _set(world, COFFEE, repeat=CHANGED)
    if world.repository is not None:
        world.repository.commit("2026-09-02T10:00:00Z")
    world.build()
    for day in ("12-02", "12-04", "12-06", "12-07", "12-11", "12-19"):
        world.today = date.fromisoformat(f"2026-{day}")
        assert assert_same(world)
    for day in ("01-01", "01-16", "01-18", "02-01", "11-30", "01-15"):
        world.today = date.fromisoformat(f"2027-{day}")
        assert assert_same(world)


def test_a_new_week_begins(tmp_path: Path) -> None:
    """On Monday lists show other days, though no event has passed since Sunday."""
    world = new_world(tmp_path, has_git=True)
    world.today = date(2026, 12, 6)
    world.build()

    world.today = date(2026, 12, 7)
    assert assert_same(world)


def test_a_feed_forgets_a_date_that_was_moved_there(tmp_path: Path) -> None:
    """A month later, while its series goes on elsewhere."""
    world = new_world(tmp_path, has_git=True)
    place = world.content / "places" / "asematalo.md"
    other = with_field(with_field(place.read_text(), "name", "Kota"), "rooms", None)
    (place.parent / "kota.md").write_text(other)
    moved = "{date: 2026-12-10, place: kota}"
    _set(world, COFFEE, repeat=f"{{every: week, until: 2027-05-27, changes: [{moved}]}}")
    assert world.repository is not None
    world.repository.commit("2026-09-02T10:00:00Z")
    world.today = date(2027, 1, 8)
    world.build()

    world.today = date(2027, 1, 12)
    assert assert_same(world)


@pytest.mark.parametrize("key", ["part_of", "replaced_by"])
def test_a_ring_is_refused_where_it_was_closed_far_away(world: World, key: str) -> None:
    """The problem is told in the file of `a`, which nobody has touched."""
    _event(world, "a", **{key: "b"})
    _event(world, "b", **{key: "c"})
    _event(world, "c")
    assert assert_same(world)

    _set(world, "events/c.md", **{key: "a"})
    assert not assert_same(world)


@pytest.mark.parametrize("path", [SONGS, "places/asematalo.md", "notices/kahvinkeittaja.md"])
def test_one_name_in_two_folders_is_refused(world: World, path: str) -> None:
    copy = (world.content / path).parent / "toinen" / Path(path).name
    copy.parent.mkdir()
    shutil.copy(world.content / path, copy)
    assert not assert_same(world)

    (world.content / path).unlink()
    assert assert_same(world)


def test_a_translation_without_its_original_is_refused(world: World) -> None:
    _set(world, "network.yml", languages="[fi, sv]")
    (world.content / "events/joululaulut.sv.md").write_text("---\ntitle: Julsånger\n---\n")
    world.build()
    (world.content / SONGS).unlink()

    assert not assert_same(world)


@pytest.mark.parametrize("name", ["outoa", "events/.piilo", "events/Iso Kansio", "impact"])
def test_an_empty_folder_is_seen(world: World, name: str) -> None:
    (world.content / name).mkdir()
    assert_same(world)

    (world.content / name).rmdir()
    assert assert_same(world)


@pytest.mark.parametrize("name", ["events/.idea", "events/node_modules", ".DS_Store", "README.md"])
def test_a_file_of_a_folders_name_is_seen(world: World, name: str) -> None:
    (world.content / name).write_text("x")
    assert_same(world)
    _set(world, SONGS, title="Laulut")
    assert_same(world)

    (world.content / name).unlink()
    assert assert_same(world)


def test_the_sample_is_known_by_all_its_things(tmp_path: Path) -> None:
    """`network.yml` warns of the first thing that is none of the sample, whichever it is."""
    world = new_world(tmp_path)
    _set(world, "network.yml", id=SAMPLE_NETWORK_ID)
    things = [
        file
        for folder in ("events", "places", "organisers", "notices")
        for file in sorted((world.content / folder).rglob("*.md"))
    ]
    for file in things:
        file.write_text(with_field(file.read_text(), "sample", "true"))
    assert SAMPLE_NETWORK_ID not in world.build().said
    event = world.content / "events" / "oma.md"
    other = things[0]

    other.write_text(with_field(other.read_text(), "sample", None))
    assert assert_same(world)
    assert SAMPLE_NETWORK_ID in world.build().said
    event.write_text(other.read_text())
    _set(world, "events/oma.md", room=None, formerly=None)
    assert assert_same(world)
    event.unlink()
    other.write_text(with_field(other.read_text(), "sample", "true"))
    assert assert_same(world)


def test_a_theme_behind_links_is_looked_into(world: World) -> None:
    elsewhere = world.folder / "shared"
    (world.theme / "templates").rename(elsewhere)
    (world.theme / "templates").symlink_to(elsewhere)
    assert assert_same(world)

    for file in elsewhere.rglob("*.html"):
        file.write_text(file.read_text().replace("<main", "<main data-new"))
    assert assert_same(world)


@pytest.mark.parametrize("target", ["user@host.4711:1", "."])
def test_a_link_to_nowhere_in_a_theme_is_none_of_ours(world: World, target: str) -> None:
    (world.theme / "templates" / ".#event.html").symlink_to(target)

    assert assert_same(world)


def _shallow(world: World, tmp_path: Path) -> Callable[..., None]:
    """The world moves into a clone of its newest commit; the function asks git in it."""
    assert world.repository is not None
    for day in range(2, 6):
        _set(world, SONGS, title=f"Laulut {day}")
        world.repository.commit(f"2026-09-0{day}T10:00:00Z")
    source = (tmp_path / "network").rename(tmp_path / "origin")

    def git(*arguments: str) -> None:
        subprocess.run(["git", *arguments], cwd=tmp_path, check=True, capture_output=True)

    git("clone", "--depth", "1", source.as_uri(), "network")
    return lambda *arguments: git("-C", "network", *arguments)


def test_a_history_that_grows_at_its_other_end(tmp_path: Path) -> None:
    world = new_world(tmp_path, has_git=True)
    git = _shallow(world, tmp_path)
    assert assert_same(world)

    git("fetch", "--deepen", "2")
    assert assert_same(world)
    git("fetch", "--unshallow")
    assert assert_same(world)


@pytest.mark.parametrize("file", [".gitignore", ".git/info/exclude"])
def test_what_git_ignores_has_not_changed(tmp_path: Path, file: str) -> None:
    """An untracked file of a landed thing makes it change today, unless it is ignored."""
    world = new_world(tmp_path, has_git=True)
    assert world.repository is not None
    (world.content / "events/joululaulut.sv.md").write_text("---\ntitle: Julsånger\n---\n")
    world.build()

    world.repository.write(file, "*.sv.md\n")
    assert_same(world)


def test_a_repository_comes_and_goes(world: World) -> None:
    assert assert_same(world)
    folder = world.folder / "network"
    subprocess.run(["git", "init", "--quiet", str(folder)], check=True)
    assert assert_same(world)
    (folder / ".git").rename(world.folder / "gone")
    assert assert_same(world)
