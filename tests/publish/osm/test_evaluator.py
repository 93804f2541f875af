"""What we say in OpenStreetMap's words is what another program reads in them, for whole years."""

from datetime import date

import pytest
from hypothesis import given, settings

from kohtaamo.model.place import Place
from kohtaamo.publish.osm.value import osm_value
from kohtaamo.schedule.hours_plan import hours_plans
from tests.often import often
from tests.publish.osm.minutes import Scheduled, evaluated, wanted_of
from tests.publish.osm.networks import CONTENTS, YEARS, places_of
from tests.schedule.drawn_places import FIRST, LAST, PLACES

# Room for everything that a place may have.
NO_LIMIT = 100_000


@pytest.mark.parametrize("site", CONTENTS)
def test_every_place_through_two_years(site: str) -> None:
    for place in places_of(site):
        for first, last in YEARS:
            _agrees(place, first, last)


@settings(derandomize=True, deadline=None, max_examples=often(20, 400))
@given(place=PLACES)
def test_any_place_there_may_be(place: Place) -> None:
    _agrees(place, FIRST, LAST)


def _agrees(place: Place, first: date, last: date) -> None:
    """All of a place's hours in full, and as much of them as a value may hold."""
    plans, schedule = hours_plans(place, first, last), Scheduled(place, first, last)
    for wanted in wanted_of(place):
        right, value = schedule.minutes(wanted), osm_value(plans, wanted)
        if value is None or value.until is not None:
            whole = osm_value(plans, wanted, NO_LIMIT)
            assert whole is not None
            assert evaluated(whole.text, first, last) == right, (wanted, whole.text)
        if value is not None:
            until = value.until or last
            minutes = ((until - first).days + 1) * 24 * 60
            assert len(value.text) <= 255
            assert evaluated(value.text, first, until) == right[:minutes], (wanted, value.text)
