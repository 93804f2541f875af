"""The rules by which a need finds events and places: each asks something, of terms that exist."""

from collections.abc import Iterator, Mapping
from datetime import date

from kohtaamo.content.build.draft import Draft
from kohtaamo.content.rules.rule import problem_at
from kohtaamo.model.fitting import EventRule, PlaceRule
from kohtaamo.model.terms import Term, Vocabulary
from kohtaamo.problems.problem import Problem

_NEEDS = "needs"
# The vocabularies from which rules take ids, each under a key of its own name.
_NAMED = ("audiences", "topics", "facilities", "accessibility")


def check_needs(draft: Draft, _today: date) -> Iterator[Problem]:
    """Only needs have rules; none of them fits everything, and none names what there is not."""
    vocabularies = draft.network.vocabularies
    for name, terms in vocabularies.items():
        for term in terms.values():
            for at, rule in _rules_of(term):
                if name != _NEEDS:
                    yield problem_at(term.origin, at, "rule-elsewhere", vocabulary=name)
                else:
                    yield from _check(term, at, rule, vocabularies)


def _rules_of(term: Term) -> Iterator[tuple[str, EventRule | PlaceRule]]:
    for index, of_events in enumerate(term.events):
        yield f"events[{index}]", of_events
    for index, of_places in enumerate(term.places):
        yield f"places[{index}]", of_places


def _check(
    term: Term, at: str, rule: EventRule | PlaceRule, vocabularies: Mapping[str, Vocabulary]
) -> Iterator[Problem]:
    named = {key: getattr(rule, key, ()) for key in _NAMED}
    if not rule.traits and not any(named.values()):
        yield problem_at(term.origin, at, "rule-of-nothing")
    for key, ids in named.items():
        for each in ids:
            if each not in vocabularies[key]:
                allowed = ", ".join(vocabularies[key])
                yield problem_at(
                    term.origin,
                    f"{at}.{key}",
                    "rule-unknown-term",
                    value=each,
                    vocabulary=key,
                    allowed=allowed,
                )
