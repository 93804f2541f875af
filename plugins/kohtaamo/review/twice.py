"""Organisers who would have to be at two places at once.

Municipalities and wellbeing services counties have people for many places, and are left out; so
are events with several organisers on both sides, where another one may be in charge, parts of one
umbrella event, and what lasts longer than anybody stays.
"""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from kohtaamo.content.rules.rule import problem_at
from kohtaamo.listings.table import municipalities_of
from kohtaamo.model.event import Event
from kohtaamo.model.network import Network
from kohtaamo.model.organiser import Sector
from kohtaamo.problems.problem import Problem
from kohtaamo.review import meetings as meet
from kohtaamo.review.dates import Counts, dates_from, shared
from kohtaamo.review.spots import Spot, compared
from kohtaamo.schedule.occurrence import Occurrence

_MANY_PEOPLE = frozenset({Sector.MUNICIPALITY, Sector.WELLBEING_COUNTY})
# An exhibition is open all day, and its makers are elsewhere.
_LONGEST = timedelta(hours=10)


def at_two_places(network: Network, touched: Iterable[Event], today: date) -> Iterator[Problem]:
    """One problem for each organiser of a touched event and each other event at the same time.

    Of two touched ones that is named which comes first among them; of one event at most so many
    (`meetings.MOST`). What is held only from afar is at no place.
    """
    dates = dates_from(today)
    index = meet.by_key(network, lambda event: event.organisers)
    settled: set[frozenset[str]] = set()
    for event in touched:
        small = {slug for slug in event.organisers if not _has_many_people(network, slug)}
        found = 0
        for other in meet.neighbours(index, small, event):
            pair = frozenset((event.slug, other.slug))
            if found == meet.MOST:
                break
            if pair in settled or not _must_be_there(event, other):
                continue
            common = shared(dates(event), dates(other), _elsewhere(network, event, other))
            if common is not None:
                found += 1
                settled.add(pair)
                organiser = network.organisers[min(small.intersection(other.organisers))].name
                yield problem_at(
                    event.origin,
                    "organisers",
                    "organiser-at-two-places",
                    organiser=organiser,
                    other=other.origin.path,
                    **meet.told(common),
                )


def _has_many_people(network: Network, slug: str) -> bool:
    organiser = network.organisers.get(slug)
    return organiser is None or organiser.sector in _MANY_PEOPLE


def _must_be_there(one: Event, other: Event) -> bool:
    if meet.are_one_whole(one, other) or meet.share_umbrella(one, other):
        return False
    return one.on_site and other.on_site and 1 in {len(one.organisers), len(other.organisers)}


def _elsewhere(network: Network, one: Event, other: Event) -> Counts:
    """Whether two dates meet at two places; a changed date may have moved to another one."""
    is_usual = not _is_at_one_place(network, one, other)

    def counts(own: Occurrence, beside: Occurrence) -> bool:
        if any(meet.lasts_longer(each, _LONGEST) for each in (own, beside)):
            return False
        if not meet.overlap(own, beside):
            return False
        has_moved = own.place != one.place or beside.place != other.place
        return own.place != beside.place if has_moved else is_usual

    return counts


def _is_at_one_place(network: Network, one: Event, other: Event) -> bool:
    """Rooms of one place are near; of what is said only in part nothing is claimed."""
    if one.place and other.place:
        same_stop = one.stop == other.stop or None in {one.stop, other.stop}
        return one.place == other.place and same_stop
    if compared(network, one, other) is not Spot.OTHER:
        return True
    return not (municipalities_of(one, network) and municipalities_of(other, network))
