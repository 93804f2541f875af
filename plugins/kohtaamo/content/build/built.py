"""One file → what it stands for, and everything that is wrong with it alone."""

from dataclasses import dataclass, replace
from typing import Any

from kohtaamo.content.build.item import build_item, build_terms
from kohtaamo.content.build.sources import source_problems
from kohtaamo.content.build.translation import build_translation
from kohtaamo.content.schema.kinds import KINDS
from kohtaamo.content.source.layout import LANGUAGE, NETWORK, SOURCES, VOCABULARY
from kohtaamo.content.source.read import read_document
from kohtaamo.content.source.tree import Document
from kohtaamo.model.network import Identity
from kohtaamo.model.terms import Term
from kohtaamo.problems.problem import Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    """What one file gave. `kind`, `slug` and `language` are those of `SourceFile`.

    `item` is its value of the model (of a translation, a `Translation`); None for a faulty file
    and for kinds that stand for none. `terms` are those of a vocabulary; `document` is kept of a
    words file only. `problems` hold what can be said without any other file; references that are
    no ids still wait for their guesses (`guesses.with_guesses`). `is_private` is true of an event
    that is closed, and of a faulty one that may be meant to be.
    """

    path: str
    kind: str
    slug: str
    language: str | None = None
    item: Any = None
    terms: tuple[Term, ...] = ()
    document: Document | None = None
    problems: tuple[Problem, ...] = ()
    is_private: bool = False


def build_file(
    path: str, kind: str, slug: str, language: str | None, data: bytes, first_language: str
) -> Built:
    """Read and build the bytes of one file of text; a pure function of its arguments.

    `first_language` is the network's: an item is written in it unless it says otherwise. It does
    not matter for `network.yml` itself.
    """
    document, problems = read_document(path, kind, slug, language, data)
    if document is None:
        return Built(path=path, kind=kind, slug=slug, language=language, problems=problems)
    built = _build(document, first_language)
    if not problems:
        return built
    # A value that a `#` cut off whole is told once, and not called missing as well.
    cut = {(each.line, each.field) for each in problems if each.code == "words-after-hash"}
    faults = tuple(
        each
        for each in built.problems
        if each.code != "required" or (each.line, each.field) not in cut
    )
    return replace(built, problems=problems + faults)


def _build(document: Document, first_language: str) -> Built:
    """What a document that could be read stands for."""
    path, kind, slug, language = document.path, document.kind, document.slug, document.language
    item: Any = None
    terms: tuple[Term, ...] = ()
    faults: tuple[Problem, ...] = ()
    if kind in KINDS and language is not None:
        item, faults = build_translation(document, KINDS[kind])
    elif kind == NETWORK:
        item, faults = _build_network(document)
    elif kind in KINDS:
        item, faults = build_item(document, KINDS[kind], first_language)
    elif kind == VOCABULARY:
        terms, faults = build_terms(document)
    elif kind == SOURCES:
        faults = source_problems(document)
    return Built(
        path=path,
        kind=kind,
        slug=slug,
        language=language,
        item=item,
        terms=terms,
        document=document if kind == LANGUAGE else None,
        problems=faults,
    )


def _build_network(document: Document) -> tuple[Identity | None, tuple[Problem, ...]]:
    """A network is written in its own first language unless it says otherwise."""
    item, faults = build_item(document, KINDS[NETWORK], "")
    if isinstance(item, Identity) and not item.written_in:
        item = replace(item, written_in=item.first_language)
    return item, faults
