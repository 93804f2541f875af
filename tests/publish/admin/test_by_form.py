"""Files that the form has written are files of ours, and say what they said before.

`tests/sites/by-form/` was written by the program itself, in Chromium: of the site `everything` six
files were opened and one field was changed in each, a translation was added, and an event was made.
"""

import re
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from kohtaamo.addresses import reserved_slugs
from kohtaamo.content.load import Loaded, load
from tests.conftest import SITES
from tests.editions import TODAY

EVERYTHING = SITES / "everything" / "content"
WRITTEN = SITES / "by-form" / "content"


def loaded_from(content: Path) -> Loaded:
    return load(content, today=TODAY, reserved=reserved_slugs())


@pytest.fixture(scope="module")
def before() -> Loaded:
    return loaded_from(EVERYTHING)


@pytest.fixture(scope="module")
def after(tmp_path_factory: pytest.TempPathFactory) -> Loaded:
    content = Path(shutil.copytree(EVERYTHING, tmp_path_factory.mktemp("form") / "content"))
    for file in sorted(WRITTEN.rglob("*.md")):
        path = file.relative_to(WRITTEN)
        (content / path.parent).mkdir(parents=True, exist_ok=True)
        for old in (content / path.parts[0]).rglob(path.name):
            old.unlink()
        # The form shows what lies in a folder of its kind: who lay above it has moved there.
        for old in (content / path.parts[0]).glob(f"{path.stem}.*.md"):
            shutil.move(old, content / path.parent / old.name)
        shutil.copyfile(file, content / path)
    return loaded_from(content)


def told(thing: object) -> str:
    """All that a thing is, without the lines where it stands."""
    return re.sub(r"Origin\((?:[^()]|\([^()]*\))*\)", "", repr(thing))


def test_the_checker_finds_no_fault_in_them(before: Loaded, after: Loaded) -> None:
    assert before.problems == ()
    # True of the event that was made: at half past six that door is closed.
    assert [(each.path, each.code) for each in after.problems] == [
        ("events/merilahti/aijakerho-torstaisin.md", "outside-hours")
    ]


def test_but_for_what_was_changed_they_say_what_they_said(before: Loaded, after: Loaded) -> None:
    old, new = before.network, after.network
    for slug in ("talviuinti", "kirjapiiri"):
        event = replace(new.events[slug], title=old.events[slug].title)
        assert new.events[slug].title == f"{old.events[slug].title} (uusi)"
        assert told(event) == told(old.events[slug])
    assert told(replace(new.events["varaus-1"], start=old.events["varaus-1"].start)) == told(
        old.events["varaus-1"]
    )
    assert str(new.events["varaus-1"].start) == "2027-01-21 18:30:00"
    place = replace(new.places["simpukka"], name=old.places["simpukka"].name)
    assert told(place) == told(old.places["simpukka"])
    organiser = new.organisers["merilahden-martat"]
    assert told(replace(organiser, name=organiser.name.removesuffix(" (uusi)"))) == told(
        old.organisers["merilahden-martat"]
    )
    notice = replace(new.notices["talkoot"], title=old.notices["talkoot"].title)
    assert told(notice) == told(old.notices["talkoot"])


def test_a_translation_lies_beside_its_original(after: Loaded) -> None:
    assert (WRITTEN / "events" / "sarjat" / "neuvonta.sv.md").read_text("utf-8") == (
        "---\ntitle: Skuldrådgivning\n---\n"
    )
    assert after.network.events["neuvonta"].title == "Velkaneuvonta (uusi)"
    assert "sv" in after.network.events["neuvonta"].translations


def test_a_new_file_is_named_by_our_rules(after: Loaded) -> None:
    assert (WRITTEN / "events" / "merilahti" / "aijakerho-torstaisin.md").read_text("utf-8") == (
        "---\ntitle: 'Äijäkerho: torstaisin'\nstart: 2026-12-10 18.30\nduration: 1 h\n"
        "place: simpukka\norganisers:\n  - merilahden-martat\n---\n"
    )
    assert after.network.events["aijakerho-torstaisin"].place == "simpukka"
