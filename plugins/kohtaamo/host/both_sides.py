"""The content folder as it is and as an older commit had it, of which only what differs is read.

Every file that is the same on both sides is read and built once. The rules look through both
networks at the same time, each in a process of its own.
"""

import tempfile
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from itertools import chain
from pathlib import Path

from kohtaamo.addresses import reserved_slugs
from kohtaamo.content.build.built import Built
from kohtaamo.content.build.draft import Draft, build_network
from kohtaamo.content.defaults import default_vocabularies
from kohtaamo.content.load import (
    build_source,
    draft_of,
    first_language,
    own_words,
    problems_of,
)
from kohtaamo.content.source.files import SourceFile, kept_files, placed_files
from kohtaamo.content.source.keys import thing_key
from kohtaamo.content.source.layout import IMAGE
from kohtaamo.content.source.walk import problem
from kohtaamo.host.closed import may_hold_closed
from kohtaamo.host.older import paths_of, put_files
from kohtaamo.host.workers import beside, processes, share
from kohtaamo.problems.problem import Problem
from kohtaamo.review.touched import Side
from kohtaamo.words.load import words_of

# So many files are read together; with fewer another process is not worth its start.
_TOGETHER = 400


@dataclass(frozen=True, slots=True, kw_only=True)
class Sides:
    """Both of them, and the keys of touched files of events that may be of closed groups."""

    before: Side
    after: Side
    secret: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Files:
    """What was found on one side, and what was built of it, file by file."""

    found: Sequence[SourceFile]
    built: Sequence[Built]
    misplaced: Sequence[Problem]


def read_both(root: Path, base: str, touched: Collection[str], today: date) -> Sides:
    """The content below `root`, and what it was in the commit `base`, looked at on one day.

    `touched` are the paths in which the two differ. Pictures that are the same on both sides are
    not decoded again. Refused: `since-damaged` when git cannot give a file.
    """
    reserved = reserved_slugs()
    placed, faults = placed_files(root)
    found, misplaced = kept_files(placed, faults, reserved)
    language = first_language(found)
    after = _Files(found, _built(found, language, touched), misplaced)
    with tempfile.TemporaryDirectory() as folder:
        put_files(root, base, touched, Path(folder))
        older, older_faults = placed_files(Path(folder))
        kept = [each for each in placed if each.path not in touched]
        kept_faults = _faults_then(root, base, touched, faults)
        old_found, old_misplaced = kept_files(
            (*kept, *older), (*kept_faults, *older_faults), reserved
        )
        old_language = first_language(old_found)
        known = {each.path: each for each in after.built} if language == old_language else {}
        old_built = _built_from(old_found, old_language, touched, known)
        before = _Files(old_found, old_built, old_misplaced)
        secret = {
            *_may_be_closed(root, touched, after.built),
            *_may_be_closed(Path(folder), touched, old_built),
        }
    drafts = [_draft(side) for side in (after, before)]
    looking = partial(_look_through, after, drafts[0], today)
    looked = beside(looking) if len(found) > _TOGETHER else looking
    older_problems = _look_through(before, drafts[1], today)
    return Sides(
        before=_side(drafts[1], older_problems),
        after=_side(drafts[0], looked()),
        secret=frozenset(secret),
    )


def _faults_then(
    root: Path, base: str, touched: Collection[str], faults: Sequence[Problem]
) -> list[Problem]:
    """Those of files and folders that were there before, and are the same."""
    if not faults:
        return []
    names = {problem(path, "").path for path in paths_of(root, base) if path not in touched}
    return [each for each in faults if each.path in names]


def _built(
    found: Sequence[SourceFile], language: str, touched: Collection[str]
) -> tuple[Built, ...]:
    groups = [found[at : at + _TOGETHER] for at in range(0, len(found), _TOGETHER)]
    tasks = [partial(_build_all, group, language, touched) for group in groups]
    return tuple(chain.from_iterable(share(tasks, processes())))


def _built_from(
    found: Sequence[SourceFile],
    language: str,
    touched: Collection[str],
    known: dict[str, Built],
) -> tuple[Built, ...]:
    """What is known of the files that are the same, and the touched ones as they were."""
    if not known:
        return _built(found, language, ())
    return tuple(
        known[each.path]
        if each.path in known and each.path not in touched
        else _build(each, language, ())
        for each in found
    )


def _build_all(group: Sequence[SourceFile], language: str, touched: Collection[str]) -> list[Built]:
    return [_build(each, language, touched) for each in group]


def _build(source: SourceFile, language: str, touched: Collection[str]) -> Built:
    """A file of text, or a touched picture; other pictures are as they were when they landed."""
    if source.kind == IMAGE and source.path not in touched:
        return Built(path=source.path, kind=IMAGE, slug=source.slug)
    return build_source(source, language)


def _draft(files: _Files) -> Draft:
    network = build_network(files.built, default_vocabularies())
    words = words_of(network.identity.languages, own_words(files.built))
    return draft_of(files.found, files.built, network, reserved_slugs(), words)


def _look_through(files: _Files, draft: Draft, today: date) -> tuple[Problem, ...]:
    return problems_of(draft, files.built, files.misplaced, today)


def _side(draft: Draft, problems: tuple[Problem, ...]) -> Side:
    return Side(network=draft.network, slugs=draft.known, problems=problems, words=draft.words)


def _may_be_closed(folder: Path, touched: Collection[str], built: Sequence[Built]) -> Iterator[str]:
    """The keys of the touched files that nobody could read and that may be of closed groups.

    Files in a wrong place or with a wrong ending are among them.
    """
    read = {each.path for each in built if each.item is not None}
    for path in touched:
        if path not in read and may_hold_closed(folder, path):
            yield thing_key(path)
