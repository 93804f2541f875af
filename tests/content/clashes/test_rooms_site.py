"""Rooms that are wanted twice, and doors that are shut: a folder of cases, files of contributors.

`tests/sites/rooms/expected.<language>.txt` is what the check says of them all. What looks like a
clash and is none has a case too, and no line.
"""

import os
from collections.abc import Mapping
from datetime import date

import pytest

from kohtaamo.addresses import reserved_slugs
from kohtaamo.content.load import Loaded, load
from kohtaamo.problems.catalogue import LANGUAGES, load_catalogue
from kohtaamo.problems.formats import as_report
from tests.conftest import SITES
from tests.content.clashes.minutes import colliding, turnarounds, uses_in

SITE = SITES / "rooms"
CONTENT = SITE / "content"
TODAY = date(2026, 12, 1)

# The folders of cases of which nothing is said, and why.
SILENT: Mapping[str, str] = {
    "ei-varattavissa": "a room that is not for others to book may be used by them all the same",
    "etana-mukaan": "some of those who register take part from afar",
    "kausi-pitkana": "open longer in summer",
    "keskiyo-koskettaa": "one ends at 24:00, the other begins at 0:00",
    "kevaan-tunti": "teardown and setup meet where an hour is left out",
    "kosketus": "the setup begins when the teardown ends",
    "lykatty": "a postponed event leaves its room free",
    "menneet": "both are over",
    "peruttu-kerta": "a cancelled date of a series leaves the room free",
    "peruttu-tapahtuma": "a cancelled event leaves its room free",
    "pyhat-pois": "the series is not there on public holidays",
    "sateenvarjo": "an umbrella event takes no room, its parts do",
    "siirtynyt-muualle": "a date that has moved to another place leaves the room free",
    "syksyn-toinen-tunti": "the setup is in the second of the two hours, the teardown in the first",
    "syksyn-tunti": "the hour that comes twice makes the pause long enough",
    "tauko": "a series has a break",
    "toinen-huone": "two rooms of one place",
    "valiaika-riittaa": "just as long as the turnaround",
    "vuoroviikoin": "even weeks and odd weeks",
}
ROOM_TAKEN = {"room-clash", "room-clash-with-itself", "room-turnaround"}


@pytest.fixture(scope="module")
def loaded() -> Loaded:
    return load(CONTENT, today=TODAY, reserved=reserved_slugs())


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_said_of_them(loaded: Loaded, language: str) -> None:
    said = as_report(loaded.problems, load_catalogue(language), "content") + "\n"
    file = SITE / f"expected.{language}.txt"
    if os.environ.get("KOHTAAMO_GOLDEN") == "write":
        file.write_text(said, "utf-8")

    assert said == file.read_text("utf-8")


def test_each_case_has_its_line_or_is_silent(loaded: Loaded) -> None:
    cases = {file.name for file in (CONTENT / "events").iterdir()}
    named = {each.path.split("/")[1] for each in loaded.problems}

    assert cases - named == set(SILENT)
    assert len(named) == 43


def test_the_same_files_clash_as_minute_by_minute(loaded: Loaded) -> None:
    """Another reckoning, of minutes in UTC, finds the same pairs and no others."""
    found = {
        frozenset((each.path, each.values.get("other", each.path)))
        for each in loaded.problems
        if each.code in ROOM_TAKEN
    }

    assert found == colliding(uses_in(CONTENT, TODAY), turnarounds(CONTENT))
