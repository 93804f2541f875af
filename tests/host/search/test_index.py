"""When the search index is made, stays, waits, or cannot be made."""

from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path

import pytest

from kohtaamo.host import render
from kohtaamo.host.search import index
from tests.conftest import files_below
from tests.host.memory.worlds import World, new_world

CAROLS = "events/joululaulut.md"


@pytest.fixture
def world(tmp_path: Path) -> World:
    """The small network, built once on a Monday."""
    world = new_world(tmp_path)
    world.today = date(2026, 11, 30)
    assert world.build().outcome.code == 0
    return world


def _index(world: World) -> Mapping[str, bytes]:
    return files_below(world.output / "pagefind")


def _clean_index(world: World) -> Mapping[str, bytes]:
    assert world.build_clean().outcome.code == 0
    return files_below(world.folder / "clean" / "pagefind")


def _written(world: World) -> bool:
    """Build; whether any file of the index was written or removed."""
    applied = world.build().outcome.applied
    assert applied is not None
    return any(path.startswith("pagefind/") for path in applied.changed)


def _edit(world: World, path: str, old: str, new: str) -> None:
    file = world.content / path
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), "utf-8")


def _is_asked(world: World, monkeypatch: pytest.MonkeyPatch) -> bool:
    """Build; whether records were asked for."""
    asked = []
    records_of = index.records_of
    # What another process asks for is not seen here.
    monkeypatch.setattr(render, "processes", lambda: 1)
    monkeypatch.setattr(index, "records_of", lambda edition: asked.append(1) or records_of(edition))
    world.build()
    return bool(asked)


def test_an_events_title_is_found_by_the_next_build(world: World) -> None:
    _edit(world, CAROLS, "Joululaulut asemalla", "Kauneimmat laulut")

    assert _written(world)
    found = b"".join(_index(world).values())
    assert b"Kauneimmat laulut" in found
    assert b"Joululaulut asemalla" not in found


def test_the_days_of_a_week_leave_it_alone(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    for _ in range(6):
        world.today += timedelta(days=1)
        assert not _is_asked(world, monkeypatch)
    world.today += timedelta(days=1)

    assert _is_asked(world, monkeypatch)


def test_a_closed_group_leaves_it_alone(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    (world.content / "events" / "varaus.yml").write_text(
        "access: closed\nplace: asematalo\nstart: 2026-12-14 10:00\nend: 11:00\n", "utf-8"
    )

    assert not _is_asked(world, monkeypatch)


def test_what_nobody_reads_in_a_record_leaves_it_alone(world: World) -> None:
    _edit(world, CAROLS, "price: free", "price: free\ndrop_in: yes")
    with (world.theme / "static" / "css" / "base.css").open("a") as style:
        style.write("/* */")

    assert not _written(world)
    assert _index(world) == _clean_index(world)


def test_a_file_of_it_that_was_deleted_or_changed_comes_back(world: World) -> None:
    before = _index(world)
    files = sorted((world.output / "pagefind").iterdir())
    files[0].unlink()
    files[1].write_bytes(b"x")

    assert _written(world)
    assert _index(world) == before


def test_it_can_be_left_to_the_next_build(world: World) -> None:
    before = _index(world)
    _edit(world, CAROLS, "Joululaulut asemalla", "Kauneimmat laulut")
    world.search_later = True

    assert not _written(world)
    assert not _written(world)
    assert _index(world) == before

    world.search_later = False
    assert _written(world)
    assert _index(world) == _clean_index(world)


def test_a_first_build_that_leaves_it_has_none(tmp_path: Path) -> None:
    world = new_world(tmp_path)
    world.search_later = True
    world.build()
    assert _index(world) == {}

    world.search_later = False
    assert _written(world)


def test_a_site_without_search_has_none_and_asks_for_no_words(world: World) -> None:
    page, words = world.output / "haku" / "index.html", ('role="search"', "/theme/search.js")
    assert _index(world)
    assert [each for each in words if each not in page.read_text("utf-8")] == []
    world.search = False

    world.build()

    assert _index(world) == {}
    shown = page.read_text("utf-8")
    assert [each for each in words if each in shown] == []
    assert "Kunnat" in shown


def test_a_site_for_peers_has_none(world: World) -> None:
    assert _index(world)
    world.profile = "peer"

    world.build()

    assert _index(world) == {}


def _fail(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """There is no such program on this machine."""
    world.pagefind = True
    monkeypatch.setenv("PAGEFIND_BINARY_PATH", "/nowhere/pagefind")


def test_a_preview_goes_on_without_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    world = new_world(tmp_path)
    _fail(world, monkeypatch)

    ended = world.build()

    assert ended.outcome.code == 0
    assert ended.said.splitlines()[-1] == (
        "Haku jää pois tästä esikatselusta, koska hakemistoa ei voitu tehdä (/nowhere/pagefind: No"
        " such file or directory). Muu sivusto on valmis. Asenna paketit uudelleen: python -m pip"
        " install -r requirements.lock."
    )
    assert (world.output / "index.html").exists()
    assert _index(world) == {}


def test_publishing_stops_without_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    world = new_world(tmp_path, "everything", has_git=True)
    world.publish = True
    _fail(world, monkeypatch)

    ended = world.build()

    assert ended.outcome.code == 1
    assert ended.said.splitlines()[-1] == (
        "Hakua varten ei voitu tehdä hakemistoa (/nowhere/pagefind: No such file or directory)."
        " Asenna paketit uudelleen: python -m pip install -r requirements.lock. Jos koneellesi"
        " ei ole pagefind-ohjelmaa, rakenna sivusto toisella koneella tai tee se ilman"
        " hakua: SEARCH = False. Entinen sivusto jäi ennalleen."
    )
    assert files_below(world.output) == {}
