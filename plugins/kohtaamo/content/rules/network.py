"""The network's own file: languages, coordinator, accessibility statement, id of the sample."""

import re
from collections.abc import Iterator
from datetime import date

from kohtaamo.content.build.draft import Draft
from kohtaamo.content.rules.rule import FOLDERS, items_of, problem_at, written
from kohtaamo.model.network import AccessibilityStatement, Conformance, Identity
from kohtaamo.problems.problem import Problem
from kohtaamo.words.pseudo import is_pseudo

# The id of the content that ships with Kohtaamo: every calendar made with it is the sample's.
SAMPLE_NETWORK_ID = "kohtaamo-malli"

_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
_STATEMENT = ("status", "assessed", "by", "feedback", "unit")


def check_network(draft: Draft, today: date) -> Iterator[Problem]:
    """Check `network.yml`; a network that could not be built has been reported already."""
    identity = draft.network.identity
    if identity.origin.lines:
        yield from _languages(identity, draft.interface_languages)
        yield from _coordinator(identity, today)
        yield from _statement(identity, today)
        yield from _brand(identity)
        yield from _sample(draft)


def _languages(identity: Identity, with_words: frozenset[str]) -> Iterator[Problem]:
    for index, language in enumerate(identity.languages):
        at = f"languages[{index}]"
        if is_pseudo(language):
            yield problem_at(identity.origin, at, "pseudo-language", value=language)
        elif language not in with_words:
            allowed = ", ".join(sorted(with_words))
            yield problem_at(
                identity.origin, at, "language-without-words", value=language, allowed=allowed
            )


def _coordinator(identity: Identity, today: date) -> Iterator[Problem]:
    coordinator = identity.coordinator
    if coordinator is None or coordinator.until is None:
        return
    at = "coordinator.until"
    if coordinator.from_ is not None and coordinator.until < coordinator.from_:
        yield problem_at(
            identity.origin,
            at,
            "span-swapped",
            start=written(coordinator.from_),
            end=written(coordinator.until),
        )
    elif coordinator.until < today:
        yield problem_at(
            identity.origin, at, "coordinator-term-over", value=written(coordinator.until)
        )


def _statement(identity: Identity, today: date) -> Iterator[Problem]:
    statement = identity.accessibility_statement
    at = "accessibility_statement"
    if statement is None:
        yield problem_at(identity.origin, at, "statement-missing")
        return
    missing = missing_of(statement)
    if missing:
        yield problem_at(identity.origin, at, "statement-incomplete", keys=", ".join(missing))
    yield from _claims(identity, statement)
    if statement.assessed is not None and statement.assessed > today:
        yield problem_at(
            identity.origin,
            f"{at}.assessed",
            "date-in-future",
            value=written(statement.assessed),
            today=written(today),
        )


def missing_of(statement: AccessibilityStatement) -> tuple[str, ...]:
    """The keys that the statement still owes its readers (act 306/2019 §9)."""
    return tuple(key for key in _STATEMENT if getattr(statement, key) is None)


def _claims(identity: Identity, statement: AccessibilityStatement) -> Iterator[Problem]:
    """Full conformance leaves nothing that fails; partial names what does."""
    if statement.status is Conformance.FULL and statement.failing:
        yield problem_at(
            identity.origin, "accessibility_statement.status", "statement-claims-too-much"
        )
    elif statement.status in (Conformance.PARTIAL, Conformance.NOT) and not statement.failing:
        yield problem_at(identity.origin, "accessibility_statement", "statement-names-no-fault")


def _brand(identity: Identity) -> Iterator[Problem]:
    colour = identity.brand.colour if identity.brand else None
    if colour is not None and _COLOUR.fullmatch(colour) is None:
        yield problem_at(identity.origin, "brand.colour", "not-a-colour", value=colour)


def _sample(draft: Draft) -> Iterator[Problem]:
    """The sample's id belongs to content that is all marked as sample."""
    identity = draft.network.identity
    if identity.id != SAMPLE_NETWORK_ID:
        return
    own = (
        item
        for kind in FOLDERS
        if kind != "page"
        for item in items_of(draft.network, kind)
        if not item.sample
    )
    first = next(own, None)
    if first is not None:
        yield problem_at(
            identity.origin, "id", "sample-id", value=SAMPLE_NETWORK_ID, path=first.origin.path
        )
