"""The content folder as it is now, against an older commit: what subscribers would lose."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from kohtaamo.content.load import Loaded
from kohtaamo.content.source.keys import thing_key
from kohtaamo.host.history import landings
from kohtaamo.host.older import deleted_before, find_base, older_edition
from kohtaamo.listings.make import make_edition
from kohtaamo.problems.problem import Problem, Refused, Severity
from kohtaamo.review.compare import compare
from kohtaamo.review.identities import identities_of


def problems_since(root: Path, commit: str, loaded: Loaded, today: date) -> tuple[Problem, ...]:
    """The problems of a comparison with `commit`; one error when it cannot be made.

    `loaded` is what `root` holds now. Of files with errors nothing is said: what could not be
    read is not gone.
    """
    try:
        base = find_base(root, commit)
    except Refused as refused:
        return (Problem(path=".", line=1, code=refused.code, values=refused.values),)
    edition = make_edition(
        loaded.network,
        today=today,
        site_url="",
        changed=landings(root, today).newest,
        words=loaded.words,
    )
    newer = identities_of(edition)
    keys = {thing.key for thing in newer.things.values()}
    return compare(
        identities_of(older_edition(root, base, today)),
        newer,
        deleted_before(root, base, keys),
        _faulty(loaded.problems),
    )


def _faulty(problems: Iterable[Problem]) -> frozenset[str]:
    """The keys of files with errors."""
    return frozenset(
        thing_key(problem.path) for problem in problems if problem.severity is Severity.ERROR
    )
