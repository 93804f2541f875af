"""Publishing and previewing into one folder: neither leaves anything to the other."""

from pathlib import Path

from tests.conftest import SITES
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


REPORT = "raportti/index.html"


def test_the_report_knows_of_pictures_that_nobody_shows_and_notices_that_are_over(
    tmp_path: Path,
) -> None:
    world = new_world(tmp_path)
    world.build()
    pictures = world.content / "images"
    pictures.mkdir()
    neglected = SITES / "neglected" / "content" / "images" / "vanha.png"
    (pictures / "kaapissa.png").write_bytes(neglected.read_bytes())
    assert assert_same(world)
    assert "content/images/kaapissa.png" in (world.output / REPORT).read_text("utf-8")

    notice = world.content / "notices" / "kahvinkeittaja.md"
    text = notice.read_text("utf-8")
    notice.write_text(text.replace("until: 2027-01-31", "until: 2026-11-20"), "utf-8")
    assert assert_same(world)
    assert "content/notices/kahvinkeittaja.md:4" in (world.output / REPORT).read_text("utf-8")
    # It was on no board before, and is on none after.
    notice.write_text(text.replace("until: 2027-01-31", "until: 2026-11-25"), "utf-8")
    assert assert_same(world)
    assert "päättyi 25.11.2026" in (world.output / REPORT).read_text("utf-8")
