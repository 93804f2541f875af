"""Whatever a closed group says, every byte of the site is as if it had said nothing."""

from datetime import datetime
from pathlib import Path

from kohtaamo.ids import busy_id, item_id
from tests.conftest import files_below
from tests.host.memory.worlds import differences, new_world

from .conftest import Twice
from .haystack import leaks
from .telling import Telling, unmarked, write

# Beside a place these are errors; a price is amounts or a text.
_ELSEWHERE = {("location", "name"), ("event", "price")} | {
    ("address", key) for key in ("street", "postcode", "town", "directions")
}


def test_every_text_is_said(told: Telling) -> None:
    """A field that people write text in, and that is not here, would leak unseen."""
    assert unmarked(told) == _ELSEWHERE
    assert len(set(told.marks.values())) == len(told.marks) > 30


def test_the_site_is_the_same_to_a_byte(twice: Twice, told: Telling) -> None:
    """Names of files, pages, counts, calendars, feeds, dates, identities, pictures, the report."""
    loud = files_below(twice.world.folder / "clean")

    assert len(loud) > 500
    assert [path for path in {*twice.quiet, *loud} if twice.quiet.get(path) != loud.get(path)] == []
    assert leaks(loud, told.marks) == []


def test_an_edit_of_what_it_says_touches_no_file(twice: Twice) -> None:
    """Not even the days on which files changed tell that something was written of the group."""
    applied = twice.ended.outcome.applied

    assert applied is not None
    assert (applied.written, applied.removed) == (0, 0)
    assert files_below(twice.world.output) == twice.quiet


def test_its_identity_is_made_of_room_and_time(twice: Twice, told: Telling) -> None:
    """Whoever guesses a name can compute nothing that would show it to be right."""
    guessed = [
        str(item_id("meri-ja-kaamos", "event", told.marks[each]))
        for each in ("slug", "event.formerly")
    ]
    files = files_below(twice.world.output)
    busy = files["paikat/kaamostupa/rooms/tupa.ics"].decode()

    assert [path for path, body in files.items() for each in guessed if each.encode() in body] == []
    for start in ("2026-12-08T13:45", "2026-12-22T15:45"):
        moment = datetime.fromisoformat(start)
        assert str(busy_id("meri-ja-kaamos", "kaamostupa", "tupa", moment)) in busy


def test_a_faulty_file_of_a_group_is_left_out_whole(tmp_path: Path, told: Telling) -> None:
    """Here `access: closed` stands in a comment: read as it is written, the group would be open."""
    world = new_world(tmp_path, "everything")
    world.quarantine = True
    assert world.build().outcome.code == 0
    path, text = next(iter(told.files.items()))
    write(world.content, {path: text.replace("access: closed", "# access: closed")})
    ended = world.build_clean()

    assert ended.outcome.code == 3
    assert [each.path for each in ended.outcome.left_out] == [path]
    assert differences(world.output, tmp_path / "clean") == []
    assert _said_beside_names(ended.said, told) == []


def test_beside_another_faulty_file_nothing_is_told(tmp_path: Path, told: Telling) -> None:
    """Nor of what the group named: an organiser that is left out is taken from it in silence."""
    world = new_world(tmp_path, "everything")
    world.quarantine = True
    write(world.content, told.files, told.picture)
    write(world.content, {"organisers/merilahden-martat.md": "---\nnimi: Martat\n---\n"})
    ended = world.build()

    assert ended.outcome.code == 3
    assert leaks(files_below(world.output), told.marks) == []
    assert b"varattu" in files_below(world.output)["paikat/kaamostupa/tilat/tupa/index.html"]
    assert _said_beside_names(ended.said, told) == []
    path = next(iter(told.files))
    assert [line for line in ended.said.splitlines() if path in line and "”merila" in line] == []


def test_the_memory_knows_names_and_no_text(twice: Twice, told: Telling) -> None:
    """It stays on the machine, or in the forge's cache; what stands there is in git anyway."""
    found = leaks(files_below(twice.world.memory), told.marks)
    names = {"slug", "name in between", "folder", "picture", "folder of the picture"}

    assert {line.partition(": ")[2] for line in found} <= {*names, "event.formerly"}


def _said_beside_names(said: str, told: Telling) -> list[str]:
    """What a build tells of the group beside where its file lies."""
    found = leaks({"said": said.encode()}, told.marks)
    return [line for line in found if line not in {"said: slug", "said: folder"}]
