"""The whole content folder, read, checked and known, in as many processes as there are cores."""

from collections.abc import Collection, Sequence
from datetime import date
from functools import partial
from itertools import chain
from pathlib import Path

from kohtaamo.addresses import reserved_slugs
from kohtaamo.content.build.built import Built
from kohtaamo.content.build.draft import build_network
from kohtaamo.content.defaults import default_vocabularies
from kohtaamo.content.load import (
    Loaded,
    build_source,
    draft_of,
    first_language,
    own_words,
    problems_of,
)
from kohtaamo.content.quarantine.values import Folder
from kohtaamo.content.source.files import SourceFile, find_files
from kohtaamo.host.progress import Tell
from kohtaamo.host.workers import beside, processes, share
from kohtaamo.listings.known import Known, known_of
from kohtaamo.model.network import Network
from kohtaamo.words.load import words_of

# So many files are read together; below twice as many another process is not worth its start.
_TOGETHER = 400


def read_all(
    content: Path, today: date, progress: Tell | None = None, sound: Collection[str] = ()
) -> tuple[Loaded, Known | None]:
    """What `load` gives, and what the things tell; None when there are errors.

    `sound` are the paths of pictures that have been found to be in order, and are not decoded.
    """
    return look_through(read_files(content, progress, sound), today)


def read_files(content: Path, progress: Tell | None = None, sound: Collection[str] = ()) -> Folder:
    """All files, each built by itself."""
    found, misplaced = find_files(content, reserved_slugs())
    language = first_language(found)
    groups = _together(found)
    shared = share(
        [partial(_build_all, group, language, sound) for group in groups],
        processes(),
        None if progress is None else lambda number: progress(number, len(groups)),
    )
    return Folder(found=found, built=tuple(chain.from_iterable(shared)), misplaced=misplaced)


def look_through(folder: Folder, today: date) -> tuple[Loaded, Known | None]:
    """The network of these files with all problems, and what the things tell.

    The rules are looked through in a process of their own while the things are looked into.
    """
    found, built = folder.found, folder.built
    network = build_network(built, default_vocabularies())
    words = words_of(network.identity.languages, own_words(built))
    draft = draft_of(found, built, network, reserved_slugs(), words)
    is_large = len(_together(found)) > 1
    checking = partial(problems_of, draft, built, folder.misplaced, today)
    checked = beside(checking) if is_large else checking
    known, fault = _known_of(network) if is_large else (None, None)
    problems = checked()
    loaded = Loaded(network=network, words=words, problems=problems, files=len(found))
    if loaded.faulty:
        return loaded, None
    if fault is not None:
        raise fault
    return loaded, known or known_of(network)


def _together(found: Sequence[SourceFile]) -> list[Sequence[SourceFile]]:
    return [found[at : at + _TOGETHER] for at in range(0, len(found), _TOGETHER)]


def _known_of(network: Network) -> tuple[Known | None, Exception | None]:
    """What things tell; of things with errors that are not known yet, nothing may be asked."""
    try:
        return known_of(network), None
    except Exception as fault:  # noqa: BLE001 - raised when the rules find no errors
        return None, fault


def _build_all(group: Sequence[SourceFile], language: str, sound: Collection[str]) -> list[Built]:
    return [
        Built(path=each.path, kind=each.kind, slug=each.slug)
        if each.path in sound
        else build_source(each, language)
        for each in group
    ]
