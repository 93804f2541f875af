"""Series that end soon, and nobody has said how they go on."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from kohtaamo.care.report import Finding, Section, Topic
from kohtaamo.care.sight import Sight, dates_of, label_of, organisers_called
from kohtaamo.listings.facts import Facts

ENDING = timedelta(weeks=6)
# What goes on for less was never meant to go on: a course of three evenings, two concerts.
_DAYS_OF_A_SERIES = 28


def ending_series(sight: Sight) -> Section | None:
    """Series whose last date is within six weeks, the next end first.

    Only what goes on for four weeks or more from its first date to its last. A series that has a
    successor is left out: an event of the same title and organiser with dates after the end.
    """
    ends = sight.ends
    first, last = sight.today.toordinal(), (sight.today + ENDING).toordinal()
    ending = [
        slug
        for slug, facts in sight.events.items()
        if first <= ends[slug] <= last and _is_series(facts)
    ]
    after = _by_organiser(sight) if ending else {}
    found = sorted(
        (slug for slug in ending if not _goes_on(sight, slug, after)),
        key=lambda slug: (ends[slug], slug),
    )
    if not found:
        return None
    findings = tuple(_finding(sight, slug, ends[slug]) for slug in sight.shown(found))
    return Section(topic=Topic.SERIES, count=len(found), findings=findings)


def _is_series(facts: Facts) -> bool:
    days = [first for first, _ in dates_of(facts)]
    return len(days) > 1 and max(days) - min(days) >= _DAYS_OF_A_SERIES


def _by_organiser(sight: Sight) -> Mapping[str, Sequence[str]]:
    """The events that have a date ahead, by each of their organisers."""
    found: dict[str, list[str]] = defaultdict(list)
    today = sight.today.toordinal()
    for slug, facts in sight.events.items():
        if sight.ends[slug] > today:
            for organiser in facts.organisers:
                found[organiser].append(slug)
    return found


def _goes_on(sight: Sight, slug: str, after: Mapping[str, Sequence[str]]) -> bool:
    """True when the same organiser has an event of that title after the end."""
    events, ends = sight.edition.network.events, sight.ends
    later = (
        other
        for organiser in sight.events[slug].organisers
        for other in after.get(organiser, ())
        if other != slug and ends[other] > ends[slug]
    )
    return any(events[other].title.casefold() == events[slug].title.casefold() for other in later)


def _finding(sight: Sight, slug: str, end: int) -> Finding:
    event = sight.edition.network.events[slug]
    field = "repeat.until" if event.repeat and event.repeat.until else "repeat"
    return Finding(
        topic=Topic.SERIES,
        says="series-ends",
        path=event.origin.path,
        line=event.origin.line(field),
        name=label_of(event, "title"),
        day=date.fromordinal(end),
        organisers=organisers_called(sight.edition, event.organisers),
    )
