"""An edition on a day → the report of what needs care in it."""

from collections.abc import Callable, Collection, Iterable, Sequence

from kohtaamo.care.coverage import coverage
from kohtaamo.care.hours import unsaid_holidays, unsaid_summers
from kohtaamo.care.leftovers import past_notices, unused_images
from kohtaamo.care.network import faults, term
from kohtaamo.care.organisers import quiet_organisers
from kohtaamo.care.places import quiet_places, unchecked_places
from kohtaamo.care.report import Finding, Report, Section, Topic, Untranslated
from kohtaamo.care.series import ending_series
from kohtaamo.care.sight import Sight, label_of, sight_of
from kohtaamo.care.translations import unreviewed, untranslated
from kohtaamo.listings.edition import Edition
from kohtaamo.problems.problem import Problem

MOST_URGENT = 3

# In the order of the sections; links and faults are known to whoever asks.
_SECTIONS: tuple[Callable[[Sight], Section | None], ...] = (
    term,
    ending_series,
    unsaid_holidays,
    unsaid_summers,
    unchecked_places,
    quiet_places,
    quiet_organisers,
    unreviewed,
    past_notices,
    unused_images,
)
_ORDER = tuple(Topic)


def make_report(
    edition: Edition,
    *,
    images: Collection[str] | None = None,
    problems: Iterable[Problem] = (),
    links: Sequence[Finding] = (),
    most: int | None = None,
) -> Report:
    """What needs care in an edition, that of the day it is made for.

    `images` are the files in `content/images/`, None when nobody has looked; `problems` those of a
    check, `links` the dead ones of the last time anybody asked. Of each topic not more than `most`
    findings are in it; their number is. Without any landings no organiser counts as new.
    """
    sight = sight_of(edition, images, most)
    found = [faults(sight, problems), *(make(sight) for make in _SECTIONS)]
    if links:
        found.append(Section(topic=Topic.LINKS, count=len(links), findings=tuple(links[:most])))
    sections = sorted(filter(None, found), key=lambda section: _ORDER.index(section.topic))
    return Report(
        network=label_of(edition.network.identity, "name"),
        today=edition.today,
        urgent=_most_urgent(sections, sight),
        sections=tuple(sections),
        untranslated=tuple(sorted(untranslated(sight), key=_share)),
        coverage=coverage(sight),
    )


def _share(found: Untranslated) -> float:
    """How much of everything is missing: where little is, somebody can do it."""
    every = sum(each.every for each in found.kinds)
    return sum(each.missing for each in found.kinds) / every if every else 0


def _most_urgent(sections: Iterable[Section], sight: Sight) -> tuple[Finding, ...]:
    """The three most urgent: what is pressing, the next day first; then in the order of sections.

    Each topic has its turn before any has a second one: twenty series that end before Christmas do
    not hide all else. What is not pressing is there once for each topic.
    """
    ranked = [
        (_rank(finding, turn, sight), finding)
        for section in sections
        for turn, finding in enumerate(section.findings)
        if turn == 0 or finding.is_pressing(sight.today)
    ]
    ranked.sort(key=lambda each: each[0])
    return tuple(finding for _, finding in ranked[:MOST_URGENT])


def _rank(finding: Finding, turn: int, sight: Sight) -> tuple[bool, int, int, int]:
    is_pressing = finding.is_pressing(sight.today)
    day = finding.day.toordinal() if is_pressing and finding.day else 0
    return (not is_pressing, turn, day, _ORDER.index(finding.topic))
