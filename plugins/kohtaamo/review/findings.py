"""What a contribution has to answer for: problems in its files, and those it makes elsewhere."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from kohtaamo.content.source.keys import thing_key
from kohtaamo.problems.problem import Problem, Severity, in_order
from kohtaamo.review.duplicates import duplicates
from kohtaamo.review.named import of_the_touched, pair_of
from kohtaamo.review.over import already_over
from kohtaamo.review.pairs import readable
from kohtaamo.review.touched import Contribution, Side, undated_keys
from kohtaamo.review.twice import at_two_places


class Group(StrEnum):
    """Where a finding stands in a review, in this order."""

    ERRORS = "errors"
    CONFLICTS = "conflicts"
    LOST = "lost"
    WARNINGS = "warnings"


# Who shares rooms and doors should talk to each other.
_CONFLICTS = frozenset(
    {
        "host-not-listed",
        "host-to-be-asked",
        "likely-duplicate",
        "organiser-at-two-places",
        "outside-hours",
        "part-of-others",
        "place-closed",
        "place-no-longer-open",
        "place-not-yet-open",
        "place-to-be-asked",
        "room-clash",
        "room-clash-with-itself",
        "room-too-small",
        "room-turnaround",
    }
)


# Values that only help: a line that has moved, another event that has taken what was free.
_HELP = frozenset({"free", "rooms", "source"})
# Whoever is told of these is not told again that two events are at the same time.
_SAME_ROOM = frozenset({"room-clash", "room-turnaround"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A problem; `is_old` when it was there before, though the file is touched.

    `is_elsewhere` when the file is not, and what was touched makes the problem.
    """

    problem: Problem
    group: Group
    is_old: bool = False
    is_elsewhere: bool = False

    @property
    def is_error(self) -> bool:
        return self.problem.severity is Severity.ERROR


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """`own` are those of the contribution; the counts are of problems that others have left."""

    own: tuple[Finding, ...]
    errors_elsewhere: int
    warnings_elsewhere: int


def findings_of(contribution: Contribution, today: date) -> Findings:
    """All problems of touched files, and those of others that were not there before."""
    keys = contribution.keys
    before = {_sameness(each) for each in contribution.before.problems}
    # The id of the network is not for whoever contributes an event.
    after = [
        each
        for each in contribution.after.problems
        if each.code != "sample-id" or thing_key(each.path) in keys
    ]
    own = [each for each in after if thing_key(each.path) in keys or _sameness(each) not in before]
    elsewhere = [
        each for each in after if thing_key(each.path) not in keys and _sameness(each) in before
    ]
    before |= {_sameness(each) for each in _together(contribution.before, contribution, today)}
    own = _of_touched(own, contribution)
    booked = {pair_of(each) for each in own if each.code in _SAME_ROOM}
    together = _together(contribution.after, contribution, today)
    own += (each for each in together if pair_of(each) not in booked)
    own += already_over(contribution, today)
    found = [
        replace(
            _finding(each, is_old=_sameness(each) in before),
            is_elsewhere=thing_key(each.path) not in keys,
        )
        for each in in_order(own)
    ]
    lost = [Finding(problem=each, group=Group.LOST) for each in contribution.lost]
    lost = [_finding(each.problem) if each.is_error else each for each in lost]
    errors = sum(each.severity is Severity.ERROR for each in elsewhere)
    return Findings(
        own=tuple(sorted((*found, *lost), key=lambda each: each.is_old)),
        errors_elsewhere=errors,
        warnings_elsewhere=len(elsewhere) - errors,
    )


def _of_touched(problems: Iterable[Problem], contribution: Contribution) -> list[Problem]:
    """Clashes of rooms as those of what was touched: who came first is not to blame."""
    touched = {thing_key(path): path for path in contribution.files}
    return [of_the_touched(each, touched, contribution.after.network) for each in problems]


def _together(side: Side, contribution: Contribution, today: date) -> Iterable[Problem]:
    """What only a review looks for: the touched events of one side beside all others."""
    there = contribution.before.slugs["event"]
    touched = sorted(
        readable(side, contribution.keys - undated_keys(side.problems)),
        key=lambda event: (event.slug not in there, event.origin.path),
        # What is new is named, and the other one is what it clashes with.
        reverse=True,
    )
    if not touched:
        return ()
    return (
        *duplicates(side.network, touched, today),
        *at_two_places(side.network, touched, today),
    )


def _sameness(problem: Problem) -> tuple[str, str, str, tuple[tuple[str, str], ...]]:
    """What makes a problem the same one, though lines and folders have moved."""
    values = tuple(sorted(each for each in problem.values.items() if each[0] not in _HELP))
    return thing_key(problem.path), problem.field, problem.code, values


def _finding(problem: Problem, *, is_old: bool = False) -> Finding:
    if problem.severity is Severity.ERROR:
        group = Group.ERRORS
    else:
        group = Group.CONFLICTS if problem.code in _CONFLICTS else Group.WARNINGS
    return Finding(problem=problem, group=group, is_old=is_old)
