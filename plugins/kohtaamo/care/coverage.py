"""Where is nothing for whom: municipalities and audiences."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import timedelta
from operator import itemgetter
from typing import NamedTuple

from kohtaamo.care.report import Coverage, Gap
from kohtaamo.care.sight import Sight, dates_of
from kohtaamo.listings.facts import Facts

AHEAD = timedelta(weeks=4)
# Whom nothing can be missing for: it is no group.
_EVERYONE = "everyone"
_MUNICIPALITY, _AUDIENCE = "municipality", "audience"


class _Counted(NamedTuple):
    """Dates by municipality, and by municipality and audience."""

    dates: Mapping[str, int]
    audiences: frozenset[tuple[str, str]]


def coverage(sight: Sight) -> Coverage | None:
    """The audiences of the vocabulary that nothing is for in the next four weeks, by municipality.

    Counted are dates of events open to all that take place, in the municipality where they do
    (online and by phone: in those of the organisers), under every audience that the event names.
    An event for everyone counts for no group, one that names nobody for no audience. Of
    umbrella events the parts are counted. None when nothing is missing.
    """
    vocabularies = sight.edition.network.vocabularies
    audiences = {
        key: term for key, term in vocabularies.get("audiences", {}).items() if key != _EVERYONE
    }
    municipalities = vocabularies.get("municipalities", {})
    counted = _counted(sight)
    served = {audience for _, audience in counted.audiences}
    nowhere = [audience for audience in audiences if audience not in served]
    wanted = [audience for audience in audiences if audience in served]
    missing = {
        each: [one for one in wanted if (each, one) not in counted.audiences]
        for each in municipalities
        if wanted or not counted.dates.get(each)
    }
    gaps = [each for each, lacking in missing.items() if lacking or not counted.dates.get(each)]
    gaps.sort(key=lambda each: (counted.dates.get(each, 0) > 0, -len(missing[each]), each))
    if not (nowhere or gaps):
        return None
    return Coverage(
        until=sight.today + AHEAD,
        nowhere=tuple(audiences[each] for each in nowhere),
        count=len(gaps),
        gaps=tuple(
            Gap(
                municipality=municipalities[each].label,
                dates=counted.dates.get(each, 0),
                missing=tuple(audiences[one] for one in missing[each]),
            )
            for each in sight.shown(gaps)
        ),
    )


def _counted(sight: Sight) -> _Counted:
    dates: Counter[str] = Counter()
    audiences: set[tuple[str, str]] = set()
    first = sight.today.toordinal()
    for slug, facts in sight.events.items():
        is_over = sight.ends[slug] < first
        if is_over or not facts.is_listed or slug in sight.edition.umbrellas:
            continue
        named = [key for kind, key in facts.listings if kind == _AUDIENCE]
        for municipality, count in _by_municipality(sight, facts).items():
            dates[municipality] += count
            audiences.update((municipality, audience) for audience in named)
    return _Counted(dates, frozenset(audiences))


def _by_municipality(sight: Sight, facts: Facts) -> Mapping[str, int]:
    """How many dates of an event begin or go on in these weeks, by municipality."""
    first, last = sight.today.toordinal(), (sight.today + AHEAD).toordinal()
    dates = dates_of(facts)
    # By start: none of those that begin later is near.
    begun = dates[: bisect_right(dates, last, key=itemgetter(0))]
    coming = sum(end >= first for _, end in begun)
    if not coming:
        return {}
    if facts.visits:
        return Counter(_with_moved(sight, facts))
    return {key: coming for kind, key in facts.listings if kind == _MUNICIPALITY}


def _with_moved(sight: Sight, facts: Facts) -> Iterator[str]:
    """The municipalities of each date of an event some of whose dates are elsewhere."""
    own = [key for kind, key in facts.listings if kind == _MUNICIPALITY]
    for each in sight.edition.ahead[facts.slug]:
        is_near = each.first_day <= sight.today + AHEAD and each.last_day >= sight.today
        if is_near and each.takes_place:
            moved = each.place is not None and each.place != (facts.places or (None,))[0]
            place = sight.edition.known.places.get(each.place or "") if moved else None
            yield from place.municipalities[:1] if place is not None else own
