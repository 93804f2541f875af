"""The content folder → the whole network and every problem in it, in one pass."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby
from pathlib import Path

from kohtaamo.content.build.draft import Draft, build_draft
from kohtaamo.content.defaults import default_vocabularies
from kohtaamo.content.rules.all import check
from kohtaamo.content.source.files import SourceFile, find_files
from kohtaamo.content.source.images import image_problems
from kohtaamo.content.source.read import read_file
from kohtaamo.content.source.tree import Document
from kohtaamo.model.network import Network
from kohtaamo.problems.problem import Problem, has_errors, in_order
from kohtaamo.words.check import words_problems
from kohtaamo.words.load import SHIPPED, shipped_words, words_of
from kohtaamo.words.words import Words

Progress = Callable[[int, int], None]

# One broken file must not bury what is wrong with the others.
MOST_OF_A_FILE = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Loaded:
    """What could be read, and all problems by file and line.

    `network` may be published only when `faulty` is false; `words` are those of its languages.
    """

    network: Network
    words: Mapping[str, Words]
    problems: tuple[Problem, ...]
    files: int

    @property
    def faulty(self) -> bool:
        return has_errors(self.problems)


def load(
    root: Path,
    *,
    today: date,
    reserved: Mapping[str, frozenset[str]],
    progress: Progress | None = None,
) -> Loaded:
    """Read, build and cross-check everything under `root`; nothing is raised for bad content.

    `reserved` names, by kind, the slugs that addresses of the portal use themselves; `progress`
    is told how many files of how many have been read.
    """
    found, problems = find_files(root, reserved)
    documents, unread = _read_all(found, progress)
    draft, unbuilt = build_draft(documents, default_vocabularies())
    own_words = [document for document in documents if document.kind == "language"]
    words = words_of(draft.network.identity.languages, own_words)
    draft = replace(_with_surroundings(draft, found, documents), reserved=reserved, words=words)
    ruled = check(draft, today)
    pattern = shipped_words(SHIPPED[0])
    misworded = [fault for document in own_words for fault in words_problems(document, pattern)]
    return Loaded(
        network=draft.network,
        words=words,
        problems=_capped(in_order((*problems, *unread, *unbuilt, *ruled, *misworded))),
        files=len(found),
    )


def _read_all(
    found: Iterable[SourceFile], progress: Progress | None
) -> tuple[list[Document], list[Problem]]:
    documents: list[Document] = []
    problems: list[Problem] = []
    for image in (source for source in found if source.kind == "image"):
        problems.extend(image_problems(image))
    texts = [source for source in found if source.kind != "image"]
    for number, source in enumerate(texts, start=1):
        document, faults = read_file(source)
        problems.extend(faults)
        if document is not None:
            documents.append(document)
        if progress is not None:
            progress(number, len(texts))
    return documents, problems


def _with_surroundings(
    draft: Draft, found: Iterable[SourceFile], documents: Iterable[Document]
) -> Draft:
    """The draft with what only the folder knows: pictures, languages, files nobody could read."""
    known = {
        kind: slugs | {source.slug for source in found if source.kind == kind}
        for kind, slugs in draft.known.items()
    }
    images = (source.path.removeprefix("images/") for source in found if source.kind == "image")
    languages = (document.slug for document in documents if document.kind == "language")
    return replace(
        draft,
        known=known,
        images=frozenset(images),
        interface_languages=frozenset((*SHIPPED, *languages)),
    )


def _capped(problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """At most 100 problems of a file, and then that there are more; `problems` are in order."""
    kept: list[Problem] = []
    for path, found in groupby(problems, key=lambda problem: problem.path):
        own = list(found)
        kept.extend(own[:MOST_OF_A_FILE])
        if len(own) > MOST_OF_A_FILE:
            line = own[MOST_OF_A_FILE].line
            values = {"limit": str(MOST_OF_A_FILE)}
            kept.append(Problem(path=path, line=line, code="more-problems", values=values))
    return tuple(kept)
