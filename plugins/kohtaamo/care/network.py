"""What concerns the network as a whole: files with errors, and the coordinator's own term."""

from collections.abc import Iterable

from dateutil.relativedelta import relativedelta

from kohtaamo.care.report import Finding, Section, Topic
from kohtaamo.care.sight import Sight
from kohtaamo.problems.problem import Problem, Severity

# The network chooses together, and meets seldom.
_MONTHS_BEFORE = 3


def faults(sight: Sight, problems: Iterable[Problem]) -> Section | None:
    """The files with errors, each on its first line with one: nothing is published until mended."""
    first: dict[str, Problem] = {}
    for problem in problems:
        if problem.severity is Severity.ERROR:
            first.setdefault(problem.path, problem)
    findings = tuple(
        Finding(
            topic=Topic.FAULTS,
            says="file-faulty",
            path=path,
            line=problem.line,
        )
        for path, problem in list(first.items())[: sight.most]
    )
    return Section(topic=Topic.FAULTS, count=len(first), findings=findings) if first else None


def term(sight: Sight) -> Section | None:
    """The coordinator's term, from three months before its end on."""
    identity = sight.edition.network.identity
    until = identity.coordinator.until if identity.coordinator else None
    if until is None or until > sight.today + relativedelta(months=_MONTHS_BEFORE):
        return None
    finding = Finding(
        topic=Topic.TERM,
        says="term-over" if until < sight.today else "term-ends",
        path=identity.origin.path,
        line=identity.origin.line("coordinator.until"),
        day=until,
    )
    return Section(topic=Topic.TERM, count=1, findings=(finding,))
