"""What a preview may lack and the public site may not."""

from collections.abc import Iterator
from urllib.parse import urlsplit

from kohtaamo.content.rules.network import SAMPLE_NETWORK_ID, missing_of
from kohtaamo.content.rules.rule import problem_at
from kohtaamo.content.rules.undecided import marks_of
from kohtaamo.host.history import is_incomplete
from kohtaamo.host.order import Job
from kohtaamo.model.network import Identity, Network
from kohtaamo.problems.problem import Problem
from kohtaamo.words.pseudo import is_pseudo

_LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})
_EXAMPLES = ("example", "test", "invalid", "localhost", "example.org", "example.com", "example.net")


def refusals(job: Job, network: Network) -> tuple[Problem, ...]:
    """Errors that only publishing knows.

    The sample's id, a trial language, a missing statement, what nobody has decided, a cut history.
    """
    return tuple(_refusals(job, network))


def _refusals(job: Job, network: Network) -> Iterator[Problem]:
    identity = network.identity
    if identity.id == SAMPLE_NETWORK_ID and not is_example_address(job.site_url):
        yield problem_at(identity.origin, "id", "sample-id-published")
    for index, language in enumerate(identity.languages):
        if is_pseudo(language):
            at = f"languages[{index}]"
            yield problem_at(identity.origin, at, "pseudo-language-published", value=language)
    yield from _statement(identity)
    for mark in marks_of(network):
        yield Problem(
            path=mark.path,
            line=mark.line,
            field=mark.field,
            code="not-decided-published",
            values={"value": mark.value},
        )
    if is_incomplete(job.content):
        yield Problem(path=identity.origin.path, line=1, code="history-incomplete")


def _statement(identity: Identity) -> Iterator[Problem]:
    """Nothing is published without a statement that says all it has to."""
    at = "accessibility_statement"
    statement = identity.accessibility_statement
    if statement is None:
        yield problem_at(identity.origin, at, "statement-missing-published")
    elif missing := missing_of(statement):
        keys = ", ".join(missing)
        yield problem_at(identity.origin, at, "statement-incomplete-published", keys=keys)


def is_example_address(site_url: str) -> bool:
    """Whether nobody but the builder can mean this address (RFC 2606, RFC 6761, loopback)."""
    host = (urlsplit(site_url).hostname or "").lower()
    return host in _LOOPBACK or f".{host}".endswith(tuple(f".{name}" for name in _EXAMPLES))
