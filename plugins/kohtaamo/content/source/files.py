"""Which files make up the content: every one is found, or named in a problem."""

from collections.abc import Iterable, Iterator, Mapping
from operator import attrgetter
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from kohtaamo.content.source.layout import (
    IMAGE_ENDINGS,
    IMPACT,
    NETWORK,
    RESERVED,
    SOURCES,
    THINGS,
)
from kohtaamo.content.source.names import plain_slug
from kohtaamo.content.source.placing import check_folder, place_file
from kohtaamo.content.source.walk import Entry, list_folder, problem
from kohtaamo.problems.problem import Problem, Refused, in_order
from kohtaamo.text.slugs import check_slug

# What two files with usable names may have between them.
SHARED = frozenset(
    {"slug-taken", "translation-elsewhere", "translation-taken", "translation-without-original"}
)
_KINDS_OF_THINGS = frozenset(THINGS.values())
# Of folders whose files are known for what they are.
_ODD_NAMES = frozenset({"folder-named-like-file", "name-not-portable"})
_NONE: Mapping[str, frozenset[str]] = MappingProxyType({})


class SourceFile(NamedTuple):
    """A file with its place in the content: `path` is relative to it, with forward slashes.

    `kind` is that of `Document`, or `image`; `language` is set for translations. The slug of an
    image is its path below `images`, of an impact file `<place>/<year>`. `file` is where it is, as
    the operating system is told.
    """

    path: str
    kind: str
    slug: str
    language: str | None
    file: str


def find_files(
    root: Path, reserved: Mapping[str, frozenset[str]] = _NONE
) -> tuple[tuple[SourceFile, ...], tuple[Problem, ...]]:
    """All files of a content folder by path, and the problems of those that do not belong.

    `reserved` adds, by kind, slugs that an address needs for itself. A file with an unusable slug
    or with a slug used twice is still returned, so that its other faults are found in the same
    run; a file whose kind or original is unknown is not.
    """
    if not root.is_dir():
        return (), (problem(".", "no-content-folder"),)
    placed, faults = placed_files(root)
    return kept_files(placed, faults, reserved)


def placed_files(root: Path) -> tuple[tuple[SourceFile, ...], tuple[Problem, ...]]:
    """The files of a folder that have a place in the content, and the problems of all others."""
    problems: list[Problem] = []
    return tuple(_placed_files(root, problems)), tuple(problems)


def kept_files(
    placed: Iterable[SourceFile],
    faults: Iterable[Problem],
    reserved: Mapping[str, frozenset[str]] = _NONE,
) -> tuple[tuple[SourceFile, ...], tuple[Problem, ...]]:
    """What `find_files` gives of files that have been placed, with the faults found by then."""
    problems = list(faults)
    files = sorted(placed, key=attrgetter("path"))
    _check_originals((file for file in files if file.language is None), reserved, problems)
    kept, shared = check_shared(files)
    return kept, in_order((*problems, *shared))


def check_shared(files: Iterable[SourceFile]) -> tuple[tuple[SourceFile, ...], list[Problem]]:
    """The files without translations that have no original, and what is wrong between files.

    The codes of these problems are `SHARED`.
    """
    files = tuple(files)
    problems: list[Problem] = []
    originals = [file for file in files if file.language is None]
    translations = [file for file in files if file.language is not None]
    _check_twins(originals, problems)
    orphans = _check_translations(translations, originals, problems)
    kept = tuple(file for file in files if file not in orphans) if orphans else files
    return kept, problems


def images_below(folder: Path) -> frozenset[str]:
    """The pictures in the images folder, by their paths below it; nothing is opened."""
    return frozenset(
        file.relative_to(folder).as_posix()
        for file in folder.rglob("*")
        if file.suffix.lower() in IMAGE_ENDINGS and file.is_file()
    )


