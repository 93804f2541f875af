"""Publishing and previewing into one folder: neither leaves anything to the other."""

from pathlib import Path

from tests.host.memory.worlds import assert_same, new_world

PAGE = "komponentit/index.html"


def test_a_preview_leaves_nothing_for_the_public(tmp_path: Path) -> None:
    world = new_world(tmp_path, has_git=True)
    for publish in (True, False, True):
        world.publish = publish
        assert assert_same(world)
        assert (world.output / PAGE).exists() is not publish


def test_an_edit_of_an_event_leaves_it_as_it_is(tmp_path: Path) -> None:
    world = new_world(tmp_path, has_git=True)
    world.build()
    before = (world.output / PAGE).stat().st_mtime_ns
    event = min((world.content / "events").rglob("*.md"))
    event.write_text(event.read_text("utf-8") + "\nLisää sanoja.\n", "utf-8")

    assert assert_same(world)
    assert (world.output / PAGE).stat().st_mtime_ns == before


def test_an_edit_of_an_example_makes_it_anew(tmp_path: Path) -> None:
    world = new_world(tmp_path)
    world.build()
    examples = world.theme / "templates" / "components" / "said.yml"
    examples.write_text(
        examples.read_text("utf-8") + "  - {caption: Uusi, text: Aivan uusi}\n", "utf-8"
    )

    assert assert_same(world)
    assert "Aivan uusi" in (world.output / PAGE).read_text("utf-8")
