"""One network twice: in one a room is just taken, in the other a closed group says everything."""

from collections.abc import Mapping
from dataclasses import dataclass

import pytest

from tests.conftest import files_below
from tests.host.memory.worlds import Ended, World, new_world

from .telling import QUIET, Telling, telling, write


@pytest.fixture(scope="session")
def told() -> Telling:
    return telling()


@dataclass(frozen=True, kw_only=True)
class Twice:
    """`quiet` are the files of the first network; `world` is by now the second, built on from it.

    `ended` is how that went; its folder `clean` holds what is built of it alone.
    """

    quiet: Mapping[str, bytes]
    world: World
    ended: Ended


@pytest.fixture(scope="session")
def twice(tmp_path_factory: pytest.TempPathFactory, told: Telling) -> Twice:
    """Previews, with their report and components; what was told landed thrice, under two names."""
    world = new_world(tmp_path_factory.mktemp("leaks"), "everything", has_git=True)
    world.pagefind = True
    repository = world.repository
    assert repository is not None
    write(world.content, QUIET)
    repository.commit("2026-09-05T10:00:00Z")
    assert world.build().outcome.code == 0
    quiet = files_below(world.output)
    path, between = next(iter(told.files)), f"events/{told.mark('name in between')}.yml"
    for each in QUIET:
        repository.delete(f"content/{each}")
    write(world.content, told.files, told.picture)
    repository.commit("2026-10-06T10:00:00Z")
    repository.move(f"content/{path}", f"content/{between}")
    repository.commit("2026-10-07T10:00:00Z")
    repository.move(f"content/{between}", f"content/{path}")
    repository.commit("2026-11-08T10:00:00Z")
    ended = world.build()
    assert ended.outcome.code == world.build_clean().outcome.code == 0
    return Twice(quiet=quiet, world=world, ended=ended)
