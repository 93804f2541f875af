"""`opening_hours.txt` of a place: its hours for whoever draws maps, in OpenStreetMap's own words.

One `key=value` a line, ready to be copied; what begins with `#` is for people. A travelling place
has a part for each of its stops. Notes are left out: a value holds nothing that anybody wrote.
"""

from collections.abc import Iterator

from kohtaamo.listings.edition import Edition
from kohtaamo.model.place import Mode, Place
from kohtaamo.model.translation import said
from kohtaamo.publish.about_event import addresses_in
from kohtaamo.publish.osm.value import MOST_CHARACTERS, NEVER, osm_value
from kohtaamo.schedule.civil_hours import Wanted
from kohtaamo.schedule.hours_plan import Plans
from kohtaamo.schedule.regular_hours import travels
from kohtaamo.schedule.windows import year_of_months

HOURS_TEXT_FILE = "opening_hours.txt"
MEDIA_TYPE = "text/plain"
# Whoever comes with an appointment is let in, and nobody else: that is not open.
OPEN_AT_ALL = frozenset({Mode.STAFFED, Mode.SELF_SERVICE, Mode.GUIDANCE})
_KEY = "opening_hours"


def hours_text_address(edition: Edition, slug: str) -> str:
    """`/paikat/<slug>/opening_hours.txt`, in the first language only: it has hardly any words."""
    return addresses_in(edition, edition.first_language).place(slug) + HOURS_TEXT_FILE


def hours_text(edition: Edition, place: Place, plans: Plans) -> bytes:
    """The whole file; `plans` are the place's for the year of months that has begun."""
    first, last = year_of_months(edition.today)
    page = addresses_in(edition, edition.first_language).place(place.slug)
    head = (
        f"# {said(place, 'name', edition.first_language).text}",
        f"# {edition.site_url}{page}",
        f"# {first.isoformat()}/{last.isoformat()}",
    )
    lines = _of_stops(place, plans) if travels(place) else _lines(place, plans, None)
    return "\n".join((*head, *lines, "")).encode()


def _of_stops(place: Place, plans: Plans) -> Iterator[str]:
    for stop in place.stops:
        yield from ("", f"# {stop.name}", *_lines(place, plans, stop.id))


def _lines(place: Place, plans: Plans, stop: str | None) -> Iterator[str]:
    """Open at all first, then each mode that the place has; nothing is said of what never is."""
    modes = {hours.mode for hours in place.all_hours()}
    asked = [
        (_KEY, OPEN_AT_ALL),
        *(
            (f"{_KEY}:{mode.replace('-', '_')}", frozenset({mode}))
            for mode in Mode
            if mode in modes
        ),
    ]
    for key, some in asked:
        value = osm_value(plans, Wanted(modes=some, stop=stop))
        if value is None:
            yield f"# {key}: more than {MOST_CHARACTERS} characters"
        elif value.text != NEVER:
            if value.until is not None:
                yield f"# {key}: until {value.until.isoformat()}"
            yield f"{key}={value.text}"
