"""One network twice: in one a room is just taken, in the other a closed group says everything."""

import pytest

from tests.conftest import files_below
from tests.host.memory.worlds import World, new_world

from .telling import QUIET, Telling, telling, write


@pytest.fixture(scope="session")
def told() -> Telling:
    return telling()


@pytest.fixture(scope="session")
def quiet(tmp_path_factory: pytest.TempPathFactory) -> World:
    """Built as a preview, with its report and its components."""
    world = new_world(tmp_path_factory.mktemp("quiet"), "everything", has_git=True)
    write(world.content, QUIET)
    return _landed(world, "2026-09-05T10:00:00Z")


@pytest.fixture(scope="session")
def loud(tmp_path_factory: pytest.TempPathFactory, told: Telling) -> World:
    """It landed on another day, was changed twice, and had another name in between."""
    world = new_world(tmp_path_factory.mktemp("loud"), "everything", has_git=True)
    assert world.repository is not None
    path = next(iter(told.files))
    write(world.content, told.files, told.picture)
    world.repository.commit("2026-10-06T10:00:00Z")
    world.repository.move(f"content/{path}", f"content/events/{told.mark('name in between')}.yml")
    world.repository.commit("2026-10-07T10:00:00Z")
    world.repository.move(f"content/events/{told.marks['name in between']}.yml", f"content/{path}")
    return _landed(world, "2026-11-08T10:00:00Z")


def _landed(world: World, at: str) -> World:
    assert world.repository is not None
    world.repository.commit(at)
    ended = world.build()
    assert ended.outcome.code == 0, ended.said
    assert len(files_below(world.output)) > 500
    return world
