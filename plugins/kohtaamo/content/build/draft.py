"""All documents → everything that could be built, and the slugs of what could not."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from kohtaamo.content.build.guesses import with_guesses
from kohtaamo.content.build.item import build_item, build_terms, build_translation
from kohtaamo.content.build.sources import source_problems
from kohtaamo.content.schema.kinds import KINDS
from kohtaamo.content.source.layout import VOCABULARIES
from kohtaamo.content.source.tree import Document
from kohtaamo.model.network import Identity, Network
from kohtaamo.model.origin import Origin
from kohtaamo.model.terms import Term
from kohtaamo.model.translation import Translation
from kohtaamo.problems.problem import Problem
from kohtaamo.words.words import Words

ITEM_KINDS = ("place", "event", "organiser", "notice", "page")


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A network that the rules have not seen yet.

    `known` holds the slug of every file by kind, faulty files too, so that a reference to a
    faulty file is not called unknown. `images` are the files below `content/images/`;
    `interface_languages` the tags that have a words file; `reserved`, by kind, the slugs that the
    portal's own addresses use; `words` those of the network's languages.
    """

    network: Network
    known: Mapping[str, frozenset[str]]
    images: frozenset[str] = frozenset()
    interface_languages: frozenset[str] = frozenset()
    reserved: Mapping[str, frozenset[str]] = field(default_factory=dict)
    words: Mapping[str, Words] = field(default_factory=dict)


def build_draft(
    documents: Iterable[Document], defaults: Iterable[Document]
) -> tuple[Draft, tuple[Problem, ...]]:
    """Every document of the content folder over the package's default vocabularies.

    Files that cannot be built are reported and missing from the draft; when `network.yml` itself
    cannot be built, a nameless Finnish network stands in so that all other checks still run.
    """
    documents = tuple(documents)
    problems: list[Problem] = []
    originals = [document for document in documents if document.language is None]
    identity = _identity(originals, problems)
    vocabularies = _vocabularies(originals, defaults, problems)
    items: dict[str, dict[str, Any]] = {kind: {} for kind in ITEM_KINDS}
    for document in originals:
        if document.kind in items:
            item, faults = build_item(document, KINDS[document.kind], identity.first_language)
            problems.extend(faults)
            if item is not None:
                items[document.kind][document.slug] = item
        elif document.kind == "sources":
            problems.extend(source_problems(document))
    translations = _translations(documents, problems)
    network = Network(
        identity=_translated(identity, translations.get(("network", "network"), {})),
        vocabularies=vocabularies,
        places=_all_translated(items["place"], "place", translations),
        events=_all_translated(items["event"], "event", translations),
        organisers=_all_translated(items["organiser"], "organiser", translations),
        notices=_all_translated(items["notice"], "notice", translations),
        pages=_all_translated(items["page"], "page", translations),
    )
    known = {
        kind: frozenset(document.slug for document in originals if document.kind == kind)
        for kind in ITEM_KINDS
    }
    guessed = with_guesses(problems, {**known, **vocabularies})
    return Draft(network=network, known=known), tuple(guessed)


def _identity(originals: list[Document], problems: list[Problem]) -> Identity:
    for document in originals:
        if document.kind == "network":
            identity, faults = build_item(document, KINDS["network"], "")
            problems.extend(faults)
            if isinstance(identity, Identity):
                language = identity.written_in or identity.first_language
                return replace(identity, written_in=language)
    origin = Origin("network.yml")
    return Identity(id="nameless", name="", languages=("fi",), written_in="fi", origin=origin)


def _vocabularies(
    originals: list[Document], defaults: Iterable[Document], problems: list[Problem]
) -> dict[str, dict[str, Term]]:
    """Defaults first, then the network's own terms: added, or in the place of the same id."""
    found: dict[str, dict[str, Term]] = {name: {} for name in VOCABULARIES}
    for document in (*defaults, *(d for d in originals if d.kind == "vocabulary")):
        terms, faults = build_terms(document)
        problems.extend(faults)
        found[document.slug].update({term.id: term for term in terms})
    return found


Translations = dict[tuple[str, str], dict[str, Translation]]


def _translations(documents: Iterable[Document], problems: list[Problem]) -> Translations:
    found: Translations = {}
    for document in documents:
        if document.language is not None and document.kind in KINDS:
            translation, faults = build_translation(document, KINDS[document.kind])
            problems.extend(faults)
            if translation is not None:
                key = (document.kind, document.slug)
                found.setdefault(key, {})[document.language] = translation
    return found


def _translated(item: Any, translations: Mapping[str, Translation]) -> Any:
    return replace(item, translations=dict(sorted(translations.items()))) if translations else item


def _all_translated(
    items: Mapping[str, Any], kind: str, translations: Translations
) -> dict[str, Any]:
    return {
        slug: _translated(items[slug], translations.get((kind, slug), {})) for slug in sorted(items)
    }
