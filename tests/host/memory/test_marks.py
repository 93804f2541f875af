"""What one build carries over from another is marked as a build from nothing marks it."""

import shutil
from collections.abc import Mapping

import pytest

from kohtaamo.host import build
from kohtaamo.host.memory.knowledge import recall_rows
from kohtaamo.host.memory.state import recall_written, store_of
from kohtaamo.publish.output import Output
from tests.host.memory.fields import with_field
from tests.host.memory.shelf import Shelf
from tests.host.memory.worlds import World

TALE = "events/kaamoskyla/satutuokio.md"
OPENING = "events/merilahti/avajaiset.md"
HARBOUR = "events/merilahti/satamapaivat.md"
RECORDS = "events/merilahti/levyraati.md"
BOARD = "events/kaamoskyla/hallituksen-kokous.md"
ALL = 892


@pytest.fixture
def world(shelf: Shelf) -> World:
    """The network `everything`, landed and built once."""
    return shelf.take("everything", has_git=True)


def _edit(world: World, path: str, **fields: str | None) -> None:
    file = world.content / path
    text = file.read_text()
    for key, value in fields.items():
        text = with_field(text, key, value)
    file.write_text(text)


def _named(world: World) -> list[int]:
    """Build, and say how many outputs were named, as often as any were."""
    found: list[int] = []
    outputs_of = build.outputs_of

    def noting(*arguments: object) -> tuple[Output, ...]:
        outputs = outputs_of(*arguments)  # type: ignore[arg-type]
        found.append(len(outputs))
        return outputs

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(build, "outputs_of", noting)
        assert world.build().outcome.code == 0
    return found


def _kept(world: World) -> tuple[Mapping[str, tuple[str, str]], Mapping[str, str]]:
    """The mark and the owner of every output, the marks of every event."""
    store = store_of(world.memory, world.output)
    names = store.read_list()
    written = recall_written(store, names)
    assert written is not None
    rows = recall_rows(store, names)
    return {path: (mark, owner) for path, (_, _, mark, owner) in written.items()}, dict(rows)


def _assert_marked_alike(world: World) -> None:
    carried = _kept(world)
    shutil.rmtree(world.memory)
    assert world.build().outcome.code == 0
    assert carried == _kept(world)


# How many of 892 outputs are named: those that the edit may touch. When these turn out to lie at
# other addresses than before, all of them after that.
EDITS = (
    (TALE, {"title": "Satuhetki"}, [175]),
    (TALE, {"start": "2027-03-09 12:30", "end": "13:00"}, [176]),
    (TALE, {"needs": "[lonely]"}, [191]),
    (TALE, {"place": "kaamostupa", "stop": None}, [193]),
    (TALE, {"status": "cancelled", "reason": "Pakkanen"}, [187]),
    (TALE, {"access": "members"}, [188]),
    (TALE, {"formerly": "[tarinat]"}, [179, 896]),
    (OPENING, {"title": "Avaus"}, [384]),
    (OPENING, {"part_of": None}, [384]),
    (HARBOUR, {"title": "Lumipäivät"}, [384]),
    (RECORDS, {"title": "Levyilta"}, [240]),
    (BOARD, {"title": "Kokous"}, [113]),
)


@pytest.mark.parametrize(("path", "fields", "named"), EDITS)
def test_an_edit(world: World, path: str, fields: dict[str, str | None], named: list[int]) -> None:
    _edit(world, path, **fields)

    assert _named(world) == named
    _assert_marked_alike(world)


def test_a_landing(world: World) -> None:
    """What was edited lands as it is: only when it changed is another day."""
    assert world.repository is not None
    _edit(world, TALE, title="Satuhetki")
    world.build()
    world.repository.commit("2026-11-02T10:00:00Z")

    assert _named(world) == [175]
    _assert_marked_alike(world)


def test_a_landing_of_what_is_told_everywhere(world: World) -> None:
    """A place that has landed is told of by its events and its municipality."""
    assert world.repository is not None
    _edit(world, "places/kaamoskyla/kaamostupa.md", name="Tupa")
    assert _named(world) == [ALL]
    world.repository.commit("2026-11-02T10:00:00Z")
    _edit(world, TALE, title="Satuhetki")

    assert _named(world) == [ALL]
    _assert_marked_alike(world)


def test_a_touched_output(world: World) -> None:
    """Where the output is not as it was left, nothing in it is taken as known."""
    (world.output / "paikat" / "index.html").unlink()
    _edit(world, TALE, title="Satuhetki")

    assert _named(world) == [ALL]
    _assert_marked_alike(world)