def _placed_files(root: Path, problems: list[Problem]) -> Iterator[SourceFile]:
    waiting: list[tuple[str, ...]] = [()]
    while waiting:
        above = waiting.pop()
        files, folders = list_folder(root, above, problems)
        waiting += [folder.parts for folder in folders if _may_enter(folder, problems)]
        kind = THINGS.get(above[0]) if above else None
        for entry in files:
            slug = plain_slug(entry.name)
            if kind is not None and slug is not None:
                yield SourceFile(entry.path, kind, slug, None, entry.file)
                continue
            try:
                placed = place_file(entry.parts)
            except Refused as refused:
                problems.append(problem(entry.path, refused.code, **refused.values))
                continue
            yield SourceFile(
                path=entry.path,
                kind=placed.kind,
                slug=placed.slug,
                language=placed.language,
                file=entry.file,
            )


def _may_enter(folder: Entry, problems: list[Problem]) -> bool:
    try:
        check_folder(folder.parts)
    except Refused as refused:
        problems.append(problem(folder.path, refused.code, **refused.values))
        # Below the folders of things a folder may have any name, so what it holds is read.
        return refused.code in _ODD_NAMES and folder.parts[0] in THINGS
    return True


def _check_originals(
    originals: Iterable[SourceFile], reserved: Mapping[str, frozenset[str]], problems: list[Problem]
) -> None:
    has_network = False
    forbidden = {kind: RESERVED | reserved.get(kind, frozenset()) for kind in _KINDS_OF_THINGS}
    for file in originals:
        has_network = has_network or file.kind == NETWORK
        if file.kind in {IMPACT, SOURCES}:
            problems.append(problem(file.path, "not-published-yet"))
        if file.kind in forbidden:
            try:
                check_slug(file.slug, forbidden[file.kind])
            except Refused as refused:
                problems.append(problem(file.path, refused.code, **refused.values))
    if not has_network and not _names_network(problems):
        problems.append(problem("network.yml", "network-missing"))


def _check_twins(originals: Iterable[SourceFile], problems: list[Problem]) -> None:
    taken: dict[tuple[str, str], SourceFile] = {}
    twins: dict[tuple[str, str], list[SourceFile]] = {}
    for file in originals:
        name = (file.kind, file.slug)
        first = taken.setdefault(name, file)
        if first is not file:
            twins.setdefault(name, [first]).append(file)
    for file, others in _shared(twins.values()):
        problems.append(problem(file.path, "slug-taken", value=file.slug, other=others))


def _check_translations(
    translations: list[SourceFile], originals: list[SourceFile], problems: list[Problem]
) -> set[SourceFile]:
    """Translations without an original, which nobody can read."""
    if not translations:
        return set()
    by_slug: dict[tuple[str, str], list[str]] = {}
    for file in originals:
        by_slug.setdefault((file.kind, file.slug), []).append(file.path)
    taken: dict[tuple[str, str, str], list[SourceFile]] = {}
    orphans: set[SourceFile] = set()
    for file in translations:
        taken.setdefault((file.kind, file.slug, file.language or ""), []).append(file)
        paths = by_slug.get((file.kind, file.slug), [])
        if not paths:
            orphans.add(file)
            problems.append(problem(file.path, "translation-without-original", value=file.slug))
        elif all(_folder(path) != _folder(file.path) for path in paths):
            problems.append(problem(file.path, "translation-elsewhere", other=paths[0]))
    for file, other in _shared(taken.values()):
        problems.append(problem(file.path, "translation-taken", value=file.slug, other=other))
    return orphans


def _shared(groups: Iterable[list[SourceFile]]) -> Iterator[tuple[SourceFile, str]]:
    """Each file of a group of several, with the paths of the others."""
    for files in groups:
        if len(files) > 1:
            for file in files:
                yield file, ", ".join(other.path for other in files if other is not file)


def _names_network(problems: list[Problem]) -> bool:
    """True when `network.yml` is there, but cannot be read or bears a name close to that."""
    name = f"{NETWORK}.yml"
    return any(name in {found.path, found.values.get("suggestion")} for found in problems)


def _folder(path: str) -> str:
    return path.rpartition("/")[0]
