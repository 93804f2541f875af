"""The content folder as it would be with one file more, or with another text in one of its files.

Nothing is written: the whole network is checked with the file as if it stood there.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from kohtaamo.content.build.built import Built, build_file
from kohtaamo.content.build.draft import build_network
from kohtaamo.content.build.private import guarded
from kohtaamo.content.defaults import default_vocabularies
from kohtaamo.content.load import (
    Loaded,
    Reserved,
    assemble,
    build_source,
    first_language,
    own_words,
)
from kohtaamo.content.source.files import SourceFile, kept_files, placed_files
from kohtaamo.content.source.layout import IMAGE
from kohtaamo.content.source.placing import Placed, check_folder, place_file
from kohtaamo.model.network import Network
from kohtaamo.problems.problem import Problem
from kohtaamo.words.load import words_of
from kohtaamo.words.words import Words

IMAGES = "images"


@dataclass(frozen=True, slots=True, kw_only=True)
class Folder:
    """A content folder that was read once: what was found in it, and what each file gave."""

    root: Path
    language: str
    placed: tuple[SourceFile, ...]
    faults: tuple[Problem, ...]
    built: Mapping[str, Built]
    reserved: Reserved

    @property
    def network(self) -> Network:
        """What could be built of it."""
        return build_network(self.built.values(), default_vocabularies())

    @property
    def words(self) -> Mapping[str, Words]:
        """Those of the network's own languages."""
        return words_of(self.network.identity.languages, own_words(self.built.values()))


def read_folder(root: Path, reserved: Reserved) -> Folder:
    """Read and build every file below `root` that has a place in it."""
    placed, faults = placed_files(root)
    language = first_language(placed)
    built = {each.path: build_source(each, language) for each in placed}
    return Folder(
        root=root, language=language, placed=placed, faults=faults, built=built, reserved=reserved
    )


def as_it_is(folder: Folder, today: date) -> Loaded:
    """What `load` gives of the folder."""
    return _assembled(folder, folder.placed, folder.built, today)


def as_it_would_be(
    folder: Folder, path: str, data: bytes, today: date, pictures: Iterable[str] = ()
) -> Loaded:
    """What `load` would give if `data` were the file at `path`, new or instead of another.

    `pictures` are names below `images/` of what would come with it, and is in order.

    Refused: what `placed` says of a path that no file of the content can have.
    """
    place = placed(path)
    whole = build_file(path, place.kind, place.slug, place.language, data, folder.language)
    if place.kind == "event" and place.language is None:
        whole = guarded(whole, data)
    source = SourceFile(
        path=path,
        kind=place.kind,
        slug=place.slug,
        language=place.language,
        file=str(folder.root / path),
    )
    new = {each: _picture(folder, each) for each in pictures}
    others = tuple(each for each in folder.placed if each.path != path)
    built = {**folder.built, path: whole}
    built |= {each.path: Built(path=each.path, kind=IMAGE, slug=slug) for slug, each in new.items()}
    return _assembled(folder, (*others, source, *new.values()), built, today)


def _picture(folder: Folder, name: str) -> SourceFile:
    path = f"{IMAGES}/{name}"
    return SourceFile(path=path, kind=IMAGE, slug=name, language=None, file=str(folder.root / path))


def placed(path: str) -> Placed:
    """What a file at this path would be. Refused: what `check_folder` and `place_file` say."""
    parts = tuple(path.split("/"))
    for depth in range(1, len(parts)):
        check_folder(parts[:depth])
    return place_file(parts)


def _assembled(
    folder: Folder, files: tuple[SourceFile, ...], built: Mapping[str, Built], today: date
) -> Loaded:
    found, misplaced = kept_files(files, folder.faults, folder.reserved)
    return assemble(
        found,
        [built[each.path] for each in found],
        misplaced,
        today=today,
        reserved=folder.reserved,
    )


def fresh_problems(before: Loaded, after: Loaded, path: str) -> tuple[Problem, ...]:
    """What is wrong with the file at `path`, and what it makes wrong with others.

    What was wrong with others before is theirs.
    """
    known = {each.sort_key for each in before.problems if each.path != path}
    return tuple(each for each in after.problems if each.sort_key not in known)
