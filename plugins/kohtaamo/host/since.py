"""The content folder as it is now, against an older commit: what subscribers would lose."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path

from kohtaamo.content.discreet import discreet
from kohtaamo.content.load import Loaded
from kohtaamo.content.source.keys import thing_key
from kohtaamo.host.history import landings
from kohtaamo.host.older import deleted_before, find_base, older_edition
from kohtaamo.listings.known import Known
from kohtaamo.listings.make import make_edition
from kohtaamo.problems.problem import Problem, Refused, Severity
from kohtaamo.review.compare import compare
from kohtaamo.review.identities import identities_of
from kohtaamo.text.identity_codes import hide_identity_codes


def problems_since(
    root: Path, commit: str, loaded: Loaded, today: date, known: Known | None = None
) -> tuple[Problem, ...]:
    """The problems of a comparison with `commit`; one error when it cannot be made.

    `loaded` is what `root` holds now, `known` what its things tell, for who knows it already. Of
    files with errors nothing is said: what could not be read is not gone.
    """
    try:
        base = find_base(root, commit)
    except Refused as refused:
        return (_of_all(refused),)
    edition = make_edition(
        loaded.network,
        today=today,
        site_url="",
        changed=landings(root, today).newest,
        words=loaded.words,
        known=known,
    )
    newer = identities_of(edition)
    keys = {thing.key for thing in newer.things.values()}
    try:
        older = identities_of(older_edition(root, base, today))
    except Refused as refused:
        return (_of_all(refused),)
    found = compare(older, newer, deleted_before(root, base, keys), _faulty(loaded.problems))
    closed = {
        thing_key(event.origin.path) for event in loaded.network.events.values() if event.is_closed
    }
    # A group that is closed by now was told of once, and is told of no more.
    return tuple(map(_without_codes, discreet(found, closed)))


def _of_all(refused: Refused) -> Problem:
    return Problem(path=".", line=1, code=refused.code, values=refused.values)


def _without_codes(problem: Problem) -> Problem:
    """An old title may hold a personal identity code, which no message repeats."""
    values = {name: hide_identity_codes(value) for name, value in problem.values.items()}
    return replace(problem, values=values)


def _faulty(problems: Iterable[Problem]) -> frozenset[str]:
    """The keys of files with errors."""
    return frozenset(
        thing_key(problem.path) for problem in problems if problem.severity is Severity.ERROR
    )
