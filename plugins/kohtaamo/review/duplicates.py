"""Events that seem to have been written down twice.

Two are taken for one when their titles say the same, they are at the same spot, and they begin on
the same day at about the same time. What looks alike for a good reason is left alone: parts of one
umbrella event unless all is the same, groups of one organiser at another hour or in another room,
groups with numbers, and titles that are only translated alike.
"""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from kohtaamo.content.rules.rule import problem_at
from kohtaamo.listings.table import municipalities_of
from kohtaamo.model.event import Event
from kohtaamo.model.network import Network
from kohtaamo.model.translation import said
from kohtaamo.problems.problem import Problem
from kohtaamo.review import meetings as meet
from kohtaamo.review.dates import dates_from, shared
from kohtaamo.review.spots import Spot, compared, place_names
from kohtaamo.review.titles import alike, bare, same
from kohtaamo.schedule.moments import clock_of
from kohtaamo.schedule.occurrence import Occurrence

# Who writes the same event down twice seldom errs by more.
_ABOUT = timedelta(hours=1)


def duplicates(network: Network, touched: Iterable[Event], today: date) -> Iterator[Problem]:
    """One problem for each touched event and each other one that seems to be the same.

    Of two touched ones that is named which comes first among them; of one event at most so many
    (`meetings.MOST`). Events without readable times, closed groups, and what is off are left out.
    """
    dates = dates_from(today)
    index = meet.by_key(network, lambda event: municipalities_of(event, network))
    settled: set[frozenset[str]] = set()
    for event in touched:
        found = 0
        for other in meet.neighbours(index, municipalities_of(event, network), event):
            pair = frozenset((event.slug, other.slug))
            if found == meet.MOST:
                break
            if pair in settled or not _may_be_one(network, event, other):
                continue
            common = shared(dates(event), dates(other), _is_same_time)
            if common is not None:
                found += 1
                settled.add(pair)
                yield problem_at(
                    event.origin,
                    "title",
                    "likely-duplicate",
                    title=other.title,
                    other=other.origin.path,
                    **meet.told(common),
                )


def _is_same_time(one: Occurrence, other: Occurrence) -> bool:
    """Whole days on the same day; else at about the same time, and not one after the other."""
    if one.all_day or other.all_day:
        return one.all_day and other.all_day
    begun = meet.apart(one, other)
    return begun <= _ABOUT and (not begun or meet.overlap(one, other))


def _may_be_one(network: Network, one: Event, other: Event) -> bool:
    """Everything but the dates; what is quick to see comes first."""
    if not _is_about_the_hour(one, other) or meet.are_one_whole(one, other):
        return False
    spot = compared(network, one, other)
    if spot is Spot.OTHER:
        return False
    names = [*place_names(network, one), *place_names(network, other)]
    has_one_organiser = not set(one.organisers).isdisjoint(other.organisers)
    titles = [(bare(a, names), bare(b, names)) for a, b in _titles(one, other)]
    if meet.share_umbrella(one, other):
        return one.start == other.start and any(same(*pair) for pair in titles)
    if spot is Spot.PERHAPS and not has_one_organiser:
        return any(same(*pair) for pair in titles)
    return any(alike(*pair, is_likely=has_one_organiser) for pair in titles)


def _is_about_the_hour(one: Event, other: Event) -> bool:
    """False when no date of the two can begin within an hour of each other."""
    if any(event.repeat and (event.repeat.changes or event.repeat.extra) for event in (one, other)):
        return True
    minutes = [
        clock_of(event.start).hour * 60 + clock_of(event.start).minute for event in (one, other)
    ]
    return abs(minutes[0] - minutes[1]) <= _ABOUT // timedelta(minutes=1)


def _titles(one: Event, other: Event) -> Iterator[tuple[str, str]]:
    """Titles that may be compared: those of one language.

    Of two events in the same language only what their writers called them counts: a translation may
    be plainer. Of two in different ones, each as the other's readers see it.
    """
    yield one.title, other.title
    if one.written_in != other.written_in:
        for language in (one.written_in, other.written_in):
            pair = (said(one, "title", language), said(other, "title", language))
            if all(each.language == language for each in pair):
                yield pair[0].text, pair[1].text
