"""A clash that was there before is not made anew by an event that takes what was free."""

import shutil
from datetime import date
from pathlib import Path

from kohtaamo.addresses import reserved_slugs
from kohtaamo.content.load import load
from kohtaamo.review.findings import findings_of
from kohtaamo.review.touched import Contribution, Side, Touch
from tests.conftest import SITES

TODAY = date(2026, 12, 1)
LUNCH = "events/kolme/lounas.md"


def _side(content: Path) -> Side:
    loaded = load(content, today=TODAY, reserved=reserved_slugs())
    slugs = {"event": frozenset(loaded.network.events)}
    return Side(network=loaded.network, slugs=slugs, problems=loaded.problems, words=loaded.words)


def _free_for_talk(side: Side) -> list[str]:
    return [each.values["free"] for each in side.problems if each.path == "events/kolme/puhe.md"]


def test_what_was_free_and_is_taken_now_makes_no_new_clash(tmp_path: Path) -> None:
    site = SITES / "rooms" / "content"
    for part in ("network.yml", "vocabularies", "organisers", "places/kolme.md", "events/kolme"):
        copy = shutil.copytree if (site / part).is_dir() else shutil.copy
        (tmp_path / part).parent.mkdir(parents=True, exist_ok=True)
        copy(site / part, tmp_path / part)
    after = _side(tmp_path)
    (tmp_path / LUNCH).unlink()
    before = _side(tmp_path)
    found = findings_of(
        Contribution(
            before=before,
            after=after,
            files={LUNCH: Touch.ADDED},
            outside={},
            repositories=frozenset(),
            folder="content",
            lost=(),
            secret=frozenset(),
            is_uncommitted=False,
        ),
        TODAY,
    )

    assert _free_for_talk(before) == ["11:00–22:00"]
    assert _free_for_talk(after) == ["13:00–22:00"]
    assert [(each.problem.path, each.problem.code) for each in found.own if each.is_error] == [
        (LUNCH, "room-clash"),
        (LUNCH, "room-clash"),
    ]
    assert found.errors_elsewhere == 1
