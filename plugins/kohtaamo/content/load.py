"""The content folder → the whole network and every problem in it, in one pass.

`load` is the whole way. Its two halves stand apart for whoever builds files in several processes
or has built them before: `build_source` for each file, then `assemble` for all of them.
"""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from pathlib import Path

from kohtaamo.content.build.built import Built, build_file
from kohtaamo.content.build.draft import Draft, build_network, nameless_network
from kohtaamo.content.build.guesses import with_guesses
from kohtaamo.content.build.private import guarded
from kohtaamo.content.defaults import default_vocabularies
from kohtaamo.content.discreet import discreet, private_keys
from kohtaamo.content.rules.all import check
from kohtaamo.content.source.files import SourceFile, find_files
from kohtaamo.content.source.layout import IMAGE, NETWORK, THINGS
from kohtaamo.content.source.read import read_bytes
from kohtaamo.content.source.tree import Document
from kohtaamo.content.source.walk import problem
from kohtaamo.model.network import Identity, Network
from kohtaamo.problems.problem import Problem, Refused, has_errors, in_order
from kohtaamo.words.load import INTERFACE, SHIPPED, shipped_words, words_of
from kohtaamo.words.words import Words

Progress = Callable[[int, int], None]
Reserved = Mapping[str, frozenset[str]]

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
    root: Path, *, today: date, reserved: Reserved, progress: Progress | None = None
) -> Loaded:
    """Read, build and cross-check everything under `root`; nothing is raised for bad content.

    `reserved` names, by kind, the slugs that addresses of the portal use themselves; `progress`
    is told how many files of how many have been read.
    """
    found, misplaced = find_files(root, reserved)
    language = first_language(found)
    built = []
    for number, source in enumerate(found, start=1):
        built.append(build_source(source, language))
        if progress is not None:
            progress(number, len(found))
    return assemble(found, built, misplaced, today=today, reserved=reserved)


def first_language(found: Iterable[SourceFile]) -> str:
    """The network's own language, before anything else can be built; Finnish when nobody says."""
    own = (build_source(source, "") for source in found if source.path == f"{NETWORK}.yml")
    identity = next((built.item for built in own if isinstance(built.item, Identity)), None)
    return (identity or nameless_network()).first_language


def build_source(source: SourceFile, first_language: str) -> Built:
    """What one file of the folder gives (`build_file`); of a picture, only what is wrong with it.

    Besides the problems of its content there may be `unreadable-file`.
    """
    if source.kind == IMAGE:
        # Only networks with pictures need what decodes them.
        from kohtaamo.content.source.images import image_problems  # noqa: PLC0415

        problems = image_problems(source)
        return Built(path=source.path, kind=IMAGE, slug=source.slug, problems=problems)
    path, kind, slug, language = source.path, source.kind, source.slug, source.language
    try:
        data = read_bytes(source)
    except Refused as refused:
        found = (problem(path, refused.code, **refused.values),)
        return Built(path=path, kind=kind, slug=slug, language=language, problems=found)
    whole = build_file(path, kind, slug, language, data, first_language)
    return guarded(whole, data) if kind == "event" and language is None else whole


def assemble(
    found: Collection[SourceFile],
    built: Iterable[Built],
    misplaced: Iterable[Problem],
    *,
    today: date,
    reserved: Reserved,
    closed: Collection[str] = (),
) -> Loaded:
    """The network of these files, and all problems: theirs, and what the rules find in it.

    `found` and `misplaced` are what `find_files` gave; `built` has one for each of `found`, in
    their order. Whoever builds a part of them names by `closed` the closed groups among the rest.
    """
    built = tuple(built)
    network = build_network(built, default_vocabularies())
    words = words_of(network.identity.languages, own_words(built))
    draft = draft_of(found, built, network, reserved, words, closed)
    problems = problems_of(draft, built, misplaced, today)
    return Loaded(network=network, words=words, problems=problems, files=len(found))


def own_words(built: Iterable[Built]) -> list[Document]:
    """The network's own words files."""
    return [each.document for each in built if each.document is not None]


def draft_of(
    found: Iterable[SourceFile],
    built: Iterable[Built],
    network: Network,
    reserved: Reserved,
    words: Mapping[str, Words],
    closed: Collection[str] = (),
) -> Draft:
    """The network as the rules see it, with the names of all files that were found."""
    found, built = tuple(found), tuple(built)
    read = {each.slug for each in built if each.kind == "event" and each.language is None}
    private = (each.slug for each in built if each.is_private)
    return Draft(
        network=network,
        known=slugs_of(found),
        images=frozenset(source.slug for source in found if source.kind == IMAGE),
        interface_languages=frozenset((*INTERFACE, *(each.slug for each in own_words(built)))),
        reserved=reserved,
        words=words,
        closed=frozenset((*private, *(slug for slug in closed if slug not in read))),
    )


def problems_of(
    draft: Draft, built: Collection[Built], misplaced: Iterable[Problem], today: date
) -> tuple[Problem, ...]:
    """By file and line: those of the folder, of what was built of it, and of the rules.

    Of closed groups they say no more than may be read by all.
    """
    own = [problem for each in built for problem in each.problems]
    guessed = with_guesses(own, {**draft.known, **draft.network.vocabularies})
    misworded = _misworded(own_words(built))
    found = (*misplaced, *guessed, *check(draft, today), *misworded)
    return _capped(in_order(discreet(found, private_keys(built))))


def slugs_of(found: Iterable[SourceFile]) -> dict[str, frozenset[str]]:
    """The slugs of all originals by kind, whether they could be built or not."""
    known: dict[str, set[str]] = {kind: set() for kind in THINGS.values()}
    for source in found:
        if source.kind in known:
            known[source.kind].add(source.slug)
    return {kind: frozenset(slugs) for kind, slugs in known.items()}


def _misworded(documents: Collection[Document]) -> list[Problem]:
    """What is wrong with the network's own words files."""
    if not documents:
        return []
    # Babel, which knows the forms of dates, is worth its time only to who writes such a file.
    from kohtaamo.words.check import words_problems  # noqa: PLC0415

    pattern = shipped_words(SHIPPED[0])
    return [fault for document in documents for fault in words_problems(document, pattern)]


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
