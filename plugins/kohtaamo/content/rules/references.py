"""Whatever a file refers to exists: other files by slug, vocabulary terms by id."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from kohtaamo.content.build.draft import Draft
from kohtaamo.content.build.guesses import MOST_GUESSES
from kohtaamo.content.rules.rule import FOLDERS, everything, items_of, problem_at
from kohtaamo.content.rules.walk import references
from kohtaamo.content.schema.choices import Reference, TermOf
from kohtaamo.content.schema.field import Type
from kohtaamo.model.origin import Origin
from kohtaamo.model.terms import Vocabulary
from kohtaamo.problems.problem import Problem
from kohtaamo.text.suggestions import nearest


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """All that may be referred to, and present names by former ones; by kind or vocabulary."""

    slugs: Mapping[str, frozenset[str]]
    former_slugs: Mapping[str, Mapping[str, str]]
    terms: Mapping[str, Vocabulary]
    former_terms: Mapping[str, Mapping[str, str]]


def check_references(draft: Draft, _today: date) -> Iterator[Problem]:
    """Every reference names a file or a term that exists."""
    names = names_of(draft)
    wanted: set[str] = set()
    for _kind, record, item in everything(draft.network):
        unknown = 0
        for at, kind, value in references(record, item):
            # One more than are shown, so that it is said that there are more.
            problem = None
            if unknown <= MOST_GUESSES:
                problem = unknown_reference(item.origin, at, kind, value, names)
            if problem is not None:
                unknown += 1
                yield problem
            if isinstance(kind, TermOf):
                wanted.add(kind.vocabulary)
    yield from (no_terms(name) for name in sorted(wanted) if not names.terms[name])


def names_of(draft: Draft) -> Names:
    """What may be referred to in this network; the files that are faulty themselves count."""
    terms = draft.network.vocabularies
    return Names(
        slugs=draft.known,
        former_slugs={
            kind: {
                former: item.slug
                for item in items_of(draft.network, kind)
                for former in item.formerly
            }
            for kind in FOLDERS
        },
        terms=terms,
        former_terms={
            name: {former: term.id for term in terms[name].values() for former in term.formerly}
            for name in terms
        },
    )


def unknown_reference(
    origin: Origin, at: str, kind: Type, value: str, names: Names
) -> Problem | None:
    """The problem of a value that names no file of the right kind, no term of the right vocabulary.

    Of a vocabulary without any term nothing is said here: see `no_terms`.
    """
    if isinstance(kind, Reference):
        known = value in names.slugs[kind.kind]
        return None if known else _unknown_slug(origin, at, kind.kind, value, names)
    if isinstance(kind, TermOf):
        terms = names.terms[kind.vocabulary]
        known = value in terms or not terms
        return None if known else _unknown_term(origin, at, kind.vocabulary, value, names)
    return None


def no_terms(vocabulary: str) -> Problem:
    """The problem of a vocabulary that is referred to and has no term at all."""
    return problem_at(Origin(f"vocabularies/{vocabulary}.yml"), "", "no-terms")


def _unknown_slug(origin: Origin, at: str, kind: str, slug: str, names: Names) -> Problem:
    folder = FOLDERS[kind]
    renamed = names.former_slugs[kind].get(slug)
    if renamed is not None:
        return problem_at(origin, at, "reference-renamed", value=slug, guess=renamed)
    guess = nearest(slug, names.slugs[kind])
    if guess is None:
        return problem_at(origin, at, "unknown-reference", value=slug, folder=folder)
    return problem_at(origin, at, "unknown-reference-near", value=slug, folder=folder, guess=guess)


def _unknown_term(origin: Origin, at: str, vocabulary: str, term: str, names: Names) -> Problem:
    renamed = names.former_terms[vocabulary].get(term)
    if renamed is not None:
        return problem_at(origin, at, "reference-renamed", value=term, guess=renamed)
    known = tuple(names.terms[vocabulary])
    guess = nearest(term, known)
    if guess is None:
        allowed = ", ".join(known)
        return problem_at(
            origin, at, "unknown-term", value=term, vocabulary=vocabulary, allowed=allowed
        )
    return problem_at(
        origin, at, "unknown-term-near", value=term, vocabulary=vocabulary, guess=guess
    )
