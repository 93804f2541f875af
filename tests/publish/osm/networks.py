"""The places whose hours are looked at: of the sample, and of the tests' own networks."""

from datetime import date
from functools import cache

from kohtaamo.addresses import reserved_slugs
from kohtaamo.content.load import load
from kohtaamo.model.place import Place
from tests.conftest import ROOT, SITES
from tests.editions import TODAY

CONTENTS = {
    "sample": ROOT / "content",
    "laakso": ROOT / "tests" / "publish" / "site" / "content",
    **{site: SITES / site / "content" for site in ("everything", "small", "timetables")},
}
PLACES_OF = {"sample": 8, "laakso": 2, "everything": 3, "small": 1, "timetables": 10}
# The year with the clocks' changes of 2026, and the year from today on with those of 2027.
YEARS = ((date(2026, 1, 1), date(2026, 12, 31)), (TODAY, date(2027, 11, 30)))


@cache
def places_of(site: str) -> tuple[Place, ...]:
    """All places of a network: as many as were counted once, so that none is passed over."""
    loaded = load(CONTENTS[site], today=TODAY, reserved=reserved_slugs())
    places = tuple(loaded.network.places.values())
    assert len(places) == PLACES_OF[site]
    return places
