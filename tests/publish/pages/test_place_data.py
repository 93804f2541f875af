"""The data of a place for search engines: its hours by schema.org's rules, and what else it says.

Read here by the letter of schema.org and by nothing of ours: a special specification that holds on
a day takes the place of all usual ones (`specialOpeningHoursSpecification`); `validFrom` and
`validThrough` are both included; a `closes` that is less than `opens` is on the next day, and equal
ones are no time at all.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from typing import Any

import pytest
from hypothesis import given, settings

from kohtaamo.model.place import Place
from kohtaamo.publish.html.json_ld import json_ld
from kohtaamo.publish.pages.hours_data import hours_data
from kohtaamo.schedule.hours_plan import hours_plans
from tests.often import often
from tests.publish.osm.minutes import AT_ALL, CLOSED, OPEN, UNKNOWN, Scheduled, wanted_of
from tests.publish.osm.networks import CONTENTS, YEARS, places_of
from tests.schedule.drawn_places import FIRST, LAST, PLACES

MINUTE, DAY = timedelta(minutes=1), timedelta(days=1)
Specification = Mapping[str, Any]


def is_valid(specification: Specification, day: date) -> bool:
    begin, end = specification.get("validFrom"), specification.get("validThrough")
    begun = begin is None or date.fromisoformat(begin) <= day
    return begun and (end is None or day <= date.fromisoformat(end))


def is_on(specification: Specification, day: date) -> bool:
    days = specification.get("dayOfWeek")
    named = [days] if isinstance(days, str) else days
    return named is None or f"{day:%A}" in named


def span_of(specification: Specification, day: date) -> tuple[datetime, datetime]:
    opens, closes = (time.fromisoformat(specification[each]) for each in ("opens", "closes"))
    end = datetime.combine(day + DAY if closes < opens else day, closes)
    # The last minute before midnight is how a day without an end is written.
    return datetime.combine(day, opens), end + MINUTE if closes == time(23, 59) else end


def read(
    usual: Sequence[Specification], special: Iterable[Specification], first: date, last: date
) -> bytes:
    """One sign for each minute from `first` to `last`."""
    signs = bytearray(CLOSED * (((last - first).days + 1) * 24 * 60))
    begin = datetime.combine(first, time())
    for number in range((last - first).days + 1):
        day = first + number * DAY
        specials = [each for each in special if is_valid(each, day)]
        for each in specials or [u for u in usual if is_valid(u, day) and is_on(u, day)]:
            opens, closes = ((at - begin) // MINUTE for at in span_of(each, day))
            signs[opens:closes] = OPEN * (closes - opens)
    return bytes(signs)


def says_the_hours(place: Place, first: date, last: date) -> None:
    plans, schedule = hours_plans(place, first, last), Scheduled(place, first, last)
    for wanted in (each for each in wanted_of(place) if each.modes == AT_ALL):
        # As it stands in a page.
        told = json.loads(json_ld({"@type": "Place", **hours_data(plans(wanted), last)}))
        usual = told.get("openingHoursSpecification", [])
        special = told.get("specialOpeningHoursSpecification", [])
        right = schedule.minutes(wanted).replace(UNKNOWN, CLOSED)
        assert read(usual, special, first, last) == right, (wanted, told)


@pytest.mark.parametrize("site", CONTENTS)
def test_the_hours_of_every_place_through_two_years(site: str) -> None:
    for place in places_of(site):
        for first, last in YEARS:
            says_the_hours(place, first, last)


@settings(derandomize=True, deadline=None, max_examples=often(15, 400))
@given(place=PLACES)
def test_the_hours_of_any_place_there_may_be(place: Place) -> None:
    says_the_hours(place, FIRST, LAST)


def test_nothing_ends_the_element_that_holds_data() -> None:
    name = '</script><!--<script> "x" \\ & \u2028 ]]>'
    written = json_ld({"@type": "Place", "name": name, "email": None, "geo": "", "lists": []})

    assert written == (
        '{"@context":"https://schema.org","@type":"Place","name":'
        '"\\u003c/script>\\u003c!--\\u003cscript> \\"x\\" \\\\ & \u2028 ]]>"}'
    )
    assert json.loads(written)["name"] == name
