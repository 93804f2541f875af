"""The file of a place's hours for maps, whole: what is said first, what is left out, and how.

The places are those of `tests/sites/hours/`, whose files say what each is about. After a change
that is meant, `KOHTAAMO_GOLDEN=write` writes the files in `right/` anew.
"""

import os
from pathlib import Path

import pytest

from kohtaamo.listings.edition import Edition
from kohtaamo.model.place import Place
from kohtaamo.publish.osm.file import hours_text
from kohtaamo.publish.osm.value import osm_value
from kohtaamo.schedule.civil_hours import Wanted
from kohtaamo.schedule.hours_plan import hours_plans
from kohtaamo.schedule.windows import year_of_months
from tests.conftest import SITES
from tests.editions import TODAY, edition_of
from tests.publish.osm.minutes import AT_ALL
from tests.publish.osm.networks import places_of

RIGHT = Path(__file__).parent / "right"


@pytest.fixture(scope="module")
def small() -> Edition:
    return edition_of(SITES / "small" / "content")


@pytest.mark.parametrize("slug", [place.slug for place in places_of("timetables")])
def test_what_each_place_says(slug: str, small: Edition) -> None:
    text = hours_text(small, _place(slug), hours_plans(_place(slug), *year_of_months(TODAY)))
    golden = RIGHT / f"{slug}.txt"
    if os.environ.get("KOHTAAMO_GOLDEN") == "write":
        golden.parent.mkdir(exist_ok=True)
        golden.write_bytes(text)

    assert text.decode() == golden.read_text("utf-8")


def test_nothing_else_is_kept() -> None:
    assert {file.stem for file in RIGHT.iterdir()} == {
        place.slug for place in places_of("timetables")
    }


def test_what_is_farthest_is_left_out_first_and_no_week_is_told_by_halves() -> None:
    plans = hours_plans(_place("pyhatupa"), *year_of_months(TODAY))
    week = "Mo-Th 09:00-12:00,13:00-17:30; Fr-Su 18:00-24:00"
    values = [osm_value(plans, Wanted(modes=AT_ALL), most) for most in (110, 100, 80)]

    assert [each and (each.text, str(each.until)) for each in values] == [
        (f"{week}; PH 12:00-16:00; 2026 Dec 24 09:00-12:00,13:00-17:30", "2027-05-31"),
        (f"{week}; 2026 Dec 6,2026 Dec 25-26 12:00-16:00", "2026-12-31"),
        None,
    ]


def _place(slug: str) -> Place:
    return next(each for each in places_of("timetables") if each.slug == slug)
