"""The rules of a need in words, as anybody may read them on its page."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from babel.lists import format_list

from kohtaamo.model.fitting import EventRule, EventTrait, PlaceRule
from kohtaamo.model.network import Network
from kohtaamo.model.terms import Term
from kohtaamo.words.words import Words

EVENT, PLACE = "event", "place"
_PAIR = (EventTrait.DROP_IN, EventTrait.ALONE_OK)


def rule_words(words: Words, network: Network, rule: EventRule | PlaceRule) -> str:
    """What a rule asks for, as the end of a sentence: `jotka ovat maksuttomia ja joihin …`.

    In easy language one short sentence a condition.
    """
    clauses = tuple(_clauses(words, network, rule))
    return " ".join(clauses) if words.is_easy else _listed(words, clauses, "standard")


def _clauses(words: Words, network: Network, rule: EventRule | PlaceRule) -> Iterator[str]:
    if isinstance(rule, EventRule):
        at, lists = f"needs.{EVENT}", {"topics": rule.topics}
    else:
        lists = {"facilities": rule.facilities, "accessibility": rule.accessibility}
        at = f"needs.{PLACE}"
    yield from (words(f"{at}.{trait}") for trait in _said_together(rule.traits))
    if rule.audiences:
        yield _for_whom(words, _terms(network, "audiences", rule.audiences), at)
    for vocabulary, keys in lists.items():
        if keys:
            yield words(
                f"{at}.{vocabulary}", names=_named(words, _terms(network, vocabulary, keys))
            )


def _said_together(traits: Sequence[str]) -> Iterator[str]:
    """Traits in their order; of two that belong to one thought one clause is made."""
    is_pair = set(_PAIR) <= set(traits)
    for each in traits:
        if not is_pair or each not in _PAIR:
            yield each
        elif each == _PAIR[0]:
            yield "drop-in-alone"


def _for_whom(words: Words, terms: Sequence[Term], at: str) -> str:
    """As the language says for whom something is, where all of them can be said so."""
    if all(each.for_.has(words.tag) for each in terms):
        people = tuple(each.for_.said(words.tag).text for each in terms)
        return words(f"{at}.audiences", people=_listed(words, people, "or"))
    return words(f"{at}.audiences_named", names=_named(words, terms))


def _named(words: Words, terms: Sequence[Term]) -> str:
    """`”Käsityöt” tai ”Pelit ja leikit”`."""
    said = (each.label.said(words.tag) for each in terms)
    names = tuple(
        words("needs.named", name=words.quoted(each.text, each.language)) for each in said
    )
    return _listed(words, names, "or")


def _terms(network: Network, vocabulary: str, keys: Iterable[str]) -> tuple[Term, ...]:
    return tuple(network.vocabularies[vocabulary][key] for key in keys)


def _listed(words: Words, parts: Sequence[str], style: Literal["standard", "or"]) -> str:
    return format_list(parts, style=style, locale=words.locale)
