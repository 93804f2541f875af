"""Whatever is edited, whatever happens: a build with a memory is as good as a clean one.

It writes the same bytes, refuses the same, and says the same.
"""

import shutil
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, Phase, given, note, settings
from hypothesis import strategies as st

from tests.host.memory.accidents import (
    a_build_without_room,
    a_killed_build,
    damaged_memory,
    kept_memory,
    touched_output,
)
from tests.host.memory.edits import EDITS, Edit
from tests.host.memory.worlds import assert_same, new_world
from tests.often import often

ACCIDENTS: tuple[Edit, ...] = (
    *(damaged_memory, kept_memory, touched_output, a_killed_build, a_build_without_room),
)
KINDS = (EDITS, EDITS, EDITS, ACCIDENTS)
STEPS = often(4, 6)


@settings(
    derandomize=True,
    deadline=None,
    database=None,
    max_examples=often(2, 10),
    # Making an example smaller would build for minutes; what was done is noted.
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)
@given(chance=st.randoms(use_true_random=True), has_git=st.booleans())
def test_any_edits_in_any_order(
    tmp_path_factory: pytest.TempPathFactory, chance: Random, has_git: bool
) -> None:
    folder = tmp_path_factory.mktemp("world")
    world = new_world(folder, "everything", has_git=has_git)
    world.build()
    good = Path(shutil.copytree(world.content, folder / "good"))
    for _ in range(STEPS):
        edits = [chance.choice(chance.choice(KINDS)) for _ in range(chance.choice((1, 1, 2)))]
        for edit in edits:
            note(edit(world, chance.choice))
        if assert_same(world, was_killed=a_killed_build in edits):
            _replace(good, world.content)
        elif chance.choice((True, False)):
            note("mended")
            _replace(world.content, good)
    shutil.rmtree(folder)


def _replace(folder: Path, source: Path) -> None:
    shutil.rmtree(folder)
    shutil.copytree(source, folder)
