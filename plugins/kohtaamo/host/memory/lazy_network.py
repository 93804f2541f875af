"""A network whose things are read when somebody asks for them."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import replace
from typing import Any

from kohtaamo.content.build.built import Built
from kohtaamo.content.build.draft import with_translations
from kohtaamo.content.load import build_source
from kohtaamo.content.source.files import SourceFile
from kohtaamo.content.source.keys import thing_key
from kohtaamo.content.source.layout import IMAGE, THINGS
from kohtaamo.listings.known import Known
from kohtaamo.listings.lazy import Lazy
from kohtaamo.model.network import Network

# What is read one by one; a network has few pages, and each may be told of everywhere.
KINDS = frozenset({"event", "place", "organiser", "notice"})
_FOLDERS = {kind: folder for folder, kind in THINGS.items()}
BuildFile = Callable[[SourceFile], Built]


def files_by_thing(found: Iterable[SourceFile]) -> Mapping[str, Collection[SourceFile]]:
    """The files of each thing of `KINDS`, translations too, and each picture, by key."""
    files: dict[str, list[SourceFile]] = {}
    for source in found:
        kind = source.kind
        if kind in KINDS:
            files.setdefault(f"{_FOLDERS[kind]}/{source.slug}", []).append(source)
        elif kind == IMAGE:
            files[thing_key(source.path)] = [source]
    return files


def builder(language: str) -> BuildFile:
    """A function that builds a file, each once; `language` is the network's first."""
    made: dict[str, Built] = {}

    def build(source: SourceFile) -> Built:
        if source.path not in made:
            made[source.path] = build_source(source, language)
        return made[source.path]

    return build


def lazy_network(
    shared: Network,
    known: Known,
    files: Mapping[str, Collection[SourceFile]],
    build: BuildFile,
) -> Network:
    """The whole network: what all things share from `shared`, each thing from its files.

    `known` says which there are. Every file in it has been built without a problem before.
    """

    def things(folder: str, slugs: Mapping[str, object]) -> Lazy[str, Any]:
        return Lazy(slugs, lambda slug: _thing(files[f"{folder}/{slug}"], build))

    return replace(
        shared,
        events=things("events", known.events),
        places=things("places", known.places),
        organisers=things("organisers", known.organisers),
        notices=things("notices", known.notices),
    )


def _thing(files: Collection[SourceFile], build: BuildFile) -> Any:
    built = [build(source) for source in files]
    (original,) = (each.item for each in built if each.language is None)
    translations = {each.language: each.item for each in built if each.language is not None}
    return with_translations(original, translations)
