"""Places whose facts nobody has verified, and places where nothing is on."""

from datetime import date

from dateutil.relativedelta import relativedelta

from kohtaamo.care.report import Finding, Section, Topic
from kohtaamo.care.sight import Sight, label_of, places_in_use
from kohtaamo.model.place import Place

_MONTHS_VERIFIED = 12


def unchecked_places(sight: Sight) -> Section | None:
    """Places verified 12 months ago or longer, the oldest first; then those never verified."""
    latest = sight.today - relativedelta(months=_MONTHS_VERIFIED)
    found = [
        place for place in places_in_use(sight) if place.checked is None or place.checked <= latest
    ]
    found.sort(key=lambda place: (place.checked or date.max, place.slug))
    findings = tuple(_unchecked(place) for place in found[: sight.most])
    return Section(topic=Topic.UNCHECKED, count=len(found), findings=findings) if found else None


def _unchecked(place: Place) -> Finding:
    return Finding(
        topic=Topic.UNCHECKED,
        says="checked-long-ago" if place.checked else "never-checked",
        path=place.origin.path,
        line=place.origin.line("checked"),
        name=label_of(place, "name"),
        day=place.checked,
    )


def quiet_places(sight: Sight) -> Section | None:
    """Places in use without an event ahead that takes place there, open to all or for members.

    A single date that a change moves there is one. Not asked are places that have not opened yet,
    and those without an address or a stop: a phone line is something to take part in by itself.
    """
    busy = _with_events(sight)
    found = [
        place
        for place in places_in_use(sight)
        if place.slug not in busy and (place.address is not None or place.stops)
        if place.open_from is None or place.open_from <= sight.today
    ]
    findings = tuple(
        Finding(
            topic=Topic.QUIET_PLACES,
            says="place-quiet",
            path=place.origin.path,
            name=label_of(place, "name"),
        )
        for place in found[: sight.most]
    )
    return Section(topic=Topic.QUIET_PLACES, count=len(found), findings=findings) if found else None


def _with_events(sight: Sight) -> frozenset[str]:
    busy: set[str] = set()
    today = sight.today.toordinal()
    for slug, facts in sight.events.items():
        if sight.ends[slug] < today:
            continue
        if facts.visits:
            dates = sight.edition.ahead[slug]
            coming = (each for each in dates if each.takes_place and each.last_day >= sight.today)
            busy.update(each.place for each in coming if each.place)
        else:
            busy.update(facts.places)
    return frozenset(busy)
