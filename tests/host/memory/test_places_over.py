"""A place that is over, or leaves a municipality, changes other pages than its own."""

from datetime import date
from pathlib import Path

from tests.host.memory.worlds import assert_same, new_world
from tests.often import often

# The kiosk's last day, and over; its bus has left a municipality. Then a cabin is opened, and the
# bus is over too.
DAYS = ("2026-11-29", "2026-11-30", "2026-12-10", "2026-12-03", "2027-02-25")


def test_nothing_but_the_day_has_changed(tmp_path: Path) -> None:
    world = new_world(tmp_path, "hours", has_git=True)
    network = world.content / "network.yml"
    # One language does: what is listed where is the same in all.
    network.write_text(network.read_text("utf-8").replace("[fi, sv, en, selko]", "[fi]"), "utf-8")
    # What has landed is not as of today: nothing but what days make of it can be another one.
    assert world.repository is not None
    world.repository.commit("2026-09-02T10:00:00Z")
    for day in DAYS[: often(3, len(DAYS))]:
        world.today = date.fromisoformat(day)
        assert assert_same(world), day


def test_a_room_that_cannot_be_booked_is_told_of_its_place(tmp_path: Path) -> None:
    """Its page goes by the week, and says on a Thursday that the place was closed on Wednesday."""
    world = new_world(tmp_path, has_git=True)
    file = world.content / "places" / "asematalo.md"
    file.write_text(file.read_text("utf-8").replace("---\n", "---\nopen_until: 2026-12-02\n", 1))
    assert world.repository is not None
    world.repository.commit("2026-09-02T10:00:00Z")
    world.today = date(2026, 12, 2)
    world.build()

    world.today = date(2026, 12, 3)
    assert assert_same(world)
